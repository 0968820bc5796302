"""Patterns that are compiled when first used: a check that reads no conversation pays for none."""

from __future__ import annotations

import re
from typing import Any


class Pattern:
    """Like the compiled pattern of its source; compiles itself at the first use of any method."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "search", "findall", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
