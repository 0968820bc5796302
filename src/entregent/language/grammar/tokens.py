"""One regular expression a language cuts a sentence into tokens."""

from __future__ import annotations

import re

_COMMON = r"""
    | \d+(?:[.,:/h]\d+)*                          # 12, 3.5, 14:30, 8h15
    | https?://\S+ | [\w.+-]+@[\w-]+\.[\w.]+       # addresses: one token each
    | \.{3}|…|[?!]+|[:;]-?[)(DPp](?!\w)            # marks that carry a tone
    | [,;:().\[\]«»"“”@%€$£&/*-]
    | [\U0001F300-\U0001FAFF☀-➿♥]        # emoji
"""
_ENGLISH = re.compile(
    r"""
    can(?=not\b) | [^\W\d_]+(?=n['’]t\b) | n['’]t\b  # do|n't, could|n't
    | ['’](?:s|d|ll|re|ve|m)\b                     # I|'d, you|'re, father|'s
    | [^\W\d_]+(?:\.[^\W\d_])*
    """
    + _COMMON,
    re.VERBOSE | re.IGNORECASE,
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
_PLAIN = {
    "'d": "would", "'ll": "will", "'re": "are", "'m": "am", "'ve": "have", "n't": "not", "wo": "will", "ca": "can", "cannot": "can",
    "dont": "not", "cant": "not", "u": "you", "ya": "you", "ur": "your", "pls": "please", "plz": "please", "thx": "thanks", "ty": "thanks",
    "j": "j'", "c": "c'", "t": "t'", "m": "m'", "d": "d'", "l": "l'", "qu": "qu'", "que": "que", "stp": "stp", "svp": "svp", "bcp": "beaucoup",
    "pr": "pour", "ds": "dans", "qqn": "quelqu'un", "qq1": "quelqu'un", "ke": "que", "ki": "qui", "kan": "quand", "tt": "tout", "vs": "vous",
    "ns": "nous",
    "mrc": "merci", "oeil": "œil", "soeur": "sœur", "clef": "clé",
}  # fmt: skip
_ENGLISH_PLAIN = {
    k: v for k, v in _PLAIN.items() if k.startswith(("'", "n'")) or k in ("wo", "ca", "dont", "cant", "u", "ya", "ur", "pls", "plz", "thx", "ty")
}
_FRENCH_PLAIN = {k: v for k, v in _PLAIN.items() if k not in _ENGLISH_PLAIN}
_SPELLED = {"en": _ENGLISH_PLAIN, "fr": _FRENCH_PLAIN}
_PATTERNS = {"en": _ENGLISH, "fr": _FRENCH}
_APOSTROPHE = str.maketrans("’ʼ`", "'''")


def plain(raw: str, language: str) -> str:
    """Lower case, straight apostrophes, contractions and phone spellings written out ("'ll" is "will")."""
    form = raw.lower().translate(_APOSTROPHE)
    return _SPELLED[language].get(form, form)


def forms(text: str, language: str) -> list[str]:
    """The plain forms of a text."""
    return [plain(raw, language) for raw in _PATTERNS[language].findall(text)]


def cut(text: str, language: str) -> list[str]:
    """The tokens as they stand."""
    return _PATTERNS[language].findall(text)


def places(text: str, language: str) -> list[tuple[int, int]]:
    """Where the tokens of `cut` stand, half-open."""
    return [match.span() for match in _PATTERNS[language].finditer(text)]
