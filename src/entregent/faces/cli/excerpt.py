"""The sentences of a draft that a finding speaks of, with its spans marked: underlined on a terminal, with carets below where there is no colour."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from entregent.faces.cli.screen import Screen, clean, columns, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

LIGHT, HEAVY = "  │ ", "  ┃ "
AROUND = 120
"""How many characters of a sentence are shown before and after the span, at most."""
SHORT = 45
"""A line shorter than this ends on purpose (a greeting, an item of a list); a longer one was wrapped by the mail program."""
_ENDS = ".!?…"
_CLOSING = "\"')]»”’"


class Excerpt(NamedTuple):
    """`start:end` of the text, holding the spans `marks`; cut within a sentence where `before` or `after` is true."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    before: bool = False
    after: bool = False


def excerpts(text: str, spans: Sequence[tuple[int, int]]) -> list[Excerpt]:
    """The sentences around the spans, in order; spans of one sentence share an excerpt."""
    made: list[Excerpt] = []
    for start, end in sorted({(start, end) for start, end in spans if 0 <= start < end <= len(text)}):
        left, before = _left(text, start)
        right, after = _right(text, end)
        last = made[-1] if made else None
        if last and left <= last.end + 1:  # sentences that follow each other read better together
            made[-1] = Excerpt(last.start, max(last.end, right), (*last.marks, (start, end)), last.before, after if right >= last.end else last.after)
        else:
            made.append(Excerpt(left, right, ((start, end),), before, after))
    return made


def _ends_at(text: str, place: int) -> bool:
    """Whether a sentence or a line of its own ends right before `place`."""
    if text[place - 1] == "\n":
        line_start = text.rfind("\n", 0, place - 1) + 1
        return place - 1 - line_start < SHORT or text[place : place + 1] in {"\n", "-", "*", "•", ">"}
    if not text[place].isspace():
        return False
    return text[:place].rstrip(_CLOSING + "\u00a0\u202f")[-1:] in _ENDS if text[place - 1] in _ENDS + _CLOSING else False


def _left(text: str, start: int) -> tuple[int, bool]:
    place = start
    while place > 0 and not _ends_at(text, place):
        place -= 1
        if start - place > AROUND:
            space = text.find(" ", place, start)
            return (space + 1 if space >= 0 else place), True
    while place < start and text[place].isspace():
        place += 1
    return place, False


def _right(text: str, end: int) -> tuple[int, bool]:
    place = end
    while place < len(text) and not (place > 0 and _ends_at(text, place)):
        place += 1
        if place - end > AROUND:
            space = text.rfind(" ", end, place)
            return (space if space >= 0 else place), True
    while place > end and text[place - 1].isspace():
        place -= 1
    return place, False


def flattened(text: str) -> tuple[str, list[int]]:
    """The text with each run of blanks and line ends as one blank (no-break spaces stay), and where each place in it, its end included, went."""
    made: list[str] = []
    places: list[int] = []
    for character in text:
        places.append(len(made))
        if character not in " \n":
            made.append(character)
        elif not made or made[-1] != " ":
            made.append(" ")
        else:
            places[-1] -= 1
    return "".join(made), [*places, len(made)]


def drawn(text: str, excerpt: Excerpt, screen: Screen, style: str) -> list[str]:
    """The lines of an excerpt behind a rule, with its spans marked in `style`. Where all of it is marked, a heavy rule does instead of carets."""
    head, tail = ("… " if excerpt.before else ""), (" …" if excerpt.after else "")
    joined, places = flattened(clean(text[excerpt.start : excerpt.end]))
    flat = head + joined + tail
    marks = [(len(head) + places[start - excerpt.start], len(head) + places[end - excerpt.start]) for start, end in excerpt.marks]
    made: list[str] = []
    edges = [0, *itertools.chain(*marks), len(flat)]
    whole = not "".join(flat[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)).strip()
    gutter = HEAVY if whole else LIGHT
    edge = screen.style(gutter, "dim")
    for start, end in lines(flat, max(16, screen.width - columns(gutter))):
        inside = [(max(start, first), min(end, last)) for first, last in marks if first < end and last > start]
        inside = [(first, last) for first, last in inside if flat[first:last].strip()]
        made.append(edge + _styled(flat, start, end, inside, screen, style))
        if inside and not (screen.colour or whole):
            made.append(gutter + _carets(flat, start, inside))
    return made


def _styled(flat: str, start: int, end: int, inside: Sequence[tuple[int, int]], screen: Screen, style: str) -> str:
    made, place = "", start
    for first, last in inside:
        made += flat[place:first] + screen.style(flat[first:last], style)
        place = last
    return (made + flat[place:end]).rstrip(" ")


def _carets(flat: str, start: int, inside: Sequence[tuple[int, int]]) -> str:
    made, place = "", start
    for first, last in inside:
        end = first + len(flat[first:last].rstrip(" "))
        made += " " * columns(flat[place:first]) + "^" * columns(flat[first:end])
        place = end
    return made
