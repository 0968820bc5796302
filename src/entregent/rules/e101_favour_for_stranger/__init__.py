"""A favour asked for somebody whom the recipient does not know.

## What it finds

The draft asks the recipient for a favour whose beneficiary is a third person, and neither the draft nor the mail read shows that the two
know each other.

## Why

The recipient is to spend their time or their name on a stranger, and cannot decline without seeming to decline you.

## Example

> Could you pass on my cousin's CV to your production manager?

## Instead

Decline kindly towards the friend ("I don't feel comfortable asking"), or ask one precise question on their behalf that the recipient can
answer
themselves.

## When it stays silent

The history or the draft shows that they know each other; the recipient offered it; the draft asks one precise question that can be
answered without acting; you ask in your own role for a colleague, an employee, a client, a patient or a pupil whose work you vouch for;
the third person only comes along with you; you offer something to the recipient through the third person.

## Source

The request, its effect and the handling are the article's. Ours: what counts as knowing each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.rules.common import favours, hit, spans_of, third_name

if TYPE_CHECKING:
    from entregent.model.brief import Ask, Brief
    from entregent.model.finding import Hit, Severity

CODE = "E101"
NAME = "favour-for-stranger"
SEVERITY: Severity = "stop"
NEEDS_HISTORY = False

CERTAIN = 0.85
"""How sure the favour must be where the third person is named and not told to be the writer's kin or friend: they may be anybody of some work."""


def judge(brief: Brief) -> Hit | None:
    """Fires on the asks for a stranger's benefit that nothing excuses."""
    asks = [ask for ask in favours(brief) if _for_stranger(ask)]
    if not asks:
        return None
    return hit(brief, CODE, SEVERITY, spans_of(asks), third=third_name(asks[0].beneficiary), what=asks[0].kind)


def _for_stranger(ask: Ask) -> bool:
    third = ask.beneficiary
    if third is None or not third.mention.text:  # somebody whom nothing in the draft names may be anybody, the asker too
        return False
    private = third.mention.kind == "kin" and third.mention.owner == "writer"
    if not private and ask.score < CERTAIN:
        return False
    return not third.known_by and not third.mine and not ask.question and not ask.welcome
