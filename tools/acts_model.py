"""The arithmetic of training: corpus in, weights out. scikit-learn's place is taken by one L-BFGS over all labels at once.

Minimised for each label k: sum_i log(1 + exp(-y_ik (x_i . w_k + b_k))) + decay / 2 |w_k|^2, y in {-1, 1}.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from entregent.language.grammar import features
from entregent.language.reader import observe
from entregent.model.speech import FAVOURS, LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of the corpus: `author` is "en-a", labels stand beside their sentences."""

    author: str
    language: str
    sentences: tuple[str, ...]
    labels: tuple[frozenset[str], ...]


def letters(language: str = "", folder: Path = CORPUS) -> list[Letter]:
    """The corpus in order of author and message, of one language or of all."""
    found = []
    for path in sorted(folder.glob(f"train-{language or '*'}-*.jsonl")):
        author = path.stem.removeprefix("train-")
        for line in path.read_text(encoding="utf-8").splitlines():
            message = json.loads(line)
            parts = message["sentences"]
            texts, marks = tuple(s["text"] for s in parts), tuple(frozenset(s["labels"]) for s in parts)
            found.append(Letter(author, message["lang"], texts, marks))
    return found


def truth(corpus: Sequence[Letter]) -> Array:
    """Sentences x labels, 0 or 1."""
    return np.array([[label in marks for label in LABELS] for letter in corpus for marks in letter.labels], dtype=np.float32)


def vocabulary(rows: Sequence[Iterable[str]], authors: Sequence[str], least: int = 2) -> dict[str, int]:
    """Features that at least `least` authors use: what one author alone says does not carry over."""
    who: defaultdict[str, set[str]] = defaultdict(set)
    for row, author in zip(rows, authors, strict=True):
        for feature in row:
            if len(who[feature]) < least:
                who[feature].add(author)
    return {feature: k for k, feature in enumerate(sorted(f for f, seen in who.items() if len(seen) >= least))}


def matrix(rows: Sequence[Iterable[str]], words: dict[str, int], scales: Sequence[float], parts: dict[str, float]) -> sp.csr_matrix:
    """Counts of features, times the part that their kind plays, times the scale of the sentence."""
    indices: list[int] = []
    values: list[float] = []
    ends = [0]
    for row, scale in zip(rows, scales, strict=True):
        for feature, count in Counter(row).items():
            column = words.get(feature)
            if column is not None:
                indices.append(column)
                values.append(count * scale * parts.get(feature.split(":", 1)[0], 1.0))
        ends.append(len(indices))
    return sp.csr_matrix((np.array(values, np.float32), np.array(indices, np.int32), np.array(ends)), shape=(len(rows), len(words)))


def fit(x: Any, y: Array, decay: float, rounds: int = 40, weight: Array | None = None) -> tuple[Array, Array]:
    """Weights (features x labels) and biases."""
    features, labels = x.shape[1], y.shape[1]
    back = x.T.tocsr() if sp.issparse(x) else np.ascontiguousarray(x.T)
    share = np.clip(y.mean(axis=0), 1e-4, 0.5)
    start = np.zeros((features + 1, labels), np.float32)
    start[-1] = np.log(share / (1 - share))

    def loss(flat: Array) -> tuple[float, Array]:
        w = flat.reshape(features + 1, labels).astype(np.float32)
        z = np.asarray(x @ w[:-1]) + w[-1]
        each = np.logaddexp(0, z) - y * z
        p = 1 / (1 + np.exp(-z)) - y
        if weight is not None:
            each, p = each * weight[:, None], p * weight[:, None]
        slope = np.vstack([np.asarray(back @ p) + decay * w[:-1], p.sum(axis=0)])
        return float(each.sum() + decay / 2 * (w[:-1] ** 2).sum()), slope.ravel().astype(np.float64)

    best = minimize(loss, start.ravel().astype(np.float64), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8})
    w = best.x.reshape(features + 1, labels)
    return w[:-1], w[-1]


def outputs(corpus: Sequence[Letter]) -> Array:
    """truth() and a last column: any favour."""
    y = truth(corpus)
    favour = y[:, [LABELS.index(label) for label in FAVOURS]].max(axis=1, keepdims=True)
    return np.hstack([y, favour])


def observed(corpus: Sequence[Letter]) -> tuple[list[list[str]], list[float], list[str]]:
    """Features, scale and author of every sentence."""
    rows, scales, authors = [], [], []
    for letter in corpus:
        for index, text in enumerate(letter.sentences):
            found, count = observe(text, letter.language, index, len(letter.sentences))
            rows.append(found)
            scales.append(1 / (count + 4) ** 0.5)
            authors.append(letter.author)
    return rows, scales, authors


def folds(authors: Sequence[str], count: int = 5) -> list[set[str]]:
    """Authors dealt out over `count` folds, each language in turn, so that every fold holds some of both."""
    dealt: list[set[str]] = [set() for _ in range(count)]
    for language in ("en", "fr"):
        for k, author in enumerate(sorted({a for a in authors if a.startswith(language)})):
            dealt[(k if language == "en" else count - 1 - k) % count].add(author)
    return dealt


DECAY = 1.0
WORK, PLAIN = 1.3, 1.0


