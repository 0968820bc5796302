"""An introduction asked for without saying what for.

## What it finds

The draft asks for an introduction to, or a meeting with, somebody other than the recipient, and does not say what will be asked of that
person.

## Why

Whoever introduces answers for what happens next. "Did you know that this girl you introduced me to was going to ask for a job?"

## Example

> Could you introduce me to your editor? I'd love to connect.

## Instead

Say the true purpose in one sentence (the post applied for, the question, the proposal), and get the agreement of both sides first, each by
their own reply.

## When it stays silent

A concrete purpose stands in the draft or in the history of this request: applying for a named post, a question, a proposal, selling
something.

## Source

The declared purpose is the article's. Ours: what counts as concrete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import SURE, favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Ask, Brief
    from entregent.model.finding import Hit, Severity

CODE = "E102"
NAME = "undisclosed-purpose"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires on introductions, and meetings with others, without a declared purpose."""
    asks = [ask for ask in favours(brief) if _to_somebody_else(ask) and not ask.purpose]
    if not asks:
        return None
    target = asks[0].target
    variant = "why" if target else "why_unnamed"
    return hit(brief, CODE, SEVERITY, spans_of(asks), variant=variant, target=(target.name or target.text) if target else "")


def _to_somebody_else(ask: Ask) -> bool:
    if ask.score < SURE:
        return False
    return ask.kind == "intro" or (ask.kind == "meet" and ask.target is not None and ask.target.owner == "reader")
