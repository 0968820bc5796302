"""The JSON shapes that stay stable, schema 1 (docs: `check`, `acts`, `people`). Values in, plain dicts and lists out; dates as ISO 8601."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from entregent.app.importing import ContainerReport, ImportReport
    from entregent.app.people import Portrait
    from entregent.model.account import Entry
    from entregent.model.finding import Coverage, Finding, Report
    from entregent.model.issue import Issue
    from entregent.model.people import Person
    from entregent.model.relation import Balance, Relation
    from entregent.model.speech import Act, Sentence

SCHEMA = 1


def iso(day: date | None) -> str | None:
    """`2025-03-02`, or None."""
    return day.isoformat() if day else None


def report(value: Report) -> dict[str, Any]:
    """The answer to `check`. `text` is there where the draft was HTML alone: the rendering that the offsets speak of."""
    made: dict[str, Any] = {
        "schema": SCHEMA,
        "language": value.language,
        "direction": value.direction,
        "relation": relation(value.relation) if value.relation else None,
        "findings": [finding(each, value.text) for each in value.findings],
        "not_assessed": [{"code": code, "reason": reason} for code, reason in value.not_assessed],
        "coverage": coverage(value.coverage),
    }
    if value.rendered:
        made["text"] = value.text
    return made


def relation(value: Relation) -> dict[str, Any]:
    """How it stands with one person."""
    return {
        "person": value.name,
        "key": value.person,
        "stage": value.stage,
        "grounds": value.grounds,
        "state": value.state,
        "reply_days": value.reply_days,
        "first_exchange": iso(value.first_exchange),
        "last_exchange": iso(value.last_exchange),
        "last_from_them": iso(value.last_from_them),
        "balance": balance(value.balance),
        "role": value.role,
        "turn": value.turn,
    }


def balance(value: Balance) -> dict[str, int]:
    """Counts over the record."""
    return {"asked": value.asked, "was_asked": value.was_asked, "got": value.got, "gave": value.gave, "unthanked": value.unthanked}


def finding(value: Finding, text: str) -> dict[str, Any]:
    """One finding; `text` is the body that its spans speak of."""
    return {
        "id": value.id,
        "code": value.code,
        "name": value.name,
        "severity": value.severity,
        "spans": [{"part": "body", "start": span.start, "end": span.end, "text": text[span.start : span.end]} for span in value.spans],
        "why": value.why,
        "evidence": [{"message_id": each.message_id, "date": iso(each.day), "quote": each.quote} for each in value.evidence],
        "handling": value.handling,
        "edits": [{"part": "body", "start": edit.start, "end": edit.end, "text": edit.text} for edit in value.edits],
        "send": value.send,
    }


def coverage(value: Coverage) -> dict[str, Any]:
    """What was read."""
    return {"from": iso(value.first), "to": iso(value.last), "messages": value.messages, "unread_languages": list(value.unread_languages)}


def acts(language: str, sentences: Iterable[Sentence]) -> dict[str, Any]:
    """The answer to `acts`: scores as probabilities with four decimals, more would promise too much."""
    return {
        "schema": SCHEMA,
        "language": language,
        "sentences": [{"start": each.start, "end": each.end, "text": each.text, "acts": [act(one) for one in each.acts]} for each in sentences],
    }


def act(value: Act) -> dict[str, Any]:
    """A label with its probability."""
    return {"label": value.label, "score": round(value.score, 4)}


def person(who: Person, value: Relation, horizon: int, probability: float | None = None) -> dict[str, Any]:
    """One of `people`. `silence`: the chance that nothing is exchanged within `horizon` days, None where it is not estimated.
    `budget`: what the relation carries; `carries` is None as long as no rule estimates it."""
    return {
        "name": who.name,
        "addresses": list(who.addresses),
        "stage": value.stage,
        "state": value.state,
        "silence": {"days": horizon, "probability": probability},
        "last_exchange": iso(value.last_exchange),
        "balance": balance(value.balance),
        "budget": {"carries": None, "reasons": []},
    }


def portrait(value: Portrait) -> dict[str, Any]:
    """One person in full: the answer to `who`. `pairs`: which later entry answered, thanked, repeated ... which earlier one."""
    who, account = value.standing.person, value.account
    return {
        "schema": SCHEMA,
        **person(who, value.standing.relation, value.standing.horizon, value.standing.silence),
        "key": who.key,
        "spellings": list(who.spellings),
        "reasons": [{"address": each.address, "reason": each.key, "detail": each.detail} for each in who.reasons],
        "relation": relation(value.standing.relation),
        "turn": {"who": account.turn, "for": account.turn_for},
        "exchanges": sum(not one.implied for one in account.exchanges),
        "unread": {"messages": account.unread, "languages": list(account.unread_languages)},
        "entries": [entry(each) for each in account.entries],
        "pairs": [{"earlier": each.earlier, "later": each.later, "bond": each.bond} for each in account.pairs],
        "said": [{"kind": each.kind, "about": each.subject, "value": each.value, "date": iso(each.day)} for each in value.said],
    }


def entry(value: Entry) -> dict[str, Any]:
    """One act that counts; offsets in the body of its message."""
    return {
        "key": value.key,
        "kind": value.kind,
        "what": value.what,
        "by": value.by,
        "date": iso(value.day),
        "message_id": value.message_id,
        "start": value.start,
        "end": value.end,
        "quote": value.quote,
        "score": round(value.score, 4),
        "marks": sorted(value.marks),
        "beneficiary": value.beneficiary,
        "target": value.target,
        "due": iso(value.due),
        "said": value.said,
    }


def importing(value: ImportReport, words: Callable[[Issue], str]) -> dict[str, Any]:
    """What an import did. `me.said`: whether the user said or confirmed it, else it is what the mailbox shows."""
    return {
        "schema": SCHEMA,
        "read": value.read,
        "new": value.new,
        "known": value.known,
        "left_out": dict(value.left_out),
        "messages": value.messages,
        "people": value.people,
        "unread_languages": dict(value.unread_languages),
        "me": {"addresses": list(value.mine.me), "delegates": list(value.mine.delegates), "said": value.mine.said},
        "containers": [container(each, words) for each in value.containers],
        "issues": [issue(each, words(each)) for each in value.issues],
    }


def container(value: ContainerReport, words: Callable[[Issue], str]) -> dict[str, Any]:
    """What became of one file or folder of mail."""
    return {
        "path": value.path,
        "kind": value.kind,
        "folder": value.folder,
        "unchanged": value.unchanged,
        "read": value.read,
        "new": value.new,
        "known": value.known + value.stored,
        "left_out": dict(value.left_out),
        "undated": value.undated,
        "issues": [issue(each, words(each)) for each in value.issues],
        "more_issues": value.more_issues,
    }


def issue(value: Issue, words: str) -> dict[str, Any]:
    """Something that was the matter with some data: its key, what it happened to, and the words."""
    return {"key": value.key, "subject": value.subject, "words": words}
