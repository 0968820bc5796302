"""The same request again.

## What it finds

The same favour is asked again: after a refusal; or for the third time or more without an answer; or less than 5 days after the last
time without an answer and without a deadline that the recipient knows. A business request counts only where the very same one was refused.

## Why

"Don't press somebody to help you again and again." A no that has to be said twice is remembered.

## Example

> Have you had a chance to look at my script? (third mail in two weeks)

## Instead

One polite reminder after five days or more, with an easy way out. Accept a no, and silence as one.

## When it stays silent

One polite reminder after 5 days or more; new facts that change the request; the recipient asked to be reminded; the same message sent again
for a missing attachment or a
correction; a claim to what is owed; a refusal older than 12 months that was not one of principle.

## Source

Not to press again and again is the article's. Ours: five days, the third time, twelve months.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from entregent.rules.common import YEAR, cite, hit

if TYPE_CHECKING:
    from entregent.model.brief import Ask, Brief
    from entregent.model.finding import Hit, Severity

CODE = "E302"
NAME = "pressing-again"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = True

PATIENCE = timedelta(days=5)


def judge(brief: Brief) -> Hit | None:
    """Fires on the first ask of the draft that presses; a refusal outranks the counts."""
    verdicts = [verdict for ask in brief.asks if ask.earlier and not ask.renewed for verdict in (_pressing(brief, ask),) if verdict]
    if not verdicts:
        return None
    return max(verdicts, key=lambda verdict: verdict.severity == "stop")


def _pressing(brief: Brief, ask: Ask) -> Hit | None:
    refused = [earlier for earlier in ask.earlier if earlier.fate == "refused" and brief.as_of - earlier.entry.day <= YEAR]
    if refused:
        last = refused[-1]
        told = cite(last.entry, *([last.refusal] if last.refusal else []))
        day = last.refusal.day if last.refusal else last.entry.day
        return hit(brief, CODE, "stop", ask.spans, variant="why_refused", evidence=told, day=day)
    if not ask.favour or ask.welcome:
        return None
    open_ones = [earlier for earlier in ask.earlier if earlier.fate == "open"]
    if not open_ones:
        return None
    evidence = cite(*(earlier.entry for earlier in open_ones))
    last_day = open_ones[-1].entry.day
    times = len({earlier.entry.message_id for earlier in open_ones})
    if times >= 2:
        return hit(brief, CODE, SEVERITY, ask.spans, variant="why_third", evidence=evidence, day=last_day, count=times + 1)
    if brief.as_of - last_day < PATIENCE and not (ask.deadline or any(earlier.entry.due for earlier in open_ones)):
        days = (brief.as_of - last_day).days
        return hit(brief, CODE, SEVERITY, ask.spans, evidence=evidence, day=last_day, days=days, fits=last_day + PATIENCE)
    return None
