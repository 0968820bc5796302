"""mbox: one file, many messages, and four ways to tell them apart.

A message begins with a line `From `. mboxo and mboxrd escape such lines in bodies as `>From ` (mboxrd also `>>From `), mboxcl escapes and
writes Content-Length, mboxcl2 writes Content-Length and escapes nothing. A Content-Length is honoured only where it lands on the next `From ` line or
the end: programs copy it from mail that has changed since. https://www.loc.gov/preservation/digital/formats/fdd/fdd000383.shtml

The file is read as a stream in blocks: the memory it takes is a block and the largest message.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 4 << 20
LARGEST = 40 << 20
"""Bytes of one message that are read; the rest of a larger one is passed over and said."""

_DATED = re.compile(rb"From .*?(?:\d{1,2}:\d{2}(?!\d).*?\b\d{2}(?:\d{2})?\b|\b\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d{2})")
_ALONE = re.compile(rb"From [^\s@]+@\S+[ \t]*\r?\Z|From -?[ \t]*\r?\Z|From MAILER-DAEMON[ \t]*\r?\Z", re.I)
_FIELD = re.compile(rb"[!-9;-~]{1,80}[ \t]*:|>?From |[ \t]*\r?\n?\Z")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t]*\r?$", re.I | re.M)
_LENGTH_NAMES = (b"\nContent-Length:", b"\nContent-length:", b"\ncontent-length:", b"\nCONTENT-LENGTH:")
_ESCAPED = re.compile(rb"^>(>*From )", re.M)


class Slice(NamedTuple):
    """A message with its `From ` line; `position` its offset in the stream, `end` that of the next; `cut` if it was longer than LARGEST."""

    data: bytes
    position: int
    end: int
    cut: bool = False


def is_boundary(line: bytes, following: bytes, *, blank_before: bool) -> bool:
    """Whether a line that begins with `From ` begins a message: it is dated or an address alone, and a header follows.

    "From the beginning" in an unescaped body is neither. Some programs forget the empty line before; then only a dated line counts.
    """
    if _DATED.match(line):
        return bool(_FIELD.match(following)) and (blank_before or b":" in following[:80])
    return blank_before and bool(_ALONE.match(line)) and bool(following.strip()) and bool(_FIELD.match(following))


def split(stream: IO[bytes], position: int = 0, *, largest: int = LARGEST) -> Iterator[Slice]:
    """The messages of an mbox from `position` on, where the stream stands.

    What comes before the first `From ` line is passed over only where it is blank."""
    window = _Window(stream, position)
    start = window.first()
    while window.has(start):
        position = window.base + start
        end, cut = window.end_of(start, largest)
        data = window.kept or window.take(start, min(end, start + largest))
        yield Slice(_unescaped(data), position, window.base + end, cut)
        data = window.kept = b""
        start = window.drop(end)


class _Window:
    """The part of the stream that is in memory. Offsets are in `buffer`; `base` is the offset of its first byte in the stream."""

    def __init__(self, stream: IO[bytes], position: int) -> None:
        self.stream = stream
        self.base = position
        self.buffer = b""
        self.kept = b""
        """The beginning of a message that is too large, while its end is looked for."""
        self.ended = False

    def more(self) -> bool:
        block = b"" if self.ended else self.stream.read(BLOCK)
        if not block:
            self.ended = True
            return False
        self.buffer += block
        return True

    def has(self, offset: int) -> bool:
        return offset < len(self.buffer) or self.more()

    def first(self) -> int:
        """Past blank lines at the start."""
        while self.more() and not self.buffer.strip():
            if len(self.buffer) > LARGEST:
                self.base, self.buffer = self.base + len(self.buffer), b""
        mark = 3 if self.buffer.startswith(b"\xef\xbb\xbf") else 0
        return mark + len(self.buffer[mark : mark + BLOCK]) - len(self.buffer[mark : mark + BLOCK].lstrip(b"\r\n"))

    def take(self, start: int, end: int) -> bytes:
        return self.buffer[start:end]

    def drop(self, offset: int) -> int:
        """Forgets what is before `offset`, in blocks, so that small messages do not each move the buffer."""
        if offset < BLOCK and offset < len(self.buffer):
            return offset
        if offset < len(self.buffer) - BLOCK:
            return offset
        self.base, self.buffer = self.base + offset, self.buffer[offset:]
        return 0

    def end_of(self, start: int, largest: int) -> tuple[int, bool]:
        """Where the message that begins at `start` ends; and whether it is too large (then the middle of it is no longer in memory)."""
        search = self.buffer.find(b"\n", start)
        while search < 0 and len(self.buffer) - start < largest and self.more():
            search = self.buffer.find(b"\n", start)
        counted = self._counted(start)
        if counted:
            return counted, False
        search = start if search < 0 else search
        while True:
            found = self.buffer.find(b"\nFrom ", search)
            if found < 0 or (found + 1200 > len(self.buffer) and not self.ended):
                search = max(search, found if found >= 0 else len(self.buffer) - 5)
                if self.kept or len(self.buffer) - start > largest + BLOCK:
                    self.kept = self.kept or self.take(start, start + largest)
                    search = self._forget(search)
                if not self.more():
                    found = self.buffer.find(b"\nFrom ", search)
                    if found < 0:
                        return len(self.buffer), bool(self.kept) or len(self.buffer) - start > largest
                else:
                    continue
            if self._bounds(found):
                return found + 1, bool(self.kept) or found + 1 - start > largest
            search = found + 1

    def _forget(self, search: int) -> int:
        """Throws away what the search for the end has passed, but for the two bytes that tell an empty line; the search's new place."""
        gone = max(0, search - 2)
        self.buffer = self.buffer[gone:]
        self.base += gone
        return search - gone

    def _bounds(self, found: int) -> bool:
        line_end = self.buffer.find(b"\n", found + 1, found + 1000)
        if line_end < 0:
            line_end = min(len(self.buffer), found + 1000)
        blank = self.buffer[found - 1 : found] == b"\n" or self.buffer[found - 2 : found] == b"\n\r"
        return is_boundary(
            self.buffer[found + 1 : line_end], self.buffer[line_end + 1 : line_end + 100].split(b"\n", 1)[0] + b"\n", blank_before=blank
        )

    def _counted(self, start: int) -> int:
        """The end by Content-Length where it lands on a boundary, else 0."""
        first = self.buffer.find(b"\n", start, start + 1_000)
        gap = b"\n\r\n" if self.buffer[first - 1 : first] == b"\r" else b"\n\n"
        head_end = self.buffer.find(gap, start, start + 100_000)
        body = head_end + len(gap)
        if head_end < 0 or not any(self.buffer.find(name, start, body) > 0 for name in _LENGTH_NAMES):
            return 0
        match = _LENGTH.search(self.buffer, start, body)
        if not match or int(match[1]) > LARGEST:
            return 0
        end = body + int(match[1])
        while len(self.buffer) < end + 1200 and self.more():
            pass
        if end > len(self.buffer):
            return 0
        rest = self.buffer[end : end + 4]
        after = end + len(rest) - len(rest.lstrip(b"\r\n"))
        if after >= len(self.buffer):
            return len(self.buffer)
        return after if after > start and self.buffer[after - 1 : after] == b"\n" and self._bounds(after - 1) else 0


def _unescaped(data: bytes) -> bytes:
    """Without the `>` that was put before `From ` in the body. mboxo cannot say whether it put one; a reader expects it gone.

    A body that holds a bare `From ` line was not escaped (mboxcl2), and keeps what it has.
    """
    if b">From " not in data or b"\nFrom " in data:
        return data
    return _ESCAPED.sub(rb"\1", data)
