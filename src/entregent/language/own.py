"""The writer's own text in a body. Quotes and forwards first, then signatures and footers of what is left; when in doubt, text stays.

Method after Lampert et al. 2009, "Segmenting email message text into zones", whose zones this keeps (author, quoted, forwarded, signature,
disclaimer, advertising, attachment), here with rules over lines instead of a trained model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.language.lines import OWN, SIGNATURE, Lines
from entregent.language.quotes import mark_quotes
from entregent.language.signatures import mark_signatures
from entregent.language.signs import INLINE
from entregent.model.speech import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def own_lines(body: str) -> Lines:
    """The lines of `body`, each with its kind."""
    lines = Lines(body)
    mark_quotes(lines)
    mark_signatures(lines)
    return lines


def own_spans(body: str) -> tuple[Span, ...]:
    """What the writer wrote here: without quotes, forwards, signatures, legal and list footers. Spans are half-open code points of `body`,
    in order, disjoint, and begin and end with text; a closing line and the name below it stay in."""
    lines = own_lines(body)
    spans: list[Span] = []
    first = last = -1
    for index, kind in enumerate(lines.kind):
        if kind == OWN:
            if first < 0:
                first = index
            last = index
        elif kind > OWN + 1 and first >= 0:
            spans.append(_span(lines, first, last))
            first = -1
    if first >= 0:
        spans.append(_span(lines, first, last))
    return tuple(_without_inline(body, spans)) if "(See a" in body or "(Embedded" in body or "(Voir f" in body else tuple(spans)


def signature_spans(body: str) -> tuple[Span, ...]:
    """The cards below (or above) the writer's text: what says who they are, for whoever needs a name, a firm or a telephone number."""
    lines = own_lines(body)
    return tuple(_span(lines, index, index) for index, kind in enumerate(lines.kind) if kind == SIGNATURE)


def _without_inline(body: str, spans: list[Span]) -> Iterator[Span]:
    """The spans parted where a program named an attachment within them."""
    for first, end in spans:
        start = first
        while found := INLINE.search(body, start, end):
            if body[start : found.start()].strip():
                yield _stripped(body, start, found.start())
            start = found.end()
        if body[start:end].strip():
            yield _stripped(body, start, end)


def _stripped(body: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    text = body[start:end]
    return Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))


def _span(lines: Lines, first: int, last: int) -> Span:
    """From the first character of the text of line `first` to the last one of line `last`."""
    start = lines.start[first] + lines.raw[first].find(lines.text[first])
    end = lines.start[last] + lines.raw[last].find(lines.text[last]) + len(lines.text[last])
    return Span(start, end)
