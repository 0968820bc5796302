"""Where mail was read, and how far: what makes an interrupted import go on and an unchanged mailbox cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from entregent.store import codec
from entregent.store.base import Base

if TYPE_CHECKING:
    from collections.abc import Iterable


class Record(NamedTuple):
    """A container as the ledger remembers it; see `schema.py`."""

    id: int
    path: str
    stamp: str
    position: int
    done: bool
    tally: dict[str, Any]


class Progress(NamedTuple):
    """How far a container has been read, to be stored in the same transaction as what was read there."""

    container: int
    position: int
    done: bool
    tally: dict[str, Any]


class Containers(Base):
    """The part of the Store about containers and places."""

    def containers(self) -> dict[str, Record]:
        """All containers, by path."""
        rows = self._db.execute("SELECT id, path, stamp, position, done, tally FROM containers")
        return {row[1]: Record(row[0], row[1], row[2], row[3], bool(row[4]), codec.to_tally(row[5])) for row in rows}

    def start(self, path: str, kind: str, folder: str, stamp: str, *, afresh: bool) -> int:
        """Begin with a container, or go on with it; `afresh` where its former places no longer hold. Its id."""
        with self.transaction():
            self._db.execute(
                """INSERT INTO containers (path, kind, folder, stamp) VALUES (?, ?, ?, ?)
                   ON CONFLICT (path) DO UPDATE SET kind = excluded.kind, folder = excluded.folder, stamp = excluded.stamp, done = 0""",
                (path, kind, folder, stamp),
            )
            ident = int(self._db.execute("SELECT id FROM containers WHERE path = ?", (path,)).fetchone()[0])
            if afresh:
                self._db.execute("DELETE FROM places WHERE container = ?", (ident,))
                self._db.execute("UPDATE containers SET position = 0, tally = '{}' WHERE id = ?", (ident,))
        return ident

    def positions(self, container: int) -> frozenset[int | str]:
        """Positions (offsets, or names of files) that were read in a container."""
        return frozenset(row[0] for row in self._db.execute("SELECT position FROM places WHERE container = ?", (container,)))

    def _advance(self, progress: Iterable[Progress]) -> None:
        self._db.executemany(
            "UPDATE containers SET position = ?, done = ?, tally = ? WHERE id = ?",
            [(one.position, int(one.done), codec.tally(one.tally), one.container) for one in progress],
        )
