"""One message made ready for writing.

Packing is what costs, and needs no database: it runs in the worker that parsed the message. A parcel is a plain tuple, cheap to
send from one process to another.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from entregent.store import codec

if TYPE_CHECKING:
    from collections.abc import Callable

    from entregent.model.mail import Address, Message


_MASK = (1 << 64) - 1


class Part(NamedTuple):
    """Somebody who takes part: the index of the role in `codec.ROLES`, their mailbox (`name:...` where there is a name alone), their name."""

    role: int
    email: str
    name: str


class Parcel(NamedTuple):
    """A message as the writer takes it; see `schema.py` for the columns. `keys`: what makes copies one (the first by Message-ID, sender and
    date, the second by content)."""

    keys: tuple[int, ...]
    mid: str
    date: int | None
    zone: int
    day: int | None
    kind: int
    flags: int
    rank: str
    head: str
    subject: str
    names: str
    body: str
    parts: tuple[tuple[int, str, str], ...]


def pack(message: Message, handle: Callable[[Address], str], content: str, *, own_id: bool = True) -> Parcel:
    """Make `message` ready. `handle`: what an address is known by (its e-mail, or `name:...`), "" for nothing. `content`: what copies have in
    common. `own_id`: whether the Message-ID came with the message, and so says which copies are one.
    Text that UTF-8 cannot carry (lone surrogates) becomes U+FFFD."""
    date = codec.seconds(message.date)
    body, subject, head = _sound(message.body), _sound(message.subject), _sound(codec.head(message))
    parts = _parts(message, handle)
    kind = codec.KINDS.index(message.kind)
    flags = (codec.RENDERED if message.rendered else 0) | (codec.ENCRYPTED if message.encrypted else 0)
    sender = message.sender.email or message.sender.name
    keys: tuple[int, ...] = (_hash("content\x00" + content),)
    if own_id:
        keys = (_hash("\x00".join(("id", message.id, sender, str(date)))), *keys)
    mid = _sound(message.id)
    # Personal before list, dated before undated, plain before rendered, then the shortest body (a list adds its footer), then by all there is of it:
    # a total order over copies.
    took_part = (f"{role} {email} {name}" for role, email, name in parts)
    whole = "\x00".join((mid, head, subject, body, str(date), str(message.offset), str(flags), *took_part))
    rank = f"{kind}{int(date is None)}{int(message.rendered)}{len(body):010d}{_hash(whole) & _MASK:016x}"
    names = " ".join(dict.fromkeys(text for _, email, name in parts for text in (name, email) if text and not text.startswith("name:")))
    return Parcel(
        keys, mid, date, message.offset, codec.message_day(message), kind, flags, rank, head, subject, names, body,
        tuple([(part.role, part.email, part.name) for part in parts]),
    )  # fmt: skip


def _parts(message: Message, handle: Callable[[Address], str]) -> list[Part]:
    by = (message.written_by,) if message.written_by else ()
    parts: dict[tuple[int, str], Part] = {}
    for role, addresses in enumerate(((message.sender,), message.to, message.cc, message.bcc, by)):
        for address in addresses:
            email = _sound(handle(address))
            if email and (role, email) not in parts:
                parts[role, email] = Part(role, email, _sound(" ".join(address.name.split())))
    return list(parts.values())


def _hash(text: str) -> int:
    # 64 bits: a mailbox of ten million messages holds two that collide with a chance of 1 in 180,000.
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _sound(text: str) -> str:
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
