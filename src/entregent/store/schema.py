"""The tables, as append-only migrations: one that has been released is never edited, only followed by another.

What was read:

`containers`  a file or folder that holds mail. `stamp` is the source's mark of its content: where it is as before and `done`, the
              container is not opened again. `position` is the last message of an mbox that was stored, `tally` what was found in all
              readings (JSON).
`places`      where in a container a message lies: `position` is the byte offset, or the file's name without its flags. One message may
              lie in many places. `message` is NULL for what was left out, and `reason` says why; nothing of its content is kept.
`messages`    a message, counted once. `id` is internal and means nothing outside; `mid` is the Message-ID. `date` seconds since 1970
              (UTC), `zone` the sender's offset in minutes, `day` their local date as an ordinal, both NULL without a usable date. `kind`
              indexes `codec.KINDS`; `flags`: 1 rendered from HTML, 2 encrypted. `head` the headers (JSON, `codec.head`). `rank` chooses
              between copies that differ: the smallest wins, so that the order of import does not show. `thread` the Message-ID of its
              thread's first message, NULL where that is itself.
`texts`       subject, names and body: apart, so that walking over messages does not walk over bodies. `fts` is the index over it
              (external content: a row is removed from it by naming its old values).
`keys`        what makes two copies one: 64 bits of a hash over Message-ID, sender and date, and another over date, sender, recipients,
              subject and body.
`aliases`     Message-IDs of copies that are not the one kept, so that references to them still lead to the message.
`addresses`   every mailbox seen, lower-cased; `name:...` where mail gives a name alone.
`names`       every spelling seen.
`parts`       who takes part in a message, and how (`codec.ROLES`).

What is derived, and may be rebuilt at any time:

`touched`     messages that are new or changed since people were last derived: written with them, cleared with people. Makes a killed
              import whole.
`speech`      what a message says (JSON, `codec.speech`), and which version of the reader said so.
`persons`     people to whom the user wrote, and the user (`mine`), the most seen first (`place`); `person_addresses` whose an address is;
              `person_words` the words of their names, folded, for looking up.
`accounts`    the account of one person as of their last message (JSON). Absent where it must be derived again.

What the user said, which nothing of the above touches:

`said`        an append-only log. `meta` settings and small facts ("proposed.me", "reader").
"""

from __future__ import annotations

from typing import NamedTuple

APPLICATION = 0x656E7472  # "entr": tells a ledger from another program's database


class Migration(NamedTuple):
    """One step: its name and the statements that make it, run in one transaction with its own record."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "messages",
        (
            """CREATE TABLE containers (
                 id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, folder TEXT NOT NULL, stamp TEXT NOT NULL,
                 position INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, tally TEXT NOT NULL DEFAULT '{}')""",
            """CREATE TABLE places (
                 container INTEGER NOT NULL, position NOT NULL, message INTEGER, folder TEXT NOT NULL DEFAULT '', labels TEXT NOT NULL DEFAULT '',
                 reason TEXT NOT NULL DEFAULT '', PRIMARY KEY (container, position)) WITHOUT ROWID""",
            "CREATE INDEX places_message ON places (message) WHERE message IS NOT NULL",
            """CREATE TABLE messages (
                 id INTEGER PRIMARY KEY, mid TEXT NOT NULL, date INTEGER, zone INTEGER NOT NULL, day INTEGER, kind INTEGER NOT NULL,
                 flags INTEGER NOT NULL, thread TEXT, rank TEXT NOT NULL, head TEXT NOT NULL)""",
            "CREATE INDEX messages_mid ON messages (mid)",
            "CREATE TABLE texts (message INTEGER PRIMARY KEY, subject TEXT NOT NULL, names TEXT NOT NULL, body TEXT NOT NULL)",
            """CREATE VIRTUAL TABLE fts USING fts5 (
                 subject, names, body, content='texts', content_rowid='message', tokenize="unicode61 remove_diacritics 2")""",
            "CREATE TABLE keys (key INTEGER PRIMARY KEY, message INTEGER NOT NULL)",
            "CREATE TABLE aliases (mid TEXT NOT NULL, message INTEGER NOT NULL, PRIMARY KEY (mid, message)) WITHOUT ROWID",
            "CREATE INDEX aliases_message ON aliases (message)",
            "CREATE TABLE addresses (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE)",
            "CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            """CREATE TABLE parts (
                 message INTEGER NOT NULL, role INTEGER NOT NULL, address INTEGER NOT NULL, name INTEGER NOT NULL,
                 PRIMARY KEY (message, role, address)) WITHOUT ROWID""",
            "CREATE INDEX parts_address ON parts (address, role, message)",
        ),
    ),
    Migration(
        "derived",
        (
            "CREATE TABLE touched (message INTEGER PRIMARY KEY)",
            """CREATE TABLE speech (
                 message INTEGER PRIMARY KEY, reader TEXT NOT NULL, language TEXT NOT NULL, read INTEGER NOT NULL, data TEXT NOT NULL)""",
            "CREATE INDEX speech_unread ON speech (language) WHERE NOT read",
            """CREATE TABLE persons (
                 key TEXT PRIMARY KEY, place INTEGER NOT NULL, mine INTEGER NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID""",
            "CREATE TABLE person_addresses (address INTEGER PRIMARY KEY, person TEXT NOT NULL)",
            "CREATE INDEX person_addresses_person ON person_addresses (person)",
            "CREATE TABLE person_words (word TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (word, person)) WITHOUT ROWID",
            "CREATE TABLE accounts (person TEXT PRIMARY KEY, mark TEXT NOT NULL, last INTEGER, data TEXT NOT NULL) WITHOUT ROWID",
        ),
    ),
    Migration(
        "said",
        (
            """CREATE TABLE said (
                 number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, person TEXT NOT NULL, subject TEXT NOT NULL,
                 value TEXT NOT NULL, day INTEGER, at INTEGER)""",
            "CREATE INDEX said_person ON said (person)",
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        ),
    ),
)
