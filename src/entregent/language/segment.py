"""Sentences of the writer's own text, with their offsets: greeting lines, closings, list items and headings are units of their own.
Lines that a program broke at a fixed width are read as one; `body[start:end] == text` holds for every piece, so that the text of a
broken sentence has the line break in it. Abbreviations and numbers of English and French do not end a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from entregent.language.closings import closing
from entregent.language.signatures import named
from entregent.language.tongues import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from entregent.model.speech import Span

Piece = tuple[int, int, str]

_ITEM = re.compile(r"\s*(?:[-*•–—·▪➢→o]|\(?\d{1,2}[.)]|\(?[a-hA-H][.)])[ \t\xa0]+\S")
_END = re.compile(
    r"(?:(?<=\S)[ \xa0\u202f](?=[!?]))?(?<![.!?…])[.!?…]++(?:[\"'”’)\]]|[ \xa0\u202f]?»)*+(?=\s|$)"
    r"|(?<![\u2600-\u27bf\u2b50\U0001f300-\U0001faff])[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]++\ufe0f?(?=\s++[A-ZÀ-Þ])"
    r"|(?<=\s)[:;=][-']?[)(DP]++(?=\s++[A-ZÀ-Þ])"
)
"""Possessive throughout, and begun only where a run of signs begins: hostile text would take quadratic time otherwise."""
_ABBREVIATIONS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "mlles",
        "mgr",
        "me",
        "dr",
        "drs",
        "pr",
        "prof",
        "st",
        "ste",
        "sts",
        "mr",
        "mrs",
        "ms",
        "messrs",
        "jr",
        "sr",
        "rev",
        "hon",
        "gen",
        "col",
        "capt",
        "lt",
        "sgt",
        "gov",
        "sen",
        "rep",
        "pres",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "cf",
        "vs",
        "viz",
        "al",
        "approx",
        "ca",
        "p.ex",
        "ex",
        "p",
        "pp",
        "vol",
        "no",
        "nos",
        "nr",
        "n°",
        "art",
        "fig",
        "chap",
        "sect",
        "éd",
        "ed",
        "réf",
        "ref",
        "tél",
        "tel",
        "av",
        "bd",
        "boul",
        "ext",
        "poste",
        "etc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "janv",
        "févr",
        "fév",
        "avr",
        "juil",
        "déc",
        "inc",
        "ltd",
        "co",
        "corp",
        "s.a",
        "s.a.r.l",
        "sarl",
        "u.s",
        "u.k",
        "u.s.a",
        "a.m",
        "p.m",
        "c.-à-d",
        "c.à.d",
        "p.-s",
        "rdv",
        "env",
        "max",
        "min",
        "tj",
        "svp",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lun",
        "mer",
        "jeu",
        "ven",
        "sam",
        "dim",
        "bât",
        "app",
        "apt",
        "dept",
        "dpt",
        "attn",
    ]
)
_RARELY_LAST = frozenset(
    ["etc", "a.m", "p.m", "inc", "ltd", "co", "corp", "jr", "sr", "u.s", "u.k", "u.s.a", "s.a", "sarl", "s.a.r.l", "svp", "max", "min", "ext", "st"]
)
"""Abbreviations that may end a sentence: they do where a capital follows."""
_WORDS_TOO = frozenset(
    [
        "mar",
        "sat",
        "sun",
        "mon",
        "no",
        "me",
        "co",
        "ex",
        "ed",
        "p",
        "min",
        "max",
        "ms",
        "art",
        "ca",
        "sept",
        "dec",
        "av",
        "sam",
        "jan",
        "al",
        "jun",
        "poste",
        "mer",
        "rdv",
    ]
)
"""Abbreviations that are words or names as well ("no", "sun", "mon", "art", "Sam", "poste")."""
_INVERTED = frozenset(["je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce"])
_SMILEY = re.compile(
    r"[ \t]*+(?:(?:[:;=8xX][-o^']?[)(DPpSs/|*\]\[]++|[)]|<3|\^\^"
    r"|[\u2600-\u27bf\u2b50\ufe0f\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff])[ \t]*+)++(?=\s|$)"
)


def segment(body: str, spans: Sequence[Span], language: str = "") -> tuple[Piece, ...]:
    """The pieces of `spans` as (start, end, text), in order and disjoint, none blank."""
    del language
    pieces: list[Piece] = []
    for start, end in spans:
        for first, last in _units(body, start, end):
            whole = _trim(body, first, last)
            pieces.extend([whole] if whole and _closes(whole[2]) else _sentences(body, first, last))
    return tuple(pieces)


def _closes(text: str) -> bool:
    """Whether a unit is a closing with the name below it."""
    head, broken, name = text.partition("\n")
    return bool(broken) and len(text) <= 120 and closing(bare := head.strip()) == len(bare) and named(name.strip())


def _units(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines, with those joined that only a fixed width parts, and a closing joined with the name below."""
    lines: list[tuple[int, int]] = []
    position = start
    for raw in body[start:end].split("\n"):
        lines.append((position, position + len(raw)))
        position += len(raw) + 1
    width = _width(body, lines)
    open_start, open_end = -1, -1
    for first, last in lines:
        text = body[first:last].strip()
        if not text:
            if open_start >= 0 and not _named_next(body, open_start, open_end):
                yield open_start, open_end
                open_start = -1
            continue
        if open_start >= 0:
            if open_end >= 0 and _joined(body, open_start, open_end, first, text, width):
                open_end = last
                continue
            yield open_start, open_end
        open_start, open_end = first, last
    if open_start >= 0:
        yield open_start, open_end


