"""What the user said, brought into the book: it outranks what was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from entregent.ledger.entries import key_of
from entregent.model.account import Entry, EntryKind, Pair, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KINDS: dict[str, EntryKind] = {
    "ask": "ask", "offer": "offer", "invitation": "invitation", "invite": "invitation", "help": "help", "thanks": "thanks", "promise": "promise",
    "acceptance": "acceptance", "accept": "acceptance", "refusal": "refusal", "decline": "refusal",
    "introduction": "introduction", "intro": "introduction",
    "report": "report", "reproach": "reproach", "apology": "apology", "answer": "answer",
}  # fmt: skip
"""The kinds a correction may name: the ledger's own words and those of the labels."""


def corrected(made: Entry, value: str | None) -> Entry | None:
    """The entry as the user corrected it; None where it is nothing. `value` None: not corrected. The key stays, so that it can be corrected again."""
    if value is None:
        return made
    if value in {"", "nothing"}:
        return None
    kind, _, what = value.partition(":")
    if kind not in _KINDS:
        return made
    return replace(made, kind=_KINDS[kind], what=what or (made.what if kind == "ask" else ""), score=1.0, said=True)


def corrections(words: Iterable[Said]) -> dict[str, str]:
    """Entry key -> what it is, the later word outranking the earlier."""
    found = {}
    for word in sorted(words, key=order):
        if word.kind == "correct" and word.subject:
            found[word.subject] = word.value.strip().lower() or "nothing"
        elif word.kind == "no-favour" and word.subject:
            found[word.subject] = "ask:work"
    return found


def order(word: Said) -> tuple[int, str]:
    return word.number, word.at.isoformat() if word.at else ""


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def said_key(number: int, kind: str, person: str) -> str:
    """The key of an entry that the user said."""
    return key_of(f"said:{person}", kind, number, 0)


def with_said(
    entries: Sequence[Entry], pairs: Sequence[Pair], words: Sequence[Said], person: str
) -> tuple[tuple[Entry, ...], tuple[Pair, ...]]:  # fmt: skip
    """Add the thanks that the user said were given, by the user to this person."""
    more, bonds = list(entries), list(pairs)
    for word in words:
        day = word.day or (word.at.date() if word.at else None)
        if word.kind != "thanked" or (day is None and not word.subject):
            continue
        got = [one for one in entries if one.kind == "help" and one.by == "other"]
        helps = [one for one in got if one.key == word.subject or (not word.subject and day is not None and one.day <= day)]
        if not helps:
            continue
        day = max(day or helps[-1].day, helps[-1].day)
        key = said_key(word.number, f"thanks:{word.subject}", person)
        more.append(Entry(key, "thanks", "me", "", noon(day), day, 0, 0, word.value, 1.0, said=True))
        bonds.extend(Pair(one.key, key, "thanked") for one in helps)
    more.sort(key=lambda one: (one.date, one.message_id, one.start, one.kind, one.key))
    bonds.sort(key=lambda pair: (pair.earlier, pair.later, pair.bond))
    return tuple(more), tuple(bonds)
