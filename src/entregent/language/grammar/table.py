"""A constant hash table in a memory-mapped file: bytes in, bytes out, nothing read before it is asked for.

Layout (little endian): magic `EGT1`, uint32 length of the head, the head (UTF-8 JSON), uint32 number of slots (a power of two), then
for each slot (uint32 CRC-32 of the key, uint32 offset of its record + 1, 0 for none), then the records: uint16 length, bytes. Keys are not
stored: with n keys a key that is absent is taken for a present one with a chance of about n / 2^32.
"""

from __future__ import annotations

import json
import mmap
import struct
from pathlib import Path
from typing import Any
from zlib import crc32

MAGIC = b"EGT1"
_PAIR = struct.Struct("<II")
_SHORT = struct.Struct("<H")
_INT = struct.Struct("<I")


class Clash(ValueError):
    """Two keys of one table share a hash: one of them must be dropped by who builds it."""


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
            raise Clash(f"{key!r} and {seen[code]!r}")
        seen[code] = key
        place = code & (slots - 1)
        while table[place][1]:
            place = (place + 1) & (slots - 1)
        table[place] = (code, len(body) + 1)
        body += _SHORT.pack(len(records[key])) + records[key]
    text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    with path.open("wb") as out:
        out.write(MAGIC + _INT.pack(len(text)) + text + _INT.pack(slots))
        out.write(b"".join(_PAIR.pack(*pair) for pair in table))
        out.write(body)


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
        self._mask = slots - 1
        self._slots = 12 + length
        self._records = self._slots + 8 * slots

    def get(self, key: str) -> bytes | None:
        """The record of `key`."""
        code = crc32(key.encode())
        place = code & self._mask
        data, unpack, base = self._data, _PAIR.unpack_from, self._slots
        while True:
            found, offset = unpack(data, base + 8 * place)
            if not offset:
                return None
            if found == code:
                at = self._records + offset - 1
                return data[at + 2 : at + 2 + _SHORT.unpack_from(data, at)[0]]
            place = (place + 1) & self._mask
