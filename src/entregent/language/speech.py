"""The door of the room: a body in, what its writer said out, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from entregent.language.identify import READ, detect, judge
from entregent.language.own import own_spans
from entregent.language.segment import segment
from entregent.language.whom import with_gains
from entregent.model.speech import Sentence, Span, Speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.segment import Piece

_SURE = 4.0
"""Log-odds by which a sentence must speak for another language than its message, and the words it must have for that."""
_WORDS = 4


def read(body: str, *, subject: str = "", language: str | None = None) -> Speech:
    """Read a message: its own text, language, sentences and acts.

    `language` (a code) is what the user said, and outranks what is found. A message in two languages is read sentence by sentence, what is
    neither English nor French stays unread in it. Words too few to tell ("FYI", "no") are in the language of what is quoted with them, or of the
    subject. A message without words of its own has no language, and nothing in it is left unread. Never raises, whatever the text.
    """
    own = own_spans(body)
    said = "\n".join(body[start:end] for start, end in own)
    if not said.strip():
        return Speech(language or "", True, own, ())
    tongue = language or detect(said) or _around(body, own) or detect(subject)
    pieces = segment(body, own, tongue)
    tongues = [tongue] * len(pieces) if language else _tongues(pieces, tongue)
    tongue = _main(pieces, tongues, tongue)
    if tongue not in READ:
        return Speech(tongue, False, own, ())
    return Speech(tongue, True, own, with_gains(tuple(_silenced(one) for one in _sentences(pieces, tongues, subject))))


def _silenced(sentence: Sentence) -> Sentence:
    """What has no letter in it does nothing, whatever its signs are like: "?" alone, a row of dots."""
    return sentence if any(letter.isalpha() for letter in sentence.text) else replace(sentence, acts=(), favour=0.0)


def _around(body: str, own: Sequence[Span]) -> str:
    """The language of what the writer quotes or forwards: whoever answers in a word answers in the language that was spoken."""
    edges = [0, *(edge for span in own for edge in span), len(body)]
    return detect("\n".join(body[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)))


def _tongues(pieces: Sequence[Piece], tongue: str) -> list[str]:
    """The language of each piece: the message's unless the piece, by itself, clearly speaks another."""
    result = []
    for _, _, text in pieces:
        found, lead = judge(text) if text.count(" ") >= _WORDS - 1 else ("", 0.0)
        other = bool(found) and found != tongue and lead >= _SURE
        result.append(found if other else tongue)
    return result


def _main(pieces: Sequence[Piece], tongues: Sequence[str], tongue: str) -> str:
    """The message's language by its sentences: one that is read, where a fair part of the message is in it."""
    sizes: dict[str, int] = {}
    for (_, _, text), found in zip(pieces, tongues, strict=True):
        sizes[found] = sizes.get(found, 0) + len(text)
    total = sum(sizes.values()) or 1
    best = max(sizes, key=sizes.__getitem__, default=tongue)
    if best in READ:
        return best
    second = max((found for found in sizes if found in READ), key=sizes.__getitem__, default="")
    return second if second and sizes[second] >= max(0.25 * total, 80) else best


def _sentences(pieces: Sequence[Piece], tongues: Sequence[str], subject: str) -> tuple[Sentence, ...]:
    """The pieces that are read, annotated run by run of one language."""
    from entregent.language.reader import annotate

    result: list[Sentence] = []
    run: list[Piece] = []
    spoken = ""
    for piece, tongue in zip((*pieces, (0, 0, "")), (*tongues, ""), strict=True):
        if tongue != spoken and run:
            result.extend(annotate(run, spoken, subject))
            run = []
        spoken = tongue
        if tongue in READ:
            run.append(piece)
    return tuple(result)
