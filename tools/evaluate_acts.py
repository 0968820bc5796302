"""Measure the act reader leave-one-author-out: `python tools/evaluate_acts.py [--language en] [--final] [--labels]`.

Each author is read by a model that never saw them, thresholds included. The authors set aside (en-g, fr-h) are left out of everything unless
`--final` is given: then they alone are scored, by a model of all the others. Printed: F1 of "any favour against none" and macro-F1 over
all labels, for plain and mixed authors together, and for hard ones.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


from tools.acts_model import Array, Letter, chances, emphasis, fit_first, letters, message_numbers, observed, outputs, stack

from entregent.model.speech import FAVOURS, LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

ASIDE = {"en-g", "fr-h"}
HARD = {"en-a", "en-b", "fr-a", "fr-b", "fr-c"}
_FAVOUR = [LABELS.index(label) for label in FAVOURS]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was said (`truth`) and what was heard, sentences x outputs (LABELS and "favour"), with the author of each sentence."""

    authors: Array
    truth: Array
    heard: Array
    chance: Array
    held: Array

    def only(self, which: Array) -> Reading:
        """The chosen sentences."""
        return Reading(self.authors[which], self.truth[which], self.heard[which], self.chance[which], self.held[which])


def decide(chance: Array, limits: Array) -> Array:
    """Labels above their thresholds, as `reader.Model.acts` decides, and any favour."""
    heard = chance >= limits
    lonely = heard[:, -1] & ~heard[:, _FAVOUR].any(axis=1)
    best = np.array(_FAVOUR)[chance[:, _FAVOUR].argmax(axis=1)]
    heard[np.flatnonzero(lonely), best[lonely]] = True
    heard[:, _FAVOUR] &= (chance[:, LABELS.index("ask:work")] <= chance[:, -1])[:, None]
    heard[:, -1] = heard[:, _FAVOUR].any(axis=1)
    return heard


def leave_out(corpus: Sequence[Letter], tested: Sequence[str], final: bool = False) -> Reading:
    """Each of `tested` read by a model of all the other authors, of both languages; with `final`, by one that saw none of them.

    The second pass needs first-pass scores of the others that did not see the sentences they score: those come from models that may have seen
    the tested author, which costs the measure next to nothing and saves one fit an author and pair.
    """
    rows, scales, names = observed(corpus)
    authors, y = np.array(names), outputs(corpus)
    weight = emphasis(y, message_numbers(corpus))
    held, heard, chance = np.zeros_like(y), np.zeros(y.shape, bool), np.zeros_like(y)
    outside = np.isin(authors, list(tested)) if final else np.zeros(len(authors), bool)
    for author in sorted(set(names)):
        mine = authors == author
        held[mine] = fit_first(rows, scales, names, y, ~mine & ~outside, weight).score(rows, scales, mine)
        print(author, end=" ", file=sys.stderr, flush=True)
    for author in tested:
        mine = authors == author
        seconds = stack(corpus, held, y, ~mine & ~outside & (np.char.startswith(authors, author[:2])))
        chance[mine] = chances(corpus, held, seconds)[mine]
        heard[mine] = decide(chance[mine], seconds.thresholds)
    return Reading(authors, y > 0, heard, chance, held)


def f1(truth: Array, heard: Array) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return float(2 * (truth & heard).sum() / max(1, truth.sum() + heard.sum()))


def macro(reading: Reading, which: Array) -> tuple[float, float]:
    """(macro-F1 over labels, F1 of any favour) over the chosen sentences; labels that nobody used are left out."""
    t, h = reading.truth[which], reading.heard[which]
    return float(np.mean([f1(t[:, k], h[:, k]) for k in range(len(LABELS)) if t[:, k].any()])), f1(t[:, -1], h[:, -1])


def show(reading: Reading, each: bool) -> None:
    """Print the table."""
    groups = {"hard": np.isin(reading.authors, list(HARD)), "plain and mixed": ~np.isin(reading.authors, list(HARD))}
    for author in sorted(set(reading.authors)):
        mean, favour = macro(reading, reading.authors == author)
        if reading.truth[reading.authors == author].any() and reading.chance[reading.authors == author].any():
            print(f"{author:16} any favour {favour:.3f}  macro {mean:.3f}")
    for name, which in groups.items():
        if which.any() and reading.chance[which].any():
            mean, favour = macro(reading, which & reading.chance.any(axis=1))
            print(f"{name:16} any favour {favour:.3f}  macro {mean:.3f}")
    if each:
        for name, which in groups.items():
            t, h = reading.truth[which], reading.heard[which]
            print(name, " ".join(f"{label} {f1(t[:, k], h[:, k]):.2f}" for k, label in enumerate(LABELS)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=["en", "fr"], action="append")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--labels", action="store_true")
    options = parser.parse_args()
    corpus = letters()
    if not options.final:
        corpus = [letter for letter in corpus if letter.author not in ASIDE]
    authors = sorted(ASIDE) if options.final else sorted({a.author for a in corpus})
    tested = [a for a in authors if not options.language or a[:2] in options.language]
    reading = leave_out(corpus, tested, options.final)
    for language in options.language or ["en", "fr"]:
        show(reading.only(np.char.startswith(reading.authors, language)), options.labels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
