"""A request that cannot be answered as it stands.

## What it finds

A favour is asked with no question or action that the recipient could answer or do: "pick your brain", "any help", "anything you can do".

## Why

A vague request gives the other the work of finding out what is wanted; most let it lie.

## Example

> I'd love to pick your brain some time.

## Instead

One precise question, that can be answered in two minutes.

## When it stays silent

A concrete question stands beside it.

## Source

Ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E501"
NAME = "vague-ask"
SEVERITY: Severity = "note"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires where the favour that is asked most clearly is vague."""
    asks = favours(brief)
    vague = [ask for ask in asks if "vague" in ask.marks and not ask.concrete and ask.kind != "contacts"]
    if not vague or max(ask.score for ask in vague) < max(ask.score for ask in asks):
        return None
    return hit(brief, CODE, SEVERITY, spans_of(vague))
