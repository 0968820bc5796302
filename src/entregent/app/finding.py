"""The person that the user means by a name or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent import ledger
from entregent.model.issue import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.people import Person
    from entregent.store import Store


def find_person(store: Store, text: str) -> Person:
    """Who is meant. Troubles: `person.unknown` (name), `person.several` (name, people as lines, candidates as persons)."""
    wanted = " ".join(text.split())
    address = wanted.rpartition("<")[2].rstrip("> ").lower() if "@" in wanted else ""
    if address:
        person = store.person(address)
        if person is not None and person not in store.persons(mine=True):
            return person
        raise Trouble("person.unknown", name=wanted)
    found = _named(store, wanted) or _find(store.persons(), wanted)
    if not found:
        raise Trouble("person.unknown", name=wanted)
    if len(found) > 1:
        lines = "\n".join(f"  {person.name} <{person.addresses[0]}>" if person.addresses else f"  {person.name}" for person in found[:12])
        raise Trouble("person.several", name=wanted, people=lines, candidates=tuple(found))
    return found[0]


def _named(store: Store, wanted: str) -> Sequence[Person]:
    """By the index over words of names, which finds whoever is spelt right without looking at everybody."""
    person = store.person(wanted) if wanted.startswith("name:") else None
    if person is not None:
        return (person,)
    tokens = ledger.name_handle(wanted)[5:].split()
    candidates = store.named(tokens)
    return _find(candidates, wanted) if candidates else ()


def _find(persons: Sequence[Person], wanted: str) -> Sequence[Person]:
    by_address = {address: person.key for person in persons for address in person.addresses}
    return ledger.find(ledger.People(tuple(persons), by_address), wanted)
