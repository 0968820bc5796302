"""What is on record with one person, for a check: from the ledger, or from mail files through the same rooms.

The hot path: opens the ledger read-only, looks the person up by index, and takes the account as it is stored. Only where mail came in that nobody has
read, it is read here, and kept for the next time where the ledger can be written.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from entregent import ledger as books
from entregent.app.finding import find_person
from entregent.app.reading import MARK, READER, account_of, ensure_read
from entregent.app.whose import Mine, mine
from entregent.model.account import Account, Said
from entregent.model.finding import Coverage
from entregent.model.issue import Trouble
from entregent.model.people import Person
from entregent.store import Store
from entregent.store.derived import Made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from entregent.store.queries import Beside

CROWD = 15
"""Entregent's convention: from so many people on one message on, standing on it together shows no acquaintance."""
EVIDENCE = 3
"""Messages named to show that two people know each other."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a check needs of one person. `me` and `person` are None where the record does not tell who they are; `said`: what the user said of
    them, or of nobody in particular. Nothing in it is later than the day it was asked for. Close it after use."""

    me: Person | None
    person: Person | None
    said: tuple[Said, ...]
    coverage: Coverage
    own: Account
    _store: Store = field(repr=False)
    _who: Mine = field(repr=False)
    _until: int = field(repr=False)

    @property
    def told(self) -> bool:
        """Whether the user said something of the relation itself."""
        return any(word.kind in {"role", "known-since", "met", "stage"} for word in self.said)

    def account(self, inbound: bool = False) -> Account:
        """The account; for `inbound` as the other side tells it."""
        return books.mirror(self.own) if inbound else self.own

    def links(self, names: Iterable[str], inbound: bool = False) -> Mapping[str, tuple[str, ...]]:
        """For each of `names` of third persons (folded), the ids of messages that show that the one who is asked knows them; names without
        are left out.

        The other side knows whoever stood on a message with them (at most CROWD people, no list), and whoever they brought up by name before
        the user did. The user (`inbound`) knows whoever they wrote with.
        """
        wanted = {name: frozenset(books.name_handle(name)[5:].split()) for name in names}
        wanted = {name: words for name, words in wanted.items() if words}
        if not wanted or self.person is None:
            return {}
        return self._mine(wanted) if inbound else self._theirs(wanted)

    def _theirs(self, wanted: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
        handles = _handles(self._store, self.person)
        likely = frozenset(word for words in wanted.values() for word in words)
        beside = [(_words(one), one) for one in self._store.beside(handles, self._who.me, until=self._until, crowd=CROWD) if _may_be(one, likely)]
        found: dict[str, tuple[str, ...]] = {}
        for name, words in wanted.items():
            met = sorted({one.message_id: one.day for theirs, one in beside if words <= theirs}.items(), key=lambda item: (-item[1], item[0]))
            shown = [message_id for message_id, _ in met[:EVIDENCE]] or self._brought_up(name)
            if shown:
                found[name] = tuple(shown)
        return found

    def _brought_up(self, name: str) -> list[str]:
        """The message in which the other side was the first of the two to name somebody."""
        theirs = _handles(self._store, self.person)
        for one in self._store.heard(theirs, self._who.writers, reader=READER, until=self._until, bodies=True, naming=name):
            own = one.speech.own if one.speech else ((0, len(one.message.body)),)
            if _names(one.message.subject, name) or any(_names(one.message.body[start:end], name) for start, end in own):
                return [one.message.id] if books.handle(one.message.sender) in theirs else []
        return []

    def _mine(self, wanted: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, words in wanted.items():
            for person in self._store.named(words):
                if self.person is not None and person.key == self.person.key:
                    continue
                if any(words <= set(books.name_handle(spelling)[5:].split()) for spelling in (person.name, *person.spellings)):
                    heard = self._store.heard(_handles(self._store, person), self._who.writers, reader=READER, until=self._until)
                    if heard:
                        found[name] = tuple(one.message.id for one in heard[-EVIDENCE:])
                        break
        return found

    def close(self) -> None:
        """Close the ledger behind it."""
        self._store.close()


def from_ledger(db: Path, *, me: Sequence[str], other: Callable[[Sequence[str]], str], as_of: dt.date) -> Known:
    """What the ledger holds of the other person. `me`: said with the call, outranks the ledger's. `other`: given the user's addresses, the name
    or address of the other. Troubles: of the ledger, `person.unknown` for a name that nobody bears, `person.several`."""
    store = Store(db, readonly=True)
    try:
        return load(store, other, as_of, me=me)
    except BaseException as error:
        store.__exit__(type(error), error, error.__traceback__)
        raise


def from_history(paths: Sequence[Path], *, me: Sequence[str], other: str | Callable[[Sequence[str]], str], as_of: dt.date) -> Known:
    """The same from mail files, through the same rooms into a ledger in memory; nothing in them that is dated after `as_of` is read. `other` may be
    said as it is."""
    from entregent.app.importing import into_memory

    # A date is absurd by today's clock: by that of `as_of`, mail of the days since would be taken for undated, and not for later.
    now = max(dt.datetime.combine(as_of, dt.time(23, 59), dt.UTC), dt.datetime.now(dt.UTC))
    store, _ = into_memory(paths, me=me, until=as_of.toordinal(), now=now)
    try:
        return load(store, (lambda _: other) if isinstance(other, str) else other, as_of)
    except BaseException as error:
        store.__exit__(type(error), error, error.__traceback__)
        raise


def load(store: Store, other: Callable[[Sequence[str]], str], as_of: dt.date, *, me: Sequence[str] = ()) -> Known:
    """What an open ledger holds of the other person, as of a day."""
    who = mine(store)
    if me:
        who = Mine(tuple(dict.fromkeys((*me, *(who.me if set(me) & set(who.me) else ())))), who.delegates, said=True)
    myself = store.persons(mine=True)
    owner = myself[0] if myself else Person(who.me[0], "", who.me) if who.me else None
    name = other((*who.me, *(owner.addresses if owner else ())))
    person = _person(store, name)
    until = as_of.toordinal()
    if person is None:
        return Known(owner, None, (), _coverage(Account("")), Account(""), store, who, until)
    said = tuple(word for word in store.said(persons={"", person.key, *person.addresses}) if word.day is None or word.day <= as_of)
    stored = store.account(person.key, MARK)
    if stored is None:
        with _writable(store) as writable:
            account = account_of(person, ensure_read(writable, person, who), who, store)
            if not (writable.readonly or me):
                writable.set_accounts(MARK, [Made.of(account)])
    else:
        account = stored[0]
    if any(exchange.day > as_of for exchange in account.exchanges):
        account = books.until(account, as_of)
    return Known(owner, person, said, _coverage(account), account, store, who, until)


def _person(store: Store, name: str) -> Person | None:
    """Whom the call means. An address that is not on record is somebody all the same; a name that is not is a mistake."""
    if not name:
        return None
    try:
        return find_person(store, name)
    except Trouble as trouble:
        if trouble.key == "person.unknown" and "@" in name:
            return Person(name.lower(), "", (name.lower(),))
        raise


def _coverage(account: Account) -> Coverage:
    days = [one.day for one in account.exchanges if not (one.met or one.implied)]
    return Coverage(min(days, default=None), max(days, default=None), len(days), account.unread_languages)


def _handles(store: Store, person: Person | None) -> frozenset[str]:
    return store.handles(person.key) | {person.key, *person.addresses} if person else frozenset()


def _names(text: str, name: str) -> bool:
    """Whether the text writes this name (folded), with a capital: "sam" is Sam, and no Saturday."""
    plain = text.lower() if text.isascii() else "".join(_letter(letter) for letter in text)
    start = plain.find(name)
    while start >= 0:
        end = start + len(name)
        whole = not (start and plain[start - 1].isalnum()) and not plain[end : end + 1].isalnum()
        if whole and text[start].isupper():
            return True
        start = plain.find(name, end)
    return False


def _letter(letter: str) -> str:
    """One letter without its accent, in lower case, and still one."""
    return unicodedata.normalize("NFKD", letter)[0].lower()[:1] or letter


def _may_be(one: Beside, words: frozenset[str]) -> bool:
    """Whether a name or address can hold one of `words` at all; a name with accents may, without looking closer."""
    text = f"{one.name} {one.email}"
    return not text.isascii() or any(word in text.lower() for word in words)


def _words(one: Beside) -> frozenset[str]:
    names = books.name_handle(one.name)[5:].split()
    local = one.email.partition("@")[0].replace("_", ".").replace("-", ".").split(".")
    return frozenset((*names, *(local if not names else ())))


class _writable:  # noqa: N801  (used as a function)
    """The same ledger opened for writing, or, where that cannot be had now, as it is."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._other: Store | None = None

    def __enter__(self) -> Store:
        if not self._store.readonly:
            return self._store
        try:
            self._other = Store(self._store.path)
        except Trouble:
            return self._store
        return self._other

    def __exit__(self, *_: object) -> None:
        if self._other is not None:
            self._other.close()
