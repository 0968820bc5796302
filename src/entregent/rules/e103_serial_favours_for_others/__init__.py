"""A second favour for somebody else within six months.

## What it finds

The draft asks for a favour for a third person, and within the six months before the same recipient was already asked for one for a third
person.

## Why

One favour for a friend is an exception; the second makes the recipient a service for your friends. In the article it is the second request
that went straight to the bin.

## Example

> You were so kind to my nephew in March. Now my neighbour's daughter is looking for an internship ...

## Instead

Do not ask favours for others; thank for the first one, and let it rest.

## When it stays silent

The earlier favour was for yourself, or the recipient invited more.

## Source

The second similar request is the article's. Ours: the six months.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import HALF_YEAR, cite, favours, hit, spans_of, third_name

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E103"
NAME = "serial-favours-for-others"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = True


def judge(brief: Brief) -> Hit | None:
    """Fires where a favour for a third person follows another within six months."""
    asks = [ask for ask in favours(brief) if ask.beneficiary is not None and not ask.beneficiary.mine and not ask.welcome and not ask.question]
    recent = [entry for entry in brief.favours_for_thirds if brief.as_of - entry.day <= HALF_YEAR]
    if not asks or not recent:
        return None
    if any(invitation.date > recent[0].date for invitation in brief.invitations):
        return None
    return hit(
        brief, CODE, SEVERITY, spans_of(asks), evidence=cite(*recent),
        third=third_name(asks[0].beneficiary), what=asks[0].kind, day=recent[0].day, earlier=recent[0].beneficiary,
    )  # fmt: skip