def _named_next(body: str, start: int, end: int) -> bool:
    """Whether the open unit is a bare closing, to which a name below a blank line may belong."""
    return end - start <= 60 and closing(text := body[start:end].strip()) == len(text) > 0


def _width(body: str, lines: Sequence[tuple[int, int]]) -> int:
    """The width at which these lines were broken, 0 where they were not: most lines that end without a stop must be so long that the
    next word would not have fitted."""
    lengths = [len(body[first:last].rstrip()) for first, last in lines]
    longest = max(_in_paragraphs(body, lines, lengths), default=0)
    if not 50 <= longest <= 100:
        return 0
    full = short = broken = 0
    for number in range(len(lines) - 1):
        if not lengths[number] or not lengths[number + 1]:
            continue
        first, last = lines[number]
        word = _first_word(body, *lines[number + 1])
        if lengths[number] + 1 + word > longest - 3:
            full += 1
            broken += _mid_sentence(body[first:last].rstrip(), body[slice(*lines[number + 1])].lstrip())
        elif lengths[number] > 30 and body[first:last].rstrip()[-1] not in '.!?…:;,)»"' and not _ITEM.match(body, *lines[number + 1]):
            short += 1
    if not broken or full < 2 * short:
        return 0
    return longest if full > 1 or longest >= 55 else 0


def _in_paragraphs(body: str, lines: Sequence[tuple[int, int]], lengths: Sequence[int]) -> Iterator[int]:
    """The lengths of the lines that stand with others in a paragraph: a lone line says nothing of a width, nor does one with a link."""
    for number, length in enumerate(lengths):
        before = lengths[number - 1] if number else 0
        after = lengths[number + 1] if number + 1 < len(lengths) else 0
        if length and (before or after) and (length <= 100 or "://" not in body[slice(*lines[number])]):
            yield length


def _mid_sentence(line: str, following: str) -> bool:
    """Whether a line breaks off within a sentence, by its last word and the next line's first letter."""
    return line[-1] not in ".!?…:;" and (following[0].islower() or line[-1] == "," or line.rsplit(None, 1)[-1].lower() in _function_words())


@cache
def _function_words() -> frozenset[str]:
    """Function words of English and French."""
    return frozenset(f"{WORDS['en']} {WORDS['fr']}".split())


def _first_word(body: str, first: int, last: int) -> int:
    """The length of the first word of a line."""
    text = body[first : min(last, first + 200)].lstrip()
    return len(text.split(None, 1)[0]) if text else 0


