"""Which messages make one conversation.

By In-Reply-To and References first (the grouping of J. Zawinski's message threading, without its containers: an id that is only referred to joins
its referrers all the same). A reply whose program sent no reference to anything known joins by subject: prefixes like "Re:", "TR :" stripped,
to the latest earlier message of that subject at most 60 days old that the replier was on and whose writer is on the reply.
A subject alone, without a prefix, joins nothing: "Weekly figures" is a new conversation every week.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from entregent.ledger.names import fold, handle
from entregent.ledger.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from entregent.model.mail import Message

WINDOW = timedelta(days=60)
_LOOK_BACK = 200
"""Messages of one subject that a reply is compared with: bounds a mailbox in which everything is called "Re: hello"."""
_PREFIX = Pattern(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|rép|rep|réf|ref|r|aw|antw|sv|vs|ynt|odp|tr|fwd?|fw|wg|i|enc|rv|res|transf|doorst)"
    r"\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*",
    re.I,
)
_LATEST = datetime.max.replace(tzinfo=UTC)


def bare_subject(subject: str) -> tuple[str, bool]:
    """The subject without reply and forward prefixes, folded, and whether it had any. "Réf : RE: Lunch " -> ("lunch", True)."""
    position = 0
    while found := _PREFIX.match(subject, position):
        position = found.end()
    return " ".join(fold(subject[position:]).split()), position > 0


def answers(message: Message) -> bool:
    """Whether it calls itself an answer, by its fields or by its subject; a forward does not."""
    found = _PREFIX.match(message.subject)
    return bool(message.in_reply_to) or (found is not None and fold(found[0]).strip()[:1] in {"r", "a", "s"})


def threads(messages: Iterable[Message]) -> dict[str, str]:
    """Message-ID -> the id of the first message (by date, then id) of its conversation. Independent of the order given."""
    known = {message.id: message for message in messages}
    roots: dict[str, str] = {}
    for message in known.values():
        for other in (*message.references, message.in_reply_to):
            if other and other != message.id:
                _join(roots, message.id, other)
    for reply, earlier in _by_subject(known):
        _join(roots, reply, earlier)
    groups: dict[str, list[Message]] = defaultdict(list)
    for message in known.values():
        groups[_root(roots, message.id)].append(message)
    result = {}
    for group in groups.values():
        first = min(group, key=lambda message: (message.date or _LATEST, message.id)).id
        for message in group:
            result[message.id] = first
    return result


def _root(roots: dict[str, str], node: str) -> str:
    top = node
    while (parent := roots.get(top, top)) != top:
        top = parent
    while node != top:
        roots[node], node = top, roots[node]
    return top


def _join(roots: dict[str, str], one: str, other: str) -> None:
    one, other = sorted((_root(roots, one), _root(roots, other)))
    roots[other] = one
    roots.setdefault(one, one)


def _by_subject(known: dict[str, Message]) -> Iterable[tuple[str, str]]:
    groups: dict[str, list[tuple[datetime, str, bool]]] = defaultdict(list)
    for message in known.values():
        if message.date is None or message.kind == "machine":
            continue
        bare, prefixed = bare_subject(message.subject)
        if bare:
            rootless = prefixed and not any(other in known for other in (*message.references, message.in_reply_to) if other)
            groups[bare].append((message.date, message.id, rootless))
    for group in groups.values():
        if len(group) < 2:
            continue
        group.sort()
        for position, (_, reply, rootless) in enumerate(group):
            if not rootless:
                continue
            for earlier in reversed(group[max(0, position - _LOOK_BACK) : position]):
                if group[position][0] - earlier[0] > WINDOW:
                    break
                if _answers(known[reply], known[earlier[1]]):
                    yield reply, earlier[1]
                    break


def _answers(reply: Message, earlier: Message) -> bool:
    """Whether the replier was on the earlier message (or wrote it), and its writer is on the reply (or writes it)."""
    writer, replier = handle(earlier.sender), handle(reply.sender)
    on_earlier = {writer, *(handle(address) for address in (*earlier.to, *earlier.cc, *earlier.bcc))}
    on_reply = {replier, *(handle(address) for address in (*reply.to, *reply.cc, *reply.bcc))}
    if writer == replier:
        return len(on_earlier & on_reply) >= 2
    return replier in on_earlier and writer in on_reply
