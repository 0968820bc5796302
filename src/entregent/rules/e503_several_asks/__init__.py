"""Several favours in one message.

## What it finds

Three or more different favours in one draft.

## Why

Each weighs on the others; the easiest answer to all of them is none.

## Example

> Could you read my letter, put me in touch with Omar, and share the post on your page?

## Instead

One request a message: the one that matters most.

## When it stays silent

Sub-questions of one favour.

## Source

Ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E503"
NAME = "several-asks"
SEVERITY: Severity = "note"
NEEDS_HISTORY = False

SEVERAL = 3
ONE_SORT = {"contacts": "intro", "endorse": "job", "advice": "review"}
"""Kinds that so often serve one favour that two of them count as one."""


def judge(brief: Brief) -> Hit | None:
    """Fires on three favours of different kinds."""
    asks = favours(brief)
    kinds = {ONE_SORT.get(ask.kind, ask.kind) for ask in asks}
    if len(kinds) < SEVERAL:
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks), count=len(kinds))
