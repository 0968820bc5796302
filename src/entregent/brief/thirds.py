"""Third persons of a draft, and what shows that the recipient knows them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from entregent.model.brief import Third
from entregent.model.speech import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.brief.context import Material
    from entregent.model.speech import Sentence, Speech

ASKS = 0.4
"""A sentence that asks from this probability on is no evidence of who knows whom."""
NEAR = 4
"""How many sentences before an ask may name whom it is for."""
KNOWN = 0.7
"""From this score on, the reader's `known` is taken for evidence that recipient and third person know each other."""

MINE = frozenset(
    """
    colleague employee client customer patient pupil apprentice intern trainee assistant team teammate
    collègue employé employée salarié salariée cliente patiente élève apprenti apprentie stagiaire assistante équipe
    """.split()  # noqa: SIM905
)
"""Heads of people for whom the writer stands in a role of their own ("one of my pupils")."""

_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]{2,}")
_COMMON = frozenset(
    [
        "the",
        "you",
        "your",
        "she",
        "her",
        "his",
        "they",
        "this",
        "that",
        "and",
        "but",
        "for",
        "would",
        "could",
        "can",
        "will",
        "have",
        "has",
        "when",
        "what",
        "who",
        "how",
        "please",
        "hope",
        "our",
        "any",
        "if",
        "my",
        "we",
        "it",
        "he",
        "une",
        "les",
        "des",
        "vous",
        "votre",
        "vos",
        "elle",
        "son",
        "ses",
        "ils",
        "cette",
        "mais",
        "pour",
        "avec",
        "est",
        "que",
        "qui",
        "comment",
        "merci",
        "notre",
        "nous",
        "mon",
        "nos",
        "tes",
        "ton",
        "si",
        "au",
        "depuis",
    ]
)
_THEIRS = re.compile(r"\b(?:his|her|hers|their|theirs|him|them|son|sa|ses|leur|leurs|lui)\b", re.IGNORECASE)


def names_to_look_up(speech: Speech) -> tuple[str, ...]:
    """The names of those who gain by a draft's asks, folded, for `app` to look up who knows them; where the draft has no name for one, the
    capitalised words of the sentences before, which may hold it."""
    names: set[str] = set()
    for number, sentence in enumerate(speech.sentences):
        gains = sentence.gains
        if gains is not None and gains.name:
            names.add(fold(gains.name))
        elif gains is not None or sentence.has("third"):
            names.update(name for near in speech.sentences[max(0, number - NEAR) : number + 1] for name in _capitals(near))
    return tuple(sorted(names))


def _capitals(sentence: Sentence) -> set[str]:
    """Capitalised words that may be names; where the record knows a person of that name, they are."""
    if {"greeting", "closing", "last"} & sentence.traits:
        return set()
    return {fold(word) for word in _CAPITAL.findall(sentence.text)} - _COMMON


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Lower case without accents, blanks single: how names are compared."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"\s+", " ", "".join(char for char in plain if not unicodedata.combining(char))).strip().lower()


def beneficiary(material: Material, sentences: Sequence[Sentence], members: Sequence[int], marks: frozenset[str]) -> Third | None:
    """Who gains by the ask, where that is neither writer nor reader; None where the writer gains."""
    mention = next((sentences[index].gains for index in members if sentences[index].gains is not None), None)
    if mention is None and "third" in marks:
        own = any(sentences[index].has("third") for index in members)
        before = sentences[max(0, members[0] - 2) : members[0]][::-1]
        told = (one for sentence in before if own or sentence.has("third") for one in sentence.mentions)
        mention = next((one for one in told if one.kind in {"kin", "name"} and one.owner != "reader"), None)
        if mention is None and own:  # somebody gains, of whom nothing more is told
            start = sentences[members[0]].start
            mention = Mention(start, start, "", "pronoun", "", "", "")
    return third(material, mention, sentences) if mention else None


def third(material: Material, mention: Mention, sentences: Sequence[Sentence]) -> Third:
    """The third person with what shows that the recipient knows them."""
    known_by, evidence = _known(material, mention, sentences)
    mine = (mention.owner == "writer" and mention.head in MINE) or any("frame:own-role" in one.traits for one in _about(mention, sentences))
    return Third(mention, known_by, evidence, mine)


def _speaks_of_third(sentence: Sentence) -> bool:
    return any(mention.kind == "pronoun" for mention in sentence.mentions) or bool(_THEIRS.search(sentence.text))


def _known(material: Material, mention: Mention, sentences: Sequence[Sentence]) -> tuple[str, tuple[str, ...]]:
    about = _about(mention, sentences)
    if mention.owner == "reader":
        return "draft", ()
    if not any(_strangers(sentence) for sentence in about) and any(_tells_tie(sentence, mention) for sentence in about):
        return "draft", ()
    names = {fold(mention.name)} if mention.name else set()
    if not names:
        names = {name for sentence in about for name in _capitals(sentence)}
    for name in sorted(names):
        if material.links.get(name):
            return "history", material.links[name]
    return "", ()


def _about(mention: Mention, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that speak of the mentioned person: where they are named, and what follows or leads to it with a pronoun."""
    named = [
        number
        for number, sentence in enumerate(sentences)
        if sentence.start <= mention.start < sentence.end
        or (mention.name and any(other.name and _same_name(other.name, mention.name) for other in sentence.mentions))
    ]
    if not named:
        return []
    found = set(named)
    if mention.kind == "pronoun":
        found |= set(range(max(0, named[0] - 4), named[0]))
    found |= {number for number in range(named[0], len(sentences)) if _speaks_of_third(sentences[number])}
    return [sentences[number] for number in sorted(found)]


def _same_person(one: Mention, other: Mention) -> bool:
    """By name, or side by side: "Felix, my flatmate"."""
    beside = min(abs(one.start - other.end), abs(other.start - one.end)) <= 2
    return beside or _same_name(one.name, other.name or other.text)


def _same_name(one: str, other: str) -> bool:
    first, second = fold(one).split(), fold(other).split()
    return bool(set(first) & set(second))


def _strangers(sentence: Sentence) -> bool:
    """The draft says that the two do not know each other ("you haven't met him")."""
    return "negated" in sentence.traits and bool({"lex:know", "lex:meet"} & sentence.traits) and bool({"lex:YOU", "subject:you"} & sentence.traits)


def _tells_tie(sentence: Sentence, mention: Mention) -> bool:
    """The draft says that they know each other: the reader did something with them, or they greet the reader."""
    others = [other for other in sentence.mentions if other.kind == "name" and not _same_person(other, mention)]
    if sentence.score("known") >= KNOWN and not others and "known" in sentence.traits:
        return True
    if {"question", "negated", "conditional", "modal"} & sentence.traits or sentence.favour >= ASKS:
        return False
    if "known" in sentence.traits and {"past", "lex:know", "lex:meet"} & sentence.traits:
        return True
    together = "subject:you" in sentence.traits and "past" in sentence.traits and not {"modal", "conditional"} & sentence.traits
    return together and any(other.start >= sentence.start for other in sentence.mentions if other.text == mention.text or other.kind != "post")
