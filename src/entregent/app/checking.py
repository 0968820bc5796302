"""Checks a draft: reads it, gathers what is on record with the other person, asks the rules, and words what they find."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from entregent import advice, language, relations, rules
from entregent.app import ledger as record
from entregent.app.calling import as_addresses, as_date, as_language, as_paths, as_since, as_stage, mailbox, message_of
from entregent.brief import compose, names_to_look_up
from entregent.brief.context import Material
from entregent.model.account import Account, Said
from entregent.model.brief import Draft
from entregent.model.finding import Coverage, Report
from entregent.model.mail import Address
from entregent.model.people import Person
from entregent.model.roles import WORK, canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.app.ledger import Known
    from entregent.model.brief import Brief
    from entregent.model.mail import Message
    from entregent.model.relation import Relation
    from entregent.model.speech import Sentence, Speech

NOBODY = Address("", "")
LAST = 1 << 62
"""What the call says counts as said last."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the call itself says of the other person; it outranks the record."""

    stage: str | None = None
    known_since: dt.date | None = None
    role: str | None = None

    def said(self, person: str) -> tuple[Said, ...]:
        """The same, as what the user said of a person."""
        told = (("stage", self.stage), ("known-since", self.known_since and self.known_since.isoformat()), ("role", self.role))
        return tuple(Said(kind, person, value=value, number=LAST) for kind, value in told if value)


@dataclass(frozen=True, slots=True)
class Call:
    """A check as it was asked for. `other`: as the caller named them, "" where they did not; `me`: bare addresses."""

    message: Message
    inbound: bool
    day: dt.date
    other: str
    me: tuple[str, ...]
    told: Told
    language: str | None

    @property
    def direction(self) -> Literal["out", "in"]:
        return "in" if self.inbound else "out"

    def correspondent(self, mine: Sequence[str]) -> Address:
        """The other person as the call names them, completed from the headers; else whom the headers name; nobody where neither tells."""
        headers = (self.message.sender,) if self.inbound else (*self.message.to, *self.message.cc)
        if not self.other:
            first = headers if self.inbound else self.message.to
            return next((address for address in first if not address.email or address.email not in mine), NOBODY)
        named = mailbox(self.other)
        words = set(named.name.lower().split())
        for address in headers:
            if (named.email and address.email == named.email) or (not named.email and words <= set(address.name.lower().split())):
                return Address(max(named.name, address.name, key=len), address.email)
        return named


def check(
    draft: str | bytes | Path,
    *,
    other: str | None = None,
    me: str | Sequence[str] | None = None,
    history: str | Path | Sequence[str | Path] = (),
    inbound: bool = False,
    as_of: str | dt.date | None = None,
    language: str | None = None,
    db: str | Path | None = None,
    stage: str | None = None,
    known_since: str | dt.date | None = None,
    role: str | None = None,
    words: str | None = None,
) -> Report:
    """Reads a draft before it is sent, with the history between the two.

    `draft`: a str is a body, bytes an .eml or plain text, a Path a file of either. `other`: the other person's address or name (else the first To
    that is not me, or for `inbound` the From). `me`: an address, or several. `history`: mbox, Maildir or .eml paths, one or several; replaces `db`.
    `db`: a ledger; None reads no ledger. `as_of`: nothing dated later is read (default: now). `language`: the draft's, `en` or `fr` (default:
    detected). `stage`, `known_since` (a day, a month, a year), `role`: of the other person, and outrank the record. `words`: the language of the
    findings (default: `language`, else the draft's). Raises Trouble for what cannot be read, and for a date, stage or language that is none.
    """
    day = as_date(as_of) if as_of else dt.datetime.now().astimezone().date()
    told = Told(as_stage(stage), as_since(known_since) if known_since else None, canonical(role) if role else None)
    call = Call(message_of(draft), inbound, day, other or "", as_addresses(me), told, as_language(language))
    spoken = as_language(words) or language
    with contextlib.ExitStack() as open_ledgers:
        known = _known(call, as_paths(history), Path(db) if db else None)
        if known is not None:
            open_ledgers.callback(known.close)
        brief = _brief(call, known)
    return _report(call.message, brief, known, spoken)


def _report(message: Message, brief: Brief, known: Known | None, spoken: str | None) -> Report:
    """Asks the rules and words their verdicts in `spoken`, else in the draft's language."""
    hits, unknown = rules.judge(brief)
    spoken = spoken or (brief.language if brief.language in {"en", "fr"} else "en")
    codes = [hit.code for hit in hits]
    findings = advice.word(hits, brief, rules.words(spoken, codes), rules.names(), spoken)
    dismissed = {said.subject for said in known.said if said.kind == "dismiss"} if known else set()
    return Report(
        language=brief.language,
        direction=brief.direction,
        text=message.body,
        rendered=message.rendered,
        relation=brief.relation,
        findings=tuple(finding for finding in findings if finding.id not in dismissed),
        not_assessed=tuple((item.code, advice.reason(_why_not(item.reason, message, brief), spoken)) for item in unknown),
        coverage=known.coverage if known else Coverage(),
    )


