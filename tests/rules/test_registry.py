"""The registry polices itself: a rule folder that forgets something does not get by."""

from __future__ import annotations

import importlib
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

from entregent.rules import Rule, load, names, words
from tests.rules.drafts import examples

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = ("What it finds", "Why", "Example", "Instead", "When it stays silent", "Source")

EVER_GIVEN = {
    "E101": "favour-for-stranger",
    "E102": "undisclosed-purpose",
    "E103": "serial-favours-for-others",
    "E201": "contacts-too-early",
    "E202": "fishing-for-contacts",
    "E301": "reproach",
    "E302": "pressing-again",
    "E303": "miracle",
    "E304": "help-unthanked",
    "E401": "nothing-offered",
    "E403": "only-when-needed",
    "E501": "vague-ask",
    "E502": "demanding",
    "E503": "several-asks",
    "E601": "unagreed-introduction",
}
"""Codes are for ever: one that was given keeps its name, and is never given to another rule. Add to this list, never change it."""


def test_codes_are_unique_and_for_ever() -> None:
    codes = [rule.code for rule in load()]
    assert len(codes) == len(set(codes))
    assert {code: names()[code] for code in EVER_GIVEN} == EVER_GIVEN
    assert set(codes) == set(EVER_GIVEN), "a new rule: write its code and name into EVER_GIVEN"


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.code)
def test_folder_and_name_say_the_same(rule: Rule) -> None:
    assert rule.folder == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert not rule.name.startswith(("no-", "avoid-", "do-not-", "use-")), "a name states the fault"


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.code)
def test_the_page_has_every_heading(rule: Rule) -> None:
    page = importlib.import_module(f"entregent.rules.{rule.folder}").__doc__ or ""
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == list(HEADINGS)


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.code)
def test_words_exist_in_both_languages_and_both_directions(rule: Rule) -> None:
    english, french = words("en", [rule.code])[rule.code], words("fr", [rule.code])[rule.code]
    assert english.keys() == french.keys()
    assert {"why", "handling"} <= {key.removesuffix("_in") for key in english}
    for key in english:
        assert (key + "_in" in english) or key.endswith("_in"), f"{key} lacks its words for being asked"
        assert _fields(english[key]) >= _fields(french[key]) - {"asked", "asker"}, key
        assert english[key].strip()
        assert french[key].strip()


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.code)
def test_drafts_exist_in_each_language(rule: Rule, language: str) -> None:
    mine = [example for example in examples() if example.code == rule.code and example.language == language]
    assert sum(example.fires and not example.not_yet for example in mine) >= 4
    assert sum(not example.fires and not example.not_yet for example in mine) >= 4
    assert len({example.fields["title"] for example in mine}) == len(mine)
    assert all(example.spans for example in mine if example.fires)


def test_pages_are_current() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "rule_pages.py"), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_word_blames_anybody_or_promises_too_much() -> None:
    forbidden = re.compile(r"\b(?:you never|all clear|ingrat|harcel|tout va bien|you should|vous devez|pester)\b", re.IGNORECASE)
    for language in ("en", "fr"):
        for code, told in words(language, names()).items():
            for key, text in told.items():
                assert not forbidden.search(text), f"{code} {key}: {text}"
