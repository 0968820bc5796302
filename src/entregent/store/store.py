"""The door: a ledger that is open."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

from entregent.store.connection import connect, troubles
from entregent.store.containers import Containers
from entregent.store.derived import Derived
from entregent.store.queries import Queries
from entregent.store.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from entregent.store.containers import Progress
    from entregent.store.writing import Outcome, Writer


class Store(Containers, Queries, Derived, Spoken):
    """An open ledger; a context manager.

    `path` may be ":memory:". `create` makes the file where there is none. `readonly` never writes and never waits for a writer (the hot path).
    `search` keeps the full-text index. Troubles: `ledger.missing`, `ledger.unreadable`, `ledger.newer`, `ledger.older`, `ledger.locked`,
    `ledger.unwritable`, `ledger.disk`.
    """

    def __init__(self, path: str | Path, create: bool = False, *, readonly: bool = False, search: bool = True) -> None:
        super().__init__(connect(path, create=create, readonly=readonly), str(path))
        self.readonly = readonly
        self._search = search
        self._writer: Writer | None = None

    def write(self, outcomes: Sequence[Outcome], progress: Callable[[Sequence[bool]], Iterable[Progress]]) -> None:
        """Store what was read and how far in one transaction, synced to the disk when this returns. `progress` is asked how far it is, given for each
        outcome whether its message is new."""
        if self._writer is None:
            from entregent.store.writing import Writer  # not loaded by a check

            self._writer = Writer(self._db, search=self._search)
        with self.transaction():
            self._advance(progress(self._writer.write(outcomes)))

    def settle(self) -> None:
        """Move the log into the file: what was written long ago need not be looked up there for ever."""
        with troubles(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA optimize")

    def digest(self, *without: str) -> str:
        """A hash of the logical content, the same for two ledgers of the same mail whatever way they came about. `without`: names of `digest.DUMPS`
        that do not count, such as "places" where the same mail lies in other files."""
        from entregent.store.digest import digest

        return digest(self._db, without)

    def dump(self, name: str) -> list[tuple[object, ...]]:
        """The logical content of one of `digest.DUMPS`, sorted: what `digest` is made of, to see where two ledgers differ."""
        from entregent.store.digest import rows

        return rows(self._db, name)

    def close(self) -> None:
        """Close the file; calling twice does no harm."""
        self._db.close()

    def _rolled_back(self) -> None:
        if self._writer is not None:
            self._writer.forget_ids()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):  # damage shows when a page is read, not when the file is opened
            with troubles(self.path):
                raise error
        if isinstance(error, sqlite3.DatabaseError):  # damage and locks are met by whatever happens to be asked
            with troubles(self.path):
                raise error
