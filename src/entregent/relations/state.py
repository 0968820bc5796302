"""A first, simple state: how long the two have been quiet, against their own rhythm.

A convention, not a forecast: quiet for no longer than twice their long gaps is alive, four times that is cooling, more is silent; a year without a
word is resting. Nothing is said under five days of contact: two or three gaps are no rhythm. A long pause against the former rhythm is what best
tells decay (Navarro et al. 2017), a fixed timer tells next to nothing.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from entregent.model.relation import State

CONTACT_DAYS = 5
_LONG_GAP = 0.8
"""The quantile of their gaps that counts as a long one."""
_ALIVE, _COOLING = 2.0, 8.0
_AT_LEAST, _AT_MOST = 14.0, 120.0
"""Days: nobody is cooling after a fortnight, and nobody is called alive on a gap of eight months."""


def state(days: Sequence[date], as_of: date) -> State:
    """The state on `as_of` from the days of contact (sorted, distinct, none later)."""
    if len(days) < CONTACT_DAYS:
        return "unknown"
    quiet = (as_of - days[-1]).days
    if quiet >= 365:
        return "resting"
    gaps = sorted((later - earlier).days for earlier, later in itertools.pairwise(days))
    long_gap = gaps[min(len(gaps) - 1, int(_LONG_GAP * len(gaps)))]
    usual = min(max(_ALIVE * long_gap, _AT_LEAST), _AT_MOST)
    if quiet <= usual:
        return "alive"
    return "cooling" if quiet <= min(usual * _COOLING / _ALIVE, 240.0) else "silent"
