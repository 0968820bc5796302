"""Small invented correspondences, built by hand so that no test here depends on how well sentences are read.

    ask = letter("me", "2025-03-02", "A name at the port", ("Could you introduce me to your harbour master?", "ask:intro"))
    reply = letter("other", "2025-03-03", "Re: A name at the port", ("Sure.", "accept"), re=ask)
    told = book(ask, reply)

A sentence is its text, then labels (0.9 unless written "help=0.6"), then mentions. Its topic is its words of five letters and more.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from entregent.ledger import account
from entregent.ledger.names import fold
from entregent.model.mail import Address, Message
from entregent.model.people import Person
from entregent.model.speech import LABELS, Act, Mention, Sentence, Span, Speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.account import Account, Entry, Said
    from entregent.model.mail import Kind

ME = Address("Noor Haddad", "noor@haddad.example")
RUTH = Address("Ruth Okafor", "ruth@harbour.example")
SAM = Address("Sam Fields", "sam@fields.example")
PERSON = Person("ruth@harbour.example", "Ruth Okafor", ("ruth@harbour.example",), ("Ruth Okafor",))
MINE = frozenset({ME.email})
_SIDES = {"me": ME, "other": RUTH}

Spoken = tuple["str | Mention", ...]


def friend(text: str, head: str = "friend", owner: str = "writer", name: str = "") -> Mention:
    """A third person; offsets do not matter here."""
    kind = "name" if name else "kin" if owner == "writer" else "post"
    return Mention(0, len(text), text, kind, owner, name, head)  # type: ignore[arg-type]


def speech(*spoken: Spoken, language: str = "en", read: bool = True) -> tuple[str, Speech]:
    """A body and its reading."""
    body, sentences = "", []
    for text, *marks in spoken:
        assert isinstance(text, str)
        start = len(body)
        body += text + "\n"
        acts = {}
        for mark in marks:
            if isinstance(mark, str):
                label, _, score = mark.partition("=")
                assert label in LABELS, label
                acts[label] = Act(label, float(score or 0.9))
        ordered = tuple(sorted(acts.values(), key=lambda act: LABELS.index(act.label)))
        mentions = tuple(mark for mark in marks if isinstance(mark, Mention))
        topic = tuple(sorted({word for word in re.findall(r"[^\W\d_]{5,}", fold(text)) if word not in _EMPTY}))
        traits = frozenset({"question"} if text.rstrip().endswith("?") else ())
        sentences.append(Sentence(start, start + len(text), text, language, ordered, mentions, topic, traits))
    return body, Speech(language, read, (Span(0, len(body)),), tuple(sentences) if read else ())


_EMPTY = frozenset(
    [
        "could",
        "would",
        "please",
        "thanks",
        "thank",
        "about",
        "there",
        "their",
        "really",
        "introduce",
        "pourriez",
        "pourrais",
        "merci",
        "bonjour",
        "avoir",
        "votre",
        "serait",
    ]
)


def letter(
    by: str | Address,
    day: str,
    subject: str,
    *spoken: Spoken,
    re: tuple[Message, Speech] | None = None,
    to: Sequence[Address] = (),
    cc: Sequence[Address] = (),
    kind: Kind = "personal",
    attachments: Sequence[str] = (),
    language: str = "en",
    read: bool = True,
    hour: int = 9,
    number: int = 0,
) -> tuple[Message, Speech]:
    """A message and its reading; ids follow from day, hour and writer."""
    sender = _SIDES[by] if isinstance(by, str) else by
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(hours=hour, minutes=number)
    body, said = speech(*spoken, language=language, read=read)
    receivers = tuple(to) or ((RUTH,) if sender == ME else (ME,))
    name = f"{day}.{hour}.{number}.{sender.email}"
    message = Message(
        name,
        moment,
        0,
        sender,
        receivers,
        tuple(cc),
        subject,
        body,
        in_reply_to=re[0].id if re else "",
        kind=kind,
        attachments=tuple(attachments),
    )
    return message, said


def book(*letters: tuple[Message, Speech], said: Sequence[Said] = (), person: Person = PERSON, me: frozenset[str] = MINE) -> Account:
    """The account of these letters."""
    return account(person, letters, me, said)


def kinds(told: Account, by: str = "") -> list[str]:
    """The kinds of entries in order, asks as "ask:job"."""
    return [f"ask:{one.what}" if one.kind == "ask" else one.kind for one in told.entries if not by or one.by == by]


def bonds(told: Account) -> set[tuple[str, str, str]]:
    """Every pair as (earlier kind, bond, later kind)."""
    by_key = {one.key: one for one in told.entries}
    return {(by_key[pair.earlier].kind, pair.bond, by_key[pair.later].kind) for pair in told.pairs}


def only(told: Account, kind: str) -> Entry:
    """The one entry of a kind."""
    (found,) = [one for one in told.entries if one.kind == kind]
    return found
