"""The recipient is blamed for not helping.

## What it finds

The draft blames the recipient for not helping, not answering or not helping enough, or claims help as due.

## Why

Help that is claimed is no longer a gift. Contacts and mentors have their own career and reputation to look after.

## Example

> After all I did for you, I expected more than a forwarded link.

## Instead

Thank for what was given, however small; ask for one pointer, once; accept a no.

## When it stays silent

Neutral mention of silence or of a promise ("I know you're busy", "as you kindly offered"); an evident joke between close people; a factual
complaint about a service that is paid for or owed by role.

## Source

"Why can't you help me with this?" and the handling are the article's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.model.speech import Span
from entregent.rules.common import hit

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E301"
NAME = "reproach"
SEVERITY: Severity = "stop"
NEEDS_HISTORY = False


def judge(brief: Brief) -> Hit | None:
    """Fires on the sentences that the Brief holds for reproaches."""
    if not brief.reproaches:
        return None
    return hit(brief, CODE, SEVERITY, [Span(sentence.start, sentence.end) for sentence in brief.reproaches], edit="remove")
