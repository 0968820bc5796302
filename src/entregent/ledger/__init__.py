"""Book-keeping: who is who, which messages make one conversation, and what two people asked, gave, thanked and promised each other.

Doors: `gather`, `acquainted`, `find`, `propose`, `threads`, `account`, `until`, `mirror`, `handle`.
Values in, values out; nothing is opened or remembered.

| module | does |
|---|---|
| `names`, `lists` | make names comparable; closed lists of desks, open providers, common and short names |
| `people`, `lookup`, `me` | one person behind several addresses; whom `who NAME` means; whose mailbox it is |
| `acquaintance` | who is a person to the user at all |
| `conversations` | which messages make one |
| `heard` | who wrote a message to whom |
| `entries`, `due` | the entries of one message; the day that it names |
| `patterns` | patterns compiled when first used |
| `answers` | a message read as an answer |
| `topics` | whether two entries are about the same thing |
| `book` | writes the relation up, message by message, and pairs entries |
| `said` | brings in what the user said |
| `turn`, `accounts` | whose turn it is; the whole |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entregent.ledger.accounts import account, mirror, until
    from entregent.ledger.acquaintance import Trace, acquainted
    from entregent.ledger.conversations import bare_subject, threads
    from entregent.ledger.lookup import find
    from entregent.ledger.me import Hint, Proposal, propose
    from entregent.ledger.names import handle, name_handle
    from entregent.ledger.people import People, Sighting, gather

__all__ = [
    "Hint", "People", "Proposal", "Sighting", "Trace", "account", "acquainted", "bare_subject", "find", "gather",
    "handle", "mirror", "name_handle", "propose", "threads", "until",
]  # fmt: skip

_HOMES = {
    "Hint": "me", "Proposal": "me", "propose": "me", "People": "people", "Sighting": "people", "gather": "people", "find": "lookup",
    "account": "accounts", "mirror": "accounts", "until": "accounts", "bare_subject": "conversations", "threads": "conversations",
    "Trace": "acquaintance", "acquainted": "acquaintance", "handle": "names", "name_handle": "names",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load what a door needs when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
