"""JSON on standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entregent.faces.cli.screen import Screen


def as_json(value: Any, screen: Screen) -> None:
    """One line of JSON. Where the stream is not UTF-8 (a pipe on Windows), everything beyond ASCII is escaped, so that it stays valid JSON."""
    encoding = (getattr(screen.out, "encoding", None) or "utf-8").lower().replace("-", "")
    screen.out.write(json.dumps(value, ensure_ascii=encoding != "utf8") + "\n")
