"""The closed list of grammatical traits of a sentence, and how each is read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from entregent.language.grammar.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.clauses import Clause
    from entregent.language.grammar.lexicon import Lexeme
    from entregent.language.grammar.phrases import Hit

GRAMMAR = (
    "question", "wh", "exclamation", "imperative", "negated", "conditional", "conditional-if", "modal", "past", "future", "reported", "quoted",
    "wish",
    "subject:me", "subject:us", "subject:you", "subject:third", "ordered", "deadline", "reason", "haste", "small", "joke", "greeting", "closing",
    "first-contact", "older-tie", "commerce", "first", "last", "offered", "out", "polite", "hint", "vague", "miracle", "again", "reproach",
    "thanks-done", "thanks-form",
    "rhetorical", "known", "purpose", "blame",
)  # fmt: skip
_FRAMES = {
    "wish": "wish", "deadline": "deadline", "small": "small", "joke": "joke", "first-contact": "first-contact", "older-tie": "older-tie",
    "commerce": "commerce",
    "reported": "reported", "offer": "offered", "out": "out", "polite": "polite", "hint": "hint", "vague": "vague", "miracle": "miracle",
    "again": "again",
    "reproach": "reproach", "blame": "blame", "thanks-done": "thanks-done", "thanks-form": "thanks-form", "rhetorical": "rhetorical",
    "known": "known",
    "purpose": "purpose",
}  # fmt: skip
_CLASSES = {"HASTE": "haste", "BECAUSE": "reason"}
_QUOTED = re.compile(r"[«“\"][^»”\"]{3,}[»”\"]")
_EMOJI = re.compile(r"[\U0001F600-\U0001F64F\U0001F900-\U0001F9FF😀-🙏]|[:;]-?[)D]|\b(?:ha(?:ha)+|lol|mdr|ptdr)\b", re.IGNORECASE)


@cache
def closed() -> tuple[str, ...]:
    """Every trait that a sentence can have, sorted: grammar, `lex:<class>` and `frame:<name>`."""
    found = set(GRAMMAR)
    for language in ("en", "fr"):
        found.update(name if name.startswith("frame:") else f"lex:{name}" for name in lexicon(language).classes())
    return tuple(sorted(found))


def traits(words: Sequence[Lexeme], hits: Sequence[Hit], acts: Sequence[Clause], text: str, index: int, count: int) -> frozenset[str]:
    """The traits of one sentence; `index` of `count` in its message."""
    found = {_CLASSES[c] for w in words for c in w.classes if c in _CLASSES}
    names = {hit.name for hit in hits}
    found |= {_CLASSES[n] for n in names if n in _CLASSES}
    found |= {_FRAMES[n[6:]] for n in names if n[6:] in _FRAMES and n.startswith("frame:")}
    found |= {n if n.startswith("frame:") else f"lex:{n}" for n in names} | {f"lex:{c}" for w in words for c in w.classes}
    _shape(found, words, text)
    for clause in acts:
        _clause(found, clause)
    if any(w.classes[:1] == ("IF",) and w.form not in ("whether", "s'") for w in words):
        found.add("conditional-if")
    short = len(words) <= 6
    if words and "GREET" in words[0].classes and (short or index == 0):
        found.add("greeting")
    if (short and index >= count - 2 and any("CLOSE" in w.classes for w in words)) or (index >= count - 2 and "lex:CLOSE" in found and short):
        found.add("closing")
    if index == 0:
        found.add("first")
    if index == count - 1:
        found.add("last")
    return frozenset(found)


def _shape(found: set[str], words: Sequence[Lexeme], text: str) -> None:
    if "?" in text[-4:]:
        found.add("question")
    if "!" in text[-3:]:
        found.add("exclamation")
    if any(w.classes[:1] == ("NOT",) for w in words):
        found.add("negated")
    if words and words[0].classes[:1] in (("WHAT",), ("WHO",)) and "question" in found:
        found.add("wh")
    if _QUOTED.search(text):
        found.add("quoted")
    if _EMOJI.search(text):
        found.add("joke")


_MOODS = {"c": "conditional", "f": "future", "d": "past", "m": "imperative"}
_SUBJECTS = {
    "me": "subject:me",
    "us": "subject:us",
    "you": "subject:you",
    "they": "subject:third",
    "name": "subject:third",
    "kin": "subject:third",
    "role": "subject:third",
    "one": "subject:third",
}


def _clause(found: set[str], clause: Clause) -> None:
    if clause.mood in _MOODS:
        found.add(_MOODS[clause.mood])
    if clause.helper in ("CAN", "MAY", "MUST"):
        found.add("modal")
    if clause.subject in _SUBJECTS:
        found.add(_SUBJECTS[clause.subject])
    if clause.subject == "you" and clause.helper == "MUST":
        found.add("ordered")
    # "she asked whether you", "he told me": somebody else is heard.
    if clause.subject in ("they", "name", "kin", "role", "one") and {"ask", "tell"} & set(clause.classes) and clause.mood in ("d", "p", "g"):
        found.add("reported")
