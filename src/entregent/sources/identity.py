"""What makes two copies one message.

A Message-ID names the message for replies. Archives give each copy its own (Enron's `all_documents` and `sent`), and programs write none or the same
one twice; the fingerprint, made of what the copies have in common, tells them apart and together.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from entregent.model.mail import Message

_IDS = re.compile(r"<([^<>]+)>")


def fingerprint(message: Message) -> str:
    """The identity of a message's content: 32 hex digits from sender, moment, subject, recipients (To and Cc, in any order) and body.

    Blanks do not count, nor do To against Cc, Bcc, folder, labels, Message-ID or display names where there is an address. Two copies in two
    folders have the same one; two messages that say the same at different moments do not.
    """
    people = sorted({address.email or address.name.lower() for address in message.to + message.cc})
    return _hash(
        message.sender.email or message.sender.name.lower(),
        message.date.isoformat() if message.date else "",
        " ".join(message.subject.split()),
        ",".join(people),
        " ".join(message.body.split()),
    )


def content_id(message: Message) -> str:
    """A stable Message-ID for a message that has none."""
    return f"sha256-{fingerprint(message)}@entregent.invalid"


def message_id(value: str) -> str:
    """The id in a Message-ID field without angle brackets, "" where it is none: empty, with blanks inside, longer than a line may be."""
    match = _IDS.search(value)
    found = match[1].strip() if match else value.strip().strip("<>")
    if not found or len(found) > 900 or " " in found or "\t" in found or found in ("@", "@localhost", "unknown"):
        return ""
    return found


def ids(values: list[str]) -> tuple[str, ...]:
    """The ids of References or In-Reply-To, in order, each once; old programs write prose around them. The last hundred are kept."""
    found: dict[str, None] = {}
    for value in values:
        matches = _IDS.findall(value[-20000:]) if "<" in value else [word for word in value[-20000:].split() if "@" in word and len(word) > 4]
        for match in matches:
            clean = match.strip()
            if clean and " " not in clean and len(clean) <= 900:
                found[clean] = None
    return tuple(found)[-100:]


def _hash(*parts: str) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:32]
