"""Train the act reader on corpus/ and write language/compiled/acts-LL.bin and docs/model-card.md (`make train`)."""

from __future__ import annotations

import argparse
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.acts_card import CARD, card
from tools.acts_model import ROOT, Array, First, Letter, Stack, emphasis, fit_first, folds, letters, message_numbers, observed, outputs, stack

from entregent.language.grammar import table, weights
from entregent.model.speech import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPILED = ROOT / "src/entregent/language/compiled"


def export(language: str, words: dict[str, int], first: tuple[Array, Array], second: Stack, parts: dict[str, float], smallest: float = 0.03) -> int:
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
    for feature in [f for f in records if f.startswith("t:")]:
        a, b, c = feature[2:].split(" ")
        if f"b:{a} {b}" not in records or f"b:{b} {c}" not in records:
            del records[feature]  # the reader looks a triple up only where it knows both pairs
    head: dict[str, Any] = {
        "labels": [*LABELS, "favour"], "unit": unit, "bias": _short(bias), "levels": [second.levels], "slope": _short(second.slope),
        "second": _short(second.bias), "thresholds": _short(second.thresholds),
    }  # fmt: skip
    path = COMPILED / f"acts-{language}.bin"
    while True:
        try:
            table.write(path, head, records)
        except table.Clash as clash:
            del records[clash.key]
        else:
            return int(path.stat().st_size)


def _short(values: Any) -> list[float]:
    return [round(float(v), 4) for v in values]


def train(corpus: Sequence[Letter], keep: Path | None = None) -> list[str]:
    """Out-of-fold scores by author, a second pass a language, the final first pass, export; lines for the card."""
    rows, scales, names = observed(corpus)
    authors, y = np.array(names), outputs(corpus)
    weight = emphasis(y, message_numbers(corpus))
    held = np.zeros_like(y)
    for fold in folds(names):
        mine = np.isin(authors, sorted(fold))
        held[mine] = fit_first(rows, scales, names, y, ~mine, weight).score(rows, scales, mine)
        print("left out", *sorted(fold), flush=True)
    whole = fit_first(rows, scales, names, y, np.ones(len(rows), bool), weight)
    if keep is not None:
        keep.write_bytes(pickle.dumps((corpus, held, whole)))
    return finish(corpus, held, whole)


def finish(corpus: Sequence[Letter], held: Array, whole: First) -> list[str]:
    """Second pass and export from what the first pass gave."""
    rows, _, names = observed(corpus)
    authors, y, told = np.array(names), outputs(corpus), []
    for language in ("en", "fr"):
        mine = np.char.startswith(authors, language)
        second = stack(corpus, held, y, mine)
        used = {feature for k in np.flatnonzero(mine) for feature in rows[k]}
        words = {feature: k for feature, k in whole.words.items() if feature in used}
        size = export(language, words, (whole.weights, whole.bias), second, whole.parts)
        told.append(f"{language}: {len(words)} features, {size / 1e6:.1f} MB")
        print(told[-1], flush=True)
    CARD.write_text(card(corpus, held, folds(names), told), encoding="utf-8")
    return told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="write the first pass there, for `--from`")
    parser.add_argument("--from", dest="kept", type=Path, help="fit and export the second pass alone")
    options = parser.parse_args()
    if options.kept:
        finish(*pickle.loads(options.kept.read_bytes()))
    else:
        train(letters(), options.keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
