"""How people, days and things asked are called in a sentence, in English and French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"

_TITLES = re.compile(r"^(?:dr|prof|professor|professeure?|mr|mrs|ms|miss|mme|mlle|m|sir|dame|maître|me)\.?$", re.IGNORECASE)
_VOWEL = re.compile(r"^(?:«\s?)?(?:[aeiouhàáâäåãéèêëíìîïóòôöõøúùûüœæ]|y(?![aeiouàáâäéèêëíîïóôöúûü]))", re.IGNORECASE)
"""Before these French elides: "d'Omar", "d'Hugo", "d'Yves", but "de Yann". Of h it cannot be seen; most French names with it elide."""
_DETERMINED = re.compile(
    r"^(?:an?|the|my|our|one|some|his|her|their|un|une|des|mon|ma|mes|notre|nos|le|la|les|son|sa|ses|leur|leurs|[ld]['’])\b", re.IGNORECASE
)  # fmt: skip
_PRONOUNS = frozenset("? he she they him her them il elle ils elles lui eux leur le la les l'".split())  # noqa: SIM905

WHAT = {
    "en": {
        "intro": "an introduction",
        "contacts": "contacts",
        "job": "help with a position",
        "endorse": "a recommendation",
        "meet": "a meeting",
        "advice": "advice",
        "review": "a reading",
        "money": "money or a gift",
        "favour": "a favour",
        "work": "a piece of work",
    },
    "fr": {
        "intro": "une mise en relation",
        "contacts": "des contacts",
        "job": "un appui pour un poste",
        "endorse": "une recommandation",
        "meet": "un rendez-vous",
        "advice": "un conseil",
        "review": "une relecture",
        "money": "de l'argent ou un don",
        "favour": "un service",
        "work": "un travail",
    },
}

SOMEBODY = {"en": "the other person", "fr": "la personne sollicitée"}

THAT = {"en": "that person", "fr": "cette personne"}

_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
}


class Word(str):
    """A value in a template; the format spec `de` or `que` elides in French: `{asked:de}` is "d'Omar", "de Ruth"."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec in {"de", "que"}:
            return f"{spec[:-1]}'{self}" if _VOWEL.match(self) else f"{spec} {self}"
        return str(self)


class Count(int):
    """A number in a template with the noun that it counts: `{count:day|days}` is "1 day", "3 days"; in French 0 and 1 take the singular."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return int.__format__(self, spec)
        one, many = spec.split("|")
        single = self == 1 or (self == 0 and one in _FRENCH_NOUNS)
        return f"{int(self)} {one if single else many}"


_FRENCH_NOUNS = frozenset({"jour", "message", "service"})


def short_name(name: str) -> str:
    """The first name, or title and surname where there is a title ("Dr Hallam"); a name that is not a person's stays whole."""
    parts = name.replace(",", " ").split()
    if len(parts) < 2:
        return name.strip()
    if "," in name:
        parts = name.split(",", 1)[1].split() + name.split(",", 1)[0].split()
    if _TITLES.match(parts[0]):
        return f"{parts[0]} {parts[-1]}"
    return parts[0] if len(parts) <= 3 else name.strip()


def third(words: str, language: str) -> str:
    """A third person: a name as it is; else the draft's own words in quotation marks, without the capital that began a sentence."""
    if not words or words.lower() in _PRONOUNS:
        return THAT[language]
    if _DETERMINED.match(words) and not words.istitle():
        return quoted(words[0].lower() + words[1:], language)
    return words if words[:1].isupper() else quoted(words, language)


def quoted(words: str, language: str) -> str:
    """Words of the draft, as a quotation with the language's own marks."""
    words = " ".join(words.split())
    return f"«{NBSP}{words}{NBSP}»" if language == "fr" else f"“{words}”"


def day(date: dt.date, as_of: dt.date, language: str) -> str:
    """A day in words; the year only where it is not the year of `as_of`."""
    month = _MONTHS[language][date.month - 1]
    number = "1er" if language == "fr" and date.day == 1 else str(date.day)
    return f"{number} {month}" if date.year == as_of.year else f"{number} {month} {date.year}"


def typeset(text: str, language: str) -> str:
    """French spaces before ; : ! ? and inside guillemets; English stays."""
    if language != "fr":
        return text
    text = re.sub(r" ([;!?])", NNBSP + r"\1", text)
    text = re.sub(r" :(?=\s|$)", NBSP + ":", text)
    return text.replace("« ", "«" + NBSP).replace(" »", NBSP + "»")
