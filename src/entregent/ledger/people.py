"""Who is who: one person behind several addresses and spellings, each merge with its reason.

Conventions, all on the side of too few merges, since a wrong one puts one person's words into another's mouth:

- A first name alone never joins anything, and a desk's address (info@, contact@) joins nothing but itself.
- Same full name (given and family name, whatever order, case, accents, titles): joined within one organisation's domain, and with an address at a
  provider open to everybody. Between two private domains too (people change jobs), unless the name is one that many bear ("Paul Martin"):
  then name alone joins nothing beyond the organisation. Different middle initials or generations are different people; so are
  numbered local parts of one organisation (rokafor@, rokafor2@).
- An address that was never seen with a name is joined to the one person whose name its local part spells: within the organisation
  in full or as initial and family name, at an open provider in full only.
- Short given names (Ken, Kenneth) count within one organisation, where just one such person is there.
- A name without an address belongs to the one person who bears it; if two do, it stays apart.
- What the user said is applied last, in order, and outranks all of this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from entregent.ledger.lists import COMMON_FAMILY, common, is_desk, organisation, same_given
from entregent.ledger.names import Name, name_handle, name_of
from entregent.model.people import Person, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from entregent.model.account import Said

OWN_WEIGHT = 5
"""A name that its bearer writes in From says more than one in somebody's address book."""
_PREVAILS = 0.7
"""Of an address seen with several people's names, the chief one counts from this share."""
_SHARE = 0.2
"""A spelling counts for an address from this share of its (weighted) sightings, so that one misaddressed mail joins nobody."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """How often an address was seen with one spelling of a name. Add up over all messages before: one value for each (email, name).

    `email` is lower-cased, "" for a name alone; `name` is decoded, "" for an address alone. `count_from`: in From or Sender; `count_to`: in
    To, Cc, Bcc. `first`: the earliest dated message, None if none was dated."""

    email: str
    name: str
    count_from: int = 0
    count_to: int = 0
    first: datetime | None = None


@dataclass(frozen=True, slots=True)
class People:
    """`persons`: most seen first. `by_address`: every e-mail and `name:...` handle (see `names.handle`) -> the person's key."""

    persons: tuple[Person, ...] = ()
    by_address: Mapping[str, str] = field(default_factory=dict)

    def get(self, key: str) -> Person | None:
        """The person of this key or address."""
        wanted = self.by_address.get(key, key)
        return next((person for person in self.persons if person.key == wanted), None)


@dataclass(slots=True)
class _Box:
    """One handle while gathering."""

    handle: str
    weight: int = 0
    first: str = "9"
    spellings: Counter[str] = field(default_factory=Counter)
    names: tuple[Name, ...] = ()
    reason: tuple[str, str] = ("only-address", "")

    @property
    def local(self) -> str:
        return self.handle.partition("@")[0].partition("+")[0]

    @property
    def domain(self) -> str:
        return self.handle.rpartition("@")[2] if "@" in self.handle else ""


def gather(sightings: Iterable[Sighting], said: Sequence[Said] = ()) -> People:
    """Join sightings into persons. The result does not depend on their order. `said`: of kinds `merge` (person, subject: two keys or addresses)
    and `split` (subject: the address that is not `person`); others are passed over."""
    boxes = _boxes(sightings)
    groups = _Groups(boxes)
    _same_mailbox(boxes, groups)
    _same_name(boxes, groups)
    _short_names(boxes, groups)
    _local_parts(boxes, groups)
    _names_alone(boxes, groups)
    groups.apply(said)
    persons = sorted((_person(members) for members in groups.sets()), key=lambda pair: (-pair[0], pair[1].key))
    by_address = {}
    for members in groups.sets():
        key = _key(members)
        by_address.update({box.handle: key for box in members})
    return People(tuple(person for _, person in persons), by_address)


