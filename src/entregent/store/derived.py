"""Threads, people, speech, accounts: all that can be rebuilt from what was read and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from entregent.store import codec
from entregent.store.base import Base
from entregent.store.queries import PERSONAL, marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from entregent.model.account import Account
    from entregent.model.people import Person

_WRITTEN_TO = f"""SELECT q.address, min(s.size), max(s.date) FROM (
      SELECT DISTINCT m.id, m.date, (SELECT count(*) FROM parts c WHERE c.message = m.id AND c.role IN (1, 2, 3)) AS size
      FROM parts w CROSS JOIN messages m ON m.id = w.message WHERE w.address IN ({{mine}}) AND w.role IN (0, 4) AND m.{PERSONAL}
    ) s CROSS JOIN parts q ON q.message = s.id WHERE q.role IN (1, 2, 3) GROUP BY q.address"""
_CHUNK = 900
_T = TypeVar("_T")


class Trace(NamedTuple):
    """What the mail shows of a handle: `smallest`, the addressees of the smallest message from the user to it (0: none), `last` of these in
    seconds; `personal`, what it wrote as a person, `back` of these to the user, `notices` as a machine; `lists`, ids of lists whose mail was
    addressed to it."""

    handle: str
    smallest: int
    last: int | None
    personal: int
    back: int
    notices: int
    lists: tuple[str, ...]


class Spoke(NamedTuple):
    """A message as it was read, ready for storing: `codec.speech` of it."""

    ident: int
    language: str
    read: int
    data: str


class Made(NamedTuple):
    """An account ready for storing: `last`, the day of its last exchange; `data`, `codec.account` of it."""

    person: str
    last: int | None
    data: str

    @classmethod
    def of(cls, account: Account) -> Made:
        """Make `account` ready."""
        return cls(account.person, max((one.day.toordinal() for one in account.exchanges), default=None), codec.account(account))


class Derived(Base):
    """The part of the Store that may be rebuilt."""

    def pending(self) -> bool:
        """Whether messages came in since people were last derived."""
        return self._db.execute("SELECT 1 FROM touched LIMIT 1").fetchone() is not None

    def touch_all(self) -> None:
        """Derive everything again: who the user is has changed."""
        with self.transaction():
            self._db.execute("INSERT OR IGNORE INTO touched SELECT id FROM messages")

    def traces(self, mine: Iterable[str], whose: Mapping[str, str]) -> list[Trace]:
        """What the mail shows of everybody to whom the user wrote, and of their other handles; `whose`: handle -> person's key."""
        me = self._ids(mine)
        written = {row[0]: row[1:] for row in self._db.execute(_WRITTEN_TO.format(mine=marks(me)), me)}
        handles = self._emails(written)
        keys = {whose[handle] for handle in handles.values() if handle in whose}
        wanted = {handle for handle, key in whose.items() if key in keys}
        idents = dict(zip(written, map(handles.__getitem__, written), strict=True)) | self._named_ids(wanted)
        wrote, lists = self._wrote(idents, me), self._lists(idents)
        found = []
        for ident, handle in sorted(idents.items(), key=lambda item: item[1]):
            smallest, last = written.get(ident, (0, None))
            personal, back, notices = wrote.get(ident, (0, 0, 0))
            found.append(Trace(handle, smallest, last, personal, back, notices, tuple(sorted(lists.get(ident, ())))))
        return found

    def _emails(self, idents: Iterable[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for part in _parts(idents):
            found.update(self._db.execute(f"SELECT id, email FROM addresses WHERE id IN ({marks(part)})", part))
        return found

    def _named_ids(self, handles: Iterable[str]) -> dict[int, str]:
        found: dict[int, str] = {}
        for part in _parts(handles):
            found.update(self._db.execute(f"SELECT id, email FROM addresses WHERE email IN ({marks(part)})", part))
        return found

    def _wrote(self, idents: Iterable[int], me: Sequence[int]) -> dict[int, tuple[int, int, int]]:
        """address -> messages as a person, of these to the user, as a machine."""
        found: dict[int, tuple[int, int, int]] = {}
        for part in _parts(idents):
            rows = self._db.execute(
                f"""SELECT p.address, sum(m.{PERSONAL}), sum(m.{PERSONAL} AND EXISTS (
                      SELECT 1 FROM parts r WHERE r.message = m.id AND r.role IN (1, 2, 3) AND r.address IN ({marks(me)}))), sum(m.kind = 2)
                    FROM parts p CROSS JOIN messages m ON m.id = p.message WHERE p.role = 0 AND p.address IN ({marks(part)}) GROUP BY p.address""",
                (*me, *part),
            )
            found.update((row[0], row[1:]) for row in rows)
        return found

    def _lists(self, idents: Iterable[int]) -> dict[int, set[str]]:
        """address -> ids of the lists whose mail was addressed to it."""
        found: dict[int, set[str]] = {}
        for part in _parts(idents):
            rows = self._db.execute(
                f"""SELECT p.address, m.head FROM parts p CROSS JOIN messages m ON m.id = p.message
                    WHERE p.role IN (1, 2) AND p.address IN ({marks(part)}) AND m.kind = 1""",
                part,
            )
            for ident, head in rows:
                if name := codec.list_of(head):
                    found.setdefault(ident, set()).add(name)
        return found

    def bounces(self) -> list[tuple[int | None, str]]:
        """When mail systems wrote back (seconds), and what."""
        rows = self._db.execute(
            """SELECT m.date, t.body FROM addresses a JOIN parts p ON p.address = a.id AND p.role = 0 JOIN messages m ON m.id = p.message
                 JOIN texts t ON t.message = m.id
               WHERE m.kind = 2 AND (a.email LIKE 'mailer-daemon%' OR a.email LIKE 'postmaster%' OR a.email LIKE 'mailer_daemon%')"""
        )
        return list(rows)

    def set_threads(self, threads: Mapping[str, str]) -> None:
        """Message-ID -> Message-ID of the thread's first. Accounts of people whose threads changed are derived again."""
        rows = self._db.execute("SELECT id, mid, thread FROM messages WHERE kind <> 2").fetchall()
        changed = []
        for ident, mid, thread in rows:
            new = threads.get(mid, mid)
            new = None if new == mid else new
            if new != thread:
                changed.append((new, ident))
        with self.transaction():
            self._db.executemany("UPDATE messages SET thread = ? WHERE id = ?", changed)
            self._db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(ident,) for _, ident in changed])

    def set_people(self, persons: Sequence[tuple[Person, bool, frozenset[str]]], by_handle: Mapping[str, str]) -> None:
        """Replace all persons: (person, whether it is the user, words of the names), the most seen first; `by_handle`: handle -> key. Drops the
        accounts of those who changed or have new mail, and clears what was touched."""
        before = {row[0]: row[1:] for row in self._db.execute("SELECT key, mine, name, data FROM persons")}
        rows = [(person.key, place, int(mine), person.name, codec.person(person)) for place, (person, mine, _) in enumerate(persons)]
        with self.transaction():
            same = {key for key, _, mine, name, data in rows if before.get(key) == (mine, name, data)}
            database = self._db
            database.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY)")
            database.execute("DELETE FROM kept")
            database.executemany("INSERT INTO kept VALUES (?)", [(key,) for key in sorted(same)])
            for table in ("persons", "person_words", "person_addresses"):
                database.execute(f"DELETE FROM {table}")
            database.executemany("INSERT INTO persons VALUES (?, ?, ?, ?, ?)", rows)
            database.executemany(
                "INSERT INTO person_words VALUES (?, ?)", sorted((word, person.key) for person, _, words in persons for word in words)
            )
            keys = {person.key for person, _, _ in persons}
            database.executemany(
                "INSERT INTO person_addresses SELECT id, ? FROM addresses WHERE email = ?",
                sorted((key, handle) for handle, key in by_handle.items() if key in keys),
            )
            database.execute("DELETE FROM accounts WHERE person NOT IN (SELECT key FROM kept)")
            database.execute(
                """DELETE FROM accounts WHERE person IN (
                     SELECT a.person FROM touched JOIN parts USING (message) JOIN person_addresses a USING (address))"""
            )
            database.execute("DELETE FROM touched")
            self._set_current("")

    def persons(self, *, mine: bool = False) -> tuple[Person, ...]:
        """All people to whom the user wrote, the most seen first; with `mine` the user instead."""
        rows = self._db.execute("SELECT key, name, data FROM persons WHERE mine = ? ORDER BY place", (int(mine),))
        return tuple(codec.to_person(*row) for row in rows)

    def count_people(self) -> int:
        """How many people the user wrote to."""
        return int(self._db.execute("SELECT count(*) FROM persons WHERE mine = 0").fetchone()[0])

    def person(self, handle: str) -> Person | None:
        """The person of this key or address, the user included."""
        row = self._db.execute(
            """SELECT key, name, data FROM persons WHERE key = ?1 OR key = (
                 SELECT person FROM person_addresses WHERE address = (SELECT id FROM addresses WHERE email = ?1)) ORDER BY key <> ?1 LIMIT 1""",
            (handle,),
        ).fetchone()
        return codec.to_person(*row) if row else None

    def named(self, words: Iterable[str]) -> tuple[Person, ...]:
        """People, the user apart, with a name or spelling that holds a word beginning with each of `words` (folded), the most seen first."""
        wanted = sorted(set(words))
        if not wanted:
            return ()
        tests = " AND ".join("EXISTS (SELECT 1 FROM person_words w WHERE w.person = p.key AND w.word >= ? AND w.word < ?)" for _ in wanted)
        bounds = [bound for word in wanted for bound in (word, word + "\U0010ffff")]
        rows = self._db.execute(f"SELECT key, name, data FROM persons p WHERE mine = 0 AND {tests} ORDER BY place", bounds)
        return tuple(codec.to_person(*row) for row in rows)

    def handles(self, key: str) -> frozenset[str]:
        """Every handle of a person."""
        rows = self._db.execute("SELECT email FROM person_addresses JOIN addresses ON addresses.id = address WHERE person = ?", (key,))
        return frozenset(row[0] for row in rows)

    def to_read(self, reader: str, mine: Iterable[str]) -> list[int]:
        """Messages between the user and people that this reader has not read, newest first."""
        me = self._ids(mine)
        rows = self._db.execute(
            f"""SELECT m.id FROM messages m LEFT JOIN speech s ON s.message = m.id
                WHERE m.{PERSONAL} AND m.date IS NOT NULL AND (s.reader IS NULL OR s.reader <> ?) AND (
                  EXISTS (SELECT 1 FROM parts p JOIN person_addresses USING (address) JOIN persons r ON r.key = person
                          WHERE p.message = m.id AND p.role = 0 AND NOT r.mine)
                  OR (EXISTS (SELECT 1 FROM parts p WHERE p.message = m.id AND p.role IN (0, 4) AND p.address IN ({marks(me)}))
                      AND EXISTS (SELECT 1 FROM parts p JOIN person_addresses USING (address) JOIN persons r ON r.key = person
                                  WHERE p.message = m.id AND p.role IN (1, 2, 3) AND NOT r.mine)))
                ORDER BY m.date DESC, m.mid""",
            (reader, *me),
        )
        return [row[0] for row in rows]

    def set_speech(self, reader: str, spoke: Iterable[Spoke]) -> None:
        """Store what was read, and drop the accounts it makes old."""
        with self.transaction():
            rows = [(one.ident, reader, one.language, one.read, one.data) for one in spoke]
            self._db.executemany("INSERT OR REPLACE INTO speech VALUES (?, ?, ?, ?, ?)", rows)
            self._db.executemany(
                """DELETE FROM accounts WHERE person IN (
                     SELECT a.person FROM parts JOIN person_addresses a USING (address) WHERE parts.message = ?)""",
                [(row[0],) for row in rows],
            )
            self._set_current("")

    def languages(self) -> dict[str, int]:
        """Languages of messages that were not read, with how many."""
        return dict(self._db.execute("SELECT language, count(*) FROM speech WHERE NOT read AND language <> '' GROUP BY language ORDER BY 2 DESC, 1"))

    def account(self, key: str, mark: str) -> tuple[Account, int] | None:
        """The stored account of a person and the last day it knows of, None where there is none made under this mark."""
        row = self._db.execute("SELECT data, last FROM accounts WHERE person = ? AND mark = ?", (key, mark)).fetchone()
        return (codec.to_account(row[0]), row[1] or 0) if row else None

    def accounts(self, mark: str) -> dict[str, tuple[Account, int]]:
        """All stored accounts by person."""
        rows = self._db.execute("SELECT person, data, last FROM accounts WHERE mark = ?", (mark,))
        return {key: (codec.to_account(data), last or 0) for key, data, last in rows}

    def without_account(self, mark: str) -> tuple[str, ...]:
        """Keys of people whose account must be made."""
        rows = self._db.execute(
            "SELECT key FROM persons WHERE mine = 0 AND key NOT IN (SELECT person FROM accounts WHERE mark = ?) ORDER BY place", (mark,)
        )
        return tuple(row[0] for row in rows)

    def set_accounts(self, mark: str, accounts: Iterable[Made]) -> None:
        """Store accounts."""
        with self.transaction():
            self._db.executemany("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?)", [(one.person, mark, one.last, one.data) for one in accounts])

    def drop_accounts(self, keys: Iterable[str]) -> None:
        """Accounts that something the user said has made old."""
        with self.transaction():
            self._db.executemany("DELETE FROM accounts WHERE person = ?", [(key,) for key in keys])
            self._set_current("")

    def current(self, mark: str) -> bool:
        """Whether everything was read and every account made under this mark, and nothing has become old since."""
        row = self._db.execute("SELECT value FROM meta WHERE key = 'current'").fetchone()
        return bool(row) and bool(row[0] == mark)

    def set_current(self, mark: str) -> None:
        """Everything is read and every account made."""
        with self.transaction():
            self._set_current(mark)

    def _set_current(self, mark: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('current', ?)", (mark,))

    def forget_derived(self) -> None:
        """Drop all that is derived, to be rebuilt."""
        with self.transaction():
            for table in ("speech", "persons", "person_addresses", "person_words", "accounts"):
                self._db.execute(f"DELETE FROM {table}")
            self._set_current("")
            self._db.execute("UPDATE messages SET thread = NULL")
            self._db.execute("INSERT OR IGNORE INTO touched SELECT id FROM messages")

    def _ids(self, handles: Iterable[str]) -> list[int]:
        wanted = sorted(set(handles))
        return [row[0] for row in self._db.execute(f"SELECT id FROM addresses WHERE email IN ({marks(wanted)})", wanted)]


def _parts(values: Iterable[_T]) -> Iterator[list[_T]]:
    """`values` in lists short enough for one statement."""
    everything = list(values)
    for start in range(0, len(everything), _CHUNK):
        yield everything[start : start + _CHUNK]
