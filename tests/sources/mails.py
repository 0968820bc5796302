"""Invented mail for the tests of this room, as bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from entregent.model.issue import Issue
from entregent.model.mail import Message, Raw
from entregent.sources import find, parse, read

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2025, 6, 1, tzinfo=UTC)


def mail(body: str = "Hello Zoe.\n", **fields: str) -> bytes:
    """A message with the usual fields; `content_type="..."` adds or replaces one, "" takes it away."""
    given = {
        "from": "Ruth Okafor <ruth@harbour.example>",
        "to": "Zoe Martin <zoe@martin.example>",
        "subject": "The harbour",
        "date": "Mon, 3 Mar 2025 10:00:00 +0100",
        "message-id": "<a1@harbour.example>",
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name.title()}: {value}\n" for name, value in given.items() if value)
    return (head + "\n" + body).encode()


def message(data: bytes, **where: Any) -> Message:
    return parse(Raw(data, "test.eml", **where), now=NOW)[0]


def issues(data: bytes) -> set[str]:
    return {issue.key for issue in parse(Raw(data, "test.eml"), now=NOW)[1]}


def everything(*paths: Path) -> tuple[list[Raw], list[Issue]]:
    """All that lies at the paths: messages, and what was wrong."""
    containers, found = find(paths)
    raws: list[Raw] = []
    wrong = list(found)
    for container in containers:
        for item in read(container):
            if isinstance(item, Issue):
                wrong.append(item)
            else:
                raws.append(item)
    return raws, wrong


def subjects(*paths: Path) -> list[str]:
    return [message(raw.data).subject for raw in everything(*paths)[0]]
