"""Which language a text is in: by the words that give it away, then by its letters.

English and French are read; the other languages are known so that they are not taken for these. Naive Bayes over function words with
probabilities by rank (Zipf); unknown words by letter trigrams where words decide too little (Cavnar and Trenkle 1994 for the idea).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from entregent.language.tongues import COMMON, WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

READ: Final = ("en", "fr")
LANGUAGES: Final = tuple(WORDS)
_WORD: Final = re.compile(r"[^\W\d_]+")
_INITIAL_LAST: Final = re.compile(r"(?<![^\s.,;:!?-])[^\W\d_]\.?[ \t]*$", re.M)
"""A letter alone at the end of a line signs it ("thanks, m"), where in a phone's French it would be a word ("t dispo")."""
_INITIALS: Final = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")
"""A capital alone is an initial, "I" apart."""
_FLOOR: Final = math.log(1 / 1600)
_MOST: Final = 2000
_DECIDED: Final = 3.0
"""The lead of the words from which letters are not asked."""
_LETTERS_SHARE: Final = 0.25
"""Neighbouring trigrams say the same thing several times over."""
_LETTERS_MOST: Final = 6.0
_LEAST: Final = 0.7
_OWN_WORDS: Final = 2
_OWN_SHARE: Final = 0.15
"""What a language other than English must show, since names, places and tables speak Spanish and Italian by their letters ("El Paso, San
Juan"): words of its own that no English text has (one will do in small letters, or of French, which is read), and this share of all words."""
_IN_NAMES: Final = frozenset(["de", "da", "del", "du", "dos", "van", "von", "der", "den", "sa"])
"""Words that names are made of tell nothing by themselves."""
_SCRIPTS: Final = (
    ("el", 0x370, 0x400), ("ru", 0x400, 0x530), ("he", 0x590, 0x600), ("ar", 0x600, 0x700), ("hi", 0x900, 0x980), ("th", 0xE00, 0xE80),
    ("ja", 0x3040, 0x3100), ("zh", 0x4E00, 0xA000), ("ko", 0xAC00, 0xD7B0),
)  # fmt: skip
_letters: dict[str, tuple[float, ...]] = {}
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


def _script(text: str) -> str:
    """The language of a text in another script than ours, by its first letters; "" for ours. Japanese is told by its kana."""
    letters = [ord(character) for character in text[:400] if character.isalpha()]
    far = [letter for letter in letters if letter >= 0x370]
    if len(far) * 3 <= len(letters):
        return ""
    counts = {language: sum(low <= letter < high for letter in far) for language, low, high in _SCRIPTS}
    if counts["ja"] * 8 > len(far):
        return "ja"
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ""


def _letter_gains() -> dict[str, tuple[float, ...]]:
    """trigram -> gain of each of the languages of `letters`, built at first use."""
    if not _letters:
        from entregent.language.letters import LANGUAGES as CODES
        from entregent.language.letters import TABLE

        step = 3 + len(CODES)
        for place in range(0, len(TABLE), step):
            _letters[TABLE[place : place + 3]] = tuple((ord(value) - 93) / 10 for value in TABLE[place + 3 : place + step])
    return _letters


def _by_letters(words: Sequence[str], gains: list[float]) -> None:
    """Add to `gains` what the letters of unknown words say, for the languages that have a table; others get the mean."""
    table = _letter_gains()
    count = len(next(iter(table.values())))
    sums = [0.0] * count
    for word in words:
        marked = f"^{word[:20]}$"
        for place in range(len(marked) - 2):
            if found := table.get(marked[place : place + 3]):
                for number, gain in enumerate(found):
                    sums[number] += gain
    for number, total in enumerate(sums):
        gains[number] += max(-_LETTERS_MOST, min(_LETTERS_MOST, _LETTERS_SHARE * total))
    for number in range(count, len(gains)):
        gains[number] -= 1.0


def judge(text: str) -> tuple[str, float]:
    """The likeliest language and by how much it leads (natural log-odds over the next one); ("", 0.0) where nothing tells."""
    text = text[:_MOST]
    if "@" in text or "://" in text or "www." in text:
        text = " ".join(token for token in text.split() if "@" not in token and "://" not in token and not token.startswith("www."))
    if not text.isascii() and (script := _script(text)):
        return script, 20.0
    words = [word.lower() for word in _WORD.findall(_INITIAL_LAST.sub("", text)) if word not in _INITIALS]
    gains = [0.0] * len(LANGUAGES)
    table = _words()
    unknown: list[str] = []
    for word in words:
        if found := table.get(word):
            for number, gain in found:
                gains[number] += gain
        elif len(word) > 2:
            unknown.append(word)
    best, lead = _first(gains)
    if lead < _DECIDED and unknown and (len(unknown) < len(words) or len(unknown) > 2):
        _by_letters(unknown[:40], gains)
        best, lead = _first(gains)
    return (LANGUAGES[best], lead) if lead > 0.0 and _shown(best, words, text) else ("", 0.0)


def _shown(best: int, words: Sequence[str], text: str) -> bool:
    """Whether words of the language itself show it: letters, and words that it shares with English, do not."""
    if LANGUAGES[best] == "en":
        return True
    english = LANGUAGES.index("en")
    table = _words()
    own = [word for word in words if any(number == best for number, _ in table.get(word, ()))]
    telling = {word for word in own if word not in _IN_NAMES and all(number != english for number, _ in table[word])}
    enough = len(telling) >= (1 if LANGUAGES[best] in READ else _OWN_WORDS) or not telling.isdisjoint(_WORD.findall(text))
    enough = enough or (len(own) >= _OWN_WORDS and any(letter > "\x7f" and letter.isalpha() for letter in text))
    return enough and len(own) >= _OWN_SHARE * len(words)


def _first(gains: Sequence[float]) -> tuple[int, float]:
    """The index of the highest gain, and its lead over the second."""
    best = max(range(len(gains)), key=gains.__getitem__)
    return best, gains[best] - max(gain for number, gain in enumerate(gains) if number != best)


def detect(text: str) -> str:
    """The language of `text` (ISO 639-1), "" where there is too little to tell. Three languages beyond `en` and `fr` that share a script with them
    are told by words and letters (nl, de, es, it, pt), some by words alone (sv, da, pl, ca, ro), other scripts by their letters."""
    language, lead = judge(text)
    return language if lead >= _LEAST else ""
