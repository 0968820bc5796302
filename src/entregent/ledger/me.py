"""Whose mailbox it is: the owner's addresses, and apart from them the delegates who write for the owner.

A mailbox is sent *to* its owner and, mostly, *from* its owner. The two differ where an assistant sends: then most of the sent mail is From
somebody who is not whom the mail is for. So recipients decide who the owner is, and the writers of sent mail that are not the owner are proposed
as delegates; unless the mail is for them as well as for the owner: then two people's mail lies here. It is a proposal: the user confirms or names
their addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from entregent.ledger.lists import is_desk, organisation, same_given
from entregent.ledger.names import Name, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_READS = 2.0
"""Whom mail is for tells more than who sends it: this much more."""
_CANDIDATES = 60
"""The weightiest addresses, among which the owner is looked for."""
_ALIASES = 5
"""With how many of the owner's addresses the lighter ones are compared."""
_DELEGATE = 0.1
"""Who wrote at least this share of the sent mail writes for the owner."""
_SECOND = 0.5
"""Who does, and gets at least this share of what the owner gets, is a second owner."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a mailbox shows of one address, counted over its messages (each once).

    `from_in_sent`: it is the From of mail in a folder of sent mail. `from_elsewhere`: of mail in any other folder. `to_received`: it stands in To,
    Cc or Delivered-To of mail outside the folders of sent mail. `names`: display names, most used first."""

    email: str
    from_in_sent: int = 0
    from_elsewhere: int = 0
    to_received: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """`me` and `delegates`: addresses, the weightiest first; `others`: of a second person whose mailbox this seems to be too. `name`: the owner's.
    `sure`: whether received and sent mail agree, so that a user need only be asked where it is not."""

    me: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()
    name: str = ""
    sure: bool = False
    others: tuple[str, ...] = ()


def propose(hints: Iterable[Hint], received: int) -> Proposal:
    """Propose the owner of a mailbox; `received`: messages outside the folders of sent mail. An empty Proposal where nothing tells."""
    seen = sorted((hint for hint in hints if hint.email), key=lambda hint: (-_weight(hint), hint.email))
    groups = _groups(seen[:_CANDIDATES])
    if not groups:
        return Proposal()
    sent = sum(hint.from_in_sent for hint in seen)

    def read(group: list[Hint]) -> float:
        return min(1.0, sum(hint.to_received for hint in group) / received) if received else 0.0

    def wrote(group: list[Hint]) -> float:
        return sum(hint.from_in_sent for hint in group) / sent if sent else 0.0

    owner = max(groups, key=lambda group: _READS * read(group) + wrote(group))
    agreed = owner is max(groups, key=read) and owner is max(groups, key=wrote)
    owner = [*owner, *(hint for hint in seen[_CANDIDATES:] if _names(hint) and any(_same(hint, other) for other in owner[:_ALIASES]))]
    mine = [hint for hint in owner if not is_desk(hint.email) or hint.from_in_sent] or list(owner)
    writers = [hint for hint in seen if sent and hint not in owner and hint.from_in_sent >= max(3, sent * _DELEGATE)]
    second = [hint for hint in writers if received and read([hint]) >= _SECOND * read(owner)]
    delegates = [hint for hint in writers if hint not in second]
    name = next((name_of(name).text for hint in mine for name in hint.names if name_of(name).full), "")
    return Proposal(
        tuple(hint.email for hint in mine),
        tuple(hint.email for hint in delegates),
        name,
        agreed and not writers,
        tuple(hint.email for hint in second),
    )


def _weight(hint: Hint) -> int:
    return hint.to_received + hint.from_in_sent


def _groups(seen: Sequence[Hint]) -> list[list[Hint]]:
    """Addresses that are one person's by their names or local parts, the candidate owners; lists, which never write, are left out."""
    groups: list[list[Hint]] = []
    known = [hint for hint in seen if hint.from_in_sent or hint.from_elsewhere or _names(hint)]
    for hint in (*known, *(hint for hint in seen if hint not in known)):
        group = next((group for group in groups if any(_same(hint, other) for other in group)), None)
        if group is not None:
            group.append(hint)
        elif hint in known:
            groups.append([hint])
    for group in groups:
        group.sort(key=lambda hint: (-_weight(hint), hint.email))
    return groups


def _names(hint: Hint) -> list[Name]:
    """Full names of the address, those that its local part spells included (kenneth.lay@)."""
    found = [name for text in hint.names if (name := name_of(text)).full]
    words = hint.email.partition("@")[0].replace("_", ".").replace("-", ".").split(".")
    if len(words) >= 2 and all(word.isalpha() for word in words):
        spelled = name_of(" ".join(words))
        if spelled.full:
            found.append(spelled)
    return found


def _same(one: Hint, other: Hint) -> bool:
    if is_desk(one.email) or is_desk(other.email):
        return False
    colleagues = organisation(one.email.rpartition("@")[2]) == organisation(other.email.rpartition("@")[2]) != ""
    for first in _names(one):
        for second in _names(other):
            if first.key == second.key:
                return True
            if colleagues and first.tokens[-1] == second.tokens[-1] and same_given(first.tokens[0], second.tokens[0]):
                return True
    return colleagues and (_initialled(one, other) or _initialled(other, one))


def _initialled(short: Hint, full: Hint) -> bool:
    """klay@ beside Kenneth Lay of the same organisation."""
    plain = "".join(char for char in short.email.partition("@")[0] if char.isalpha())
    return not _names(short) and any(plain in {name.tokens[0][0] + name.tokens[-1], name.tokens[-1] + name.tokens[0][0]} for name in _names(full))
