"""Checks a draft: reads it, gathers what is on record with the other person, asks the rules, and words what they find."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from entregent import advice, language, relations, rules, sources
from entregent.app import ledger as record
from entregent.brief import compose, names_to_look_up
from entregent.brief.context import Material
from entregent.model.account import Account
from entregent.model.brief import Draft
from entregent.model.finding import Coverage, Report
from entregent.model.issue import Trouble
from entregent.model.mail import Address
from entregent.model.people import Person
from entregent.model.relation import Relation
from entregent.model.roles import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.app.ledger import Known
    from entregent.model.brief import Brief
    from entregent.model.mail import Message
    from entregent.model.speech import Sentence, Speech

STAGES = ("stranger", "new", "established", "close", "dormant")


@dataclass(frozen=True, slots=True)
class Told:
    """What the call itself says of the other person; it outranks the record."""

    stage: str | None = None
    known_since: dt.date | None = None
    role: str | None = None


def check(
    draft: str | bytes | Path,
    *,
    other: str | None = None,
    me: str | Sequence[str] | None = None,
    history: Sequence[str | Path] = (),
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
    that is not me, or for `inbound` the From). `history`: mbox, Maildir or .eml paths; replaces `db`. `db`: a ledger; None reads no ledger.
    `as_of`: nothing dated later is read (default: now). `language`: the draft's, `en` or `fr` (default: detected). `words`: the language of
    the findings (default: `language`, else the draft's). Raises Trouble for what cannot be read, a date or a stage that is none.
    """
    day = as_date(as_of) if as_of else dt.datetime.now().astimezone().date()
    told = Told(_stage(stage), as_date(known_since) if known_since else None, canonical(role) if role else None)
    message = _message(draft)
    with contextlib.ExitStack() as open_ledgers:
        known = _known(message, other, _list(me), [Path(path) for path in history], inbound, day, Path(db) if db else None)
        if known is not None:
            open_ledgers.callback(known.close)
        brief = _brief(message, known, inbound, day, language, told, other)
    return _report(message, brief, known, words or language)


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
        not_assessed=tuple((item.code, advice.reason(item.reason, spoken)) for item in unknown),
        coverage=known.coverage if known else Coverage(),
    )


