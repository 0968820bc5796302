"""The next favour before thanks for the last help.

## What it finds

The record shows help from the recipient within the last 12 months for which no thanks went out and no outcome was reported, and the draft
asks for the
next favour without thanking.

## Why

Help that vanishes without a word is given once.

## Example

> (she sent a name in March; nothing since) Could you also read my letter?

## Instead

Thank for what was given, however small, and tell what came of it; then ask for one pointer.

## When it stays silent

The draft thanks for that help, or thanks went out since, by mail or (say so) in person.

## Source

Gratitude is the article's. Ours: the 12 months, and that a report of the outcome counts as thanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import YEAR, cite, favours, hit, spans_of

if TYPE_CHECKING:
    from entregent.model.brief import Brief
    from entregent.model.finding import Hit, Severity

CODE = "E304"
NAME = "help-unthanked"
SEVERITY: Severity = "warn"
NEEDS_HISTORY = True


def judge(brief: Brief) -> Hit | None:
    """Fires on a new favour, no reminder of one, asked while help is unthanked, here as well."""
    asks = [ask for ask in favours(brief) if not any(earlier.fate == "open" for earlier in ask.earlier)]
    owed = [entry for entry in brief.unthanked if brief.as_of - entry.day <= YEAR]
    if not asks or not owed or brief.thanked_here:
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks), evidence=cite(*owed), day=owed[-1].day, edit="thank")
