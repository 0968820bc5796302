"""The stage of a relation by the catalogue. All numbers of days are conventions of this project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.account import Exchange
    from entregent.model.relation import Stage

REPLY_DAYS = 3
CLOSE_REPLY_DAYS = 12
AGE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Contact:
    """The days that matter. `first_exchange`: the first day by which both had written, or met. `last_each_way`: since then at least one side has been
    silent towards the other: an exchange is a message in each direction."""

    reply_days: int = 0
    first_exchange: date | None = None
    last_exchange: date | None = None
    last_from_them: date | None = None
    last_each_way: date | None = None
    days: tuple[date, ...] = ()
    last_from_me: date | None = None


def contact(exchanges: Sequence[Exchange]) -> Contact:
    """Count the days; mail by lists, machines and in blind copy is no contact."""
    from_them = sorted({one.day for one in exchanges if one.by == "other" and one.direct and not one.met})
    from_me = sorted({one.day for one in exchanges if one.by == "me" and one.direct and not one.met})
    met = sorted({one.day for one in exchanges if one.met})
    days = tuple(sorted({*from_them, *from_me, *met}))
    both = [max(from_them[0], from_me[0])] if from_them and from_me else []
    each_way = [min(from_them[-1], from_me[-1])] if from_them and from_me else []
    return Contact(
        len(from_them), min(both + met[:1], default=None), days[-1] if days else None, from_them[-1] if from_them else None,
        max(each_way + met[-1:], default=None), days, from_me[-1] if from_me else None,
    )  # fmt: skip


def stage(found: Contact, as_of: date, known_since: date | None, *, help_both_ways: bool) -> Stage:
    """The stage on `as_of`. `known_since`, as the user said, stands for the days on record that it makes unnecessary."""
    since = min((day for day in (found.first_exchange, known_since) if day is not None), default=None)
    if since is None or since > as_of:
        return "stranger"
    enough = found.reply_days >= REPLY_DAYS or (known_since is not None and as_of - known_since >= AGE)
    if not enough or as_of - since < AGE:
        return "new"
    if found.last_exchange is not None and (found.last_each_way is None or found.last_each_way <= year_before(as_of)):
        return "dormant"
    return "close" if found.reply_days >= CLOSE_REPLY_DAYS and help_both_ways else "established"


def year_before(day: date) -> date:
    """The same date a year earlier; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
