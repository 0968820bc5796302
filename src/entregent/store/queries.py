"""What is asked of the messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from entregent.store import codec
from entregent.store.base import Base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from entregent.model.mail import Message
    from entregent.model.speech import Speech

PERSONAL = "kind IN (0, 3)"
"""Written by a person to persons, invitations included: what relations are made of."""
_CHUNK = 900


class Seen(NamedTuple):
    """An address with one spelling: `email` is "" for a name alone. `written` in From or Sender, `received` in To, Cc, Bcc; `first` in seconds."""

    email: str
    name: str
    written: int
    received: int
    first: int | None


class Use(NamedTuple):
    """How an address is used in a mailbox, for telling whose it is."""

    email: str
    from_in_sent: int
    from_elsewhere: int
    to_received: int
    names: tuple[str, ...]


class Heard(NamedTuple):
    """A message between the user and a person; `speech` None where it has not been read, `thread` its thread's first Message-ID."""

    ident: int
    message: Message
    speech: Speech | None
    thread: str


class Beside(NamedTuple):
    """Somebody who stood on messages together with a person: under which name, on how many, and the latest."""

    email: str
    name: str
    times: int
    message_id: str
    day: int


def marks(values: Sequence[object]) -> str:
    """Placeholders for `values`."""
    return ",".join("?" * len(values))


