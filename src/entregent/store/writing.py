"""Batches of parcels, each in one transaction.

What makes two copies one message is a shared key (`parcel.pack`): any chain of shared keys joins, so that the outcome is the same in whatever
order copies arrive. Of copies that differ the one of the smallest rank is kept, and the other's Message-ID remains an alias.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from entregent.store.parcel import Parcel

_CHUNK = 900
"""Parameters of one statement: SQLite before 3.32 takes 999."""


def _rank(parcel: Parcel) -> str:
    return parcel.rank


class Outcome(NamedTuple):
    """What became of one message of a container: a parcel to store, or the reason why it stays out. `labels` as `codec.labels` writes them."""

    container: int
    position: int | str
    folder: str
    labels: str
    parcel: Parcel | None
    reason: str = ""


class Writer:
    """Puts outcomes into the tables. One for each open store: it remembers ids of addresses and names, so that they are looked up once.

    The caller holds the transaction; after a rollback call `forget_ids`.
    """

    def __init__(self, db: sqlite3.Connection, *, search: bool = True) -> None:
        self._db = db
        self._search = search
        self._addresses: dict[str, int] = {}
        self._names: dict[str, int] = {}

    def forget_ids(self) -> None:
        """Drop what is remembered of ids: a rollback took rows back."""
        self._addresses.clear()
        self._names.clear()

    def write(self, outcomes: Sequence[Outcome]) -> list[bool]:
        """Store `outcomes`; for each whether its message is new. Those left out are never new."""
        keys = self._known_keys(outcomes)
        next_id = self._next_id("messages")
        fresh: dict[int, Parcel] = {}
        aliases: list[tuple[str, int]] = []
        news: list[bool] = []
        for outcome in outcomes:
            parcel = outcome.parcel
            new = False
            if parcel is not None:
                found = {keys[key] for key in parcel.keys if key in keys}
                if not found:
                    ident, new = next_id, True
                    next_id += 1
                    fresh[ident] = parcel
                elif len(found) == 1 and (ident := next(iter(found))) in fresh:
                    fresh[ident], other = sorted((fresh[ident], parcel), key=_rank)
                    if other.mid != fresh[ident].mid:
                        aliases.append((other.mid, ident))
                else:
                    if len(found) > 1:
                        self._insert(fresh)
                        fresh.clear()
                    ident = self._join(sorted(found), keys)
                    self._copy(ident, parcel)
                keys.update(dict.fromkeys(parcel.keys, ident))
            news.append(new)
        self._insert(fresh)
        database = self._db
        database.executemany("INSERT OR REPLACE INTO keys VALUES (?, ?)", sorted(keys.items()))
        database.executemany("INSERT OR IGNORE INTO aliases VALUES (?, ?)", aliases)
        database.executemany("DELETE FROM aliases WHERE message = ? AND mid = (SELECT mid FROM messages WHERE id = ?)", [(i, i) for _, i in aliases])
        database.executemany(
            "INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?)",
            [
                # By key: a join may have taken away an id that was given earlier in this batch.
                (one.container, one.position, keys[one.parcel.keys[0]] if one.parcel else None, one.folder, one.labels, one.reason)
                for one in outcomes
            ],
        )
        return news

    def _known_keys(self, outcomes: Iterable[Outcome]) -> dict[int, int]:
        wanted = list({key for outcome in outcomes if outcome.parcel for key in outcome.parcel.keys})
        return dict(self._select("SELECT key, message FROM keys WHERE key IN", wanted))

    def _select(self, sql: str, values: Sequence[int | str]) -> Iterable[tuple[int, int]]:
        for start in range(0, len(values), _CHUNK):
            part = values[start : start + _CHUNK]
            yield from self._db.execute(f"{sql} ({','.join('?' * len(part))})", part)

    def _next_id(self, table: str) -> int:
        highest: int | None = self._db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
        return (highest or 0) + 1

    def _ids(self, table: str, column: str, known: dict[str, int], values: set[str]) -> None:
        """Make `known` hold the id of each of `values`, new rows for new ones."""
        missing = sorted(value for value in values if value not in known)
        for start in range(0, len(missing), _CHUNK):
            part = missing[start : start + _CHUNK]
            known.update(self._db.execute(f"SELECT {column}, id FROM {table} WHERE {column} IN ({','.join('?' * len(part))})", part).fetchall())
        new = [value for value in missing if value not in known]
        if new:
            first = self._next_id(table)
            rows = list(zip(range(first, first + len(new)), new, strict=True))
            self._db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)
            known.update((value, ident) for ident, value in rows)

    def _insert(self, parcels: dict[int, Parcel]) -> None:
        if not parcels:
            return
        database = self._db
        database.executemany(
            "INSERT INTO messages (id, mid, date, zone, day, kind, flags, rank, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(ident, *parcel[1:9]) for ident, parcel in parcels.items()],
        )
        texts = [(ident, *parcel[9:12]) for ident, parcel in parcels.items()]
        database.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", texts)
        if self._search:
            database.executemany("INSERT INTO fts (rowid, subject, names, body) VALUES (?, ?, ?, ?)", texts)
        database.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(ident,) for ident in parcels])
        self._insert_parts(parcels)

    def _insert_parts(self, parcels: dict[int, Parcel]) -> None:
        self._ids("addresses", "email", self._addresses, {email for parcel in parcels.values() for _, email, _ in parcel.parts})
        self._ids("names", "name", self._names, {name for parcel in parcels.values() for _, _, name in parcel.parts})
        addresses, names = self._addresses, self._names
        rows = [
            (ident, role, addresses[email], names[name]) for ident, parcel in parcels.items() for role, email, name in parcel.parts
        ]  # fmt: skip
        self._db.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", rows)

    def _copy(self, ident: int, parcel: Parcel) -> None:
        """A copy of a stored message has come: keep the better of the two."""
        mid, rank = self._db.execute("SELECT mid, rank FROM messages WHERE id = ?", (ident,)).fetchone()
        if parcel.rank < rank:
            self._take_content(ident)
            self._db.execute("DELETE FROM messages WHERE id = ?", (ident,))
            self._insert({ident: parcel})
            mid, parcel_mid = parcel.mid, mid
        else:
            parcel_mid = parcel.mid
        if parcel_mid != mid:
            self._db.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?)", (parcel_mid, ident))
            self._db.execute("DELETE FROM aliases WHERE message = ? AND mid = ?", (ident, mid))

    def _take_content(self, ident: int) -> None:
        """Remove what hangs on the content of a message; keys, aliases and places stay. Who took part in it needs a new account."""
        self._db.execute(
            """DELETE FROM accounts WHERE person IN (
                 SELECT person FROM person_addresses JOIN parts USING (address) WHERE parts.message = ?)""",
            (ident,),
        )
        if self._search:
            self._db.execute(
                "INSERT INTO fts (fts, rowid, subject, names, body) SELECT 'delete', message, subject, names, body FROM texts WHERE message = ?",
                (ident,),
            )
        for table in ("texts", "parts", "speech"):
            self._db.execute(f"DELETE FROM {table} WHERE message = ?", (ident,))

    def _join(self, idents: Sequence[int], keys: dict[int, int]) -> int:
        """Messages that a new copy shows to be one: keep the one of the smallest rank, and let everything point to it."""
        database = self._db
        if len(idents) == 1:
            return idents[0]
        marks = ",".join("?" * len(idents))
        ranked = database.execute(f"SELECT id, mid FROM messages WHERE id IN ({marks}) ORDER BY rank, id", tuple(idents)).fetchall()
        (kept, kept_mid), *others = ranked
        for ident, mid in others:
            self._take_content(ident)
            database.execute("UPDATE keys SET message = ? WHERE message = ?", (kept, ident))
            database.execute("UPDATE places SET message = ? WHERE message = ?", (kept, ident))
            database.execute("INSERT OR IGNORE INTO aliases SELECT mid, ? FROM aliases WHERE message = ?", (kept, ident))
            database.execute("DELETE FROM aliases WHERE message = ?", (ident,))
            database.execute("DELETE FROM messages WHERE id = ?", (ident,))
            database.execute("DELETE FROM touched WHERE message = ?", (ident,))
            if mid != kept_mid:
                database.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?)", (mid, kept))
            keys.update({key: kept for key, message in keys.items() if message == ident})
        database.execute("INSERT OR IGNORE INTO touched VALUES (?)", (kept,))
        database.execute("DELETE FROM aliases WHERE message = ? AND mid = ?", (kept, kept_mid))
        return int(kept)
