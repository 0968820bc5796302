"""What several rules ask of a Brief, and how a Hit is made of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

from entregent.model.finding import Evidence, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from entregent.model.account import Entry
    from entregent.model.brief import Ask, Brief, Third
    from entregent.model.finding import Severity
    from entregent.model.speech import Span

HALF_YEAR = timedelta(days=183)
YEAR = timedelta(days=365)


SURE = 0.65
"""How sure it must be that a favour is asked before the asker's reach for other people is judged."""


def favours(brief: Brief) -> tuple[Ask, ...]:
    """The asks of the draft that are favours by the catalogue."""
    return tuple(ask for ask in brief.asks if ask.favour)


def cite(*entries: Entry) -> tuple[Evidence, ...]:
    """Entries as evidence, each message once, oldest first; what the user said has no message and is not cited."""
    told = {entry.message_id: Evidence(entry.message_id, entry.day, entry.quote) for entry in entries if entry.message_id}
    return tuple(sorted(told.values(), key=lambda evidence: (evidence.day, evidence.message_id)))


def third_name(third: Third | None) -> str:
    """How the draft names a third person: by name where it gives one, else in its own words ("my niece")."""
    if third is None:
        return ""
    return third.mention.name or third.mention.text


def hit(
    brief: Brief,
    code: str,
    severity: Severity,
    spans: Iterable[Span],
    *,
    variant: str = "why",
    evidence: tuple[Evidence, ...] = (),
    edit: Literal["", "remove", "thank"] = "",
    **facts: Any,
) -> Hit:
    """A Hit whose facts always hold both names; an inbound draft takes the words of the same variant for being asked."""
    known = {
        "asker": brief.asker.name if brief.asker else "",
        "asked": brief.asked.name if brief.asked else "",
    }
    return Hit(
        code=code,
        severity=severity,
        spans=tuple(sorted(set(spans))),
        variant=variant if brief.direction == "out" else f"{variant}_in",
        facts=known | facts,
        evidence=evidence,
        edit=edit,
    )


def spans_of(asks: Iterable[Ask]) -> tuple[Span, ...]:
    """All spans of some asks."""
    return tuple(span for ask in asks for span in ask.spans)
