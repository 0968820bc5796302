"""What the user said, apart from all that is derived, and small facts about the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.store import codec
from entregent.store.base import Base

if TYPE_CHECKING:
    from collections.abc import Iterable

    from entregent.model.account import Said

_SAID = "SELECT number, kind, person, subject, value, day, at FROM said"


class Spoken(Base):
    """The part of the Store that no rebuild touches."""

    def say(self, said: Said) -> int:
        """Append to the log; its number."""
        with self.transaction():
            cursor = self._db.execute(
                "INSERT INTO said (kind, person, subject, value, day, at) VALUES (?, ?, ?, ?, ?, ?)",
                (said.kind, said.person, said.subject, said.value, codec.day_number(said.day), codec.seconds(said.at)),
            )
            return int(cursor.lastrowid or 0)

    def said(self, *kinds: str, persons: Iterable[str] | None = None) -> tuple[Said, ...]:
        """What was said, in order: all, or of these kinds, about these persons (keys or addresses)."""
        wheres, values = list[str](), list[str]()
        if kinds:
            wheres.append(f"kind IN ({','.join('?' * len(kinds))})")
            values += kinds
        if persons is not None:
            who = sorted(set(persons))
            wheres.append(f"person IN ({','.join('?' * len(who))})")
            values += who
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        return tuple(codec.said(row) for row in self._db.execute(f"{_SAID}{where} ORDER BY number", values))

    def meta(self, key: str) -> str:
        """A small fact, "" where it was never set."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Remember a small fact."""
        if self.meta(key) != value:
            with self.transaction():
                self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
