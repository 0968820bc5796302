"""Verdicts in words: every rule, every variant, both directions and languages, with names of every kind."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent import rules
from entregent.advice import reason, word
from entregent.advice.names import NBSP
from entregent.model.account import Account
from entregent.model.brief import Brief, Draft
from entregent.model.finding import Finding, Hit, Severity
from entregent.model.people import Person
from entregent.model.speech import Span, Speech

BODY = "Dear Ruth, " + "a line of news. " * 10 + "Whom else do you know in the port?\n"
SPAN = Span(BODY.index("Whom"), len(BODY) - 1)
FACTS: dict[str, Any] = {
    "asker": "Nina Roth", "asked": "Omar Haddad", "third": "Élise", "what": "job", "target": "votre directrice", "day": dt.date(2026, 3, 1),
    "fits": dt.date(2026, 3, 6), "count": 3, "days": 2, "earlier": "niece",
}  # fmt: skip
CODES = sorted(rules.names())


def brief(direction: Literal["out", "in"] = "out", person: str = "ruth@okafor.example", body: str = BODY) -> Brief:
    heard = Speech("en", read=True, own=(Span(0, len(body)),), sentences=())
    ruth = Person(person, "Ruth Okafor", (person,))
    return Brief(direction, "en", dt.date(2026, 6, 15), Draft("", body, heard), None, ruth, Account(person), None)


def hit(code: str = "E201", severity: Severity = "stop", variant: str = "why", **more: Any) -> Hit:
    return Hit(code, severity, more.pop("spans", (SPAN,)), variant, FACTS | more.pop("facts", {}), **more)


def worded(one: Hit, language: str = "fr", direction: Literal["out", "in"] = "out", **more: Any) -> Finding:
    (made,) = word([one], brief(direction, **more), rules.words(language, [one.code]), rules.names(), language)
    return made


def every() -> list[tuple[str, str, str]]:
    """(code, variant, language) of all words that explain."""
    return [
        (code, variant, language)
        for language in ("en", "fr")
        for code, told in rules.words(language, CODES).items()
        for variant in told
        if variant.startswith("why")
    ]


def directed(variant: str) -> Literal["out", "in"]:
    return "in" if variant.endswith("_in") else "out"


@pytest.mark.parametrize(("code", "variant", "language"), every())
def test_every_sentence_is_whole(code: str, variant: str, language: str) -> None:
    made = worded(hit(code, variant=variant), language, directed(variant))
    for text in (made.why, made.handling):
        assert not re.search(r"[{}]|None|\b\d{4}-\d\d", text), text
        assert text[0].isupper()
        assert text.rstrip("\u00a0»”)")[-1] in ".?!"
        assert "  " not in text


@pytest.mark.parametrize(("code", "variant", "language"), [one for one in every() if one[2] == "fr"])
def test_french_is_set_as_french(code: str, variant: str, language: str) -> None:
    made = worded(hit(code, variant=variant), language, directed(variant))
    for text in (made.why, made.handling):
        assert not re.search(r"[^\u00a0\u202f][;!?»]|[^\u00a0\u202f]:(?=\s)|«[^\u00a0\u202f]", text), text
        assert not re.search(r"\b(?:de|que) (?:Omar|Élise)\b", text), text
        assert not re.search(r"(?<!-)\b(?:elle|celle-ci|celui-ci)\b", text), f"a gender is guessed: {text}"
        assert not re.search(r"·|\(e\)|\b(?:tu|ton|ta|tes|toi)\b", text), text


@pytest.mark.parametrize(("code", "variant", "language"), every())
def test_whoever_is_not_known_has_a_name_all_the_same(code: str, variant: str, language: str) -> None:
    nobody = {"asker": "", "asked": "", "third": "", "target": "", "earlier": ""}
    made = worded(hit(code, variant=variant, facts=nobody), language, directed(variant))
    for text in (made.why, made.handling):
        assert not re.search(r"\b(?:to|with|à|de|pour)\s*[.,;]|“”|«\s*»", text), text


def test_dates_names_and_things_stand_in_the_sentence() -> None:
    english = worded(hit("E302", variant="why", facts={"day": dt.date(2026, 3, 3)}), "en").why
    assert "3 March" in english
    french = worded(hit("E101", facts={"third": "Ma nièce"}), "fr").why
    assert french == (
        f"Vous demandez à Omar un appui pour un poste pour «{NBSP}ma nièce{NBSP}». "
        f"Aucun lien entre Omar et «{NBSP}ma nièce{NBSP}» dans ce texte ni dans les messages lus."
    )


def test_the_worst_comes_first_then_by_code() -> None:
    hits = [hit("E503", "note"), hit("E302", "warn"), hit("E201", "stop"), hit("E101", "stop")]
    made = word(hits, brief(), rules.words("en", CODES), rules.names(), "en")
    assert [finding.code for finding in made] == ["E101", "E201", "E302", "E503"]
    assert [finding.name for finding in made][:2] == ["favour-for-stranger", "contacts-too-early"]


def test_whether_it_may_be_sent() -> None:
    assert worded(hit(severity="note")).send == "yes"
    assert worded(hit(severity="warn")).send == "after_edit"
    assert worded(hit(severity="stop")).send == "better_not"
    assert worded(hit(severity="stop", edit="remove")).send == "after_edit"


def test_what_came_in_is_not_edited() -> None:
    made = worded(hit(severity="stop", edit="remove", variant="why_in"), direction="in")
    assert (made.edits, made.send) == ((), "better_not")


def test_the_id_is_of_code_person_and_words_alone() -> None:
    one = worded(hit())
    assert re.fullmatch(r"[0-9a-f]{12}", one.id)
    assert worded(hit(facts={"day": dt.date(2020, 1, 1)}, variant="why_draft"), "en").id == one.id
    moved = "New first line.\n" + BODY.replace("in the port", "in  the\nport")
    start = moved.index("Whom")
    assert worded(hit(spans=(Span(start, len(moved) - 1),)), body=moved).id == one.id, "spacing and place say nothing"
    assert worded(hit("E202")).id != one.id
    assert worded(hit(), person="omar@haddad.example").id != one.id
    assert worded(hit(spans=(Span(0, 4),))).id != one.id


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(every()))
def test_any_name_can_be_worded(name: str, other: str, which: tuple[str, str, str]) -> None:
    code, variant, language = which
    made = worded(hit(code, variant=variant, facts={"asked": name, "asker": other, "third": name, "target": other}), language, directed(variant))
    assert made.why
    assert replace(made, why="").handling


def test_reasons_exist_for_what_rules_may_say() -> None:
    for key in ("no-history", "language", "encrypted"):
        assert reason(key, "en")
        assert reason(key, "fr")
