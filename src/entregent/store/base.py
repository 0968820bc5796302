"""What the parts of the Store share: the connection and its transactions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from entregent.store.connection import troubles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class Base:
    """Holds the connection; `path` names the ledger in Troubles."""

    def __init__(self, db: sqlite3.Connection, path: str) -> None:
        self._db = db
        self.path = path
        self._depth = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Nested ones belong to the outermost."""
        with troubles(self.path):
            if self._depth:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                self._rolled_back()
                raise
            finally:
                self._depth = 0

    def _rolled_back(self) -> None:
        """What a part remembers of rows that are not there."""
