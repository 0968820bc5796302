"""The recipient's contacts raised before there is a relation.

## What it finds

Recipient and writer hardly know each other (stage stranger or new; without history: the draft itself shows a first contact), and the draft
raises whom the
recipient knows or whether they could connect the writer.

## Why

At the first coffee, "who do you know?" tells the other that they are a door and not a person.

## Example

> It was lovely to meet you on Tuesday! Who at the ministry could you put me in touch with?

## Instead

Build the tie first. Later, open with your interest and your goal, name nobody's address book, and leave them free.

## When it stays silent

The recipient offered introductions; their role is to route such questions (recruiter, press office, support, association desk); the
question is who in their own
organisation is in charge of a matter of business; the draft shows an older tie; the stage is established or more.

## Source

"If you have only just started a relation, never raise whom they know" is the article's. Ours: what is new (fewer than 3 reply-days, or
under 60 days).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.model.roles import ROUTING
from entregent.rules.common import SURE, favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Ask, Brief
    from entregent.model.finding import Hit, Severity

CODE = "E201"
NAME = "contacts-too-early"
SEVERITY: Severity = "stop"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires on asks for contacts or introductions while the relation is new."""
    early = _early(brief)
    if not early or brief.role in ROUTING:
        return None
    asks = [ask for ask in favours(brief) if _raises_contacts(ask) and not ask.welcome]
    if not asks:
        return None
    relation = brief.relation
    if early == "draft" or relation is None:
        return hit(brief, CODE, SEVERITY, spans_of(asks), variant="why_draft", edit="remove")
    if relation.first_exchange is None:
        return hit(brief, CODE, SEVERITY, spans_of(asks), variant="why_stranger", edit="remove")
    return hit(brief, CODE, SEVERITY, spans_of(asks), day=relation.first_exchange, count=relation.reply_days, edit="remove")


def _early(brief: Brief) -> str:
    """What shows that it is early: `record`, `draft`, or nothing."""
    if brief.tie == "older":
        return ""
    relation = brief.relation
    if relation is not None and relation.grounds != "none":
        return "record" if relation.stage in {"stranger", "new"} else ""
    return "draft" if brief.tie == "first" else ""


def _raises_contacts(ask: Ask) -> bool:
    return ask.kind in {"contacts", "intro"} and ask.score >= SURE
