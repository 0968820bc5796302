"""The account of one relation: exchanges, entries, pairs and the turn, from messages that were read and from what the user said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from entregent.ledger.book import Book
from entregent.ledger.conversations import answers, bare_subject
from entregent.ledger.conversations import threads as thread_ids
from entregent.ledger.heard import Heard, between, handles_of
from entregent.ledger.lists import organisation
from entregent.ledger.said import corrections, noon, order, with_said
from entregent.ledger.turn import turn
from entregent.model.account import Account, Exchange, Said, Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from entregent.model.mail import Message
    from entregent.model.people import Person
    from entregent.model.speech import Speech

_WORK_ROLES = frozenset({"colleague", "client", "customer", "desk", "supplier", "employee", "boss", "manager", "team"})


def account(
    person: Person,
    heard: Sequence[tuple[Message, Speech]],
    me: frozenset[str],
    said: Sequence[Said] = (),
    *,
    threads: dict[str, str] | None = None,
) -> Account:
    """The account between me and `person`.

    `heard`: messages in any order; those that are not from one of the two to the other are passed over, and so are those without a date.
    `me`: my addresses, lower case; a delegate's too, if what they write to others is to count as mine.
    `said`: what the user said, of anybody. What is about this person is used: `thanked` (subject: the help's key, or empty for all help up to
    its day), `met`, `correct` (subject: an entry's key; value: a kind, "ask:..." or "nothing"), `no-favour` (subject: the ask's key), `role`.
    `threads`: as the function of that name gives for a larger set, if it is at hand.
    """
    handles = handles_of(person)
    words = [word for word in said if word.person in handles or not word.person]
    known = threads if threads is not None else thread_ids(message for message, _ in heard)
    letters = between(person, heard, me, known)
    book = Book(corrections(words), shared_work=_shared_work(person, me, words))
    for letter in letters:
        book.add(letter)
    entries, pairs = with_said(book.entries, book.pairs, words, person.key)
    exchanges = _exchanges(letters, words)
    whose, key = turn(exchanges, entries, pairs)
    unread = [letter.speech.language for letter in letters if not letter.speech.read]
    return Account(
        person.key, exchanges, entries, pairs, whose, key, len(unread), tuple(sorted({language for language in unread if language})),
    )  # fmt: skip


def until(whole: Account, day: date) -> Account:
    """The account as it stood at the end of `day`, with the turn of then."""
    exchanges = tuple(one for one in whole.exchanges if one.day <= day)
    entries = tuple(one for one in whole.entries if one.day <= day)
    keys = {one.key for one in entries}
    pairs = tuple(pair for pair in whole.pairs if pair.earlier in keys and pair.later in keys)
    whose, key = turn(exchanges, entries, pairs)
    return replace(whole, exchanges=exchanges, entries=entries, pairs=pairs, turn=whose, turn_for=key)


def mirror(whole: Account) -> Account:
    """The same account told from the other side: `me` and `other` swap places."""
    swap: dict[Side, Literal["me", "other"]] = {"me": "other", "other": "me"}
    return replace(
        whole,
        exchanges=tuple(replace(one, by=swap[one.by]) for one in whole.exchanges),
        entries=tuple(replace(one, by=swap[one.by]) for one in whole.entries),
        turn=swap[whole.turn] if whole.turn else None,
    )


def _shared_work(person: Person, me: frozenset[str], words: Sequence[Said]) -> bool:
    """Whether the two share work: a role that says so (the last one said decides), else the organisation of the address they use most."""
    roles = [word.value.strip().lower() for word in sorted(words, key=order) if word.kind == "role"]
    if roles:
        return roles[-1] in _WORK_ROLES
    mine = {organisation(address.rpartition("@")[2]) for address in me if "@" in address} - {""}
    return bool(person.addresses) and organisation(person.addresses[0].rpartition("@")[2]) in mine


def _implied(letter: Heard) -> Exchange:
    message = letter.message
    return Exchange(message.in_reply_to, letter.date, letter.day, "other", True, letter.thread, message.subject, implied=True)


def _exchanges(letters: Sequence[Heard], words: Sequence[Said]) -> tuple[Exchange, ...]:
    """What was exchanged. People keep what they sent and delete what they got: an answer that I wrote to one person alone, of which the mail holds
    no earlier message, shows that they wrote, no later than that day."""
    seen: set[str] = set()
    found = []
    for letter in letters:
        opens = letter.thread not in seen and not letter.answers and not bare_subject(letter.message.subject)[1]
        alone = letter.by == "me" and letter.place == "to" and not letter.others and letter.direct
        if alone and letter.thread == letter.message.id and letter.thread not in seen and answers(letter.message):
            found.append(_implied(letter))
        seen.add(letter.thread)
        found.append(letter.exchange(opens))
    for word in words:
        day = word.day or (word.at.date() if word.at else None)
        if word.kind == "met" and day is not None:
            found += [Exchange("", noon(day), day, "me", False, f"said:{word.number}", word.value, met=True)]
    return tuple(sorted(found, key=lambda one: (one.date, not one.implied, one.message_id, one.thread)))
