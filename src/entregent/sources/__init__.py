"""The only room that opens mail: files of many kinds in, Messages and Issues out.

| door | does |
|---|---|
| `find(paths)` | what lies there: Containers, each with a stamp that changes when it may have changed |
| `resume(container, stamp)` | where to go on in an mbox that has merely grown |
| `read(container, start=, known=)` | the messages as bytes (Raw), lazily, in constant memory |
| `key_of(path)` | the name of a message file that survives a change of flags |
| `parse(raw, now=)`, `parse_draft(data, name)` | a Message, whatever the bytes, and Issues |
| `fingerprint(message)`, `content_id(message)` | what copies of one message have in common |
| `stays_out(raw or message)`, `Exclusion` | what is not imported, and why |
| `bulk_sender(address)` | whether an address alone says that no person writes from it |
| `weigh(container)` | bytes, for progress |

What a door needs is loaded when it is first used: a draft is checked without loading archives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entregent.sources.containers import Container, find, resume
    from entregent.sources.folders import Exclusion, stays_out
    from entregent.sources.identity import content_id, fingerprint
    from entregent.sources.kinds import bulk_sender
    from entregent.sources.messages import parse, parse_draft
    from entregent.sources.reading import key_of, read, weigh

__all__ = [
    "Container", "Exclusion", "bulk_sender", "content_id", "find", "fingerprint", "key_of", "parse", "parse_draft", "read", "resume",
    "stays_out", "weigh",
]  # fmt: skip

_DOORS = {
    "Container": "containers", "find": "containers", "resume": "containers", "Exclusion": "folders", "stays_out": "folders",
    "content_id": "identity", "fingerprint": "identity", "bulk_sender": "kinds", "parse": "messages", "parse_draft": "messages",
    "read": "reading", "key_of": "reading", "weigh": "reading",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_DOORS[name]}"), name)
    return found
