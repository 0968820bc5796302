"""Replacements that a Hit proposes, in the register of the draft.

A draft asserts only what is on record, so what is not known is left as a marked gap.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from entregent.advice import names
from entregent.model.finding import Edit

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit

_TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t['’])(?=\W|$)|\bt['’]", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)

_THANKS = {
    "en": "Thank you again for your help on {day} [what came of it]. ",
    "tu": "Merci encore pour ton aide du {day} [les suites données]. ",
    "vous": "Merci encore pour votre aide du {day} [les suites données]. ",
}


def edits(hit: Hit, brief: Brief) -> tuple[Edit, ...]:
    """The edits that make the draft free of the finding, in order and disjoint; none where no small change would do."""
    if hit.edit == "remove":
        return _removals(hit, brief.draft.body)
    if hit.edit == "thank":
        return _thanks(hit, brief)
    return ()


def _removals(hit: Hit, body: str) -> tuple[Edit, ...]:
    """Takes whole spans out, with the space behind them; nothing where hardly anything of the draft would remain."""
    taken = [Edit(span.start, _past_space(body, span.end), "") for span in hit.spans]
    rest = len(body.split()) - sum(len(body[edit.start : edit.end].split()) for edit in taken)
    return tuple(taken) if rest >= 15 else ()


def _past_space(body: str, end: int) -> int:
    while end < len(body) and body[end] in " \t\N{NO-BREAK SPACE}":
        end += 1
    return end


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
