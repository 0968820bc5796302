"""The second stage: what messages say, newest first, and from it the account with each person.

Only mail between the user and people is read. It may stop at any moment and goes on at the next call: what was read is stored in small
transactions, and an account is made when all that it rests on has been read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent import language, ledger
from entregent.app.whose import Mine, mine
from entregent.model.speech import Speech
from entregent.store import codec
from entregent.store.connection import MEMORY
from entregent.store.derived import Made, Spoke

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from entregent.app.importing import Step
    from entregent.model.account import Account
    from entregent.model.people import Person
    from entregent.store import Store
    from entregent.store.queries import Heard

READER = "10"
"""Version of what `language.read` says; raise it when that changes, and all mail is read again."""
MARK = f"{READER}.2"
"""Version of what accounts rest on: the reader's, and that of `ledger.account`."""
_TOGETHER = 32
_STORED = 512
_ACCOUNTS = 8
_UNREAD = Speech("", read=False, own=(), sentences=())

Text = tuple[int, str, str, bool]
"""(internal id, subject, body, encrypted)."""


def read_texts(setting: None, items: Sequence[Text]) -> list[Spoke]:
    """Read messages: what a worker does."""
    del setting
    return [_spoke(*item) for item in items]


def _spoke(ident: int, subject: str, body: str, encrypted: bool) -> Spoke:
    speech = _UNREAD if encrypted else language.read(body, subject=subject)
    return Spoke(ident, *codec.speech(speech))


def catch_up(store: Store, *, progress: Callable[[Step], None] | None = None) -> None:
    """Read what has not been read, and make the accounts that are missing."""
    from entregent.app.importing import Step

    if store.current(MARK):
        return
    who = mine(store)
    waiting = store.to_read(READER, who.writers)
    if waiting:
        _read(store, waiting, lambda done: progress(Step("acts", done, len(waiting), done)) if progress else None)
    keys = store.without_account(MARK)
    if keys:
        _make_accounts(store, keys, who, lambda done: progress(Step("accounts", done, len(keys))) if progress else None)
    store.set_current(MARK)


def _make_accounts(store: Store, keys: Sequence[str], who: Mine, tell: Callable[[int], None]) -> None:
    from entregent.app.crew import Crew

    batches = [keys[start : start + _ACCOUNTS] for start in range(0, len(keys), _ACCOUNTS)]
    done = 0
    if store.path == MEMORY:
        for batch in batches:
            store.set_accounts(MARK, made(store, batch, who))
        return
    with Crew("entregent.app.reading:make_accounts", store.path, weight=16) as crew:
        for batch, results in crew.map(batches):
            missing = [key for key, one in zip(batch, results, strict=True) if one is None]
            store.set_accounts(MARK, [*(one for one in results if one is not None), *made(store, missing, who)])
            done += len(batch)
            tell(done)


def make_accounts(path: str, keys: Sequence[str]) -> list[Made]:
    """The accounts of people of the ledger at `path`: what a worker does."""
    from entregent.store import Store

    with Store(path, readonly=True) as store:
        return made(store, keys, mine(store))


def made(store: Store, keys: Sequence[str], who: Mine) -> list[Made]:
    """The accounts of people, ready for storing."""
    return [Made.of(make_account(store, person, who)) for key in keys if (person := store.person(key))]


def _read(store: Store, waiting: Sequence[int], tell: Callable[[int], None]) -> None:
    from entregent.app.crew import Crew

    with Crew("entregent.app.reading:read_texts", None, weight=8) as crew:
        ready: list[Spoke] = []
        done = 0
        for texts, results in crew.map(_texts(store, waiting)):
            # Text that kills its worker counts as exchange and stays unread.
            ready += [one or Spoke(text[0], *codec.speech(_UNREAD)) for text, one in zip(texts, results, strict=True)]
            if len(ready) >= _STORED:
                store.set_speech(READER, ready)
                done += len(ready)
                ready = []
                tell(done)
        store.set_speech(READER, ready)
        tell(done + len(ready))


def _texts(store: Store, waiting: Sequence[int]) -> Iterator[list[Text]]:
    for start in range(0, len(waiting), _TOGETHER):
        yield store.texts(waiting[start : start + _TOGETHER])


def ensure_read(store: Store, person: Person, who: Mine, until: int | None = None) -> list[Heard]:
    """The messages between the user and a person, all of them read: at once where the second stage has not come to them. What is read here is stored
    where the ledger may be written."""
    heard = store.heard(_handles(store, person), who.writers, reader=READER, until=until)
    missing = [one.ident for one in heard if one.speech is None and one.message.kind in {"personal", "calendar"}]
    if not missing:
        return heard
    spoke = {one.ident: one for one in read_texts(None, store.texts(missing))}
    if not store.readonly:
        store.set_speech(READER, spoke.values())
    return [
        one._replace(speech=codec.heard(*spoke[one.ident][1:])) if one.ident in spoke else one for one in heard
    ]  # fmt: skip


def make_account(store: Store, person: Person, who: Mine) -> Account:
    """The account with a person, from all that is stored."""
    return account_of(person, ensure_read(store, person, who), who, store)


def account_of(person: Person, heard: Iterable[Heard], who: Mine, store: Store) -> Account:
    """The account with a person from these messages and from what was said."""
    messages = list(heard)
    threads = {one.message.id: one.thread for one in messages}
    said = store.said(persons={"", person.key, *person.addresses})
    return ledger.account(person, [(one.message, one.speech or _UNREAD) for one in messages], who.writers, said, threads=threads)


def _handles(store: Store, person: Person) -> frozenset[str]:
    return store.handles(person.key) | {person.key, *person.addresses}
