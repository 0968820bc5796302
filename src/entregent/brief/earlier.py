"""The same thing asked before: same thing, not same words; and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from entregent.brief.thirds import fold
from entregent.model.brief import Earlier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.brief.context import Material
    from entregent.model.account import Bond, Entry
    from entregent.model.brief import Third
    from entregent.model.speech import Mention, Sentence

_SETTLED: tuple[Bond, ...] = ("helped", "accepted", "refused", "answered", "withdrawn")

MEMORY = timedelta(days=400)
"""How far back the same request still counts; rules draw their own lines within it."""

GENERIC = frozenset({"day", "time", "week", "mail", "jour", "temps", "semaine", "fois", "thing", "chose", "bit", "peu"})
"""Lemmas that say nothing of what is asked."""


def earlier(
    material: Material,
    kind: str,
    favour: bool,
    own: Sequence[Sentence],
    beneficiary: Third | None,
    target: Mention | None,
    topic: Sequence[str],
) -> tuple[Earlier, ...]:
    """Earlier asks of the same, oldest first."""
    asked = _Asked(
        kind=kind,
        about=(frozenset(topic) | _subject(material.draft.subject)) - GENERIC,
        subject=_subject(material.draft.subject),
        beneficiary=fold(beneficiary.mention.name or beneficiary.mention.head) if beneficiary else "",
        target=fold(target.text) if target else "",
        again=any(sentence.has("again") for sentence in own),
    )
    found = []
    for entry in material.account.entries:
        if entry.kind != "ask" or entry.by != "me" or (favour and entry.what == "work") or material.as_of - entry.day > MEMORY:
            continue
        if _same(entry, asked, material):
            found.append(_with_fate(material, entry))
    return _nudges(material, found)


def still_open(material: Material) -> Entry | None:
    """The asker's latest favour that nothing answered, where the draft goes on in its thread or subject."""
    subject = _subject(material.draft.subject)
    for entry in reversed(material.account.entries):
        if (
            entry.kind == "ask"
            and entry.by == "me"
            and entry.what != "work"
            and not any(pair.bond in _SETTLED for pair in material.pairs.get(entry.key, ()))
        ):
            return entry if subject & (_subject_of(material, entry) | set(entry.topic)) else None
    return None


def _nudges(material: Material, found: Sequence[Earlier]) -> tuple[Earlier, ...]:
    """Further messages of the asker in the thread of an open ask, none of the other side since: each is the same ask once more."""
    opened = [earlier for earlier in found if earlier.fate == "open"]
    if not opened:
        return tuple(found)
    first = opened[0].entry
    asked = material.exchanges.get(first.message_id)
    thread = asked.thread if asked else ""
    since = [exchange for exchange in material.account.exchanges if exchange.date > first.date and not exchange.met]
    if any(exchange.by == "other" and exchange.thread == thread for exchange in since):
        return tuple(found)
    known = {earlier.entry.message_id for earlier in found}
    more = [exchange for exchange in since if exchange.by == "me" and exchange.thread == thread and exchange.message_id not in known]
    nudges = [
        Earlier(replace(first, key=f"{first.key}+{number}", message_id=one.message_id, date=one.date, day=one.day, quote=one.subject), "open")
        for number, one in enumerate(more)
    ]
    return tuple(sorted((*found, *nudges), key=lambda earlier: earlier.entry.date))


class _Asked(NamedTuple):
    """What the draft asks, as earlier asks are held against it: names folded, `about` without lemmas that say nothing."""

    kind: str
    about: frozenset[str]
    subject: frozenset[str]
    beneficiary: str
    target: str
    again: bool


def _same(entry: Entry, asked: _Asked, material: Material) -> bool:
    """Whether an earlier ask is for the same thing: the same persons or matter, and a kind that fits."""
    other = fold(entry.beneficiary)
    for_whom = bool(asked.beneficiary) and other == asked.beneficiary
    if asked.beneficiary and other not in {"", "?"} and not for_whom and not (set(asked.beneficiary.split()) & set(other.split())):
        return False
    shared = len(asked.about.intersection(entry.topic))
    same_kind = entry.what == asked.kind
    if same_kind and shared:
        return True
    persons = for_whom or (bool(asked.target) and asked.target == fold(entry.target))
    thread = bool(asked.subject) and asked.subject == _subject_of(material, entry)
    return shared + 2 * (same_kind + thread + persons) + asked.again >= 4


@lru_cache(maxsize=4096)
def _subject(subject: str) -> frozenset[str]:
    words = [word for word in fold(subject).replace(":", " ").split() if word not in {"re", "fwd", "fw", "tr", "ref", "aw"}]
    return frozenset(words)


def _subject_of(material: Material, entry: Entry) -> frozenset[str]:
    exchange = material.exchanges.get(entry.message_id)
    return _subject(exchange.subject) if exchange else frozenset()


def _with_fate(material: Material, entry: Entry) -> Earlier:
    entries = material.entries
    bonds = {pair.bond: pair for pair in material.pairs.get(entry.key, ())}
    refusal = entries.get(bonds["refused"].later) if "refused" in bonds else None
    fate: Literal["helped", "accepted", "refused", "answered", "open"] = "open"
    if refusal is not None:
        fate = "refused"
    elif "helped" in bonds:
        fate = "helped"
    elif "accepted" in bonds:
        fate = "accepted"
    elif bonds.keys() & {"answered", "withdrawn"}:
        fate = "answered"
    return Earlier(entry, fate, refusal)
