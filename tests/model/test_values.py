"""The values that every room speaks in: frozen, and the few things that they tell of themselves."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import pkgutil

import pytest

import entregent.model
from entregent.model.account import Account, Pair
from entregent.model.finding import Coverage, Finding, Report, Severity
from entregent.model.issue import Issue, Trouble
from entregent.model.mail import Address, Message, local_day
from entregent.model.roles import DECIDING, ROLES, ROUTES, ROUTING, WORK, canonical
from entregent.model.speech import ASKS, FAVOURS, LABELS, MARKS, OTHERS, Act, Sentence

HEARD = Sentence(0, 4, "Why?", "en", (Act("ask:job", 0.8), Act("third", 0.6)))


def values() -> list[type]:
    """Every dataclass of the model."""
    modules = [importlib.import_module(f"entregent.model.{one.name}") for one in pkgutil.iter_modules(entregent.model.__path__)]
    return sorted(
        {thing for module in modules for thing in vars(module).values() if isinstance(thing, type) and dataclasses.is_dataclass(thing)}, key=str
    )


@pytest.mark.parametrize("value", values(), ids=lambda value: value.__name__)
def test_values_are_frozen_and_hold_nothing_else(value: type) -> None:
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(value)
    assert value.__doc__


def test_the_labels_are_those_of_the_page_and_once_each() -> None:
    assert len(set(LABELS)) == len(LABELS) == len(ASKS) + len(MARKS) + len(OTHERS) == 30
    assert set(ASKS) - set(FAVOURS) == {"ask:work"}


def test_a_sentence_tells_its_scores() -> None:
    assert (HEARD.score("ask:job"), HEARD.score("thanks")) == (0.8, 0.0)
    assert HEARD.has("thanks", "third")
    assert not HEARD.has("thanks")
    assert not HEARD.has()


def test_pairs_of_an_entry() -> None:
    account = Account("ruth", pairs=(Pair("a", "b", "refused"), Pair("a", "c", "repeated"), Pair("b", "c", "thanked")))
    assert account.paired("a") == (Pair("a", "b", "refused"), Pair("a", "c", "repeated"))
    assert account.paired("a", "refused", "thanked") == (Pair("a", "b", "refused"),)
    assert account.paired("z") == ()


@pytest.mark.parametrize(
    ("minutes", "day"),
    [(0, dt.date(2025, 6, 1)), (60, dt.date(2025, 6, 2)), (-300, dt.date(2025, 6, 1)), (14 * 60, dt.date(2025, 6, 2))],
)
def test_the_day_is_the_senders(minutes: int, day: dt.date) -> None:
    moment = dt.datetime(2025, 6, 1, 23, 30, tzinfo=dt.UTC)
    assert local_day(moment, minutes) == day
    nobody = Address("", "")
    assert Message("x", moment, minutes, nobody, (), (), "", "").day == day
    assert Message("x", None, minutes, nobody, (), (), "", "").day is None


def test_a_report_stops_where_one_finding_does() -> None:
    def finding(severity: Severity) -> Finding:
        return Finding("1", "E101", "favour-for-stranger", severity, (), "Why.", (), "How.")

    def report(*findings: Finding) -> Report:
        return Report("en", "out", "", False, None, findings, (), Coverage())

    assert not report().stops
    assert not report(finding("warn"), finding("note")).stops
    assert report(finding("note"), finding("stop")).stops


def test_trouble_tells_key_and_facts() -> None:
    assert str(Trouble("file.missing", path="a.eml")) == "file.missing (path=a.eml)"
    assert str(Trouble("ledger.none")) == "ledger.none"
    assert Trouble("x", n=1).facts == {"n": 1}
    assert Issue("message.charset").facts == ()


@pytest.mark.parametrize(
    ("said", "role"),
    [("Recruteuse", "recruiter"), ("  service   client ", "support"), ("CLIENT", "client"), ("Chef", "boss"), ("mon oncle", "mon oncle"), ("", "")],
)
def test_roles_in_either_language(said: str, role: str) -> None:
    assert canonical(said) == role


def test_a_word_means_one_role_and_every_set_of_roles_knows_them() -> None:
    told = [word for role, others in ROLES.items() for word in (role, *others)]
    assert len(told) == len(set(told))
    assert all(word == word.lower() for word in told)
    assert (ROUTING | WORK | DECIDING | ROUTES.keys()) <= ROLES.keys()
    assert all(kinds is None or {f"ask:{kind}" for kind in kinds} <= set(FAVOURS) for kinds in ROUTES.values())