def _joined(body: str, start: int, end: int, first: int, text: str, width: int) -> bool:
    """Whether the line `text` at `first` goes on with the unit that ends at `end`."""
    if _named_next(body, start, end):
        return named(text)
    if "\n\n" in body[end : first + 1] or not width or _ITEM.match(text):
        return False
    begin = body.rfind("\n", 0, end) + 1
    length = len(body[max(begin, start) : end].rstrip())
    return length + 1 + len(text.split(None, 1)[0]) > width - 6 and length >= 40


def _sentences(body: str, start: int, end: int) -> Iterator[Piece]:
    """The sentences of one unit."""
    begin = start
    position = start
    while found := _END.search(body, position, end):
        stop = found.end()
        if smiley := _SMILEY.match(body, stop, end):
            stop = smiley.end()
        position = max(stop, found.start() + 1)
        if _ends(body, begin, found.start(), found.end(), end, bool(smiley)):
            piece = _trim(body, begin, stop)
            if piece:
                yield piece
            begin = stop
    if piece := _trim(body, begin, end):
        yield piece


def _trim(body: str, start: int, end: int) -> Piece | None:
    text = body[start:end]
    bare = text.strip()
    if not bare:
        return None
    start += len(text) - len(text.lstrip())
    return start, start + len(bare), bare


def _ends(body: str, begin: int, mark: int, after: int, end: int, smiley: bool) -> bool:
    """Whether the mark at `mark` ends the sentence that began at `begin`."""
    rest = body[after : min(after + 40, end)].lstrip()
    if not rest:
        return True
    if mark - begin < 3 and not any(map(str.isalnum, body[begin:mark])):
        return False
    sign = body[mark:after].strip()
    following = next((c for c in rest if c.isalnum()), rest[0])
    if sign[0] >= "\u2600" or sign[0] in ":;=":
        return True
    if sign[0] == ".":
        return smiley or _stops(body[max(begin, mark - 24) : mark], sign, rest, mark - begin)
    if sign[0] == "…" or sign.startswith("..."):
        return not following.islower()
    if sign[-1] in "»”\")'’" and following.islower():
        return False
    return not (rest[0] in ",;:" or (sign.startswith("(") and following.islower()))


def _stops(before: str, sign: str, rest: str, length: int) -> bool:
    """Whether a full stop ends the sentence: `before` are the characters it follows, `rest` those after it, `length` is the sentence's so far.
    Abbreviations, initials, ordinals and dots that trail off go on."""
    following = next((character for character in rest if character.isalnum()), rest[0])
    if rest[0] in ",;:»" or (sign.startswith("..") and following.islower()):
        return False
    word = before.rsplit(None, 1)[-1].lstrip("(«\"'’") if before.strip() else ""
    token = word.lower().replace("’", "'").rsplit("'", 1)[-1]
    if not token or (token.isdigit() and length <= len(token) + 3):
        return False
    if sign.startswith(".."):
        return True
    if token in _ABBREVIATIONS:
        return _abbreviation_ends(token, word, following, rest) or (token in _WORDS_TOO and length == len(word) and following.isupper())
    if len(token) == 1 and token.isalpha():
        return _word_of_talk(rest) if word[-1].isupper() else not following.islower()
    return not (following.islower() and len(token) <= 3 and "." in token)


def _abbreviation_ends(token: str, word: str, following: str, rest: str) -> bool:
    """Whether the stop after an abbreviation ends the sentence too."""
    if token in _RARELY_LAST:
        return not following.islower() and not following.isdigit() and (token not in ("st", "ext") or _word_of_talk(rest))
    if token in _WORDS_TOO:
        return following.isupper() and (word[0].islower() or _word_of_talk(rest))
    return len(token) > 2 and following.isupper() and word[0].islower() and _word_of_talk(rest)


def _word_of_talk(rest: str) -> bool:
    """Whether a sentence seems to begin here: with a function word, or a verb before its subject ("Auriez-vous"), begun large."""
    first = rest.split(None, 1)[0].strip("«\"'’(,")
    word, _, subject = first.lower().replace("’", "'").partition("'")[0].partition("-")
    return first[:1].isupper() and (word in _function_words() or subject.rpartition("-")[2] in _INVERTED)
