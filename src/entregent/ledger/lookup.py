"""Finding the person that the user means by `who NAME`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.ledger.names import fold, name_handle, name_of

if TYPE_CHECKING:
    from entregent.ledger.people import People
    from entregent.model.people import Person

_ALIKE = 86.0
"""From this similarity (0 to 100) a misspelt name is offered."""


def find(people: People, text: str) -> tuple[Person, ...]:
    """The persons meant by a name or an address, best known first; several mean that it is ambiguous, none that nobody is meant.

    The first of these that finds anybody decides: exact key or address; exact full name, in any order and without accents; whole words of
    a name; beginnings of words; a part of an address; similar spelling. Spellings count as the name does. One word is no full name: "Okafor" means
    whoever is called so, R. Okafor and Ruth Okafor alike; an initial narrows ("R. Okafor").
    """
    wanted = " ".join(text.split()).strip("<>\"' ")
    if not wanted:
        return ()
    exact = people.get(wanted) or people.get(wanted.lower()) or ("@" not in wanted and people.get(name_handle(wanted))) or None
    tokens = name_of(wanted).tokens or tuple(fold(wanted).split())
    if exact and ("@" in wanted or len(tokens) < 2):
        return (exact,) if "@" in wanted or not _others(people, exact, tokens) else _by_words(people, tokens)
    names = {person.key: _words(person) for person in people.persons}
    same = tuple(person for person in people.persons if any(sorted(words) == sorted(tokens) for words in names[person.key]))
    if same and len(tokens) >= 2:
        return same
    if "@" not in wanted:
        if found := _by_words(people, tokens):
            return _narrowed(found, wanted)
        starts = tuple(p for p in people.persons if any(all(any(w.startswith(t) for w in words) for t in tokens) for words in names[p.key]))
        if starts:
            return starts
    plain = fold(wanted)
    if parts := tuple(person for person in people.persons if any(plain in address for address in person.addresses)):
        return parts
    return _similar(people, plain, names) if "@" not in wanted else ()


def _others(people: People, exact: Person, tokens: tuple[str, ...]) -> bool:
    return any(person.key != exact.key for person in _by_words(people, tokens))


def _narrowed(found: tuple[Person, ...], wanted: str) -> tuple[Person, ...]:
    """Of several persons those whose given name begins with an initial that was written: "R. Okafor" is no Sam."""
    initials = {word for word in fold(wanted).replace(".", " ").split() if len(word) == 1}
    if not initials or len(found) < 2:
        return found

    def begins(text: str) -> set[str]:
        name = name_of(text)
        return set(name.initials) | {token[0] for token in name.tokens} | {word for word in fold(text).replace(".", " ").split() if len(word) == 1}

    return tuple(one for one in found if any(initials <= begins(text) for text in (one.name, *one.spellings))) or found


def _by_words(people: People, tokens: tuple[str, ...]) -> tuple[Person, ...]:
    wanted = set(tokens)
    return tuple(person for person in people.persons if any(wanted <= set(words) for words in _words(person)))


def _words(person: Person) -> list[tuple[str, ...]]:
    return [name_of(text).tokens for text in (person.name, *person.spellings)]


def _similar(people: People, plain: str, names: dict[str, list[tuple[str, ...]]]) -> tuple[Person, ...]:
    from rapidfuzz import fuzz  # 10 ms, for a misspelt name alone

    scored = []
    for number, person in enumerate(people.persons):
        best = 0.0
        for words in names[person.key]:
            whole = " ".join(words)
            singles = max((fuzz.ratio(plain, word) for word in words if len(word) > 3), default=0.0) if " " not in plain else 0.0
            best = max(best, fuzz.token_sort_ratio(plain, whole), singles)
        if best >= _ALIKE or (len(plain) > 3 and " " not in plain and best >= _ALIKE - 6):
            scored.append((-best, number, person))
    scored.sort(key=lambda item: item[:2])
    return tuple(person for score, _, person in scored if score <= scored[0][0] + 5) if scored else ()
