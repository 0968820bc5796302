"""Measure the act reader by authors it never saw: `python tools/evaluate_acts.py [--leave-one-out] [--language en] [--final] [--labels]`.

By default in the five folds of the training, beside cues alone (`acts_cues.py`); the exit status is 1 where the reader is no better than those.
With --leave-one-out each author is read by a model of all the others. The authors set aside (en-g, fr-h) are then left out of everything unless
`--final` is given: then they alone are scored. Printed: F1 of "any favour against none" and macro-F1 over all labels, for plain and mixed
authors together, and for hard ones.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


from tools.acts_cues import cues
from tools.acts_model import Array, Letter, chances, emphasis, fit_first, folds, letters, message_numbers, observed, outputs, stack

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


def unseen(corpus: Sequence[Letter], held: Array, parts: Sequence[set[str]]) -> Reading:
    """Each fold of authors read by a second pass that never saw them; `held`: first-pass scores of the same kind."""
    y = outputs(corpus)
    authors = np.array([letter.author for letter in corpus for _ in letter.sentences])
    chance, heard = np.zeros_like(y), np.zeros(y.shape, bool)
    for fold in parts:
        for language in ("en", "fr"):
            spoken = np.char.startswith(authors, language)
            mine = np.isin(authors, sorted(fold)) & spoken
            if mine.any():
                second = stack(corpus, held, y, ~np.isin(authors, sorted(fold)) & spoken)
                chance[mine] = chances(corpus, held, second)[mine]
                heard[mine] = decide(chance[mine], second.thresholds)
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


def by_folds(corpus: Sequence[Letter]) -> Reading:
    """Every author read by a model of five that never saw them, thresholds included: the folds of the training."""
    rows, scales, names = observed(corpus)
    authors, y = np.array(names), outputs(corpus)
    weight = emphasis(y, message_numbers(corpus))
    parts, held = folds(names), np.zeros_like(y)
    for part in parts:
        mine = np.isin(authors, sorted(part))
        held[mine] = fit_first(rows, scales, names, y, ~mine, weight).score(rows, scales, mine)
        print("read", *sorted(part), file=sys.stderr, flush=True)
    return unseen(corpus, held, parts)


def by_cues(corpus: Sequence[Letter]) -> Array:
    """What cues alone hear, in the order of the sentences: sentences x outputs."""
    heard = []
    for letter in corpus:
        for index, text in enumerate(letter.sentences):
            found = cues(text, letter.language, index, len(letter.sentences))
            heard.append([label in found for label in LABELS] + [bool(found & set(FAVOURS))])
    return np.array(heard)


def beside_cues(reading: Reading, alone: Array) -> None:
    """Print the reader beside cues alone, in each language, hard authors apart."""
    print(f"{'':20}{'any favour':>12}{'cues alone':>12}{'macro-F1':>12}{'cues alone':>12}")
    hard = np.isin(reading.authors, list(HARD))
    for language in ("en", "fr"):
        spoken = np.char.startswith(reading.authors, language)
        for name, which in ((f"{language}, hard", spoken & hard), (f"{language}, plain and mixed", spoken & ~hard)):
            mean, favour = macro(reading, which)
            t, h = reading.truth[which], alone[which]
            plain = float(np.mean([f1(t[:, k], h[:, k]) for k in range(len(LABELS)) if t[:, k].any()]))
            print(f"{name:20}{favour:12.3f}{f1(t[:, -1], h[:, -1]):12.3f}{mean:12.3f}{plain:12.3f}")


def main() -> int:
    """Prints the tables; exit 1 where the reader is no better than cues alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leave-one-out", action="store_true", help="each author by a model of all the others: about half an hour")
    parser.add_argument("--language", choices=["en", "fr"], action="append")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--labels", action="store_true", help="F1 of each label")
    options = parser.parse_args()
    corpus = letters()
    if not (options.leave_one_out or options.final):
        reading = by_folds(corpus)
        for language in options.language or ["en", "fr"]:
            show(reading.only(np.char.startswith(reading.authors, language)), options.labels)
        alone = by_cues(corpus)
        beside_cues(reading, alone)
        whole = np.ones(len(reading.authors), bool)
        return 0 if macro(reading, whole)[1] > f1(reading.truth[:, -1], alone[:, -1]) else 1
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
