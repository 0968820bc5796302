"""The act reader: sentences in, acts, mentions, topic and traits out. Offline, deterministic, no dependency."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

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

    __slots__ = ("_bias", "_kept", "_levels", "_second", "_slope", "_thresholds", "_weights")

    def __init__(self, language: str) -> None:
        self._weights = weights = Weights(_COMPILED / f"acts-{language}.bin")
        head = weights.head
        self._kept: dict[Hashable, Any] = {}
        self._bias: list[float] = head["bias"]
        self._levels: list[list[float]] = head["levels"]
        self._slope: list[float] = head["slope"]
        self._second: list[float] = head["second"]
        self._thresholds: list[float] = head["thresholds"]

    def first(self, row: Parsed, index: int, count: int) -> list[float]:
        """Log-odds of every output from the sentence alone."""
        kept, total = self._kept, self._rest(row, index, count)
        a, b, known = START, START, False
        for c in (*row.words, END):
            packed = kept.get(c.key)
            if packed is None:
                packed = self._keep(c.key, self._weights.total(features.word(c)) if c is not END else 0)
            total += packed
            key = f"{b.key} {c.key}"
            packed = kept.get(key)
            if packed is None:
                packed = self._keep(key, self._pair(b, c))
            forms, both = packed
            total += both
            if a is not b:
                key = f"g:{a.symbol} {b.symbol} {c.symbol}"
                packed = kept.get(key)
                total += self._keep(key, self._weights.fresh((key,))) if packed is None else packed
                if forms and known:
                    total += self._weights.total((features.triple(a, b, c),))
            a, b, known = b, c, forms
        scale = self._weights.unit / math.sqrt(len(row.words) + 4)
        return [b + scale * n for b, n in zip(self._bias, self._weights.unpack(total), strict=True)]

    def from_features(self, found: Sequence[str], count: int) -> list[float]:
        """The same from the features of `observe` and the number of tokens."""
        scale = self._weights.unit / math.sqrt(count + 4)
        return [b + scale * n for b, n in zip(self._bias, self._weights.unpack(self._weights.fresh(found)), strict=True)]

    def _pair(self, a: Lexeme, b: Lexeme) -> tuple[bool, int]:
        """Whether the pair is known by its forms, and what it adds."""
        feature = features.pair(a, b)
        return self._weights.has(feature), self._weights.fresh((feature, features.symbols(a, b)))

    def _rest(self, row: Parsed, index: int, count: int) -> int:
        """What clauses, phrases, classes and place add."""
        kept, total, end = self._kept, 0, features.ending(row.text)
        for hit in row.hits:
            total += self._weights.total(features.phrase(hit, row.words))
        for clause in row.acts:
            packed = kept.get(clause.key)
            total += self._keep(clause.key, self._weights.total(features.clause(clause))) if packed is None else packed
        told = (end, features.names(row.words, row.hits))
        packed = kept.get(told)
        total += self._keep(told, self._weights.total(features.together(told[1], end))) if packed is None else packed
        at = (min(index, 2), min(count - index, 3), min(len(row.text) // 20, 8), end)
        packed = kept.get(at)
        total += self._keep(at, self._weights.total(features.place(index, count, at[2], end))) if packed is None else packed
        return int(total)

    def _keep(self, key: Hashable, packed: Any) -> Any:
        if len(self._kept) > _KEPT:
            self._kept.clear()
        self._kept[key] = packed
        return packed

    def levels(self, odds: Sequence[float]) -> dict[int, int]:
        """The labels that are not unlikely, with their level."""
        low, middle, high = self._levels[0]
        return {k: 3 if z >= high else 2 if z >= middle else 1 for k, z in enumerate(odds) if z >= low}

    def second(self, odds: Sequence[float], found: Sequence[str]) -> list[float]:
        """Probabilities once the neighbours are known; what is below e^-7 counts as 0."""
        unit, weights, exp = self._weights.unit, self._weights, math.exp
        steps = weights.unpack(weights.total(found))
        scores = [s * z + b + unit * n for z, s, b, n in zip(odds, self._slope, self._second, steps, strict=True)]
        return [1 / (1 + exp(-v)) if -7.0 < v < 30.0 else float(v > 0) for v in scores]

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
    found += [part for a, b in pairwise(padded) for part in (features.pair(a, b), features.symbols(a, b))]
    for a, b, c in zip(padded, padded[1:], padded[2:], strict=False):
        found += (features.triple(a, b, c), features.symbols(a, b, c))
    found += [part for hit in row.hits for part in features.phrase(hit, row.words)]
    found += [part for clause in row.acts for part in features.clause(clause)]
    found += features.together(features.names(row.words, row.hits), end)
    found += features.place(index, count, min(len(text) // 20, 8), end)
    return found, len(row.words)


def annotate(pieces: Sequence[tuple[int, int, str]], language: str, subject: str = "") -> tuple[Sentence, ...]:  # noqa: ARG001
    """One Sentence a piece (start, end, text), offsets in the body; `language` is "en" or "fr". `subject` is
    part of the door, but is not read: no corpus has subjects to learn from."""
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
