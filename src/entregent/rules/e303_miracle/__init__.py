"""An outcome asked of somebody who cannot give it.

## What it finds

The recipient is asked to secure an outcome that is not theirs to give: get me the job, make sure that I get an interview, convince your
boss.

## Why

Contacts and mentors are no miracles: who opened a door for you cannot see to it that you get what is behind it.

## Example

> Please make sure that I get through to the final round.

## Instead

Ask for information, a pointer or a word, once, and thank for it.

## When it stays silent

They are the one who decides it; a pointer or an opinion is asked for.

## Source

The article's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E303"
NAME = "miracle"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires on favours marked as an outcome beyond the recipient."""
    asks = [ask for ask in favours(brief) if "miracle" in ask.marks and not ask.theirs_to_give]
    if not asks:
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks))
