"""What a sentence is about: the lemmas that stay when grammar and the verbs of asking are taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.lexicon import Lexeme

_EMPTY = frozenset({
    "ask", "tell", "want", "hope", "wonder", "mind", "thank", "apologise", "help", "give", "know", "promise", "accept", "answer", "remind", "act",
    "come", "see",
    "feel", "attempt", "find", "offer", "good", "favour", "TIME", "question", "available", "busy", "bad",
})  # fmt: skip


def topic(words: Sequence[Lexeme]) -> tuple[str, ...]:
    """Content lemmas, sorted and unique. A word of one of the classes of asking counts only if it is also something else (a CV is passed on: "cv"
    stays)."""
    found = set()
    for word in words:
        if (len(word.form) < 3 and not word.classes) or not word.form[0].isalpha():
            continue
        classes = word.classes
        if classes and ((classes[0].isupper() and classes[0] != "GIVEN") or all(c in _EMPTY for c in classes)):
            continue
        found.add(word.lemma)
    return tuple(sorted(found))
