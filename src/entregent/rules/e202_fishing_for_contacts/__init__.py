"""Contacts asked for in bulk or blind.

## What it finds

At any stage, contacts are asked for with no person named, and with no interest or goal that would let the recipient choose.

## Why

"Anyone in your network" gives the other the work of guessing, and treats their people as stock.

## Example

> Who else do you know? Any names would do.

## Instead

State your interest and your goal and leave them free: "I'd love to work in exhibition lighting, but I hardly know anybody there."

## When it stays silent

A named person is asked for (then E102 may apply); interest and goal are stated and the recipient is left free; a public notice
(a vacancy, an event) is to be passed on to whoever may care.

## Source

"Who do you know, and can you put us in touch as soon as possible?" and the gentler way are the article's. Ours: blind at any stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import SURE, favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E202"
NAME = "fishing-for-contacts"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires on contacts asked for without a name and without a goal."""
    asks = [ask for ask in favours(brief) if ask.kind == "contacts" and ask.score >= SURE and not ask.concrete and not ask.welcome]
    if not asks:
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks), edit="remove")
