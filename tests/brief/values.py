"""Drafts and accounts written by hand, acts given: what the brief makes of them does not depend on what a reader of text can hear."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from entregent.brief import compose
from entregent.brief.context import Material
from entregent.model.account import Account, Entry, EntryKind, Exchange, Pair, Side
from entregent.model.brief import Draft
from entregent.model.people import Person
from entregent.model.speech import LABELS, Act, Mention, Sentence, Span, Speech

if TYPE_CHECKING:
    from collections.abc import Mapping

    from entregent.model.account import Bond
    from entregent.model.brief import Brief
    from entregent.model.relation import Relation

TODAY = dt.date(2026, 6, 15)
ME = Person("nina@roth.example", "Nina Roth", ("nina@roth.example",))
RUTH = Person("ruth@okafor.example", "Ruth Okafor", ("ruth@okafor.example",))

Kind = Literal["name", "kin", "post", "pronoun"]
Owner = Literal["writer", "reader", ""]


@dataclass(frozen=True)
class Who:
    """Somebody whom a line mentions, by the words that do."""

    text: str
    kind: Kind = "name"
    owner: Owner = ""
    head: str = ""

    def at(self, start: int, line: str) -> Mention:
        place = start + line.index(self.text)
        return Mention(place, place + len(self.text), self.text, self.kind, self.owner, self.text if self.kind == "name" else "", self.head)


@dataclass(frozen=True)
class Line:
    """A sentence of a draft: its words, what it does ("ask:intro", or "ask:intro 0.4"), its grammar, whom it mentions, who gains."""

    text: str
    acts: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    who: tuple[Who, ...] = ()
    topic: tuple[str, ...] = ()
    gains: Who | None = None

    def at(self, start: int, language: str) -> Sentence:
        acts = {label: float(score or 0.9) for label, _, score in (act.partition(" ") for act in self.acts)}
        asked = max((score for label, score in acts.items() if label.startswith("ask:") and label != "ask:work"), default=0.0)
        return Sentence(
            start,
            start + len(self.text),
            self.text,
            language,
            tuple(Act(label, acts[label]) for label in LABELS if label in acts),
            tuple(sorted(who.at(start, self.text) for who in self.who)),
            tuple(sorted(self.topic)),
            frozenset(self.traits),
            self.gains.at(start, self.text) if self.gains else None,
            asked,
        )


def says(text: str, *acts: str, traits: str = "", who: tuple[Who, ...] = (), topic: str = "", gains: Who | None = None) -> Line:
    """A sentence; `traits` and `topic` as words with blanks between them."""
    return Line(text, acts, tuple(traits.split()), who, tuple(topic.split()), gains)


def speech(*lines: Line, language: str = "en") -> tuple[str, Speech]:
    """The body that these sentences make, with one blank between them, and what it says."""
    body, sentences = "", []
    for line in lines:
        sentences.append(line.at(len(body), language))
        body += line.text + " "
    body = body.rstrip() + "\n"
    return body, Speech(language, read=True, own=(Span(0, len(body) - 1),), sentences=tuple(sentences))


def brief(
    *lines: Line,
    subject: str = "",
    account: Account | None = None,
    relation: Relation | None = None,
    role: str = "",
    links: Mapping[str, tuple[str, ...]] | None = None,
    direction: Literal["out", "in"] = "out",
    asked: Person = RUTH,
    domains: tuple[str, str] = ("roth.example", "okafor.example"),
    as_of: dt.date = TODAY,
    language: str = "en",
) -> Brief:
    """The Brief of a draft to Ruth."""
    body, heard = speech(*lines, language=language)
    return compose(
        Material(
            draft=Draft(subject, body, heard),
            direction=direction,
            as_of=as_of,
            account=account or Account(RUTH.key),
            asker=ME,
            asked=asked,
            relation=relation,
            role=role,
            links=links or {},
            domains=domains,
        )
    )


@dataclass(frozen=True)
class Past:
    """Something between the two, some days ago. `thread` defaults to a thread of its own; `bond` says what it is to an earlier one, by number."""

    days_ago: int
    by: Side
    kind: EntryKind | Literal["wrote"] = "wrote"
    what: str = ""
    subject: str = ""
    quote: str = "words of then"
    topic: tuple[str, ...] = ()
    beneficiary: str = ""
    target: str = ""
    marks: tuple[str, ...] = ()
    thread: str = ""
    opens: bool = False
    bond: tuple[Bond, int] | None = None


def account(*past: Past) -> Account:
    """The account of these, oldest first."""
    exchanges, entries, pairs = [], [], []
    for number, one in enumerate(past):
        day = TODAY - dt.timedelta(days=one.days_ago)
        moment = dt.datetime(day.year, day.month, day.day, 9, number % 60, tzinfo=dt.UTC)
        mail = f"m{number}@mail.example"
        exchanges.append(Exchange(mail, moment, day, one.by, True, one.thread or mail, one.subject, opens=one.opens))
        if one.kind == "wrote":
            continue
        entries.append(
            Entry(
                f"e{number}", one.kind, one.by, mail, moment, day, 0, len(one.quote), one.quote, 0.9, one.what, frozenset(one.marks),
                one.beneficiary, one.target, tuple(sorted(one.topic)),
            )
        )  # fmt: skip
        if one.bond:
            pairs.append(Pair(f"e{one.bond[1]}", f"e{number}", one.bond[0]))
    return Account(RUTH.key, tuple(exchanges), tuple(entries), tuple(pairs))


def also(whole: Account, *pairs: Pair) -> Account:
    """The account with further pairs."""
    return replace(whole, pairs=(*whole.pairs, *pairs))