def acts(text: str | bytes | Path, language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of the writer's own text in `text`, with their acts; offsets are code points in it."""
    return listen(text, language).sentences


def listen(text: str | bytes | Path, language: str | None = None) -> Speech:
    """What `text` says: a str is a body, bytes an .eml or plain text, a Path a file of either; offsets are code points in the body."""
    message = _message(text)
    return _read(message.body, message.subject, language)


def as_date(value: str | dt.date) -> dt.date:
    """An ISO date; Trouble("date.bad") for anything else."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value).date()
    except ValueError:
        raise Trouble("date.bad", value=value) from None


def _stage(stage: str | None) -> str | None:
    if stage is not None and stage not in STAGES:
        raise Trouble("stage.bad", value=stage, known=", ".join(STAGES))
    return stage


def _list(me: str | Sequence[str] | None) -> tuple[str, ...]:
    if me is None:
        return ()
    return (me.lower(),) if isinstance(me, str) else tuple(address.lower() for address in me)


def _message(draft: str | bytes | Path) -> Message:
    """The draft as a message; a str is its body."""
    if isinstance(draft, Path):
        try:
            data = draft.read_bytes()
        except FileNotFoundError:
            raise Trouble("file.missing", path=str(draft)) from None
        except OSError as error:
            raise Trouble("file.unreadable", path=str(draft), reason=error.strerror or "") from None
        message, _ = sources.parse_draft(data, draft.name)
        name = str(draft)
    elif isinstance(draft, bytes):
        message, _ = sources.parse_draft(draft, "")
        name = "-"
    else:
        message, _ = sources.parse_draft(b"", "draft.txt")
        message = replace(message, body=draft.replace("\r\n", "\n"))
        name = "-"
    if not message.body.strip():
        raise Trouble("draft.empty", path=name)
    return message


def _known(
    message: Message, other: str | None, me: tuple[str, ...], history: Sequence[Path], inbound: bool, day: dt.date, db: Path | None
) -> Known | None:
    """What is on record with the other person; None where no record was given."""
    if not me and not (db and not history) and message.sender.email and not inbound:
        me = (message.sender.email,)
    if history:
        return record.from_history(history, me=me, other=_other(message, other, me, inbound), as_of=day)
    if db is None:
        return None
    return record.from_ledger(db, me=me, other=lambda mine: _other(message, other, mine, inbound), as_of=day)


def _other(message: Message, other: str | None, me: Sequence[str], inbound: bool) -> str:
    """Address or name of the other person: as said, else by the draft's headers; "" where neither tells."""
    if other:
        return other
    if inbound:
        return message.sender.email or message.sender.name
    mine = set(me)
    return next((address.email or address.name for address in message.to if address.email not in mine), "")


def _read(body: str, subject: str, spoken: str | None) -> Speech:
    speech: Speech = language.read(body, subject=subject, language=spoken)
    return speech


def _brief(message: Message, known: Known | None, inbound: bool, day: dt.date, spoken: str | None, told: Told, other: str | None) -> Brief:
    speech = _read(message.body, message.subject, spoken)
    draft = Draft(message.subject, message.body, speech, message.rendered, tuple(address for address in (*message.to, *message.cc)))
    if known is None or known.person is None:
        return compose(_alone(message, draft, inbound, day, told, other))
    account = known.account(inbound)
    me = known.me or Person("", "", ())
    relation = relations.relate(account, me if inbound else known.person, day, known.said) if account.exchanges or known.told else None
    relation = _outranked(relation, known.person, told, day)
    asker, asked = (known.person, me) if inbound else (me, known.person)
    return compose(
        Material(
            draft=draft,
            direction="in" if inbound else "out",
            as_of=day,
            account=account,
            asker=asker,
            asked=asked,
            relation=relation,
            role=told.role or (relation.role if relation else ""),
            links=known.links(names_to_look_up(speech), inbound),
            domains=(_domain(asker), _domain(asked)),
        )
    )


def _alone(message: Message, draft: Draft, inbound: bool, day: dt.date, told: Told, other: str | None) -> Material:
    """The material without any record: the draft and what the call said."""
    writer = Person("", message.sender.name, (message.sender.email,) if message.sender.email else ())
    reader = message.to[0] if message.to else Address("", "")
    if other and not inbound and other.lower() not in {reader.email, reader.name.lower()}:
        reader = Address("" if "@" in other else other, other.lower() if "@" in other else "")
    addressed = Person("", reader.name, (reader.email,) if reader.email else ())
    return Material(
        draft=draft,
        direction="in" if inbound else "out",
        as_of=day,
        account=Account(""),
        asker=writer,
        asked=addressed,
        relation=_outranked(None, writer if inbound else addressed, told, day),
        role=told.role or "",
        domains=(_domain(writer), _domain(addressed)),
    )


def _outranked(relation: Relation | None, person: Person | None, told: Told, day: dt.date) -> Relation | None:
    """The relation with what the call said of it on top."""
    if not (told.stage or told.known_since or told.role):
        return relation
    base = relation or Relation(person.key if person else "", person.name if person else "", "stranger", "none", "unknown")
    if told.role:
        base = replace(base, role=told.role)
    if told.known_since and not told.stage:
        old = (day - told.known_since).days >= 60
        if old and base.stage in {"stranger", "new"}:
            base = replace(base, stage="established", grounds="said")
        elif not old and base.stage == "stranger":
            base = replace(base, stage="new", grounds="said")
    if told.stage:
        base = replace(base, stage=told.stage, grounds="said")  # type: ignore[arg-type]  # checked by _stage
    return base


def _domain(person: Person | None) -> str:
    if person is None or not person.addresses:
        return ""
    return person.addresses[0].rpartition("@")[2]
