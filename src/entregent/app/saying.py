"""What the user says: it outranks the mail, is kept apart from what is derived, and survives any rebuild."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from entregent.app import reading
from entregent.app.deriving import derive
from entregent.app.finding import find_person
from entregent.model.account import Said
from entregent.model.issue import Trouble
from entregent.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from entregent.model.account import Entry
    from entregent.model.people import Person


def merge(db: str | Path, person: str, other: str) -> Person:
    """Two persons are one. The person that they are now."""
    with Store(db) as store:
        kept, gone = find_person(store, person), find_person(store, other)
        if kept.key == gone.key:
            return kept
        store.say(_said("merge", _handle(kept), subject=_handle(gone)))
        _derive(store)
        return find_person(store, _handle(kept))


def split(db: str | Path, person: str, address: str) -> tuple[Person, Person | None]:
    """An address is not that person's. The person, and whose the address is now (None where the user never wrote to it).
    Troubles: `address.unknown` where it was never theirs."""
    with Store(db) as store:
        found = find_person(store, person)
        wanted = address.strip().strip("<>").lower()
        theirs = store.handles(found.key)
        if wanted not in theirs or len(theirs) < 2:
            raise Trouble("address.unknown", address=address, name=found.name)
        stays = next(handle for handle in (found.key, *found.addresses) if handle != wanted)
        store.say(_said("split", stays, subject=wanted))
        _derive(store)
        return find_person(store, stays), store.person(wanted)


def note(
    db: str | Path,
    person: str,
    text: str = "",
    *,
    day: dt.date | None = None,
    met: bool = True,
    role: str | None = None,
    known_since: dt.date | None = None,
) -> Person:
    """Log what the mail does not show: a meeting or call (`met`) on `day` (default: today), or a remark; a role; since when they are known."""
    with Store(db) as store:
        found = find_person(store, person)
        who = _handle(found)
        if text or not (role or known_since):
            store.say(_said("met" if met else "note", who, value=text, day=day or today()))
        if role:
            store.say(_said("role", who, value=role))
        if known_since:
            store.say(_said("known-since", who, value=known_since.isoformat()))
        _renew(store, found)
        return found


def thanked(db: str | Path, person: str, *, entry: str = "", day: dt.date | None = None) -> Person:
    """The user thanked in person: for one help (`entry`: its key, or the beginning of it), or for all up to `day` (default: today).
    Troubles: `entry.unknown`."""
    with Store(db) as store:
        found = find_person(store, person)
        key = _entry(store, entry, found)[1].key if entry else ""
        store.say(_said("thanked", _handle(found), subject=key, day=day or today()))
        _renew(store, found)
        return found


def correct(db: str | Path, entry: str, kind: str) -> tuple[Person, Entry]:
    """What an entry really is: a kind, `ask:...`, `no-favour` or `nothing`. The person and the entry as it was. Troubles: `entry.unknown`."""
    with Store(db) as store:
        person, found = _entry(store, entry, None)
        said = _said("no-favour", _handle(person), subject=found.key) if kind == "no-favour" else _said("correct", _handle(person), found.key, kind)
        store.say(said)
        _renew(store, person)
        return person, found


def dismiss(db: str | Path, finding: str) -> None:
    """A finding, by its id, is not to be shown again for that person and those words."""
    with Store(db) as store:
        store.say(_said("dismiss", "", subject=finding.strip()))


def today() -> dt.date:
    """The user's date."""
    return dt.datetime.now().astimezone().date()


def _said(kind: str, person: str, subject: str = "", value: str = "", day: dt.date | None = None) -> Said:
    return Said(kind, person, subject, value, day, dt.datetime.now(dt.UTC).replace(microsecond=0))


def _handle(person: Person) -> str:
    """By what to remember a person: an address stays theirs whatever is derived."""
    return person.addresses[0] if person.addresses else person.key


def _derive(store: Store) -> None:
    """People anew, then what that makes old."""
    derive(store)
    reading.catch_up(store)


def _renew(store: Store, person: Person) -> None:
    store.drop_accounts([person.key])
    reading.catch_up(store)


def _entry(store: Store, key: str, person: Person | None) -> tuple[Person, Entry]:
    """The entry of this key, or the only one whose key begins so."""
    wanted = key.strip()
    accounts = store.accounts(reading.MARK)
    found = [
        (owner, entry)
        for owner, (account, _) in sorted(accounts.items())
        if person is None or owner == person.key
        for entry in account.entries
        if entry.key.startswith(wanted)
    ]
    exact = [pair for pair in found if pair[1].key == wanted] or found
    if not wanted or len({entry.key for _, entry in exact}) != 1:
        raise Trouble("entry.unknown", entry=key)
    owner, entry = exact[0]
    whose = store.person(owner)
    if whose is None:
        raise Trouble("entry.unknown", entry=key)
    return whose, entry
