"""Both languages say the same things, and every error that the house can raise has words in both."""

from __future__ import annotations

import ast
import string
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import entregent
from entregent.faces.cli.commands import COMMANDS, GROUPS
from entregent.faces.words import NBSP, THIN, Plural, Told, interface_language, typeset_french, words
from entregent.model.issue import Issue, Trouble
from entregent.model.speech import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(entregent.__file__).parent
FLAT = ("screen", "troubles", "issues", "acts", "people", "importing", "saying")


def placeholders(template: object) -> set[str]:
    """The names that a template wants filled in."""
    if isinstance(template, (Plural, Told)):
        return set().union(*(placeholders(part) for part in template))
    return {name for _, name, _, _ in string.Formatter().parse(str(template)) if name}


@pytest.mark.parametrize("table", [name for name in FLAT if (SOURCE / "faces/words/en" / f"{name}.py").exists()])
def test_both_languages_have_the_same_keys_and_placeholders(table: str) -> None:
    english, french = words("en").table(table), words("fr").table(table)
    assert english.keys() == french.keys()
    for key in english:
        assert placeholders(english[key]) == placeholders(french[key]), key
        # a plural may be needed in one language alone
        assert isinstance(english[key], Told) is isinstance(french[key], Told), key


def test_the_months_and_languages_are_complete() -> None:
    english, french = words("en").table("dates"), words("fr").table("dates")
    assert len(english["months"]) == len(french["months"]) == 12
    assert english["languages"].keys() == french["languages"].keys()


def test_every_label_of_the_reader_has_words() -> None:
    assert set(words("en").table("acts")) == set(LABELS)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_command_and_option_has_help(language: str) -> None:
    pages = words(language).table("help")
    for command in COMMANDS:
        own: dict[str, Any] = pages[command.name]
        assert own["short"]
        assert own["about"]
        assert all(line.startswith(("entregent", "echo")) for line, _ in own["examples"])
        names = {operand.name for operand in command.operands} | {flag.name for flag in command.flags}
        assert all(own["takes"].get(name) or pages["common"].get(name) for name in names), command.name
        stale = set(own["takes"]) - names
        assert not stale, (command.name, stale)
        for flag in command.flags:
            assert not flag.value or flag.value in pages["names"]


def test_every_command_stands_in_one_group_of_the_first_page() -> None:
    grouped = [name for group in GROUPS for name in group]
    assert sorted(grouped) == sorted(command.name for command in COMMANDS)


def keys_in_source(called: str) -> Iterator[tuple[str, str]]:
    """Each key with which `called` is called anywhere in the house, and the file where; both branches of a choice count, and so do
    constants of the module that hold keys."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == called and node.args:
                for key in constants(node.args[0]):
                    yield key, path.name


def constants(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def issue_keys() -> Iterator[tuple[str, str]]:
    """Keys of issues: where they are made, and the strings that look like one, since some are collected before an Issue is made of them."""
    yield from keys_in_source("Issue")
    for path in sorted((SOURCE / "sources").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(("message.", "source.")):
                yield node.value, path.name


def test_every_trouble_has_words() -> None:
    found = list(keys_in_source("Trouble"))
    assert len(found) > 10
    assert {pair for pair in found if pair[0] not in words("en").table("troubles")} == set()


def test_every_issue_has_words() -> None:
    found = list(issue_keys())
    assert len(found) > 10
    assert {pair for pair in found if pair[0] not in words("en").table("issues")} == set()


def test_a_trouble_without_words_is_worded_all_the_same() -> None:
    told = words("en").trouble(Trouble("no.such.key", path="x"))
    assert "no.such.key" in told.what


def test_a_fact_that_is_missing_does_not_break_the_words() -> None:
    assert words("en").trouble(Trouble("ledger.newer")).what == "the ledger … was written by a newer Entregent."


def test_an_issue_counts() -> None:
    one, some = (Issue("source.not-mail", "x", (("kind", ".jpg"), ("count", count))) for count in ("1", "1200"))
    assert words("en").issue(one) == "1 file (.jpg) that is no mail"
    assert words("fr").issue(some) == f"1{THIN}200 fichiers (.jpg) qui ne sont pas du courrier"


def test_french_typography_does_not_touch_the_facts() -> None:
    told = words("fr").trouble(Trouble("file.unreadable", path="/a : b", reason="?"))
    assert told.what == f"/a : b ne peut pas être lu{NBSP}: ?."


def test_french_spaces() -> None:
    assert typeset_french("« Oui » : non ; si ! hein ?") == f"«{NBSP}Oui{NBSP}»{NBSP}: non{THIN}; si{THIN}! hein{THIN}?"


def test_french_words_are_free_of_ascii_spaces_where_french_breaks_no_line() -> None:
    for table in ("screen", "troubles", "issues"):
        for key, template in words("fr").table(table).items():
            for part in template if isinstance(template, tuple) else (template,):
                shown = words("fr").fill(part, {})
                assert not any(bad in shown for bad in (" :", " ;", " !", " ?", "« ", " »")), key


def test_days() -> None:
    assert words("fr").day(date(2026, 3, 1)) == f"1er{NBSP}mars 2026"
    assert words("en").day(date(2026, 3, 2)) == f"2{NBSP}March 2026"
    assert words("fr").listed(["a", "b", "c"]) == "a, b et c"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "ENTREGENT_LANG": "en"}, "en"),
        ({"LANG": "C", "ENTREGENT_LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "ENTREGENT_LANG": "nl"}, "fr"),
    ],
)
def test_the_language_of_the_interface(environment: dict[str, str], language: str) -> None:
    assert interface_language(environment) == language


def test_no_words_claim_more_than_the_record_shows() -> None:
    """wording.md: never "you never", never "all clear", vous and no guessed gender."""
    for language, banned in (
        ("en", ("you never", "all clear", "she ignores", "he ignores")),
        ("fr", ("vous n'avez jamais", "tout va bien", "rien à signaler")),
    ):
        for table in ("screen", "troubles", "issues"):
            for key, template in words(language).table(table).items():
                told = " ".join(template) if isinstance(template, tuple) else template
                assert not any(phrase in told.lower() for phrase in banned), key
