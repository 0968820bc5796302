"""Phrases and frames of several words, found by walking tries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.lexicon import Lexeme

_GAP = 3


class Hit(NamedTuple):
    """A phrase of class `name` ("introduce", "frame:polite") over words [start, end)."""

    name: str
    start: int
    end: int


def phrases(words: Sequence[Lexeme]) -> list[Hit]:
    """Every phrase in `words`, at each place the longest of a name."""
    found: list[Hit] = []
    for start, word in enumerate(words):
        for trie in word.tries:
            _walk(trie, words, start, start + 1, found)
    if len(found) < 2:
        return found
    longest: dict[tuple[str, int], Hit] = {}
    for hit in found:
        known = longest.get((hit.name, hit.start))
        if known is None or hit.end > known.end:
            longest[hit.name, hit.start] = hit
    return list(longest.values())


def _walk(node: dict[str, Any], words: Sequence[Lexeme], start: int, at: int, found: list[Hit]) -> None:
    names = node.get("")
    if names:
        found.extend(Hit(name, start, at) for name in names)
    if at >= len(words):
        return
    word = words[at]
    form, lemma = word.form, word.lemma
    following = node.get(form)
    if following is not None:
        _walk(following, words, start, at + 1, found)
    if lemma != form:
        following = node.get(lemma)
        if following is not None:
            _walk(following, words, start, at + 1, found)
    following = node.get("=" + form)
    if following is not None:
        _walk(following, words, start, at + 1, found)
    if "*" in node:
        for skipped in range(_GAP + 1):
            _walk(node["*"], words, start, at + skipped, found)
    if "+" in node:
        _walk(node["+"], words, start, at + 1, found)
    for name in word.classes:
        following = node.get(f"<{name}>")
        if following is not None:
            _walk(following, words, start, at + 1, found)
