"""The material of a Brief, as `app` hands it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from entregent.model.account import Account
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
