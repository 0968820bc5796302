"""A body as lines: where each starts, what it says, and what it was found to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

OWN: Final = 0
BLANK: Final = 1
QUOTE: Final = 2
"""Somebody else's words: quoted, forwarded."""
FRAME: Final = 3
"""What a mail program set around a quote: attribution, divider, header block."""
SIGNATURE: Final = 4
FOOTER: Final = 5
"""Legal notices, list and device footers, advertisements, placeholders of attachments."""


class Pattern:
    """A regular expression that is compiled when it is first asked: most messages need few of them, and compiling all costs 12 ms."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in ("match", "search"):
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        self.match, self.search = compiled.match, compiled.search
        return getattr(compiled, name)


class Lines:
    """The lines of `body`, split at LF alone, so that offsets stay true. `text` is stripped (no-break spaces and tabs included); `kind` is
    filled by the rooms that know quotes and signatures. `len(lines)` is their number."""

    __slots__ = ("_roles", "body", "kind", "raw", "start", "text")

    def __init__(self, body: str) -> None:
        self.body = body
        self.raw = body.split("\n")
        self.text = [line.strip(" \t\r\xa0\u202f\u200b\ufeff\f\v") for line in self.raw]
        self.kind = bytearray(OWN if text else BLANK for text in self.text)
        start, position = [], 0
        for line in self.raw:
            start.append(position)
            position += len(line) + 1
        self.start = start
        self._roles: dict[int, str] = {}

    def role(self, index: int, judge: Callable[[str], str]) -> str:
        """What `judge` says of line `index`, asked once a line."""
        found = self._roles.get(index)
        if found is None:
            found = self._roles[index] = judge(self.text[index])
        return found

    def __len__(self) -> int:
        return len(self.raw)

    def mark(self, first: int, last: int, kind: int) -> None:
        """Lines `first` to `last` (exclusive) that are not blank become `kind`."""
        for index in range(first, last):
            if self.kind[index] != BLANK:
                self.kind[index] = kind

    def next_text(self, index: int) -> int:
        """The first line from `index` on that is not blank; the number of lines where there is none."""
        kinds = self.kind
        while index < len(kinds) and kinds[index] == BLANK:
            index += 1
        return index


def squeeze(text: str) -> str:
    """`text` with every run of white space, no-break and zero-width ones too, as one space."""
    return " ".join(text.replace("\u200b", " ").replace("\ufeff", " ").split())