class _Groups:
    """Disjoint sets of handles, with the reason why each came in."""

    def __init__(self, boxes: dict[str, _Box]) -> None:
        self.boxes = boxes
        self.where = {handle: handle for handle in boxes}
        self.members: dict[str, set[str]] = {handle: {handle} for handle in boxes}

    def join(self, stay: str, come: str, key: str, detail: str) -> None:
        """Put the set of `come` to the set of `stay`; the lighter side gets the reason."""
        one, other = self.where[stay], self.where[come]
        if one == other:
            return
        if self._rank(come) < self._rank(stay):
            stay, come = come, stay
        if self.boxes[come].reason[0] == "only-address":
            self.boxes[come].reason = (key, detail)
        elif self.boxes[stay].reason[0] == "only-address":
            self.boxes[stay].reason = (key, detail)
        keep, gone = sorted((one, other))
        self.members[keep] |= self.members.pop(gone)
        for handle in self.members[keep]:
            self.where[handle] = keep

    def _rank(self, handle: str) -> tuple[int, str]:
        return -self.boxes[handle].weight, handle

    def sets(self) -> list[list[_Box]]:
        return [[self.boxes[handle] for handle in sorted(members)] for _, members in sorted(self.members.items())]

    def of(self, handle: str) -> frozenset[str]:
        return frozenset(self.members[self.where[handle]])

    def apply(self, said: Sequence[Said]) -> None:
        for word in sorted(said, key=lambda one: (one.number, one.at.isoformat() if one.at else "")):
            if word.kind == "merge":
                person, subject = self._known(word.person), self._known(word.subject)
                if person and subject and self.where[person] != self.where[subject]:
                    for handle in (person, subject):
                        if self.boxes[handle].reason[0] == "only-address":
                            self.boxes[handle].reason = ("said", person if handle == subject else subject)
                    self.join(person, subject, "said", person)
            elif word.kind == "split":
                self._split(self._known(word.person), self._known(word.subject))

    def _known(self, text: str) -> str:
        text = text.strip()
        for candidate in (text, text.lower(), name_handle(text.removeprefix("name:"))):
            if candidate in self.boxes:
                return candidate
        return ""

    def _split(self, person: str, subject: str) -> None:
        if not subject or (person and (person == subject or self.where[person] != self.where[subject])) or len(self.of(subject)) < 2:
            return
        rest = self.of(subject) - {subject}
        del self.members[self.where[subject]]
        for members in (rest, {subject}):
            name = min(members)
            self.members[name] = set(members)
            self.where.update(dict.fromkeys(members, name))
        self.boxes[subject].reason = ("said", "")


def _boxes(sightings: Iterable[Sighting]) -> dict[str, _Box]:
    boxes: dict[str, _Box] = {}
    for seen in sightings:
        handle = seen.email.strip().lower() or name_handle(seen.name)
        if not handle:
            continue
        box = boxes.setdefault(handle, _Box(handle))
        weight = seen.count_from * OWN_WEIGHT + seen.count_to
        box.weight += weight
        box.first = min(box.first, seen.first.isoformat() if seen.first else "9")
        if text := name_of(seen.name).text:
            box.spellings[text] += weight
    for box in boxes.values():
        box.names = _bearer(box.spellings)
    return dict(sorted(boxes.items()))


def _bearer(spellings: Counter[str]) -> tuple[Name, ...]:
    """The full names of whoever an address belongs to: none where it was seen with the names of several people and none of them prevails."""
    total = sum(spellings.values())
    found = [(count, name) for text, count in sorted(spellings.items()) if count >= total * _SHARE and (name := name_of(text)).full]
    if not found:
        return ()
    most, chief = max(found, key=lambda item: (item[0], item[1].text))
    fitting = [(count, name) for count, name in found if _compatible(chief, name)]
    if len(fitting) < len(found) and sum(count for count, _ in fitting) < total * _PREVAILS:
        return ()
    return tuple(name for count, name in fitting if count <= most)


def _compatible(one: Name, other: Name) -> bool:
    """Whether two full names may be one person's: the same, one with more parts than the other, or a short given name."""
    if one.generation != other.generation and one.generation and other.generation:
        return False
    first, second = set(one.tokens), set(other.tokens)
    return first <= second or second <= first or (one.tokens[-1] == other.tokens[-1] and same_given(one.tokens[0], other.tokens[0]))


def _same_mailbox(boxes: dict[str, _Box], groups: _Groups) -> None:
    """ruth+news@ is ruth@; at Gmail dots are air, and googlemail.com is gmail.com."""
    seen: dict[str, str] = {}
    for handle, box in boxes.items():
        if not box.domain:
            continue
        gmail = box.domain in {"gmail.com", "googlemail.com"}
        bare = (box.local.replace(".", "") + "@gmail.com") if gmail else f"{box.local}@{box.domain}"
        other = seen.setdefault(bare, handle)
        if other != handle:
            groups.join(other, handle, "same-mailbox", bare)


