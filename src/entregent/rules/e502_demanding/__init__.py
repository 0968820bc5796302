"""A favour ordered, or hurried without a reason.

## What it finds

Orders, presumed consent or haste without a reason, for a favour: "ASAP", "I need you to", "by tonight", "thanks for sorting this out".

## Why

A favour leaves the other free; an order does not.

## Example

> I need you to send my CV to your boss by tonight.

## Instead

Ask, give the real deadline with its reason, and leave an easy way out.

## When it stays silent

A real deadline with its reason; business requests.

## Source

"As soon as possible" is the article's; the rest is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E502"
NAME = "demanding"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires on favours marked as demanding, unless a reasoned deadline explains them."""
    asks = [ask for ask in favours(brief) if "demanding" in ask.marks and not ask.reasoned and "out" not in ask.marks]
    if not asks:
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks))
