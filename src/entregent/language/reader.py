"""The act reader: sentences in, acts, mentions, topic and traits out. Offline, deterministic, no dependency."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from entregent.language.grammar import features, mentions, topics, traits
from entregent.language.grammar.clauses import clauses
from entregent.language.grammar.lexicon import END, START, lexicon
from entregent.language.grammar.phrases import phrases
from entregent.language.grammar.tokens import cut, places
from entregent.language.grammar.weights import Weights
from entregent.model.speech import FAVOURS, LABELS, Act, Sentence

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from entregent.language.grammar.clauses import Clause
    from entregent.language.grammar.lexicon import Lexeme
    from entregent.language.grammar.phrases import Hit

_COMPILED = Path(__file__).parent / "compiled"
_KEPT = 300_000
_FAVOUR = len(LABELS)
_WORK = LABELS.index("ask:work")
_FAVOUR_INDEX = tuple(LABELS.index(label) for label in FAVOURS)


def __getattr__(name: str) -> tuple[str, ...]:
    """`TRAITS`: the closed list of traits; it names every lexicon class, so it is read when asked for."""
    if name == "TRAITS":
        return traits.closed()
    raise AttributeError(name)


class Model:
    """Both passes of one language."""

    __slots__ = ("_bias", "_kept", "_levels", "_platt", "_second", "_slope", "_thresholds", "_weights")

    def __init__(self, language: str) -> None:
        self._weights = weights = Weights(_COMPILED / f"acts-{language}.bin")
        head = weights.head
        self._kept: dict[Hashable, int] = {}
        self._bias: list[float] = head["bias"]
        self._levels: list[list[float]] = head["levels"]
        self._slope: list[float] = head["slope"]
        self._second: list[float] = head["second"]
        self._platt: list[list[float]] = head["platt"]
        self._thresholds: list[float] = head["thresholds"]

    def first(self, row: Parsed, index: int, count: int) -> list[float]:
        """Log-odds of every output from the sentence alone."""
        kept, total = self._kept, 0
        row_words = row.words
        first, second = START, START
        for third in row_words:
            key = third.key
            packed = kept.get(key)
            total += self._keep(key, features.word(third)) if packed is None else packed
            key = f"{second.key} {key}"
            packed = kept.get(key)
            total += self._keep(key, features.pair(second, third)) if packed is None else packed
            if first is not second:
                key = f"{first.key} {key}"
                packed = kept.get(key)
                total += self._keep(key, features.triple(first, second, third)) if packed is None else packed
            first, second = second, third
        for found in (features.pair(second, END), features.triple(first, second, END) if first is not second else ()):
            total += self._weights.total(found)
        total += self._rest(row, index, count)
        scale = self._weights.unit / math.sqrt(len(row_words) + 4)
        return [b + scale * n for b, n in zip(self._bias, self._weights.unpack(total), strict=True)]

    def _rest(self, row: Parsed, index: int, count: int) -> int:
        """What clauses, phrases, classes and place add."""
        kept, total, end = self._kept, 0, features.ending(row.text)
        for hit in row.hits:
            total += self._weights.total(features.phrase(hit, row.words))
        for clause in row.acts:
            packed = kept.get(clause.key)
            total += self._keep(clause.key, features.clause(clause)) if packed is None else packed
        told = (end, features.names(row.words, row.hits))
        packed = kept.get(told)
        total += self._keep(told, features.together(told[1], end)) if packed is None else packed
        return total + self._weights.total(features.place(index, count, min(len(row.text) // 20, 8), end))

    def _keep(self, key: Hashable, found: Sequence[str]) -> int:
        if len(self._kept) > _KEPT:
            self._kept.clear()
        packed = self._kept[key] = self._weights.total(found)
        return packed

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
        """The labels above their thresholds. A likely favour of no clear kind takes the likeliest kind; where work is likelier asked for than
        any favour, no favour is heard: in real mail nearly every request is one of work."""
        limits = self._thresholds
        kept = {k for k in range(_FAVOUR) if chances[k] >= limits[k]}
        if chances[_WORK] > chances[_FAVOUR]:
            kept.difference_update(_FAVOUR_INDEX)
        elif chances[_FAVOUR] >= limits[_FAVOUR] and kept.isdisjoint(_FAVOUR_INDEX):
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
    """All that the first pass sees of one sentence, as training needs it, and its number of tokens. `Model.first` adds up the same."""
    row = parse(text, language)
    padded, end = [START, *row.words, END], features.ending(text)
    found = [part for word in row.words for part in features.word(word)]
    found += [part for a, b in zip(padded, padded[1:], strict=False) for part in features.pair(a, b)]
    found += [part for a, b, c in zip(padded, padded[1:], padded[2:], strict=False) for part in features.triple(a, b, c)]
    found += [part for hit in row.hits for part in features.phrase(hit, row.words)]
    found += [part for clause in row.acts for part in features.clause(clause)]
    found += features.together(features.names(row.words, row.hits), end)
    found += features.place(index, count, min(len(text) // 20, 8), end)
    return found, len(row.words)


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
        chances = reader.second(odds[k], features.context(levels, k))
        acts = reader.acts(chances)
        third = mentions.mentions(text, row.words, places(text, language), start, language, own)
        marks = traits.traits(row.words, row.hits, row.acts, text, k, count)
        found.append(Sentence(start, end, text, language, acts, third, topics.topic(row.words), marks, None, round(chances[_FAVOUR], 3)))
    return tuple(found)
