"""The relation with one person, on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from entregent.model.relation import Relation, Stage
from entregent.relations.balance import balance
from entregent.relations.stage import contact, stage
from entregent.relations.state import state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from entregent.model.account import Account, Exchange, Said
    from entregent.model.people import Person


def relate(account: Account, person: Person, as_of: date, said: Sequence[Said] = ()) -> Relation:
    """How it stands on `as_of` (inclusive). Nothing dated later is read, whatever the account holds; the turn is given only where the account ends by
    then (see `ledger.until`). `said` is what the user said of anybody; of this person count `role`, `known-since` (value or day), `met`, `stage`
    (value: a stage, as for `check --stage`). What was said has no date of its own: it is known whenever it speaks of the past.
    """
    words = [word for word in said if word.person == person.key or word.person in person.addresses]
    exchanges = [one for one in account.exchanges if one.day <= as_of]
    entries = [one for one in account.entries if one.day <= as_of]
    keys = {one.key for one in entries}
    pairs = [pair for pair in account.pairs if pair.earlier in keys and pair.later in keys]
    role = _last(words, "role").strip().lower()
    found = contact([*exchanges, *_met(words, exchanges, as_of)])
    known = _known_since(words, as_of)
    counts = balance(entries, pairs, role)
    named = _last(words, "stage").strip().lower()
    reached = _stage(named) or stage(found, as_of, known, help_both_ways=counts.got > 0 and counts.gave > 0)
    plain = stage(found, as_of, None, help_both_ways=counts.got > 0 and counts.gave > 0)
    grounds: Literal["record", "said", "none"] = "record" if found.days else "none"
    if _stage(named) or reached != plain:
        grounds = "said"
    current = len(exchanges) == len(account.exchanges)
    now = "resting" if reached == "dormant" else state(found.days, as_of)
    first = min((day for day in (found.first_exchange, known) if day is not None), default=None)
    return Relation(
        person.key, person.name, reached, grounds, now, found.reply_days, first, found.last_exchange, found.last_from_them,
        counts, role, (account.turn or "") if current else "", found.last_from_me,
    )  # fmt: skip


def _stage(value: str) -> Stage | None:
    return next((one for one in get_args(Stage) if one == value), None)


def _last(words: Iterable[Said], kind: str) -> str:
    """The value said last of a kind, "" for none."""
    found = sorted((word for word in words if word.kind == kind), key=_order)
    return found[-1].value if found else ""


def _order(word: Said) -> tuple[int, str]:
    """What is numbered later outranks what was said before."""
    return word.number, word.at.isoformat() if word.at else ""


def _known_since(words: Sequence[Said], as_of: date) -> date | None:
    found = sorted((word for word in words if word.kind == "known-since"), key=_order)
    if not found:
        return None
    day = found[-1].day or _day(found[-1].value)
    return day if day is not None and day <= as_of else None


def _day(value: str) -> date | None:
    """ "2012", "2012-05" or "2012-05-01"; a year or month begins on its first day."""
    parts = value.strip().split("-")
    try:
        return date(*(int(part) for part in (*parts, "1", "1")[:3])) if 1 <= len(parts) <= 3 else None
    except ValueError:
        return None


def _met(words: Iterable[Said], exchanges: Iterable[Exchange], as_of: date) -> list[Exchange]:
    """Meetings that were said and are not in the account yet."""
    from datetime import UTC, datetime, time

    from entregent.model.account import Exchange

    there = {one.day for one in exchanges if one.met}
    days = {word.day or (word.at.date() if word.at else None) for word in words if word.kind == "met"}
    new = sorted(day for day in days if day is not None and day <= as_of and day not in there)
    return [Exchange("", datetime.combine(day, time(12), UTC), day, "me", False, "", "", met=True) for day in new]
