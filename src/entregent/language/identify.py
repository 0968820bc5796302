"""Which language a text is in: by the words that give it away, then by its letters.

English and French are read; the other languages are known so that they are not taken for these. Naive Bayes over function words with
probabilities by rank (Zipf); unknown words by letter trigrams where words decide too little (Cavnar and Trenkle 1994 for the idea).
"""

from __future__ import annotations

import math
import re
from typing import Final

from entregent.language.tongues import COMMON, WORDS

READ: Final = ("en", "fr")
LANGUAGES: Final = tuple(WORDS)
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOISE: Final = re.compile(r"\S*(?:@|://|www\.)\S*|\S*\w\.\w{2,3}/\S*")
_FLOOR: Final = math.log(1 / 1600)
_MOST: Final = 4000
_SCRIPTS: Final = (
    ("ru", re.compile("[\u0400-\u04ff]")), ("el", re.compile("[\u0370-\u03ff]")), ("he", re.compile("[\u0590-\u05ff]")), ("ar", re.compile("[\u0600-\u06ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")), ("zh", re.compile("[\u4e00-\u9fff]")), ("ko", re.compile("[\uac00-\ud7af]")), ("th", re.compile("[\u0e00-\u0e7f]")),
)  # fmt: skip
_weights: dict[str, tuple[tuple[int, float], ...]] = {}


def _words() -> dict[str, tuple[tuple[int, float], ...]]:
    """word -> ((language index, gain over an unknown word), ...), built at first use."""
    if not _weights:
        table: dict[str, list[tuple[int, float]]] = {}
        for number, words in enumerate(WORDS.values()):
            for rank, word in enumerate(dict.fromkeys(words.split())):
                table.setdefault(word, []).append((number, math.log(0.12 / (rank + 4)) - _FLOOR - math.log(0.12)))
        _weights.update((word, tuple(found)) for word, found in table.items() if word not in COMMON)
    return _weights


def scores(text: str) -> tuple[list[float], int, int]:
    """The log-odds gain of each of LANGUAGES, how many words were known in any, and how many words there are."""
    gains = [0.0] * len(LANGUAGES)
    table = _words()
    words = _WORD.findall(text.lower())
    known = 0
    for word in words:
        if found := table.get(word):
            known += 1
            for number, gain in found:
                gains[number] += gain
    return gains, known, len(words)


def judge(text: str) -> tuple[str, float]:
    """The likeliest language and by how much it leads (natural log-odds over the next one); ("", 0.0) where nothing tells."""
    text = text[:_MOST]
    if "@" in text or "://" in text or "www." in text:
        text = _NOISE.sub(" ", text)
    if not text.isascii():
        letters = sum(map(str.isalpha, text)) or 1
        for language, script in _SCRIPTS:
            if len(script.findall(text)) * 3 > letters:
                return language, 20.0
    gains, known, _ = scores(text)
    if not known:
        return "", 0.0
    best = max(range(len(gains)), key=gains.__getitem__)
    lead = gains[best] - max(gain for number, gain in enumerate(gains) if number != best)
    return LANGUAGES[best], lead


def detect(text: str) -> str:
    """The language of `text` (ISO 639-1), "" where there is too little to tell."""
    language, lead = judge(text)
    return language if lead >= 1.0 else ""
