"""The material of a Brief, as `app` hands it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from entregent.model.account import Account, Entry, Exchange, Pair
    from entregent.model.brief import Draft
    from entregent.model.people import Person
    from entregent.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Material:
    """`account` is told from the asker's side. `links`: for a name of `names_to_look_up`, the ids of the messages that show the asked person knows
    them. `role`: the asked person's, as said. `domains`: the asker's and the asked person's mail domains."""

    draft: Draft
    direction: Literal["out", "in"]
    as_of: dt.date
    account: Account
    asker: Person | None = None
    asked: Person | None = None
    relation: Relation | None = None
    role: str = ""
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    domains: tuple[str, str] = ("", "")
    exchanges: Mapping[str, Exchange] = field(init=False, repr=False)
    entries: Mapping[str, Entry] = field(init=False, repr=False)
    pairs: Mapping[str, tuple[Pair, ...]] = field(init=False, repr=False)
    told: Mapping[str, tuple[Entry, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the account, which may be long: exchanges by Message-ID, entries by key and by Message-ID, pairs by their earlier entry."""
        pairs: dict[str, tuple[Pair, ...]] = {}
        for pair in self.account.pairs:
            pairs[pair.earlier] = (*pairs.get(pair.earlier, ()), pair)
        told: dict[str, tuple[Entry, ...]] = {}
        for entry in self.account.entries:
            told[entry.message_id] = (*told.get(entry.message_id, ()), entry)
        object.__setattr__(self, "exchanges", {exchange.message_id: exchange for exchange in self.account.exchanges})
        object.__setattr__(self, "entries", {entry.key: entry for entry in self.account.entries})
        object.__setattr__(self, "pairs", pairs)
        object.__setattr__(self, "told", told)
