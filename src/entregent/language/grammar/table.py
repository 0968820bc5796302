"""A constant hash table in a memory-mapped file: bytes in, bytes out, nothing read before it is asked for.

Layout (little endian): magic `EGT1`, uint32 length of the head, the head (UTF-8 JSON), uint32 number of slots (a power of two), then
for each slot (uint32 CRC-32 of the key, uint32 offset of its record + 1, 0 for none), then the records: uint16 length, bytes. Keys are not
stored: with n keys a key that is absent is taken for a present one with a chance of about n / 2^32.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"EGT1"
_PAIR = struct.Struct("<II")
_SHORT = struct.Struct("<H")
_INT = struct.Struct("<I")


class Clash(ValueError):
    """Two keys of one table share a hash: one of them must be dropped by who builds it. `key` is the later one."""

    def __init__(self, key: str, other: str) -> None:
        super().__init__(f"{key!r} and {other!r}")
        self.key = key


def write(path: Path, head: dict[str, Any], records: dict[str, bytes]) -> None:
    """Write `records` sorted by key, so that the same content gives the same file."""
    slots = 8
    while slots < len(records) * 1.5:
        slots *= 2
    table = [(0, 0)] * slots
    seen: dict[int, str] = {}
    body = bytearray()
    for key in sorted(records):
        code = crc32(key.encode())
        if code in seen:
            raise Clash(key, seen[code])
        seen[code] = key
        place = code & (slots - 1)
        while table[place][1]:
            place = (place + 1) & (slots - 1)
        table[place] = (code, len(body) + 1)
        body += _SHORT.pack(len(records[key])) + records[key]
    text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    beside = path.with_suffix(".new")  # a process that has the old table mapped goes on reading the old one
    with beside.open("wb") as out:
        out.write(MAGIC + _INT.pack(len(text)) + text + _INT.pack(slots))
        out.write(b"".join(_PAIR.pack(*pair) for pair in table))
        out.write(body)
    beside.replace(path)


class Table:
    """An open table. `head` is what `write` was given; `get` gives a record or None."""

    __slots__ = ("_data", "_mask", "_records", "_slots", "head")

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[:4] != MAGIC:
            raise ValueError(f"{path.name} is no table of this version")
        (length,) = _INT.unpack_from(self._data, 4)
        self.head: dict[str, Any] = json.loads(self._data[8 : 8 + length])
        (slots,) = _INT.unpack_from(self._data, 8 + length)
        self._mask = 2 * slots - 1
        start = 12 + length
        self._records = start + 8 * slots
        region = memoryview(self._data)[start : self._records]
        # Indexing a cast view costs a third of unpacking; where bytes run the other way round the slots are turned once.
        self._slots: Any = region.cast("I") if sys.byteorder == "little" else struct.unpack(f"<{2 * slots}I", region)

    def find(self, key: str) -> int:
        """The number of the record of `key`, 0 where there is none: cheap, and the same for the same record."""
        code = crc32(key.encode())
        mask, slots = self._mask, self._slots
        place = (2 * code) & mask
        while offset := slots[place + 1]:
            if slots[place] == code:
                return int(offset)
            place = (place + 2) & mask
        return 0

    def record(self, number: int) -> bytes:
        """The record that `find` found."""
        at = self._records + number - 1
        return self._data[at + 2 : at + 2 + _SHORT.unpack_from(self._data, at)[0]]

    def get(self, key: str) -> bytes | None:
        """The record of `key`."""
        number = self.find(key)
        return self.record(number) if number else None
