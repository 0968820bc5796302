"""Values to compact JSON and back.

JSON arrays rather than objects: half the size, and quick to read with the standard library alone. JSON rather than pickle: opening a
ledger must never run code. Each form is versioned by the migration that made its column; a field is only ever added at the end.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from entregent.model.account import Account, Entry, Exchange, Pair, Said
from entregent.model.mail import Address, Kind, Message, local_day
from entregent.model.people import Person, Reason
from entregent.model.speech import LABELS, Act, Mention, Sentence, Span, Speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KINDS: tuple[Kind, ...] = get_args(Kind)
ROLES = ("from", "to", "cc", "bcc", "by")
"""How somebody takes part in a message; `by` is the Sender header where it differs from From. Indices are stored."""
RENDERED, ENCRYPTED = 1, 2
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LABEL = {label: index for index, label in enumerate(LABELS)}

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_decode = loads = json.JSONDecoder().decode


def seconds(moment: datetime | None) -> int | None:
    """Whole seconds since 1970. Not `timestamp()`: it cannot tell times before 1970 on Windows."""
    return None if moment is None else (moment - _EPOCH) // timedelta(seconds=1)


def moment(value: int | None) -> datetime | None:
    """The UTC time of seconds since 1970."""
    return None if value is None else _EPOCH + timedelta(seconds=value)


def day_number(value: date | None) -> int | None:
    """A date as its proleptic ordinal, for storing."""
    return None if value is None else value.toordinal()


def day(value: int | None) -> date | None:
    """The date of an ordinal."""
    return None if value is None else date.fromordinal(value)


def message_day(message: Message) -> int | None:
    """The sender's local date as an ordinal."""
    return None if message.date is None else local_day(message.date, message.offset).toordinal()


def head(message: Message) -> str:
    """Every header of a message that has no column of its own."""
    written_by = message.written_by
    return _encode(
        [
            message.sender, message.to, message.cc, message.bcc, message.reply_to, message.in_reply_to, message.references,
            message.list_id, message.attachments, written_by,
        ]
    )  # fmt: skip


def message(row: tuple[Any, ...], places: Iterable[tuple[str, str]] = (), aliases: Mapping[str, str] | None = None) -> Message:
    """A message from (mid, date, zone, kind, flags, head, subject, body), and its places as (folder, labels). `aliases` replaces ids it refers to."""
    mid, date_, zone, kind, flags, head_, subject, body = row
    sender, to, cc, bcc, reply_to, in_reply_to, references, list_id, attachments, written_by = _decode(head_)
    if aliases:
        in_reply_to = aliases.get(in_reply_to, in_reply_to)
        references = [aliases.get(reference, reference) for reference in references]
    folders, labels = set[str](), set[str]()
    for folder, label in places:
        folders.add(folder)
        labels.update(_decode(label) if label else ())
    return Message(
        mid, moment(date_), zone, Address(*sender), _addresses(to), _addresses(cc), subject, body,
        bcc=_addresses(bcc), reply_to=_addresses(reply_to), in_reply_to=in_reply_to, references=tuple(references), kind=KINDS[kind],
        list_id=list_id, rendered=bool(flags & RENDERED), encrypted=bool(flags & ENCRYPTED), attachments=tuple(attachments),
        written_by=written_by and Address(*written_by), labels=tuple(sorted(labels)), folder=min(folders, default=""),
    )  # fmt: skip


def list_of(head_: str) -> str:
    """The list's identifier in a stored `head`."""
    name: str = _decode(head_)[7]
    return name


def _addresses(values: list[list[str]]) -> tuple[Address, ...]:
    return tuple([Address(name, email) for name, email in values])


def labels(values: tuple[str, ...]) -> str:
    """Labels of a place, sorted; "" for none, which is nearly always."""
    return _encode(sorted(values)) if values else ""


def speech(value: Speech) -> tuple[str, int, str]:
    """(language, read, data). Every sentence is kept, since an answer need carry no act; lexical traits are not, which only a draft's judge
    asks for."""
    told = [_sentence(sentence, value.language) for sentence in value.sentences]
    return value.language, int(value.read), _encode([value.own, told])


