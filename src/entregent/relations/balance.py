"""Who asked and got what: favours alone, by the catalogue. What belongs to a role or to shared work is neither asked nor given here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.model.relation import Balance
from entregent.model.roles import ROUTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.account import Entry, Pair


def balance(entries: Sequence[Entry], pairs: Sequence[Pair], role: str = "") -> Balance:
    """Count. A favour asked again is one favour; help with what was no favour is no help."""
    again = {pair.later for pair in pairs if pair.bond == "repeated"}
    settled = {pair.earlier for pair in pairs if pair.bond in {"thanked", "reported"}}
    asks = [one for one in entries if one.kind == "ask" and one.key not in again]
    mine = sum(1 for one in asks if one.by == "me" and _favour(one, role))
    theirs = sum(1 for one in asks if one.by == "other" and one.what != "work")
    work = {pair.later for pair in pairs if pair.bond == "helped"} - _for_favours(entries, pairs, role)
    got = [one for one in entries if one.kind == "help" and one.by == "other" and one.key not in work]
    gave = sum(1 for one in entries if one.kind == "help" and one.by == "me" and one.key not in work)
    return Balance(mine, theirs, len(got), gave, sum(1 for one in got if one.key not in settled))


def _favour(ask: Entry, role: str) -> bool:
    if ask.what == "work":
        return False
    routed = ROUTES.get(role, frozenset())
    return routed is not None and ask.what not in routed


def _for_favours(entries: Sequence[Entry], pairs: Sequence[Pair], role: str) -> set[str]:
    favours = {one.key for one in entries if one.kind == "ask" and (_favour(one, role) if one.by == "me" else one.what != "work")}
    return {pair.later for pair in pairs if pair.bond == "helped" and pair.earlier in favours}
