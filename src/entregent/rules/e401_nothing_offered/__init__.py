"""A costly favour with nothing in it for the recipient.

## What it finds

The draft asks a favour that costs the recipient real time or reputation, and neither the draft nor the balance of the record holds anything
for them: no offer, nothing
useful, no help given before.

## Why

A professional relation is a symbiosis; nobody wants to feel used.

## Example

> Would you read the 80 pages by the end of the month?

## Instead

Ask yourself before every favour what you can offer in return, and offer something concrete, however modest.

## When it stays silent

A small question (two minutes); the balance is in their debt; a concrete offer stands in the draft.

## Source

"What can I offer in return?" is the article's. Ours: what counts as costly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E401"
NAME = "nothing-offered"
SEVERITY: Severity = "note"
NEEDS_HISTORY = True


def judge(brief: Brief) -> Hit | None:
    """Fires on a costly favour without an offer, where the asker has not given at least as much as they got.

    Thanks from the asked count as something given, for they were for something.
    """
    asks = [ask for ask in favours(brief) if not ask.small and not ask.question and not ask.welcome]
    if not asks or brief.offered_here:
        return None
    balance = brief.relation.balance if brief.relation else None
    thanked = sum(entry.kind == "thanks" and entry.by == "other" for entry in brief.account.entries)
    if balance is not None and max(balance.gave, thanked) >= max(1, balance.got):
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks))
