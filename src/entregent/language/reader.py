"""The act reader: sentences in, acts, mentions, topic and traits out. Offline, deterministic, no dependency."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.language.grammar import features
from entregent.language.grammar.tokens import forms
from entregent.language.grammar.weights import Weights
from entregent.model.speech import FAVOURS, LABELS, Act, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMPILED = Path(__file__).parent / "compiled"
_FAVOUR = len(LABELS)
_FAVOUR_INDEX = tuple(LABELS.index(label) for label in FAVOURS)
TRAITS = ("question", "imperative", "negated", "conditional", "reported", "past", "quoted")


class Model:
    """Both passes of one language."""

    __slots__ = ("_bias", "_levels", "_platt", "_second", "_slope", "_thresholds", "_weights")

    def __init__(self, language: str) -> None:
        self._weights = weights = Weights(_COMPILED / f"acts-{language}.bin")
        head = weights.head
        self._bias: list[float] = head["bias"]
        self._levels: list[list[float]] = head["levels"]
        self._slope: list[float] = head["slope"]
        self._second: list[float] = head["second"]
        self._platt: list[list[float]] = head["platt"]
        self._thresholds: list[float] = head["thresholds"]

    def first(self, found: Sequence[str], count: int) -> list[float]:
        """Log-odds of every output from the sentence alone; `count` is its number of tokens."""
        scale = self._weights.unit / math.sqrt(count + 4)
        return [b + scale * n for b, n in zip(self._bias, self._weights.unpack(self._weights.total(found)), strict=True)]

    def levels(self, odds: Sequence[float]) -> dict[int, int]:
        """The labels that are not unlikely, with their level."""
        low, middle, high = self._levels[0]
        return {k: 3 if z >= high else 2 if z >= middle else 1 for k, z in enumerate(odds) if z >= low}

    def second(self, odds: Sequence[float], found: Sequence[str]) -> list[float]:
        """Calibrated probabilities once the neighbours are known."""
        unit, weights = self._weights.unit, self._weights
        result = []
        for z, s, b, n, (slope, shift) in zip(odds, self._slope, self._second, weights.unpack(weights.total(found)), self._platt, strict=True):
            result.append(1 / (1 + math.exp(-max(-30.0, min(30.0, slope * (s * z + b + unit * n) + shift)))))
        return result

    def acts(self, chances: Sequence[float]) -> tuple[Act, ...]:
        """The labels above their thresholds; a likely favour of no clear kind takes the likeliest kind."""
        limits = self._thresholds
        kept = {k for k in range(_FAVOUR) if chances[k] >= limits[k]}
        if chances[_FAVOUR] >= limits[_FAVOUR] and not any(k in kept for k in _FAVOUR_INDEX):
            kept.add(max(_FAVOUR_INDEX, key=chances.__getitem__))
        return tuple(Act(LABELS[k], round(chances[k], 3)) for k in sorted(kept))


@cache
def model(language: str) -> Model:
    """The model of "en" or "fr", opened once."""
    return Model(language)


def observe(text: str, language: str, index: int, count: int) -> tuple[list[str], int]:
    """What the first pass sees of one sentence, and its number of tokens."""
    words = forms(text, language)
    found = [part for form in words for part in features.word(form)]
    found += features.sequence(["<s>", *words, "</s>"])
    found += features.place(index, count, text)
    return found, len(words)


def annotate(pieces: Sequence[tuple[int, int, str]], language: str, subject: str = "") -> tuple[Sentence, ...]:
    """One Sentence a piece (start, end, text), offsets in the body; `language` is "en" or "fr"."""
    reader, count = model(language), len(pieces)
    odds = [reader.first(*observe(text, language, k, count)) for k, (_, _, text) in enumerate(pieces)]
    levels = [reader.levels(z) for z in odds]
    found = []
    for k, (start, end, text) in enumerate(pieces):
        chances = reader.second(odds[k], features.context(levels, k))
        traits = frozenset(("question",) if text.rstrip().endswith("?") else ())
        found.append(Sentence(start, end, text, language, reader.acts(chances), (), (), traits))
    return tuple(found)
