"""The act reader: sentences in, acts, mentions, topic and traits out. Offline, deterministic, no dependency."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from entregent.language.grammar import features, mentions, topics, traits
from entregent.language.grammar.clauses import clauses
from entregent.language.grammar.lexicon import lexicon
from entregent.language.grammar.phrases import phrases
from entregent.language.grammar.tokens import cut, places
from entregent.language.grammar.weights import Weights
from entregent.model.speech import FAVOURS, LABELS, Act, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.clauses import Clause
    from entregent.language.grammar.lexicon import Lexeme
    from entregent.language.grammar.phrases import Hit

_COMPILED = Path(__file__).parent / "compiled"
_FAVOUR = len(LABELS)
_FAVOUR_INDEX = tuple(LABELS.index(label) for label in FAVOURS)


def __getattr__(name: str) -> tuple[str, ...]:
    """`TRAITS`: the closed list of traits; it names every lexicon class, so it is read when asked for."""
    if name == "TRAITS":
        return traits.closed()
    raise AttributeError(name)


class Model:
    """Both passes of one language."""

    __slots__ = ("_bias", "_levels", "_platt", "_second", "_slope", "_thresholds", "_weights", "_words")

    def __init__(self, language: str) -> None:
        self._weights = weights = Weights(_COMPILED / f"acts-{language}.bin")
        head = weights.head
        self._words: dict[str, int] = {}
        self._bias: list[float] = head["bias"]
        self._levels: list[list[float]] = head["levels"]
        self._slope: list[float] = head["slope"]
        self._second: list[float] = head["second"]
        self._platt: list[list[float]] = head["platt"]
        self._thresholds: list[float] = head["thresholds"]

    def first(self, row: Parsed, index: int, count: int) -> list[float]:
        """Log-odds of every output from the sentence alone."""
        weights, known = self._weights, self._words
        total = 0
        for word in row.words:
            packed = known.get(word.form)
            if packed is None:
                packed = known[word.form] = weights.total(features.lexical(word))
            total += packed
        total += weights.total(features.observe(row.words, row.hits, row.acts, row.text, index, count))
        scale = weights.unit / math.sqrt(len(row.words) + 4)
        return [b + scale * n for b, n in zip(self._bias, weights.unpack(total), strict=True)]

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


class Parsed(NamedTuple):
    """A sentence as grammar reads it."""

    text: str
    words: list[Lexeme]
    hits: list[Hit]
    acts: list[Clause]


def parse(text: str, language: str) -> Parsed:
    """Tokens, phrases and clauses of one sentence."""
    get = lexicon(language).get
    words = [get(raw) for raw in cut(text, language)]
    hits = phrases(words)
    return Parsed(text, words, hits, clauses(words, hits))


def observe(text: str, language: str, index: int, count: int) -> tuple[list[str], int]:
    """What the first pass sees of one sentence, and its number of tokens."""
    parsed = parse(text, language)
    found = [part for word in parsed.words for part in features.lexical(word)]
    found += features.observe(parsed.words, parsed.hits, parsed.acts, text, index, count)
    return found, len(parsed.words)


def annotate(pieces: Sequence[tuple[int, int, str]], language: str, subject: str = "") -> tuple[Sentence, ...]:
    """One Sentence a piece (start, end, text), offsets in the body; `language` is "en" or "fr". `subject` is not read yet."""
    reader, count = model(language), len(pieces)
    parsed = [parse(text, language) for _, _, text in pieces]
    odds = [reader.first(row, k, count) for k, row in enumerate(parsed)]
    levels = [reader.levels(z) for z in odds]
    own = mentions.Named([row.words for row in parsed])
    found = []
    for k, (start, end, text) in enumerate(pieces):
        row = parsed[k]
        acts = reader.acts(reader.second(odds[k], features.context(levels, k)))
        third = mentions.mentions(text, row.words, places(text, language), start, language, own)
        marks = traits.traits(row.words, row.hits, row.acts, text, k, count)
        found.append(Sentence(start, end, text, language, acts, third, topics.topic(row.words), marks))
    return tuple(found)