class Queries(Base):
    """The part of the Store that reads messages."""

    def count(self) -> int:
        """How many messages, each counted once."""
        return int(self._db.execute("SELECT count(*) FROM messages").fetchone()[0])

    def span(self) -> tuple[int, int] | None:
        """The first and last day (ordinals) of dated messages between persons."""
        first = self._db.execute(f"SELECT min(day), max(day) FROM messages WHERE {PERSONAL} AND day IS NOT NULL").fetchone()
        return (first[0], first[1]) if first[0] is not None else None

    def sightings(self, until: int | None = None) -> Iterator[Seen]:
        """Every address with each of its spellings, machines apart. `until`: nothing dated after that day."""
        later = "" if until is None else "AND (m.day IS NULL OR m.day <= ?)"
        rows = self._db.execute(
            f"""SELECT a.email, n.name, sum(p.role IN (0, 4)), sum(p.role IN (1, 2, 3)), min(m.date)
                FROM messages m CROSS JOIN parts p ON p.message = m.id JOIN addresses a ON a.id = p.address JOIN names n ON n.id = p.name
                WHERE m.kind <> 2 {later} GROUP BY p.address, p.name""",
            () if until is None else (until,),
        )
        for email, name, written, received, first in rows:
            yield Seen("" if email.startswith("name:") else email, name, written, received, first)

    def uses(self, sent: Callable[[str, tuple[str, ...]], bool]) -> tuple[list[Use], int]:
        """How each address that writes or is often written to is used, and how many messages lie outside the folders of sent mail.
        `sent` tells whether a folder with labels is one."""
        places = self._db.execute("SELECT DISTINCT folder, labels FROM places WHERE message IS NOT NULL").fetchall()
        outgoing = [(folder, labels) for folder, labels in places if sent(folder, tuple(codec.loads(labels)) if labels else ())]
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS outgoing (message INTEGER PRIMARY KEY)")
        self._db.execute("DELETE FROM outgoing")
        for folder, labels in outgoing:
            self._db.execute(
                "INSERT OR IGNORE INTO outgoing SELECT message FROM places WHERE folder = ? AND labels = ? AND message IS NOT NULL", (folder, labels)
            )
        received = self._db.execute("SELECT count(*) FROM messages WHERE id NOT IN (SELECT message FROM outgoing)").fetchone()[0]
        rows = self._db.execute(
            """SELECT p.address, a.email, sum(p.role = 0 AND o.message IS NOT NULL) AS s, sum(p.role = 0 AND o.message IS NULL),
                 sum(p.role IN (1, 2) AND o.message IS NULL) AS r
               FROM parts p JOIN addresses a ON a.id = p.address LEFT JOIN outgoing o ON o.message = p.message
               WHERE a.email NOT LIKE 'name:%' GROUP BY p.address HAVING s > 0 OR r > 0 ORDER BY s + r DESC, a.email LIMIT 60"""
        ).fetchall()
        found = []
        for ident, email, in_sent, elsewhere, to_received in rows:
            names = self._db.execute(
                """SELECT n.name FROM parts p JOIN names n ON n.id = p.name WHERE p.address = ? AND n.name <> ''
                   GROUP BY n.name ORDER BY count(*) DESC, n.name LIMIT 5""",
                (ident,),
            )
            found.append(Use(email, in_sent, elsewhere, to_received, tuple(row[0] for row in names)))
        return found, received

    def headers(self) -> Iterator[Message]:
        """Messages between persons and on lists without their bodies, references led to the copy that was kept: what threads are made of."""
        aliases = dict(self._db.execute("SELECT a.mid, m.mid FROM aliases a JOIN messages m ON m.id = a.message ORDER BY m.mid DESC"))
        rows = self._db.execute(
            """SELECT m.mid, m.date, m.zone, m.kind, m.flags, m.head, t.subject, '' FROM messages m JOIN texts t ON t.message = m.id
               WHERE m.kind <> 2 ORDER BY m.id"""
        )
        for row in rows:
            yield codec.message(row, aliases=aliases)

    def address_ids(self, emails: Iterable[str]) -> list[int]:
        """Internal ids of addresses; unknown ones are passed over."""
        wanted = sorted(set(emails))
        found = list[int]()
        for start in range(0, len(wanted), _CHUNK):
            part = wanted[start : start + _CHUNK]
            found += (row[0] for row in self._db.execute(f"SELECT id FROM addresses WHERE email IN ({marks(part)})", part))
        return found

    def heard(
        self, theirs: Iterable[str], mine: Iterable[str], *, reader: str, until: int | None = None, bodies: bool = False, naming: str = ""
    ) -> list[Heard]:  # fmt: skip
        """The dated messages from one side to the other, oldest first. `theirs`, `mine`: handles. `reader`: the version whose speech counts;
        another's is as if nobody had read. `until`: nothing after that day. `naming`: only those in which these words stand one after the other."""
        them, me = self.address_ids(theirs), self.address_ids(mine)
        body = "t.body" if bodies else "''"
        phrase = '"' + naming.replace('"', " ") + '"'
        named = "AND m.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)" if naming else ""
        rows = self._db.execute(
            f"""SELECT m.id, m.thread, s.language, s.read, s.data, m.mid, m.date, m.zone, m.kind, m.flags, m.head, t.subject, {body}
                FROM messages m JOIN texts t ON t.message = m.id LEFT JOIN speech s ON s.message = m.id AND s.reader = ?
                WHERE m.date IS NOT NULL AND m.day <= ? AND m.id IN (
                  SELECT message FROM parts WHERE role = 0 AND address IN ({marks(them)})
                  UNION SELECT p.message FROM parts p JOIN parts w ON w.message = p.message AND w.role IN (0, 4) AND w.address IN ({marks(me)})
                        WHERE p.role IN (1, 2, 3) AND p.address IN ({marks(them)})) {named}
                ORDER BY m.date, m.mid""",
            (reader, _FOREVER if until is None else until, *them, *me, *them, *((phrase,) if naming else ())),
        )
        return [
            Heard(row[0], codec.message(row[5:]), None if row[4] is None else codec.heard(row[2], row[3], row[4]), row[1] or row[5]) for row in rows
        ]

    def beside(self, theirs: Iterable[str], mine: Iterable[str], *, until: int | None = None, crowd: int) -> list[Beside]:
        """Who else stood on messages between persons together with somebody, the user apart, whether as writer or reader. Messages with more than
        `crowd` people on them show nothing and are passed over."""
        them, me = self.address_ids(theirs), self.address_ids(mine)
        rows = self._db.execute(
            f"""SELECT a.email, n.name, count(*), m.mid, max(m.day)
                FROM parts p CROSS JOIN messages m ON m.id = p.message CROSS JOIN parts q ON q.message = p.message
                  JOIN addresses a ON a.id = q.address JOIN names n ON n.id = q.name
                WHERE p.address IN ({marks(them)}) AND q.address NOT IN ({marks([*them, *me])}) AND m.{PERSONAL} AND m.day <= ?
                  AND (SELECT count(*) FROM parts c WHERE c.message = p.message) <= ?
                GROUP BY q.address, q.name ORDER BY a.email, n.name""",
            (*them, *them, *me, _FOREVER if until is None else until, crowd),
        )
        return [Beside(*row) for row in rows]

    def texts(self, idents: Sequence[int]) -> list[tuple[int, str, str, bool]]:
        """(id, subject, body, encrypted) of messages, in the order of `idents`."""
        found = {}
        for start in range(0, len(idents), _CHUNK):
            part = idents[start : start + _CHUNK]
            rows = self._db.execute(
                f"SELECT m.id, t.subject, t.body, m.flags FROM messages m JOIN texts t ON t.message = m.id WHERE m.id IN ({marks(part)})", part
            )
            found.update({row[0]: (row[0], row[1], row[2], bool(row[3] & codec.ENCRYPTED)) for row in rows})
        return [found[ident] for ident in idents if ident in found]

    def message(self, mid: str) -> Message | None:
        """The message of this Message-ID, or of which a copy had it, with body, folder and labels."""
        row = self._db.execute(
            """SELECT m.id, m.mid, m.date, m.zone, m.kind, m.flags, m.head, t.subject, t.body FROM messages m JOIN texts t ON t.message = m.id
               WHERE m.mid = ? OR m.id IN (SELECT message FROM aliases WHERE mid = ?) ORDER BY m.mid <> ?, m.rank LIMIT 1""",
            (mid, mid, mid),
        ).fetchone()
        if row is None:
            return None
        places = self._db.execute("SELECT folder, labels FROM places WHERE message = ?", (row[0],)).fetchall()
        return codec.message(row[1:], places)

    def search(self, text: str, limit: int = 50) -> list[str]:
        """Message-IDs of messages that hold all words of `text`, in subject, names or body, the best first."""
        words = " ".join('"' + word.replace('"', '""') + '"' for word in text.split())
        if not words:
            return []
        rows = self._db.execute(
            "SELECT m.mid FROM fts JOIN messages m ON m.id = fts.rowid WHERE fts MATCH ? ORDER BY fts.rank, m.mid LIMIT ?", (words, limit)
        )
        return [row[0] for row in rows]


_FOREVER = 4_000_000  # beyond date.max
