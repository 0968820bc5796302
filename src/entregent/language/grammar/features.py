"""What the model sees of a sentence: strings, each of which has a row of weights.

Two passes. The first sees the sentence alone, the second the first's scores of this sentence and of its neighbours.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS = {"c": 0.35}
"""How much a kind of feature counts in training, by its first letter; 1 where it is not named."""


@lru_cache(maxsize=50_000)
def word(form: str) -> tuple[str, ...]:
    """A word and its parts: what can be looked up once a form."""
    padded = f"_{form}_"
    parts = [f"c:{padded[k : k + n]}" for n in (3, 4, 5) for k in range(len(padded) - n + 1)]
    return (f"w:{form}", *parts)


def sequence(forms: Sequence[str]) -> list[str]:
    """Neighbouring words: pairs, pairs with a gap, triples."""
    found = [f"b:{a} {b}" for a, b in zip(forms, forms[1:], strict=False)]
    found += [f"t:{a} {b} {c}" for a, b, c in zip(forms, forms[1:], forms[2:], strict=False)]
    return found


def place(index: int, count: int, text: str) -> list[str]:
    """Where the sentence stands in its message, and how long it is."""
    where = "first" if index == 0 else "second" if index == 1 else "last" if index == count - 1 else "late" if index == count - 2 else "mid"
    return [f"p:{where}", f"p:len{min(len(text) // 20, 8)}", f"p:{where}:{'short' if len(text) < 40 else 'long'}"]


def context(scores: Sequence[dict[int, int]], index: int) -> list[str]:
    """What the first pass says of this sentence and around it. `scores`: for each sentence the level (1, 2, 3) of each label that is not unlikely."""
    found = [f"o:{label}:{level}" for label, top in scores[index].items() for level in range(1, top + 1)]
    own = sorted(label for label, level in scores[index].items() if level > 1)
    found += [f"oo:{a}:{b}" for k, a in enumerate(own) for b in own[k + 1 :]]
    if index:
        found += [f"q:{label}:{level}" for label, top in scores[index - 1].items() for level in range(2, top + 1)]
    if index + 1 < len(scores):
        found += [f"r:{label}:{level}" for label, top in scores[index + 1].items() for level in range(2, top + 1)]
    found += [f"x:{label}" for label in sorted({label for before in scores[:index] for label, level in before.items() if level > 1})]
    found += [f"y:{label}" for label in sorted({label for after in scores[index + 1 :] for label, level in after.items() if level > 1})]
    return found


LEVELS = (0.12, 0.35, 0.65)
"""From which probability of the first pass a label counts as level 1, 2, 3."""
