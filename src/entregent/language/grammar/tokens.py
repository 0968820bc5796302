"""One regular expression a language cuts a sentence into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMMON = r"""
    | \d+(?:[.,:/h]\d+)*                          # 12, 3.5, 14:30, 8h15
    | https?://\S+ | [\w.+-]+@[\w-]+\.[\w.]+       # addresses: one token each
    | \.{3}|…|[?!]+|[:;]-?[)(DPp](?!\w)            # marks that carry a tone
    | [,;:().\[\]«»"“”@%€$£&/*-]
    | [\U0001F300-\U0001FAFF☀-➿♥]        # emoji
"""
_ENGLISH = re.compile(
    r"""
    [^\W\d_]+(?=n['’]t\b) | n['’]t\b               # do|n't, could|n't
    | ['’](?:s|d|ll|re|ve|m)\b                     # I|'d, you|'re, father|'s
    | [^\W\d_]+(?:\.[^\W\d_])*
    """
    + _COMMON,
    re.VERBOSE,
)
_FRENCH = re.compile(
    r"""
    -t-(?:ils?|elles?|on)\b
    | -(?:vous|tu|ils?|elles?|je|nous|on|moi|toi|les?|la|lui|leur|y|en|ce|ci|là)\b      # pourriez|-vous, dites|-moi
    | aujourd['’]hui | quelqu['’]une?s? | presqu['’]île
    | (?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’](?=\w)                            # l'|ami, qu'|il
    | [^\W\d_]+(?:\.[^\W\d_])*
    """
    + _COMMON,
    re.VERBOSE | re.IGNORECASE,
)
_PATTERNS = {"en": _ENGLISH, "fr": _FRENCH}
_APOSTROPHE = str.maketrans("’ʼ`", "'''")


class Token(NamedTuple):
    """`form` is lower case with straight apostrophes; offsets are in the sentence, half-open."""

    form: str
    start: int
    end: int


def forms(text: str, language: str) -> list[str]:
    """The lower-case forms alone: the quick way."""
    return _PATTERNS[language].findall(text.lower().translate(_APOSTROPHE))


def tokens(text: str, language: str) -> list[Token]:
    """Forms with their places. A character whose lower case is longer (İ) keeps its own form, so that offsets hold."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return [Token(m.group(), m.start(), m.end()) for m in _PATTERNS[language].finditer(low.translate(_APOSTROPHE))]
