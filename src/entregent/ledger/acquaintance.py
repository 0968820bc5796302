"""Who is a person to the user at all: whoever they wrote to, and who may have been meant by it.

Entregent's conventions:

- Somebody counts to whom the user wrote in a message with at most CIRCLE addressees, or who got a larger one and wrote to the user themselves. A
  circular to hundreds is no relation with each of them.
- A mailing list is nobody, nor is an address that only ever sent machine mail.
- Nor is an address that came back undeliverable, unless it wrote itself or the user went on writing to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CIRCLE = 15
"""Addressees of a message up to which each of them is written to."""
_DAY = 86_400
"""Seconds: clocks and zones of mail systems differ."""
_ADDRESS = re.compile(r"[^\s<>\"',;:()\[\]]+@[^\s<>\"',;:()\[\]]+")
_COPY = re.compile(r"copy of the (?:message|original)|original message|message original|copie du message|^received:|^subject:|^objet ?:", re.I | re.M)
"""Where a notice goes over to the message that it sends back: addresses there got their copy."""


class Trace(NamedTuple):
    """What a mailbox shows of a handle. `smallest`: addressees of the smallest message from the user to it, 0 for none; `last`: seconds of the latest
    of these, None where none is dated. `personal`: messages that it wrote as a person, `back` of these to the user; `notices`: what it sent as a
    machine. `lists`: the identifiers of lists whose mail was addressed to it."""

    handle: str
    smallest: int
    last: int | None = None
    personal: int = 0
    back: int = 0
    notices: int = 0
    lists: tuple[str, ...] = ()


def acquainted(traces: Iterable[Trace], whose: Mapping[str, str], bounces: Sequence[tuple[int | None, str]] = ()) -> frozenset[str]:
    """The keys of those who are persons to the user. `whose`: handle -> key; `bounces`: when (seconds) and what mail systems wrote back."""
    returned = returned_addresses(bounces)
    direct: set[str] = set()
    widely: set[str] = set()
    back: set[str] = set()
    for one in traces:
        key = whose.get(one.handle)
        if key is None:
            continue
        if one.back:
            back.add(key)
        if not one.smallest or nobody(one) or _undelivered(one, returned):
            continue
        (direct if one.smallest <= CIRCLE else widely).add(key)
    return frozenset(direct | (widely & back))


def nobody(one: Trace) -> bool:
    """Whether the handle is a list's or a machine's."""
    if one.personal:
        return False
    local = one.handle.partition("@")[0]
    return one.notices > 0 or any(name == one.handle or name.partition(".")[0] == local for name in one.lists)


def returned_addresses(bounces: Iterable[tuple[int | None, str]]) -> dict[str, int]:
    """Address -> seconds of the last notice that names it as one that could not be reached."""
    found: dict[str, int] = {}
    for when, text in bounces:
        told = _COPY.split(text, maxsplit=1)[0]
        for address in _ADDRESS.findall(told):
            clean = address.strip(".").lower().removeprefix("mailto:")
            found[clean] = max(found.get(clean, 0), when or 0)
    return found


def _undelivered(one: Trace, returned: Mapping[str, int]) -> bool:
    return not one.personal and one.handle in returned and (one.last is None or one.last <= returned[one.handle] + _DAY)
