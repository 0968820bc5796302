"""Two people connected who did not both agree.

## What it finds

The draft connects two people (both addressed, or the address of one given to the other), and neither draft nor record shows that both
agreed, or the draft does not
say what for.

## Why

Whoever is introduced without being asked has to be polite to a stranger for your sake.

## Example

> Meet Sam! I'm sure you two will find plenty to talk about.

## Instead

Ask each in private first, with the true purpose in the requester's own words and an easy no; connect only after both said yes.

## When it stays silent

Both agreed and the purpose stands there; they share an employer or a running piece of work; the role of one is to be written to.

## Source

The angry superior is the article's. Ours: the two consents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import hit

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E601"
NAME = "unagreed-introduction"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires where the draft introduces people and a consent or the purpose is missing."""
    introduction = brief.introduction
    if introduction is None or introduction.shared_work or (introduction.agreed and introduction.purpose):
        return None
    variant = "why" if not introduction.agreed else "why_purpose"
    return hit(brief, CODE, SEVERITY, introduction.spans, variant=variant, third=introduction.name)