def _same_name(boxes: dict[str, _Box], groups: _Groups) -> None:
    bearers: dict[str, dict[str, Name]] = defaultdict(dict)
    for handle, box in boxes.items():
        if box.domain and not is_desk(handle):
            for name in box.names:
                bearers[name.key].setdefault(handle, name)
    for _, bearing in sorted(bearers.items()):
        initials = {name.initials for name in bearing.values() if name.initials}
        apart = any(not one & other for one in initials for other in initials)
        for one in sorted(bearing):
            for other in sorted(bearing):
                if (
                    one < other
                    and not (apart and bearing[one].initials != bearing[other].initials)
                    and _alike(boxes[one], boxes[other], bearing[one])
                ):
                    groups.join(one, other, "same-name", bearing[one].text)


def _alike(one: _Box, other: _Box, name: Name) -> bool:
    """Whether the same full name makes these two addresses one person's."""
    here, there = organisation(one.domain), organisation(other.domain)
    if _spells_another(one.local, name) or _spells_another(other.local, name):
        return False
    if here and here == there:
        if _agrees(one.local, name) != _agrees(other.local, name):  # the boss's name on the assistant's address
            return False
        return not (one.local.rstrip("0123456789") == other.local.rstrip("0123456789") and one.local != other.local)
    if common(name.tokens[0], name.tokens[-1]) or common(name.tokens[-1], name.tokens[0]):
        return _spells_in_full(one.local, name) and _spells_in_full(other.local, name) and not (here and there)
    return True


def _clash(some: Iterable[str], others: Iterable[str], boxes: dict[str, _Box]) -> bool:
    """Whether two sets of addresses bear different middle initials or generations."""
    ours = [name for handle in some for name in boxes[handle].names]
    theirs = [name for handle in others for name in boxes[handle].names]
    return any(
        (one.initials and two.initials and not one.initials & two.initials) or one.generation != two.generation for one in ours for two in theirs
    )


def _agrees(local: str, name: Name) -> bool:
    """Whether a local part has anything of the name in it: the beginning of a part of it, or all its first letters."""
    plain = "".join(char for char in local if char.isalpha())
    letters = "".join(token[0] for token in name.tokens)
    return plain in {letters, letters[::-1]} or any(token[:5] in plain for token in name.tokens if len(token) >= 3)


def _spells_another(local: str, name: Name) -> bool:
    """Whether a local part is somebody's given and family name, and not this one's: priscilla-massey@ of Steve Letbetter."""
    words = [word for word in local.replace("-", ".").replace("_", ".").split(".") if word]
    return len(words) == 2 and all(word.isalpha() and len(word) >= 3 for word in words) and not _agrees(local, name)


def _by_organisation(boxes: dict[str, _Box]) -> dict[str, list[_Box]]:
    found: dict[str, list[_Box]] = defaultdict(list)
    for handle, box in boxes.items():
        if (home := organisation(box.domain)) and not is_desk(handle):
            found[home].append(box)
    return dict(sorted(found.items()))


def _short_names(boxes: dict[str, _Box], groups: _Groups) -> None:
    for members in _by_organisation(boxes).values():
        families: dict[str, list[tuple[str, _Box]]] = defaultdict(list)
        for box in members:
            for name in box.names:
                families[name.tokens[-1] + name.generation].append((name.tokens[0], box))
        for _, bearing in sorted(families.items()):
            _join_short(bearing, groups)


def _join_short(bearing: list[tuple[str, _Box]], groups: _Groups) -> None:
    """Join where a short given name has exactly one person of that family name to stand for."""
    for given, box in bearing:
        meant = {groups.where[other.handle]: other for name, other in bearing if name != given and same_given(given, name)}
        meant.pop(groups.where[box.handle], None)
        if len(meant) == 1:
            other = next(iter(meant.values()))
            if not _clash(groups.of(box.handle), groups.of(other.handle), groups.boxes):
                groups.join(other.handle, box.handle, "short-name", box.names[0].text)


def _in_full(name: Name) -> set[str]:
    """The local parts, letters only, that spell a name in full."""
    given, family = name.tokens[0], name.tokens[-1]
    return {"".join(name.tokens), "".join(reversed(name.tokens)), given + family, family + given}