def _why_not(reason: str, message: Message, brief: Brief) -> str:
    """The reason, told apart where the text itself could not be read."""
    if reason != "language":
        return reason
    return "encrypted" if message.encrypted else reason if brief.language else "too-little"


def acts(text: str | bytes | Path, language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of the writer's own text in `text`, with their acts; offsets are code points in it."""
    return listen(text, language).sentences


def listen(text: str | bytes | Path, language: str | None = None) -> Speech:
    """What `text` says: a str is a body, bytes an .eml or plain text, a Path a file of either; offsets are code points in the body."""
    return _read(message_of(text), as_language(language))


def _read(message: Message, spoken: str | None) -> Speech:
    speech: Speech = language.read(message.body, subject=message.subject, language=spoken)
    return speech


def _known(call: Call, history: Sequence[Path], db: Path | None) -> Known | None:
    """What is on record with the other person; None where no record was given."""
    me = call.me
    if not me and history and call.message.sender.email and not call.inbound:
        me = (call.message.sender.email,)

    def named(mine: Sequence[str]) -> str:
        found = call.correspondent(mine)
        said = mailbox(call.other)
        return said.email or said.name or found.email or found.name

    if history:
        return record.from_history(history, me=me, other=named, as_of=call.day)
    return record.from_ledger(db, me=me, other=named, as_of=call.day) if db is not None else None


def _brief(call: Call, known: Known | None) -> Brief:
    message, inbound = call.message, call.inbound
    speech = _read(message, call.language)
    draft = Draft(message.subject, message.body, speech, message.rendered, (*message.to, *message.cc))
    if known is None or known.person is None:
        return compose(_alone(call, draft))
    account = _before(known.account(inbound), message.id)
    me = known.me or Person("", "", ())
    person = known.person if known.person.name else replace(known.person, name=call.correspondent(me.addresses).name)
    said = (*known.said, *call.told.said(person.key))
    relation = relations.relate(account, person, call.day, said) if account.exchanges or known.told or len(said) > len(known.said) else None
    asker, asked = (person, me) if inbound else (me, person)
    return compose(
        Material(
            draft=draft,
            direction=call.direction,
            as_of=call.day,
            account=account,
            asker=asker,
            asked=asked,
            relation=relation,
            role=_role(relation, inbound),
            links=known.links(names_to_look_up(speech), inbound),
            domains=(_domain(asker), _domain(asked)),
        )
    )


def _alone(call: Call, draft: Draft) -> Material:
    """The material without any record: the draft and what the call said."""
    sender = call.message.sender
    found = call.correspondent(call.me or ((sender.email,) if sender.email and not call.inbound else ()))
    other = Person("", found.name, (found.email,) if found.email else ())
    own = next((one for one in call.message.to if not call.me or one.email in call.me), NOBODY) if call.inbound else sender
    me = Person("", own.name, tuple(dict.fromkeys(address for address in (own.email, *call.me) if address)))
    said = call.told.said("")
    relation = relations.relate(Account(""), other, call.day, said) if said else None
    asker, asked = (other, me) if call.inbound else (me, other)
    return Material(
        draft=draft,
        direction=call.direction,
        as_of=call.day,
        account=Account(""),
        asker=asker,
        asked=asked,
        relation=relation,
        role=_role(relation, call.inbound),
        domains=(_domain(asker), _domain(asked)),
    )


def _before(account: Account, message_id: str) -> Account:
    """The account without the message that is checked: mail that came in may be on record already, and is no earlier ask of itself."""
    if not any(exchange.message_id == message_id for exchange in account.exchanges):
        return account
    exchanges = tuple(exchange for exchange in account.exchanges if exchange.message_id != message_id)
    entries = tuple(entry for entry in account.entries if entry.message_id != message_id)
    keys = {entry.key for entry in entries}
    pairs = tuple(pair for pair in account.pairs if pair.earlier in keys and pair.later in keys)
    return replace(account, exchanges=exchanges, entries=entries, pairs=pairs)


def _role(relation: Relation | None, inbound: bool) -> str:
    """The asked person's role. For mail that came in it is the asker's that was said, and tells of the asked one only where the two share work."""
    role = relation.role if relation else ""
    return role if not inbound or role in WORK else ""


def _domain(person: Person) -> str:
    return person.addresses[0].rpartition("@")[2] if person.addresses else ""
