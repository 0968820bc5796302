"""Every word of the interface, English and French, and the one place where an Issue or a Trouble becomes a sentence.

A language is a folder of plain dicts (`screen`, `help`, `troubles`, `issues`, `usage`); only the called language's and only the needed dicts are imported.
The French is written with ordinary spaces and typeset when it is looked up: `typeset` puts no-break spaces where French wants them.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from entregent.model.issue import Issue, Trouble

LANGUAGES = ("en", "fr")
NBSP, THIN = "\u00a0", "\u202f"


class Plural(NamedTuple):
    """Words that depend on the fact `n`."""

    one: str
    other: str


class Told(NamedTuple):
    """A trouble in words: what happened, and what to do about it."""

    what: str
    do: str


class _Facts(dict[str, str]):
    """A fact that nobody gave shows as an ellipsis: to word an error must never be an error."""

    def __missing__(self, key: str) -> str:
        return "…"


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._tables: dict[str, Mapping[str, Any]] = {}

    def table(self, name: str) -> Mapping[str, Any]:
        """The dict `WORDS` of a module of the language's folder, imported when first asked for."""
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = import_module(f"entregent.faces.words.{self.language}.{name}").WORDS
        return found

    def say(self, key: str, **facts: object) -> str:
        """The sentence `key` of the screen's words with its facts. Raises KeyError for a key without words, which a test rules out."""
        return self.fill(self.table("screen")[key], facts)

    def known(self, key: str) -> bool:
        """Whether the screen's words hold `key`."""
        return key in self.table("screen")

    def fill(self, template: str | Plural, facts: Mapping[str, object]) -> str:
        """A template with its facts: dates in words, numbers grouped, French spaces right in the template and untouched in the facts."""
        if isinstance(template, Plural):
            template = template.one if self._is_one(facts.get("n", 0)) else template.other
        return self.typeset(template).format_map(_Facts((name, self.shown(value)) for name, value in facts.items()))

    def trouble(self, trouble: Trouble) -> Told:
        """What happened and what to do, for a call that cannot be carried out."""
        template = self.table("troubles").get(trouble.key)
        if template is None:
            template, facts = self.table("troubles")["unworded"], {"key": trouble.key}
            return Told(self.fill(template.what, facts), self.fill(template.do, facts))
        return Told(self.fill(template.what, trouble.facts), self.fill(template.do, trouble.facts))

    def issue(self, issue: Issue) -> str:
        """What is the matter with some data, without its subject: whoever prints it puts that before."""
        facts: dict[str, object] = {**dict(issue.facts), "subject": issue.subject}
        template = self.table("issues").get(issue.key)
        if template is None:
            template, facts["key"] = self.table("issues")["unworded"], issue.key
        for name, value in issue.facts:
            if name in {"n", "count"} and value.isdigit():
                facts["n"] = int(value)
        return self.fill(template, facts)

    def shown(self, value: object) -> str:
        """A fact as the reader expects it: `2 March 2025`, `1er mars 2025`, `12,000`, `12 000`, `a, b and c`."""
        if isinstance(value, bool) or value is None:
            return "" if value is None else str(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, int):
            grouped = f"{value:,}"
            return grouped.replace(",", THIN) if self.language == "fr" else grouped
        if isinstance(value, (tuple, list)):
            return self.listed([self.shown(each) for each in value])
        return str(value)

    def day(self, value: date) -> str:
        """A day in words; of a moment, its day."""
        day = value.date() if isinstance(value, datetime) else value
        month = self.table("dates")["months"][day.month - 1]
        number = "1er" if self.language == "fr" and day.day == 1 else str(day.day)
        return f"{number}{NBSP}{month} {day.year}"

    def listed(self, items: list[str]) -> str:
        """`a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.table('dates')['and']} {items[-1]}"

    def quoted(self, text: str) -> str:
        """Within the language's quotation marks."""
        return f"«{NBSP}{text}{NBSP}»" if self.language == "fr" else f"“{text}”"

    def tongue(self, code: str) -> str:
        """A language's name by its ISO 639-1 code, or the code."""
        name: str = self.table("dates")["languages"].get(code, code)
        return name

    def typeset(self, text: str) -> str:
        """No-break spaces where the language's typography wants them."""
        return typeset_french(text) if self.language == "fr" else text

    def _is_one(self, count: object) -> bool:
        return isinstance(count, int) and (abs(count) < 2 if self.language == "fr" else count == 1)


def typeset_french(text: str) -> str:
    """No-break spaces before `:` and inside guillemets, narrow ones before `;`, `!` and `?`. Source: Imprimerie nationale, Lexique des règles typographiques."""
    for plain, set_ in ((" :", NBSP + ":"), (" ;", THIN + ";"), (" !", THIN + "!"), (" ?", THIN + "?"), ("« ", "«" + NBSP), (" »", NBSP + "»")):
        if plain in text:
            text = text.replace(plain, set_)
    return text


_made: dict[str, Words] = {}


def words(language: str) -> Words:
    """The words of `en` or `fr`; English for anything else."""
    language = language if language in LANGUAGES else "en"
    if language not in _made:
        _made[language] = Words(language)
    return _made[language]


def wanted_language(environ: Mapping[str, str] = os.environ) -> str:
    """The language that the user asked for by ENTREGENT_LANG, "" where they did not (or for one we do not speak)."""
    asked = environ.get("ENTREGENT_LANG", "")[:2].lower()
    return asked if asked in LANGUAGES else ""


def interface_language(environ: Mapping[str, str] = os.environ) -> str:
    """The language of help and errors: ENTREGENT_LANG, else the locale's (LC_ALL, LC_MESSAGES, LANG, the system's), else English."""
    wanted = wanted_language(environ)
    if wanted:
        return wanted
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "fr" if environ[name][:2].lower() == "fr" else "en"
    return _system_language()


def _system_language() -> str:
    """What Windows says where no variable does; elsewhere no variable means the C locale."""
    if os.name != "nt":
        return "en"
    import locale  # nothing else needs it, and it is slow to import

    return "fr" if (locale.getlocale()[0] or "")[:2].lower() in {"fr"} else "en"
