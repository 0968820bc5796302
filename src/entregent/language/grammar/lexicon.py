"""Words as the compiled lexicon knows them, looked up once and kept."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from entregent.language.grammar.table import Table
from entregent.language.grammar.tokens import plain

COMPILED = Path(__file__).parents[1] / "compiled"
_CACHED = 60_000


class Lexeme(NamedTuple):
    """A word as written. `classes`: of the lexicon, most telling first; `analyses`: mood and person (see `inflect_fr`); `kind`: verb, noun,
    adjective, word or "" (unknown); `tries`: phrases that may begin here; `symbol`: what stands for it where words do not matter; `capital`:
    written with one;
    `key`: words of one key look the same to the model."""

    form: str
    lemma: str
    classes: tuple[str, ...]
    analyses: tuple[str, ...]
    kind: str
    tries: tuple[dict[str, Any], ...]
    symbol: str
    capital: bool
    key: str

    def can(self, *moods: str) -> bool:
        """Whether one of the analyses begins with one of `moods`."""
        return any(a[0] in moods for a in self.analyses)


_NEUTRAL = {"act", "come", "see", "weather", "attempt"}


def _symbol(form: str, classes: tuple[str, ...], analyses: tuple[str, ...], kind: str, capital: bool) -> str:
    if classes:
        first = classes[0]
        if kind == "verb" and analyses:
            mood = next((m for m in "cfmsidpqng" if any(a[0] == m for a in analyses)), "")
            return f"{first}.{mood}" if first not in _NEUTRAL else f"v.{mood}"
        return first
    if form[0].isdigit():
        return "NUMBER"
    if not form[0].isalpha():
        return form
    if capital:
        return "NAME"
    return "v" if kind == "verb" else "x"


START = Lexeme("<s>", "<s>", (), (), "", (), "^", False, "<s>")
END = Lexeme("</s>", "</s>", (), (), "", (), "$", False, "</s>")


class Lexicon:
    """The words of one language. `get` never fails: an unknown word has no classes."""

    __slots__ = ("_known", "_table", "_tries", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._table = Table(COMPILED / f"lex-{language}.bin")
        self._known: dict[str, Lexeme] = {}
        self._tries: dict[str, dict[str, Any] | None] = {}

    def classes(self) -> tuple[str, ...]:
        """Every class and frame that the lexicon can give, sorted."""
        return tuple(self._table.head["classes"])

    def get(self, raw: str) -> Lexeme:
        """The word `raw` as it stands in the text."""
        found = self._known.get(raw)
        return found if found is not None else self._read(raw)

    def _trie(self, first: str) -> dict[str, Any] | None:
        if first not in self._tries:
            record = self._table.get("/" + first)
            self._tries[first] = json.loads(record) if record else None
        return self._tries[first]

    def _read(self, raw: str) -> Lexeme:
        if len(self._known) > _CACHED:
            self._known.clear()
        form = plain(raw, self.language)
        record = self._table.get(form) if form[0].isalpha() or form[0] in "'-" else None
        lemma, classes, analyses, kind = form, (), (), ""  # type: tuple[str, tuple[str, ...], tuple[str, ...], str]
        if record:
            lemma, joined, moods, kind = record.decode().split("\t")
            classes, analyses = tuple(joined.split()), tuple(moods.split())
        tries = [self._trie(form), self._trie("=" + form), self._trie(lemma) if lemma != form else None]
        capital = raw[0].isupper()
        symbol = _symbol(form, classes, analyses, kind, capital)
        key = form + "^" if symbol == "NAME" else form
        lexeme = Lexeme(form, lemma, classes, analyses, kind, tuple(t for t in tries if t), symbol, capital, key)
        self._known[raw] = lexeme
        return lexeme


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of "en" or "fr", opened once."""
    return Lexicon(language)