def emphasis(y: Array, messages: Array) -> Array:
    """How much each sentence counts. The corpus is denser in favours than life, where nearly every request is one of work: what asks for work
    counts WORK times, and what stands in a message without any favour PLAIN times. More than this costs more favours heard than it saves false
    alarms, which the judges of a draft can avoid by what they know besides."""
    work, favour = y[:, LABELS.index("ask:work")] > 0, y[:, -1] > 0
    asked = np.bincount(messages, weights=favour) > 0
    return np.where(work & ~favour, WORK, np.where(~asked[messages], PLAIN, 1.0)).astype(np.float32)


def message_numbers(corpus: Sequence[Letter]) -> Array:
    """For each sentence the number of its message."""
    return np.repeat(np.arange(len(corpus)), [len(letter.sentences) for letter in corpus])


@dataclass(frozen=True, slots=True)
class First:
    """A fitted first pass."""

    words: dict[str, int]
    weights: Array
    bias: Array
    parts: dict[str, float]

    def score(self, rows: Sequence[list[str]], scales: Sequence[float], which: Array) -> Array:
        """Log-odds of the chosen sentences."""
        chosen = np.flatnonzero(which).tolist()
        x = matrix([rows[k] for k in chosen], self.words, [scales[k] for k in chosen], self.parts)
        return np.asarray(x @ self.weights + self.bias)


def fit_first(rows: Sequence[list[str]], scales: Sequence[float], authors: Sequence[str], y: Array, inside: Array, weight: Array) -> First:
    """The first pass from the sentences marked `inside`, each counting as `weight` says."""
    chosen = np.flatnonzero(inside).tolist()
    picked = [rows[k] for k in chosen]
    words = vocabulary(picked, [authors[k] for k in chosen])
    x = matrix(picked, words, [scales[k] for k in chosen], features.PARTS)
    return First(words, *fit(x, y[chosen], DECAY, weight=weight[chosen]), features.PARTS)


@dataclass(frozen=True, slots=True)
class Stack:
    """A fitted second pass: slope of the first pass's log-odds, weights of the context, calibration, thresholds."""

    words: dict[str, int]
    weights: Array
    bias: Array
    slope: Array
    thresholds: Array
    levels: list[float]


def surroundings(corpus: Sequence[Letter], odds: Array, levels: Sequence[float]) -> list[list[str]]:
    """Context features of every sentence from first-pass log-odds."""
    found, at = [], 0
    for letter in corpus:
        part = odds[at : at + len(letter.sentences)]
        marks = [{int(k): 3 if z[k] >= levels[2] else 2 if z[k] >= levels[1] else 1 for k in np.flatnonzero(z >= levels[0])} for z in part]
        found += [features.context(marks, k) for k in range(len(marks))]
        at += len(marks)
    return found


def best_threshold(chance: Array, wanted: Array) -> float:
    """The threshold of the best F1, drawn a third of the way towards 0.4: the optimum of a rare label is noisy."""
    order = np.argsort(-chance)
    hits = np.cumsum(wanted[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + max(1.0, wanted.sum()))
    return float(chance[order[int(f1.argmax())]] * 2 / 3 + 0.4 / 3)


def stack(corpus: Sequence[Letter], odds: Array, y: Array, inside: Array | None = None, decay: float = 10.0) -> Stack:
    """Fit the second pass on out-of-author scores of the first, of the sentences marked `inside`."""
    levels = [float(np.log(p / (1 - p))) for p in features.LEVELS]
    rows = surroundings(corpus, odds, levels)
    chosen = list(range(len(rows))) if inside is None else np.flatnonzero(inside).tolist()
    words = {f: k for k, f in enumerate(sorted(f for f, n in Counter(f for k in chosen for f in rows[k]).items() if n >= 8))}
    x = matrix([rows[k] for k in chosen], words, [1.0] * len(chosen), {})
    z = odds[chosen]
    weight = emphasis(y, message_numbers(corpus))[chosen]
    w, bias, slope = fit_context(x, z, y[chosen], decay, weight)
    final = z * slope + np.asarray(x @ w) + bias
    chance = 1 / (1 + np.exp(-final))
    limits = np.array([best_threshold(chance[:, k], y[chosen, k]) for k in range(y.shape[1])])
    return Stack(words, w, bias, slope, limits, levels)


def fit_context(x: Any, z: Array, y: Array, decay: float, weight: Array) -> tuple[Array, Array, Array]:
    """Weights of the context, biases, and a slope for each label's own log-odds (drawn towards 1)."""
    features_, labels = x.shape[1], y.shape[1]
    back = x.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        w = flat.reshape(features_ + 2, labels)
        score = np.asarray(x @ w[:-2]) + w[-2] + z * w[-1]
        p = (1 / (1 + np.exp(-score)) - y) * weight[:, None]
        slope = np.vstack([np.asarray(back @ p) + decay * w[:-2], p.sum(axis=0), (z * p).sum(axis=0) + decay * (w[-1] - 1)])
        value = ((np.logaddexp(0, score) - y * score) * weight[:, None]).sum() + decay / 2 * ((w[:-2] ** 2).sum() + ((w[-1] - 1) ** 2).sum())
        return float(value), slope.ravel()

    start = np.zeros((features_ + 2, labels))
    start[-1] = 1.0
    best = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 80, "maxcor": 8})
    w = best.x.reshape(features_ + 2, labels)
    return w[:-2], w[-2], w[-1]


def chances(corpus: Sequence[Letter], odds: Array, second: Stack) -> Array:
    """Final probabilities of every sentence."""
    x = matrix(surroundings(corpus, odds, second.levels), second.words, [1.0] * len(odds), {})
    final = odds * second.slope + np.asarray(x @ second.weights) + second.bias
    return np.asarray(1 / (1 + np.exp(-final)))
