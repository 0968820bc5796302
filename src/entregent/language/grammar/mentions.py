"""Third persons as a sentence names them. Precision first: a capital alone makes no person.

A name counts with a title, with a given name of the lexicon, beside kin ("my niece Salome"), after a verb of introducing, or before a verb that
only persons do. The reader's and the writer's own names (greeting, closing) are left out throughout the message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.language.grammar.clauses import stands_alone
from entregent.model.speech import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.lexicon import Lexeme

Spans = "Sequence[tuple[int, int]]"
_KIN = frozenset({"kin", "friend", "protege"})
_INDEFINITE = frozenset({"a", "an", "un", "une", "one", "some", "another", "certain"})
_PARTICLES = frozenset(
    {"de", "du", "des", "van", "von", "der", "den", "di", "da", "el", "al", "bin", "ben", "le", "la", "o", "d'", "l'", "mac", "mc", "-"}
)
_PERSON_VERBS = frozenset({"ask", "tell", "hope", "thank", "apologise", "promise", "answer", "apply", "know", "want", "feel", "refuse", "accept"})
_PRONOUNS = {
    "en": frozenset({"he", "she", "him", "they", "them"}),
    "fr": frozenset({"elle", "lui", "eux", "elles", "ils", "il", "-lui", "-elle", "-t-elle", "-t-il", "-il", "leur", "-leur"}),
}
_IMPERSONAL = frozenset(
    {
        "y",
        "n'",
        "ne",
        "faut",
        "fallait",
        "faudrait",
        "faudra",
        "suffit",
        "suffirait",
        "pleut",
        "s'",
        "reste",
        "manque",
        "me",
        "paraît",
        "semble",
        "vaut",
        "vaudrait",
        "est",
        "était",
        "serait",
        "sera",
        "fait",
    }
)
_NO_NAMES = frozenset({"linkedin", "facebook", "google", "zoom", "teams", "excel", "word", "i"})


class Named:
    """Names that are the reader's or the writer's: not third persons."""

    __slots__ = ("names",)

    def __init__(self, rows: Sequence[Sequence[Lexeme]]) -> None:
        self.names: set[str] = set()
        for at, row in enumerate(rows):
            if row and "GREET" in row[0].classes and (at == 0 or len(row) <= 6):
                self._greeting(row)
            if at >= len(rows) - 2 and at:
                self._closing(row, at == len(rows) - 1)

    def _greeting(self, row: Sequence[Lexeme]) -> None:
        for word in row[1:]:
            if word.form in (",", "!", ".", ":", "?", ";", "-"):
                break
            if word.capital or "GIVEN" in word.classes:
                self.names.add(word.form)

    def _closing(self, row: Sequence[Lexeme], last: bool) -> None:
        for word in reversed(row):
            if word.form in (",", ".", "!", ":", "?"):
                if word.form == "," or len(row) > 8:
                    break
                continue
            if not (word.capital or "GIVEN" in word.classes) or (not last and len(row) > 4) or "CLOSE" in word.classes:
                break
            self.names.add(word.form)


def mentions(text: str, words: Sequence[Lexeme], spans: Sequence[tuple[int, int]], offset: int, language: str, own: Named) -> tuple[Mention, ...]:
    """The third persons of a sentence that begins at `offset` of the body, in order."""
    found: list[Mention] = []
    taken = 0
    for at, word in enumerate(words):
        if at < taken:
            continue
        first = word.classes[0] if word.classes else ""
        mention = None
        if _KIN & set(word.classes) and not (word.kind == "verb" and first not in _KIN):
            mention = _kin(text, words, spans, offset, at, own)
        elif "role" in word.classes:
            mention = _post(text, words, spans, offset, at, own)
        elif first == "TITLE" or ("GIVEN" in word.classes and first not in ("MONTH", "DAY")) or (word.capital and not first):
            mention = _name(text, words, spans, offset, at, own)
        elif (word.form in _PRONOUNS[language] and not _impersonal(words, at)) or (word.form == "her" and stands_alone(words, at)):
            mention = _make(text, spans, offset, at, at + 1, "pronoun", "", "", word.form.lstrip("-"))
        if mention is not None:
            found.append(mention[0])
            taken = mention[1]
    return tuple(found)


def _make(
    text: str, spans: Sequence[tuple[int, int]], offset: int, start: int, end: int, kind: str, owner: str, name: str, head: str
) -> tuple[Mention, int]:
    a, b = spans[start][0], spans[end - 1][1]
    return Mention(offset + a, offset + b, text[a:b], kind, owner, name, head), end  # type: ignore[arg-type]


def _impersonal(words: Sequence[Lexeme], at: int) -> bool:
    """ "il faut", "il y a", "est-il possible": nobody."""
    if words[at].form not in ("il", "-il", "-t-il"):
        return words[at].form == "leur" and at + 1 < len(words) and words[at + 1].kind != "verb"
    following = words[at + 1].form if at + 1 < len(words) else ""
    return following in _IMPERSONAL or words[at].form != "il"


def _owner(words: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """Whose the noun at `at` is, and where its phrase begins."""
    for back in range(at - 1, max(-1, at - 4), -1):
        word = words[back]
        first = word.classes[0] if word.classes else ""
        if first == "MY" or word.form in ("our", "notre", "nos"):
            return "writer", back
        if first == "YOUR":
            return "reader", back
        if first in ("THEIR", "THE") or word.form in _INDEFINITE or word.form in ("le", "la", "l'", "les"):
            return ("writer" if word.form in _INDEFINITE else ""), back
        if (first.isupper() and first not in ("NUMBER", "OF", "STOP")) or word.form in (",", ".", ";"):
            break
    return "", at


def _of_mine(words: Sequence[Lexeme], at: int) -> str:
    """ "of mine", "of yours", "de ma sœur", "à moi" after the noun."""
    after = [w.form for w in words[at + 1 : at + 4]]
    if after[:2] == ["of", "mine"] or after[:2] in (["à", "moi"], ["de", "mon"], ["de", "ma"], ["de", "mes"], ["of", "my"], ["d'", "un"]):
        return "writer"
    if after[:2] in (
        ["of", "yours"],
        ["of", "your"],
        ["à", "toi"],
        ["à", "vous"],
        ["de", "votre"],
        ["de", "ton"],
        ["de", "ta"],
        ["de", "vos"],
        ["de", "tes"],
    ):
        return "reader"
    return ""


def _kin(text: str, words: Sequence[Lexeme], spans: Sequence[tuple[int, int]], offset: int, at: int, own: Named) -> tuple[Mention, int] | None:
    owner, start = _owner(words, at)
    theirs = _of_mine(words, at)
    owner = theirs or owner
    if start == at and not owner:
        return None
    end = at + 3 if theirs and words[at + 1].form in ("of", "à") and words[at + 2].form in ("mine", "yours", "moi", "toi", "vous") else at + 1
    noun = end
    if end < len(words) and words[end].form == ",":
        end += 1
    stop = _run(words, end)
    name = text[spans[end][0] : spans[stop - 1][1]] if stop > end and words[end].form not in own.names else ""
    if name:
        return _make(text, spans, offset, start, stop, "kin", owner, name, words[at].lemma)
    return _make(text, spans, offset, start, noun, "kin", owner, "", words[at].lemma)


def _post(text: str, words: Sequence[Lexeme], spans: Sequence[tuple[int, int]], offset: int, at: int, own: Named) -> tuple[Mention, int] | None:
    owner, start = _owner(words, at)
    owner = _of_mine(words, at) or owner
    if start == at or words[start].form in _INDEFINITE:
        return _name(text, words, spans, offset, at, own) if "TITLE" in words[at].classes else None
    end = at + 1
    while end < len(words) and ("role" in words[end].classes or "company" in words[end].classes) and not words[end].capital:
        end += 1
    stop = _run(words, end)
    name = text[spans[end][0] : spans[stop - 1][1]] if stop > end and words[end].form not in own.names else ""
    return _make(text, spans, offset, start, stop if name else end, "post", owner, name, words[at].lemma)


def _run(words: Sequence[Lexeme], start: int) -> int:
    """The end of a run of capitalised words (with particles inside) from `start`."""
    end = start
    while end < len(words):
        word = words[end]
        if (word.capital and (not word.classes or "GIVEN" in word.classes or end > start) and word.form not in _NO_NAMES and not _function(word)) or (
            end > start and word.form in _PARTICLES and end + 1 < len(words) and words[end + 1].capital and not _function(words[end + 1])
        ):
            end += 1
        else:
            break
    return end


def _function(word: Lexeme) -> bool:
    return bool(word.classes) and word.classes[0].isupper() and word.classes[0] not in ("GIVEN", "TITLE") and "GIVEN" not in word.classes


def _name(text: str, words: Sequence[Lexeme], spans: Sequence[tuple[int, int]], offset: int, at: int, own: Named) -> tuple[Mention, int] | None:
    titled = "TITLE" in words[at].classes
    start = at + 1 if titled else at
    if titled and start < len(words) and words[start].form == ".":
        start += 1
    end = _run(words, start)
    if end == start or any(words[k].form in own.names for k in range(start, end)):
        return None
    name = text[spans[start][0] : spans[end - 1][1]]
    given = "GIVEN" in words[start].classes and (words[start].capital) and (at > 0 or end - start > 1 or _acts(words, end))
    before = words[at - 1] if at else None
    introduced = (
        before is not None
        and bool({"WITH", "TO"} & set(before.classes))
        and any({"introduce", "intro", "know", "meet"} & set(w.classes) for w in words[max(0, at - 6) : at])
    )
    if titled or given or introduced or (at > 0 and end - start <= 3 and _acts(words, end)):
        return _make(text, spans, offset, at, end, "name", "", name, "")
    return None


def _acts(words: Sequence[Lexeme], at: int) -> bool:
    """Whether a verb follows that only persons do."""
    return at < len(words) and words[at].kind == "verb" and bool(_PERSON_VERBS & set(words[at].classes))
