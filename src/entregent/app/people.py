"""Who is who, and how it stands: the data of `people` and `who`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from entregent import ledger, relations
from entregent.app import reading
from entregent.app.finding import find_person
from entregent.app.whose import mine
from entregent.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from entregent.model.account import Account, Said
    from entregent.model.people import Person
    from entregent.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Standing:
    """A person and how it stands with them. `silence`: the chance of no message within `horizon` days, None until it is computed; so is `budget`."""

    person: Person
    relation: Relation
    horizon: int
    silence: float | None = None
    budget: str | None = None


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person in full: how it stands, the account, what the user said of them."""

    standing: Standing
    account: Account
    said: tuple[Said, ...]


def people(db: str | Path, *, as_of: dt.date | None = None, horizon: int = 180) -> tuple[Standing, ...]:
    """Everybody the user wrote to by `as_of` (default: today), the last exchange first."""
    day = as_of or today()
    with Store(db, readonly=True) as store:
        who = mine(store)
        stored = store.accounts(reading.MARK)
        said = store.said()
        found = []
        for person in store.persons():
            account, last = stored.get(person.key) or (reading.make_account(store, person, who), day.toordinal() + 1)
            if last > day.toordinal():
                account = ledger.until(account, day)
            if not any(one.by == "me" or one.met for one in account.exchanges):
                continue
            found.append(Standing(person, relations.relate(account, person, day, _about(said, person, day)), horizon))
    found.sort(key=lambda one: one.person.name)
    found.sort(key=lambda one: one.relation.last_exchange or dt.date.min, reverse=True)
    return tuple(found)


def who(db: str | Path, name: str, *, as_of: dt.date | None = None, horizon: int = 180) -> Portrait:
    """One person. Troubles: `person.unknown`, `person.several`."""
    day = as_of or today()
    with Store(db, readonly=True) as store:
        person = find_person(store, name)
        stored = store.account(person.key, reading.MARK)
        account = stored[0] if stored else reading.make_account(store, person, mine(store))
        if any(one.day > day for one in account.exchanges):
            account = ledger.until(account, day)
        said = _about(store.said(), person, day)
        return Portrait(Standing(person, relations.relate(account, person, day, said), horizon), account, said)


def today() -> dt.date:
    """The user's date."""
    return dt.datetime.now().astimezone().date()


def _about(said: tuple[Said, ...], person: Person, day: dt.date) -> tuple[Said, ...]:
    handles = {"", person.key, *person.addresses}
    return tuple(word for word in said if word.person in handles and (word.day is None or word.day <= day))
