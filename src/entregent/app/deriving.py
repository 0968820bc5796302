"""Threads and people, from all that was read and said. Derived as a whole, so that the order of import does not show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from entregent import ledger
from entregent.app.whose import Mine, add_me, derived_for, join_me, mine, propose, set_derived_for
from entregent.model.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from entregent.ledger import People, Proposal
    from entregent.store import Store
    from entregent.store.queries import Seen


def derive(store: Store, *, confirm: Callable[[Proposal], Sequence[str] | None] | None = None) -> None:
    """Make threads and people anew. `confirm` as `importing.run` takes it."""
    proposal = propose(store)
    who = mine(store)
    if not who.said and confirm and proposal.me and (said := confirm(proposal)):
        add_me(store, said)
        who = mine(store)
    store.set_threads(ledger.threads(store.headers()))
    people = ledger.gather(_sightings(store.sightings()), store.said("merge", "split"))
    own = {people.by_address[address] for address in who.me if address in people.by_address}
    who = join_me(store, (handle for handle, key in people.by_address.items() if key in own))
    if not derived_for(store, who):
        store.touch_all()
    traces = [ledger.Trace(*one) for one in store.traces(who.writers, people.by_address)]
    wanted = ledger.acquainted(traces, people.by_address, store.bounces())
    persons, by_handle = _known(people, own, who, wanted)
    store.set_people(persons, by_handle)
    set_derived_for(store, who)


def _sightings(seen: Iterable[Seen]) -> list[ledger.Sighting]:
    from entregent.store.codec import moment

    return [ledger.Sighting(one.email, one.name, one.written, one.received, moment(one.first)) for one in seen]


def _known(
    people: People, own: set[str], who: Mine, wanted: frozenset[str]
) -> tuple[list[tuple[Person, bool, frozenset[str]]], dict[str, str]]:  # fmt: skip
    """The people of these keys and the user (`own` keys): one, however many addresses; with whose each handle is."""
    persons = [(person, False, words(person)) for person in people.persons if person.key in wanted - own]
    mine_ = [person for person in people.persons if person.key in own]
    if who.me:
        myself = _myself(mine_, who)
        persons.append((myself, True, words(myself)))
        by_handle = {handle: myself.key if key in own else key for handle, key in people.by_address.items()}
        by_handle.update(dict.fromkeys(who.me, myself.key))
    else:
        by_handle = dict(people.by_address)
    return persons, by_handle


def _myself(parts: Sequence[Person], who: Mine) -> Person:
    if not parts:
        return Person(who.me[0], who.me[0], who.me)
    addresses = dict.fromkeys((*who.me, *(address for part in parts for address in part.addresses)))
    spellings = dict.fromkeys(spelling for part in parts for spelling in part.spellings)
    return replace(parts[0], addresses=tuple(addresses), spellings=tuple(spellings), reasons=tuple(r for part in parts for r in part.reasons))


def words(person: Person) -> frozenset[str]:
    """The folded words by which a person can be looked up: of names, and of the local parts of their addresses."""
    names = {word for name in (person.name, *person.spellings) for word in ledger.name_handle(name)[5:].split()}
    local = {word for address in person.addresses for word in address.partition("@")[0].replace("_", ".").replace("-", ".").split(".")}
    return frozenset(names | {word for word in local if len(word) > 1})
