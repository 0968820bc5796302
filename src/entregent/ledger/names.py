"""Names as mail programs write them, made comparable: "Okafor, Ruth (Legal)" and "'Ruth A. Okafor/Corp/ACME@ACME'" are Ruth Okafor."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from entregent.ledger.lists import closed
from entregent.ledger.patterns import Pattern

if TYPE_CHECKING:
    from entregent.model.mail import Address

_TITLES = closed(
    """
    mr mrs ms miss mx dr prof professor sir dame rev hon m mm mme mmes mlle madame monsieur maitre me docteur pr
    """
)
_DEGREES = closed(
    """
    phd md mba cpa esq dds llm llb msc bsc ma cfa pe rn frcs obe mbe
    """
)
_GENERATIONS = closed(
    """
    jr sr ii iii iv junior senior
    """
)
_PARTICLES = closed(
    """
    de da do dos das du del della di la le les van von der den ter ten el al bin ben ibn mac mc st saint d l o y e
    """
)
_ON_BEHALF = Pattern(r"\b(?:on behalf of|au nom de|de la part de|via)\b", re.I)
_DIRECTORY = Pattern(r"/.*$|\s*@\s*[A-Za-z_-]+\s*$|\s*</?o=.*$", re.I | re.S)
_BRACKETS = Pattern(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>?|\{[^}]*\}")
_ADDRESS = Pattern(r"[^\s<>\"',;:()]+@[^\s<>\"',;:()]+\.[^\s<>\"',;:()]+")
_GLUED = Pattern(r"\.(?=[^\W\d_]{2})")
_WORDS = Pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Name(NamedTuple):
    """A name in parts. `text`: fit to show, given name first. `tokens`: folded, in that order, without titles, degrees and initials.
    `initials`: folded middle initials. `generation`: "jr", "iii" ... or ""."""

    text: str
    tokens: tuple[str, ...]
    initials: frozenset[str]
    generation: str

    @property
    def full(self) -> bool:
        """Given and family name, each of two letters or more: enough to compare persons by."""
        return len(self.tokens) >= 2 and any(token not in _PARTICLES for token in self.tokens[1:])

    @property
    def key(self) -> str:
        """Equal for equal names in whatever order, case and accents."""
        return " ".join(sorted(self.tokens)) + (f" {self.generation}" if self.generation else "")


def fold(text: str) -> str:
    """Lower case without accents and with plain apostrophes: "Éloïse" -> "eloise"."""
    if text.isascii():
        return text.lower()
    text = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("’", "'")
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def name_of(raw: str) -> Name:
    """Read a display name. Empty for what names nobody: an address, "Sam Fields via Docs", "A on behalf of B"."""
    text = _tidy(raw)
    if not text:
        return Name("", (), frozenset(), "")
    if text.isupper() or text.islower():
        text = " ".join(_capital(word) for word in text.split())
    tokens: list[str] = []
    initials: set[str] = set()
    generation = ""
    words = [fold(word).replace("'", "") for word in _WORDS.findall(text)]
    for number, word in enumerate(words):
        if word in _GENERATIONS and number >= 2:
            generation = {"junior": "jr", "senior": "sr"}.get(word, word)
        elif (word in _TITLES and number == 0 and len(words) > 1) or (word in _DEGREES and number >= 2):
            continue
        elif len(word) == 1:
            initials.add(word)
        else:
            tokens.append(word)
    return Name(text, tuple(tokens), frozenset(initials) if len(tokens) >= 2 else frozenset(), generation)


def _tidy(raw: str) -> str:
    text = " ".join(raw.replace("\xa0", " ").replace("\\", " ").split()).strip(" '\"`‘’“”«»")
    if not text or _ON_BEHALF.search(text):
        return ""
    text = _BRACKETS.sub(" ", _ADDRESS.sub(" ", text))
    text = _DIRECTORY.sub("", text).strip(" '\"`‘’“”«»,;:.-*")
    text = " ".join(_GLUED.sub(" ", text.replace('"', " ")).split())
    if "@" in text or not _WORDS.search(text):
        return ""
    last, *rest = (part.strip() for part in text.split(","))
    after = [part for part in rest if fold(part).strip(" .") in _GENERATIONS]
    before = [part for part in rest if part and fold(part).replace(".", "").strip() not in _GENERATIONS | _DEGREES]
    text = " ".join([*before[:1], last, *after[:1]])
    head, _, tail = text.partition(" ")
    return (tail if tail and fold(head).strip(" .") in _TITLES else text).strip(" '\"")


def _capital(word: str) -> str:
    if fold(word) in _PARTICLES and len(word) > 1 and word.islower():
        return word
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def handle(address: Address) -> str:
    """What the ledger knows an address by: its e-mail or, of a name alone, `name:ruth okafor`; "" for neither."""
    if address.email:
        return address.email
    return name_handle(address.name)


def name_handle(raw: str) -> str:
    """`name:ruth okafor` for a display name, "" where it names nobody."""
    tokens = name_of(raw).tokens
    return "name:" + " ".join(tokens) if tokens else ""
