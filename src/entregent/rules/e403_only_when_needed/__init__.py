"""Only heard from when something is needed.

## What it finds

The asker's last three or more openings of a conversation with this person were all asks, and so is this draft.

## Why

"Always an ask" is the first red flag of people who are asked a lot.

## Example

> (three openings in a year, each a request) Hi Ruth, me again ...

## Instead

Keep in touch between two requests: thank, report what came of the help, share something of use.

## When it stays silent

One of these openings gave, thanked, reported or just kept in touch.

## Source

Ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import cite, favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E403"
NAME = "only-when-needed"
SEVERITY: Severity = "note"
NEEDS_HISTORY = True

OPENINGS = 3


def judge(brief: Brief) -> Hit | None:
    """Fires where the last three openings, and this draft, all ask."""
    asks = favours(brief)
    last = brief.openings[:OPENINGS]
    if not asks or len(last) < OPENINGS or any(opening.kind != "ask" for opening in last):
        return None
    return hit(
        brief, CODE, SEVERITY, spans_of(asks), evidence=cite(*(opening.entry for opening in last if opening.entry)), day=last[-1].day, count=OPENINGS
    )
