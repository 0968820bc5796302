"""What the model sees of a sentence: strings, each of which has a row of weights.

Two passes. The first sees the sentence alone, the second the first's scores of this sentence and of its neighbours. The letters before the
colon are the kind; kinds w c l b t belong to one language, the others (classes, frames, clauses, symbols) are shared by both. Each function
below gives what can be said of one small thing (a word, a pair, a clause), so that the reader can keep its sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from entregent.language.grammar.clauses import Clause
    from entregent.language.grammar.lexicon import Lexeme
    from entregent.language.grammar.phrases import Hit

PARTS = {"w": 1.3, "l": 1.3, "c": 0.3, "b": 2.0, "t": 2.0, "g": 0.6, "xx": 0.6, "k": 1.2, "cl": 1.2, "co": 1.2, "cn": 1.2}
"""How much a kind of feature counts in training, by its letters; 1 where it is not named."""
LEVELS = (0.12, 0.35, 0.65)
"""From which probability of the first pass a label counts as level 1, 2, 3."""
_QUIET = frozenset({"act", "come", "see", "weather", "attempt", "TIME", "NUMBER", "outcome", "GIVEN"})
_LOUD = frozenset({"YOU", "ONE", "MY", "SHE", "IF", "HASTE", "AGAIN", "EVER", "THEY", "ME", "PLEASE"})


def word(lexeme: Lexeme) -> list[str]:
    """A word alone: form, parts of 3 and 4 letters, lemma, classes."""
    padded = f"_{lexeme.form}_"
    found = [f"w:{lexeme.form}", *(f"c:{padded[k : k + n]}" for n in (3, 4) for k in range(len(padded) - n + 1))]
    if lexeme.lemma != lexeme.form:
        found.append(f"l:{lexeme.lemma}")
    found += [f"k:{name}" for name in lexeme.classes]
    if lexeme.analyses and lexeme.classes:
        found.append(f"m:{lexeme.symbol}")
    return found


def pair(a: Lexeme, b: Lexeme) -> str:
    """Two neighbouring forms."""
    return f"b:{a.form} {b.form}"


def triple(a: Lexeme, b: Lexeme, c: Lexeme) -> str:
    """Three neighbouring forms. The compiled weights hold a triple only where they hold both its pairs."""
    return f"t:{a.form} {b.form} {c.form}"


def symbols(*row: Lexeme) -> str:
    """Two or three neighbours by their symbols."""
    return "g:" + " ".join([lexeme.symbol for lexeme in row])


def clause(c: Clause) -> list[str]:
    """Who does what to whom."""
    no = "-" if c.negated else "+"
    out = [f"cs:{c.subject}.{c.mood}{no}"]
    if c.question:
        out.append(f"cs:{c.subject}.{c.mood}?")
    for name in c.classes:
        out += (f"cl:{c.subject}.{c.mood}{no}.{name}", f"cl:{c.subject}.{name}", f"cl:{c.mood}{no}.{name}")
        for o in c.objects:
            out += (f"co:{name}>{o}", f"co:{c.subject}.{name}>{o}")
        for t in c.things:
            out += (f"cn:{name}>{t}", f"cn:{c.subject}.{name}>{t}")
    out += [f"cn:{c.subject}.{c.mood}>{t}" for t in c.things]
    return out


def phrase(hit: Hit, words: Sequence[Lexeme]) -> list[str]:
    """A phrase: its class, and what stands before and after it."""
    before = words[hit.start - 1].symbol if hit.start else "^"
    after = words[hit.end].symbol if hit.end < len(words) else "$"
    return [f"k:{hit.name}", f"g:{before} <{hit.name}>", f"g:<{hit.name}> {after}"]


def names(words: Iterable[Lexeme], hits: Iterable[Hit]) -> tuple[str, ...]:
    """The classes and frames of a sentence that are told together, sorted."""
    found = {hit.name for hit in hits}
    for w in words:
        found.update(w.classes[:2])
    return tuple(sorted(name for name in found if name in _LOUD or (name[0].islower() and name not in _QUIET)))


def together(told: Sequence[str], end: str) -> list[str]:
    """Pairs of classes and frames, and each with the mark at the end."""
    return [f"xx:{a}+{b}" for k, a in enumerate(told) for b in told[k + 1 :]] + [f"e:{end}{name}" for name in told]


def ending(text: str) -> str:
    """The mark at the end: ?, ! or ."""
    stop = text.rstrip()[-1:]
    return stop if stop in ("?", "!") else "."


def place(index: int, count: int, length: int, end: str) -> list[str]:
    """Where the sentence stands in its message, how long it is (in steps of 20 characters, at most 8), how it ends."""
    where = "first" if index == 0 else "second" if index == 1 else "last" if index == count - 1 else "late" if index == count - 2 else "mid"
    return [f"p:{where}", f"p:len{length}", f"p:{where}:{'short' if length < 2 else 'long'}", f"p:{end}", f"p:{where}{end}"]


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
