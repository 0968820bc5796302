"""The trained model, evaluated without numpy: all labels of a feature are added in one addition.

A feature's weights lie side by side in one Python integer, 32 bits a label; summing features is summing integers (about 50 ns each, whatever
the number of labels), and the sum is taken apart once a sentence. A negative weight borrows from the field above it; adding a constant
with half of each field set before taking apart gives every field back.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from entregent.language.grammar.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_HALF = 1 << 31
_KEPT = 200_000


class Weights:
    """Rows of small integer weights by feature. `labels` gives the order of fields; `unit` is the value of one step."""

    __slots__ = ("_fields", "_kept", "_offset", "_rows", "_size", "_table", "head", "labels", "unit")

    def __init__(self, path: Path) -> None:
        self._table = Table(path)
        self.head = self._table.head
        self.labels: list[str] = self.head["labels"]
        self.unit: float = self.head["unit"]
        self._size = 4 * len(self.labels)
        self._fields = struct.Struct(f"<{len(self.labels)}I").unpack
        self._offset = sum(_HALF << (32 * k) for k in range(len(self.labels)))
        self._kept: dict[str, int] = {}
        self._rows: dict[int, int] = {}

    def _row(self, number: int) -> int:
        """The packed weights of a record, kept."""
        record = self._table.record(number)
        total = 0
        for k in range(0, len(record), 2):
            step = record[k + 1]
            total += (step - 256 if step > 127 else step) << (32 * record[k])
        self._rows[number] = total
        return total

    def has(self, feature: str) -> bool:
        """Whether `feature` has a row."""
        return self._table.find(feature) != 0

    def fresh(self, features: Iterable[str]) -> int:
        """The packed sum over `features`; one that is unknown adds nothing. For what is rarely seen twice, such as triples of words."""
        find, rows, total = self._table.find, self._rows, 0
        for feature in features:
            number = find(feature)
            if number:
                row = rows.get(number)
                total += self._row(number) if row is None else row
        return total

    def total(self, features: Iterable[str]) -> int:
        """As `fresh`, but every feature is kept: for what comes again and again, such as classes and parts of words."""
        kept, total = self._kept, 0
        for feature in features:
            row = kept.get(feature)
            if row is None:
                if len(kept) > _KEPT:
                    kept.clear()
                row = kept[feature] = self.fresh((feature,))
            total += row
        return total

    def unpack(self, total: int) -> list[int]:
        """One whole number a label, in steps of `unit`."""
        return [field - _HALF for field in self._fields((total + self._offset).to_bytes(self._size, "little"))]


def record(weights: Iterable[tuple[int, int]]) -> bytes:
    """The bytes of a row: (index of label, step in [-127, 127]) pairs without zeros."""
    return bytes(b for index, step in weights if step for b in (index, step & 255))