def _sentence(one: Sentence, language: str) -> list[Any]:
    """A sentence as a row whose empty end is cut off: most carry nothing."""
    traits = sorted(trait for trait in one.traits if not trait.startswith(("lex:", "frame:")))
    acts = [[_LABEL[act.label], round(act.score, 3)] for act in one.acts]
    row = [one.start, one.text, one.topic, traits, acts, one.mentions, one.gains, one.favour, "" if one.language == language else one.language]
    while row and not row[-1]:
        row.pop()
    return row


def heard(language: str, read: int, data: str) -> Speech:
    """The speech of a message. Inverse of `speech`, but for lexical traits."""
    own, told = _decode(data)
    return Speech(language, bool(read), tuple([Span(*span) for span in own]), tuple([_sentence_of(row, language) for row in told]))


def _sentence_of(row: list[Any], language: str) -> Sentence:
    start, text, topic, traits, acts, mentions, gains, favour, spoken = [*row, *_NOTHING[len(row) :]]
    return Sentence(
        start, start + len(text), text, spoken or language,
        tuple([Act(LABELS[index], score) for index, score in acts]),
        tuple([Mention(*mention) for mention in mentions]),
        tuple(topic), frozenset(traits), Mention(*gains) if gains else None, favour,
    )  # fmt: skip


_NOTHING: list[Any] = [0, "", (), (), (), (), None, 0.0, ""]


def person(value: Person) -> str:
    """All of a person but key and name, which have columns."""
    return _encode([value.addresses, value.spellings, value.reasons])


def to_person(key: str, name: str, data: str) -> Person:
    """Inverse of `person`."""
    addresses, spellings, reasons = _decode(data)
    return Person(key, name, tuple(addresses), tuple(spellings), tuple([Reason(*reason) for reason in reasons]))


def account(value: Account) -> str:
    """An account, whole."""
    exchanges = [
        [
            one.message_id, seconds(one.date), one.day.toordinal(), one.by, one.direct, one.thread, one.subject, one.others, one.met, one.opens,
            one.implied,
        ]
        for one in value.exchanges
    ]  # fmt: skip
    entries = [
        [
            one.key, one.kind, one.by, one.message_id, seconds(one.date), one.day.toordinal(), one.start, one.end, one.quote,
            round(one.score, 3), one.what, sorted(one.marks), one.beneficiary, one.target, one.topic, day_number(one.due), one.said,
        ]
        for one in value.entries
    ]  # fmt: skip
    pairs = [[pair.earlier, pair.later, pair.bond] for pair in value.pairs]
    return _encode([value.person, exchanges, entries, pairs, value.turn, value.turn_for, value.unread, value.unread_languages])


@lru_cache(maxsize=8)
def to_account(data: str) -> Account:
    """Inverse of `account`. A process that stays (a page, an editor) checks against the same few people again and again."""
    who, exchanges, entries, pairs, turn, turn_for, unread, languages = _decode(data)
    times = date.fromordinal
    return Account(
        who,
        tuple(
            [
                Exchange(mid, _EPOCH + timedelta(seconds=at), times(on), by, direct, thread, subject, tuple(others), met, opens, implied)
                for mid, at, on, by, direct, thread, subject, others, met, opens, implied in exchanges
            ]
        ),
        tuple([_entry(one) for one in entries]),
        tuple([Pair(*pair) for pair in pairs]),
        turn, turn_for, unread, tuple(languages),
    )  # fmt: skip


def _entry(values: list[Any]) -> Entry:
    key, kind, by, mid, at, on, start, end, quote, score, what, marks, beneficiary, target, topic, due, said_ = values
    return Entry(
        key, kind, by, mid, _EPOCH + timedelta(seconds=at), date.fromordinal(on), start, end, quote, score, what,
        frozenset(marks), beneficiary, target, tuple(topic), day(due), said_,
    )  # fmt: skip


def said(row: tuple[int, str, str, str, str, int | None, int | None]) -> Said:
    """From (number, kind, person, subject, value, day, at)."""
    number, kind, who, subject, value, on, at = row
    return Said(kind, who, subject, value, day(on), moment(at), number)


def tally(value: dict[str, Any]) -> str:
    """A container's tally."""
    return _encode(value)


def to_tally(data: str) -> dict[str, Any]:
    """Inverse of `tally`."""
    decoded = _decode(data)
    return decoded if isinstance(decoded, dict) else {}
