"""The model card of the act reader, written by the training command from what it measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from tools.acts_model import DECAY, PLAIN, ROOT, WORK, Array, Letter
from tools.evaluate_acts import ASIDE, HARD, Reading, f1, macro, unseen

from entregent.language.grammar.features import PARTS
from entregent.model.speech import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

CARD = ROOT / "docs/model-card.md"

_HEAD = """# Model card: the act reader

Written by `make train`; do not edit by hand.

**What it does.** Gives each sentence of a message written by a person the labels of [acts.md](acts.md), with probabilities. English and French,
offline,
without any library beyond Python's own. It decides nothing by itself: rules do, from its labels, the grammar of the sentence and the record.

**How.** Grammar first (`language/grammar`, `language/lexicon`): tokens, inflection, phrases and frames, clauses (who does what to whom, in which
mood). Then a
logistic regression for each label over words, pairs and triples of words, parts of words, lexicon classes, runs of class symbols, clauses, pairs
of classes, place and
length. Classes, frames, clauses and symbols have the same names in both languages and are trained on both at once. A second pass adds what the
first heard in this
sentence, its neighbours and the rest of the message. Both passes are fitted by L-BFGS, quantised to bytes and read from memory-mapped tables.
A request of work is heard instead of a favour where it is the likelier of the two.

**Deterministic.** The same corpus gives the same files: no random numbers are drawn.
"""
_WEAK = """## Known weaknesses

- One reader labelled each file, and authors differ in habits (a standalone "no worries if not", marks beside hints): some of the disagreement is
in the labels.
- Messages of the corpus are denser in favours than life. Requests of work and messages without favours weigh more in training ({work:g} and
{plain:g} times), and the
  probabilities are calibrated to that mixture, not to anybody's mailbox. On business mail of other times and trades most false favours are
  requests among
  colleagues ("take a look at my review"): rules must weigh roles and record.
- What is only hinted, without any word of asking ("your name came up when the partners asked"), is mostly missed; what the ask is for (job,
reference, favour) is
  weaker than that something is asked.
- Not read: irony without a cue, languages other than English and French, text in capitals only, speech transcripts.
"""


def card(corpus: Sequence[Letter], held: Array, parts: Sequence[set[str]], sizes: Sequence[str]) -> str:
    """The page. `held`: first-pass scores by models that saw neither the sentence's author nor, in the second pass, their fold."""
    reading = unseen(corpus, held, parts)
    return "\n".join(
        [
            _HEAD,
            *_data(corpus),
            *_figures(reading),
            *_calibration(reading),
            *_labels(reading),
            *_settings(sizes),
            _WEAK.format(work=WORK, plain=PLAIN),
        ]
    )


def _data(corpus: Sequence[Letter]) -> list[str]:
    rows = [
        "## Data",
        "",
        "`corpus/`, written for this project, one author a file; nothing else.",
        "",
        "| language | authors | messages | sentences | without a label |",
        "|---|---|---|---|---|",
    ]
    for language in ("en", "fr"):
        mine = [letter for letter in corpus if letter.language == language]
        marks = [m for letter in mine for m in letter.labels]
        rows.append(f"| {language} | {len({letter.author for letter in mine})} | {len(mine)} | {len(marks)} | {sum(not m for m in marks)} |")
    return [*rows, ""]


def _figures(reading: Reading) -> list[str]:
    rows = [
        "## Figures",
        "",
        "Cross-validation by author, five folds: nobody is read by a model that saw them, thresholds included. `macro`: mean F1 over all",
        "labels; `favour`: F1 of any favour against none. Hard: authors who mostly hint. Authors marked * were left aside while features and",
        "settings were chosen.",
        "",
        "| who | favour | macro |", "|---|---|---|",
    ]  # fmt: skip
    for language in ("en", "fr"):
        spoken = np.char.startswith(reading.authors, language)
        for name, which in (("hard", np.isin(reading.authors, list(HARD))), ("plain and mixed", ~np.isin(reading.authors, list(HARD)))):
            mean, favour = macro(reading, which & spoken)
            rows.append(f"| **{language}, {name}** | **{favour:.3f}** | **{mean:.3f}** |")
        for author in sorted(set(reading.authors[spoken])):
            mean, favour = macro(reading, reading.authors == author)
            rows.append(f"| {author}{'*' if author in ASIDE else ''} | {favour:.3f} | {mean:.3f} |")
    return [*rows, ""]


def _calibration(reading: Reading) -> list[str]:
    rows = ["Any favour, probability against share (unweighted):", "", "| said | sentences | were |", "|---|---|---|"]
    chance, truth = reading.chance[:, -1], reading.truth[:, -1]
    for low in np.arange(0, 1, 0.2):
        mine = (chance >= low) & (chance < low + 0.2 + (low > 0.7))
        rows.append(f"| {low:.1f} to {low + 0.2:.1f} | {int(mine.sum())} | {truth[mine].mean():.2f} |")
    return [*rows, ""]


def _labels(reading: Reading) -> list[str]:
    rows = ["| label | en precision | en recall | en F1 | fr precision | fr recall | fr F1 |", "|---|---|---|---|---|---|---|"]
    for k, label in enumerate(LABELS):
        cells = []
        for language in ("en", "fr"):
            mine = np.char.startswith(reading.authors, language)
            t, h = reading.truth[mine, k], reading.heard[mine, k]
            both = (t & h).sum()
            cells += [f"{both / max(1, h.sum()):.2f}", f"{both / max(1, t.sum()):.2f}", f"{f1(t, h):.2f}"]
        rows.append(f"| {label} | {' | '.join(cells)} |")
    return [*rows, ""]


def _settings(sizes: Sequence[str]) -> list[str]:
    parts = ", ".join(f"{kind} {part:g}" for kind, part in PARTS.items())
    return ["## Settings", "", f"Decay {DECAY:g}; features of two authors or more; parts by kind: {parts}. {'; '.join(sizes)}.", ""]
