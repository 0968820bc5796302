"""Who is who: one person behind several addresses and spellings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Reason(NamedTuple):
    """Why `address` was put to a person. `key` names the words ("same-name", "reply-thread", "said", "signature", "only-address"), `detail` is what
    was compared (a name, another address)."""

    address: str
    key: str
    detail: str


@dataclass(frozen=True, slots=True)
class Person:
    """`key`: stable for as long as the person's oldest address stays theirs (it is that address, or `name:...` where mail gives names
    alone). `name`: the best spelling. `addresses`: lower-cased, the most used first. `spellings`: every name seen, the most used first."""

    key: str
    name: str
    addresses: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
