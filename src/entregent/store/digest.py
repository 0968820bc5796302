"""The logical content of a ledger as one hash: internal ids and the order of arrival do not show in it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

DUMPS: dict[str, str] = {
    "messages": """SELECT m.mid, m.date, m.zone, m.day, m.kind, m.flags, m.thread, m.rank, m.head, t.subject, t.names, t.body
                   FROM messages m LEFT JOIN texts t ON t.message = m.id""",
    "places": """SELECT m.mid, m.rank, c.path, p.position, p.folder, p.labels, p.reason
                 FROM places p JOIN containers c ON c.id = p.container LEFT JOIN messages m ON m.id = p.message""",
    "keys": "SELECT k.key, m.mid, m.rank FROM keys k LEFT JOIN messages m ON m.id = k.message",
    "aliases": "SELECT a.mid, m.mid, m.rank FROM aliases a LEFT JOIN messages m ON m.id = a.message",
    "parts": """SELECT m.mid, m.rank, p.role, a.email, n.name FROM parts p LEFT JOIN messages m ON m.id = p.message
                JOIN addresses a ON a.id = p.address JOIN names n ON n.id = p.name""",
    "speech": "SELECT m.mid, m.rank, s.reader, s.language, s.read, s.data FROM speech s LEFT JOIN messages m ON m.id = s.message",
    "persons": "SELECT * FROM persons",
    "person_addresses": "SELECT a.email, p.person FROM person_addresses p JOIN addresses a ON a.id = p.address",
    "accounts": "SELECT * FROM accounts",
    "said": "SELECT kind, person, subject, value, day FROM said",
}


def rows(db: sqlite3.Connection, name: str) -> list[tuple[object, ...]]:
    """One of DUMPS, sorted."""
    return sorted(db.execute(DUMPS[name]), key=repr)


def digest(db: sqlite3.Connection, without: Collection[str] = ()) -> str:
    """128 bits over all of DUMPS, but those named in `without`."""
    hashed = blake2b(digest_size=16)
    for name in DUMPS:
        if name in without:
            continue
        hashed.update(f"\x00{name}\x00".encode())
        for row in rows(db, name):
            hashed.update(repr(row).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()
