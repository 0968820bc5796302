"""What the model sees of a sentence: strings, each of which has a row of weights.

Two passes. The first sees the sentence alone, the second the first's scores of this sentence and of its neighbours. The letter before the
colon is the kind; kinds w c l b t belong to one language, the others (classes, frames, clauses, symbols) are shared by both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from entregent.language.grammar.clauses import clauses
from entregent.language.grammar.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.clauses import Clause
    from entregent.language.grammar.lexicon import Lexeme
    from entregent.language.grammar.phrases import Hit

PARTS = {"c": 0.35, "xx": 0.6, "g": 0.6}
"""How much a kind of feature counts in training, by its letters; 1 where it is not named."""
_QUIET = frozenset({"act", "come", "see", "weather", "attempt", "TIME", "NUMBER", "outcome", "GIVEN"})


@lru_cache(maxsize=50_000)
def word(form: str) -> tuple[str, ...]:
    """A form and its parts of 3 and 4 letters."""
    padded = f"_{form}_"
    return (f"w:{form}", *(f"c:{padded[k : k + n]}" for n in (3, 4) for k in range(len(padded) - n + 1)))


def lexical(lexeme: Lexeme) -> tuple[str, ...]:
    """What can be said of a word alone."""
    found = list(word(lexeme.form))
    if lexeme.lemma != lexeme.form:
        found.append(f"l:{lexeme.lemma}")
    found += [f"k:{name}" for name in lexeme.classes]
    if lexeme.analyses and lexeme.classes:
        found.append(f"m:{lexeme.symbol}")
    return tuple(found)


def sequence(forms: Sequence[str]) -> list[str]:
    """Neighbouring words: pairs and triples."""
    found = [f"b:{a} {b}" for a, b in zip(forms, forms[1:], strict=False)]
    found += [f"t:{a} {b} {c}" for a, b, c in zip(forms, forms[1:], forms[2:], strict=False)]
    return found


def symbols(words: Sequence[Lexeme], hits: Sequence[Hit]) -> list[str]:
    """Runs of two and three symbols; a phrase stands as its class."""
    row = ["^"]
    covered = {hit.start: hit for hit in hits if not hit.name.startswith("frame:")}
    at = 0
    while at < len(words):
        hit = covered.get(at)
        row.append(hit.name if hit else words[at].symbol)
        at = hit.end if hit else at + 1
    row.append("$")
    found = [f"g:{a} {b}" for a, b in zip(row, row[1:], strict=False)]
    found += [f"g:{a} {b} {c}" for a, b, c in zip(row, row[1:], row[2:], strict=False)]
    return found


def acting(found: Sequence[Clause]) -> list[str]:
    """Who does what to whom."""
    out: list[str] = []
    for c in found:
        no = "-" if c.negated else "+"
        out.append(f"cs:{c.subject}.{c.mood}{no}")
        if c.question:
            out.append(f"cs:{c.subject}.{c.mood}?")
        for name in c.classes:
            out += (f"cl:{c.subject}.{c.mood}{no}.{name}", f"cl:{c.subject}.{name}", f"cl:{c.mood}{no}.{name}")
            out += [f"co:{name}>{o}" for o in c.objects] + [f"co:{c.subject}.{name}>{o}" for o in c.objects]
            out += [f"cn:{name}>{t}" for t in c.things] + [f"cn:{c.subject}.{name}>{t}" for t in c.things]
        out += [f"cn:{c.subject}.{c.mood}>{t}" for t in c.things]
    return out


def together(words: Sequence[Lexeme], hits: Sequence[Hit], end: str) -> list[str]:
    """Classes and frames of the sentence, and pairs of them."""
    names = {hit.name for hit in hits}
    out = [f"k:{name}" for name in names]
    for w in words:
        names.update(w.classes[:2])
    told = sorted(name for name in names if name not in _QUIET and (name[0].islower() or name in ("YOU", "ONE", "MY", "SHE", "IF", "HASTE", "AGAIN", "EVER")))
    out += [f"xx:{a}+{b}" for k, a in enumerate(told) for b in told[k + 1 :]]
    out += [f"e:{end}{name}" for name in told]
    return out


def place(index: int, count: int, text: str) -> list[str]:
    """Where the sentence stands in its message, and how long it is."""
    where = "first" if index == 0 else "second" if index == 1 else "last" if index == count - 1 else "late" if index == count - 2 else "mid"
    return [f"p:{where}", f"p:len{min(len(text) // 20, 8)}", f"p:{where}:{'short' if len(text) < 40 else 'long'}"]


def observe(words: Sequence[Lexeme], hits: Sequence[Hit], acts: Sequence[Clause], text: str, index: int, count: int) -> list[str]:
    """Everything the first pass sees but `lexical`, which is kept by word."""
    forms = ["<s>", *(w.form for w in words), "</s>"]
    stop = text.rstrip()[-1:]
    end = "?" if stop == "?" else "!" if stop == "!" else "."
    return [*sequence(forms), *symbols(words, hits), *acting(acts), *together(words, hits, end), *place(index, count, text), f"p:{end}"]


def context(scores: Sequence[dict[int, int]], index: int) -> list[str]:
    """What the first pass says of this sentence and around it. `scores`: for each sentence the level (1, 2, 3) of each label that is not unlikely."""
    found = [f"o:{label}:{level}" for label, top in scores[index].items() for level in range(1, top + 1)]
    own = sorted(label for label, level in scores[index].items() if level > 1)
    found += [f"oo:{a}:{b}" for k, a in enumerate(own) for b in own[k + 1 :]]
    if index:
        found += [f"q:{label}:{level}" for label, top in scores[index - 1].items() for level in range(2, top + 1)]
    if index + 1 < len(scores):
        found += [f"r:{label}:{level}" for label, top in scores[index + 1].items() for level in range(2, top + 1)]
    found += [f"x:{label}" for label in sorted({label for before in scores[:index] for label, level in before.items() if level > 1})]
    found += [f"y:{label}" for label in sorted({label for after in scores[index + 1 :] for label, level in after.items() if level > 1})]
    return found


LEVELS = (0.12, 0.35, 0.65)
"""From which probability of the first pass a label counts as level 1, 2, 3."""
__all__ = ["LEVELS", "PARTS", "acting", "clauses", "context", "lexical", "observe", "phrases", "place", "sequence", "symbols", "together", "word"]
