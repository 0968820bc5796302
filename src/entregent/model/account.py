"""The account of one relation: exchanges, what was asked, given, thanked, and how these belong together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Side = Literal["me", "other"]
EntryKind = Literal[
    "ask", "offer", "invitation", "help", "thanks", "promise", "acceptance", "refusal", "introduction", "report", "reproach", "apology", "answer",
]  # fmt: skip
"""`answer`: words that settle an ask without being yes, no or help: work passed along, a question back, an answer in a language that is not read;
and an asker's "never mind"."""
Bond = Literal["answered", "accepted", "refused", "helped", "repeated", "thanked", "reported", "kept", "withdrawn"]
"""What the later entry of a Pair is to the earlier one: an ask is answered (by substance that is neither yes nor no), accepted,
refused, helped (done), repeated (by the same ask again) or withdrawn; help is thanked or reported on; a promise is kept."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message between the two, or a meeting that the user logged (then `met` is true and `message_id` empty).

    `by`: who wrote. `direct`: the other side stands in To or Cc, and it is neither list nor machine (what a reply-day counts).
    `others`: keys or addresses of further people on it, for who knows whom. `thread`: the id of the thread's first message.
    """

    message_id: str
    date: dt.datetime
    day: dt.date
    by: Side
    direct: bool
    thread: str
    subject: str
    others: tuple[str, ...] = ()
    met: bool = False
    opens: bool = False
    """Whether it opens a conversation: no answer to anything, and the first of its thread between the two."""
    implied: bool = False
    """A message of theirs that mail does not hold, known by the answer that I wrote to it; `date` and `day` are the answer's, `message_id` what it
    refers to, or ""."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act that counts, cited. `what` is the label's kind for an ask ("intro", "job", "work" ...), else "". `marks`: of speech.MARKS.
    `beneficiary` and `target`: a name or a noun ("Sam Fields", "niece"), "" where none: who gains, and whom one is to be put in touch with. "?" is
    a third person of whom nothing more is told.
    `topic`: content lemmas of the sentence and its subject, for matching. `quote`: the words, for evidence only. `due`: the day a promise
    or request named. `said`: the user said so; no message behind it.
    """

    key: str
    kind: EntryKind
    by: Side
    message_id: str
    date: dt.datetime
    day: dt.date
    start: int
    end: int
    quote: str
    score: float
    what: str = ""
    marks: frozenset[str] = frozenset()
    beneficiary: str = ""
    target: str = ""
    topic: tuple[str, ...] = ()
    due: dt.date | None = None
    said: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries, by key, that belong together; `later` is what answered, thanked, repeated ... `earlier`."""

    earlier: str
    later: str
    bond: Bond


@dataclass(frozen=True, slots=True)
class Account:
    """All between me and one person, oldest first. `turn`: who owes the next message by content and thread, None where nothing is owed;
    `turn_for`: the key of the entry that makes it so. `unread`: messages that count as exchange and were not read (other
    languages, encrypted), with the languages."""

    person: str
    exchanges: tuple[Exchange, ...] = ()
    entries: tuple[Entry, ...] = ()
    pairs: tuple[Pair, ...] = ()
    turn: Side | None = None
    turn_for: str = ""
    unread: int = 0
    unread_languages: tuple[str, ...] = ()

    def paired(self, key: str, *bonds: Bond) -> tuple[Pair, ...]:
        """The pairs whose earlier entry is `key`, of these bonds."""
        return tuple(pair for pair in self.pairs if pair.earlier == key and (not bonds or pair.bond in bonds))


@dataclass(frozen=True, slots=True)
class Said:
    """Something that the user said. It outranks the mail and survives any rebuild.

    `kind`: `role`, `known-since`, `met`, `note`, `thanked`, `merge`, `split`, `correct`, `dismiss`, `me`, `delegate`, `no-favour`.
    `person`: a key or address. `subject`: what it is about (an entry's or finding's key, another address). `value`: the words or the value
    ("recruiter", "2012-01-01"). `day`: the day it speaks of; `at`: when it was said (UTC).
    """

    kind: str
    person: str
    subject: str = ""
    value: str = ""
    day: dt.date | None = None
    at: dt.datetime | None = None
    number: int = 0
