"""How it stands between me and one person, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Stage = Literal["stranger", "new", "established", "close", "dormant"]
State = Literal["alive", "cooling", "silent", "resting", "unknown"]


@dataclass(frozen=True, slots=True)
class Balance:
    """Counts over the record: favours I asked and was asked, help I got and gave, help got that I neither thanked for nor reported on."""

    asked: int = 0
    was_asked: int = 0
    got: int = 0
    gave: int = 0
    unthanked: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """`stage` by the catalogue; `grounds`: where it comes from: `record`, or `said` by the user. `reply_days`: days on which they wrote to me.
    `first_exchange`: the first day by which both have written; `last_exchange`: the last day on which either wrote or we met."""

    person: str
    name: str
    stage: Stage
    grounds: Literal["record", "said", "none"]
    state: State
    reply_days: int = 0
    first_exchange: date | None = None
    last_exchange: date | None = None
    last_from_them: date | None = None
    balance: Balance = Balance()
    role: str = ""
    turn: Literal["me", "other", ""] = ""
    last_from_me: date | None = None
