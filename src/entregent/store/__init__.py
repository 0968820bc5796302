"""The ledger on disk: the only room that knows SQL.

Values come in, values go out. A ledger is one SQLite file (WAL, mode 0600) that holds what was read, what was derived from it, and,
apart from both, what the user said. `schema.py` documents every table; `Store` is the door.

| module | holds |
|---|---|
| `schema` | the tables, as append-only migrations |
| `connection` | opening a file: rights, pragmas, what may be wrong with it |
| `codec` | values to compact JSON and back |
| `parcel` | one message made ready for writing, outside the writing process |
| `writing` | batches of parcels, each in one transaction |
| `queries` | what is asked of it |
| `derived` | threads, people, speech, accounts: all that can be rebuilt |
| `digest` | the logical content, for comparing two ledgers |
"""

from __future__ import annotations

from entregent.store.store import Store

__all__ = ["Store"]
