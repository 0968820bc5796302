"""A task that crashes its process on 13."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def task(setting: str, items: Sequence[int]) -> list[int]:
    """Twice each item."""
    assert setting == "setting"
    if 13 in items:
        os._exit(3)
    return [2 * item for item in items]