def _with_initial(name: Name) -> set[str]:
    """rokafor, okaforr; not of a family name that many share, for which an initial tells too little."""
    given, family = name.tokens[0], name.tokens[-1]
    return {given[0] + family, family + given[0]} if len(family) >= 3 and family not in COMMON_FAMILY else set()


def _letters(local: str) -> str:
    return "".join(char for char in local if char.isalpha())


def _spells_in_full(local: str, name: Name) -> bool:
    return _letters(local) in _in_full(name)


def _local_parts(boxes: dict[str, _Box], groups: _Groups) -> None:
    """Addresses without a full name of their own, to the one person whose name they spell."""
    spelled: dict[tuple[str, str], list[tuple[_Box, Name]]] = defaultdict(list)
    for box in boxes.values():
        if not box.domain or is_desk(box.handle):
            continue
        home = organisation(box.domain)
        for name in box.names:
            forms = _in_full(name) if home or not common(name.tokens[0], name.tokens[-1]) else set()
            for form in forms | (_with_initial(name) if home else set()):
                spelled[home, form].append((box, name))
            if home and not common(name.tokens[0], name.tokens[-1]):
                for form in _in_full(name):
                    spelled["", form].append((box, name))
    for handle, box in boxes.items():
        if box.names or not box.domain or is_desk(handle) or not box.local:
            continue
        if any(char.isdigit() for char in box.local) and organisation(box.domain):
            continue
        found = spelled.get((organisation(box.domain), _letters(box.local)), [])
        bearers = {groups.where[other.handle] for other, _ in found} - {groups.where[handle]}
        if len(bearers) == 1 and _spelling_agrees(box, found[0][1]):
            groups.join(found[0][0].handle, handle, "local-part", found[0][1].text)


def _spelling_agrees(box: _Box, name: Name) -> bool:
    """A lone first name that the address was seen with must not contradict: "Anna" <rokafor@> is not Ruth."""
    lone = {token for text in box.spellings for token in name_of(text).tokens}
    return all(any(same_given(token, part) for part in name.tokens) for token in lone)


def _names_alone(boxes: dict[str, _Box], groups: _Groups) -> None:
    bearers: dict[str, list[_Box]] = defaultdict(list)
    for handle, box in boxes.items():
        if box.domain and not is_desk(handle):
            for name in box.names:
                bearers[name.key].append(box)
    alone: dict[str, list[_Box]] = defaultdict(list)
    for box in boxes.values():
        if not box.domain and box.names:
            alone[box.names[0].key].append(box)
    for key, lone in sorted(alone.items()):
        for box in lone[1:]:
            groups.join(lone[0].handle, box.handle, "same-name", box.names[0].text)
        owners = {groups.where[box.handle] for box in bearers.get(key, ())}
        if len(owners) == 1:
            groups.join(bearers[key][0].handle, lone[0].handle, "same-name", lone[0].names[0].text)


def _key(members: list[_Box]) -> str:
    return min(members, key=lambda box: (not box.domain, box.first, box.handle)).handle


def _person(members: list[_Box]) -> tuple[int, Person]:
    """The person of these handles, with their weight."""
    spellings: Counter[str] = Counter()
    for box in members:
        spellings.update(box.spellings)
    ranked = [text for text, _ in sorted(spellings.items(), key=lambda item: (-item[1], item[0]))]
    full = [text for text in ranked if name_of(text).full]
    addresses = [box.handle for box in sorted(members, key=lambda box: (-box.weight, box.handle)) if box.domain]
    name = (full or ranked or [_from_address(addresses[0]) if addresses else members[0].handle.removeprefix("name:")])[0]
    reasons = tuple(Reason(box.handle, *box.reason) for box in members if len(members) > 1 or box.reason[0] == "said")
    return sum(box.weight for box in members), Person(_key(members), name, tuple(addresses), tuple(ranked), reasons)


def _from_address(email: str) -> str:
    """What to call somebody seen only as an address: "ruth.okafor@" and "ruth.a.okafor@" are shown as Ruth Okafor and Ruth A Okafor, anything less
    clear as the address."""
    words = [word for word in email.partition("@")[0].replace("_", ".").split(".") if word]
    parts = [part for word in words for part in word.replace("'", "-").split("-")]
    named = len(words) == 2 or (len(words) == 3 and len(words[1]) == 1)
    if named and all(part.isalpha() for part in parts) and len(words[0]) > 1 and len(words[-1]) > 1 and not is_desk(email):
        return " ".join(word.title() for word in words)
    return email
