"""Train the act reader on corpus/ and write language/compiled/acts-LL.bin and docs/model-card.md (`make train`)."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from acts_model import ROOT, Array, Letter, Stack, fit_first, letters, observed, outputs, stack

from entregent.language.grammar import table, weights
from entregent.model.speech import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPILED = ROOT / "src/entregent/language/compiled"


def export(language: str, words: dict[str, int], first: tuple[Array, Array], second: Stack, parts: dict[str, float], smallest: float = 0.04) -> int:
    """Quantise to steps of one byte, drop what is small, write the table; bytes written."""
    w, bias = first
    rows: dict[str, Array] = {}
    for feature, column in words.items():
        rows[feature] = w[column] * parts.get(feature.split(":", 1)[0], 1.0)
    largest = max(float(np.quantile(np.abs(w), 0.99999)), float(np.abs(second.weights).max()))
    unit = largest / 127
    records = {}
    for feature, row in list(rows.items()) + [(f, second.weights[k]) for f, k in second.words.items()]:
        kept = np.where(np.abs(row) >= smallest, np.clip(np.round(row / unit), -127, 127), 0).astype(int)
        if kept.any():
            records[feature] = weights.record((k, int(v)) for k, v in enumerate(kept))
    head: dict[str, Any] = {
        "labels": [*LABELS, "favour"], "unit": unit, "bias": _short(bias), "levels": [second.levels], "slope": _short(second.slope),
        "second": _short(second.bias), "platt": [_short(p) for p in second.platt], "thresholds": _short(second.thresholds),
    }  # fmt: skip
    path = COMPILED / f"acts-{language}.bin"
    while True:
        try:
            table.write(path, head, records)
        except table.Clash as clash:
            del records[eval(str(clash).split(" and ")[0])]
        else:
            return path.stat().st_size


def _short(values: Any) -> list[float]:
    return [round(float(v), 4) for v in values]


def train(language: str, corpus: Sequence[Letter]) -> None:
    """One language: out-of-fold scores by author, second pass, final first pass, export."""
    rows, scales, authors = observed(corpus)
    y = outputs(corpus)
    held = np.zeros_like(y)
    for author in sorted(set(authors)):
        inside = np.array([a != author for a in authors])
        scorer = fit_first(rows, scales, authors, y, inside)
        held[~inside] = scorer.score(rows, scales, ~inside)
        print(language, "left out", author, len(scorer.words), flush=True)
    second = stack(corpus, held, y)
    whole = fit_first(rows, scales, authors, y, np.ones(len(rows), bool))
    size = export(language, whole.words, (whole.weights, whole.bias), second, whole.parts)
    print(language, "written", size, "bytes")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=["en", "fr"], action="append")
    for language in parser.parse_args().language or ["en", "fr"]:
        train(language, letters(language))
    return 0


if __name__ == "__main__":
    sys.exit(main())
