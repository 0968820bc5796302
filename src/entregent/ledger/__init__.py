"""Book-keeping: who is who, which messages make one conversation, and what two people asked, gave, thanked and promised each other.

Doors: `gather`, `find`, `propose`, `threads`, `account`, `until`, `mirror`, `handle`. Values in, values out; nothing is opened or remembered.

| module | does |
|---|---|
| `names`, `lists` | make names comparable; closed lists of desks, open providers, common and short names |
| `people`, `lookup`, `me` | one person behind several addresses; whom `who NAME` means; whose mailbox it is |
| `threads` | conversations |
| `heard` | who wrote a message to whom |
| `entries`, `due` | the entries of one message; the day that it names |
| `answers` | a message read as an answer |
| `topics` | whether two entries are about the same thing |
| `book` | writes the relation up, message by message, and pairs entries |
| `turn`, `account` | whose turn it is; the whole |
"""

from __future__ import annotations

from entregent.ledger.account import account, mirror, until
from entregent.ledger.lookup import find
from entregent.ledger.me import Hint, Proposal, propose
from entregent.ledger.names import handle, name_handle
from entregent.ledger.people import People, Sighting, gather
from entregent.ledger.threads import bare_subject, threads

__all__ = [
    "Hint", "People", "Proposal", "Sighting", "account", "bare_subject", "find", "gather", "handle", "mirror", "name_handle", "propose",
    "threads", "until",
]  # fmt: skip
