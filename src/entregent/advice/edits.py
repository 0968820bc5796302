"""Replacements that a Hit proposes, in the register of the draft.

A draft asserts only what is on record, so what is not known is left as a marked gap.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from entregent.advice import names
from entregent.model.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from entregent.model.brief import Brief
    from entregent.model.finding import Hit

_TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t['’])(?=\W|$)|\bt['’]", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)

_SPACES = " \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

_THANKS = {
    "en": "Thank you again for your help on {day} [what came of it]. ",
    "tu": "Merci encore pour ton aide du {day} [les suites données]. ",
    "vous": "Merci encore pour votre aide du {day} [les suites données]. ",
}


REMAINS = 15
"""Words of the writer's own that removals must leave; with fewer, the draft is to be written anew."""


def edits(hits: Sequence[Hit], brief: Brief) -> list[tuple[Edit, ...]]:
    """For each Hit the edits that make the draft free of it, in order; none where no small change would do.

    The edits of a report never overlap: where those of several Hits would, they are one edit, which all of them show. Hits that come first
    come first where not all that is to be removed may go.
    """
    proposed: list[tuple[Edit, ...]] = []
    for hit in hits:
        if hit.edit == "remove":
            proposed.append(_removals(hit, brief, [edit for made in proposed for edit in made]))
        else:
            proposed.append(_thanks(hit, brief) if hit.edit == "thank" else ())
    merged = _merged({edit for made in proposed for edit in made}, brief.draft.body)
    return [tuple(sorted({merged[edit] for edit in made})) for made in proposed]


def _merged(proposed: Iterable[Edit], body: str) -> dict[Edit, Edit]:
    """For each edit the one that takes its place. An insertion where a removal begins belongs to it: in which order to apply them would matter."""
    groups: list[tuple[Edit, list[Edit]]] = []
    for edit in sorted(proposed):
        if groups and (edit.start < groups[-1][0].end or edit.start == groups[-1][0].start):
            whole, parts = groups[-1]
            whole = Edit(whole.start, max(whole.end, edit.end), whole.text + edit.text)
            groups[-1] = (_with_space(whole, body), [*parts, edit])
        else:
            groups.append((_with_space(edit, body), [edit]))
    return {edit: whole for whole, parts in groups for edit in parts}


def _removals(hit: Hit, brief: Brief, others: Iterable[Edit]) -> tuple[Edit, ...]:
    """Takes whole spans out, with the space or the empty line behind them; nothing where, with what else is removed, hardly anything would remain."""
    body = brief.draft.body
    taken: list[Edit] = []
    for span in sorted(hit.spans):
        if taken and not body[taken[-1].end : span.start].strip():
            taken[-1] = Edit(taken[-1].start, max(taken[-1].end, span.end), "")
        else:
            taken.append(Edit(span.start, span.end, ""))
    gone = set(_merged({*taken, *others}, body).values())
    own = brief.draft.speech.own or ((0, len(body)),)
    rest = sum(len(body[start:end].split()) for start, end in own) - sum(len(body[edit.start : edit.end].split()) for edit in gone)
    return tuple(taken) if rest >= REMAINS else ()


def _with_space(edit: Edit, body: str) -> Edit:
    """A removal that leaves neither a doubled space nor, of a paragraph, an empty line more than before; an insertion as it is."""
    start, end, text = edit
    if start == end:
        return edit
    while end < len(body) and body[end] in _SPACES:
        end += 1
    if not text and (start == 0 or body[start - 1] == "\n") and body[end : end + 1] == "\n":
        end += 1
        while (start == 0 or body[:start].endswith("\n\n")) and body[end : end + 1] == "\n":
            end += 1
    return Edit(start, end, text)


def _thanks(hit: Hit, brief: Brief) -> tuple[Edit, ...]:
    language = brief.language
    if "day" not in hit.facts or not hit.spans:
        return ()
    form = _THANKS["en"] if language == "en" else _THANKS[register(brief.draft.body)]
    start = hit.spans[0].start
    return (Edit(start, start, form.format(day=names.day(hit.facts["day"], brief.as_of, language))),)


def register(body: str) -> str:
    """Whether a French draft says `tu` or `vous`."""
    return "tu" if len(_TU.findall(body)) > len(_VOUS.findall(body)) else "vous"
