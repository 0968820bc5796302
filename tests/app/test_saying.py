"""What the user says outranks the mail and survives any rebuild."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from entregent.app import importing, saying
from entregent.app.deriving import derive
from entregent.app.people import people, who
from entregent.app.reading import MARK, catch_up
from entregent.model.account import Said
from entregent.model.issue import Trouble
from entregent.store import Store
from tests.app.letters import ME, NOW, STORY, Letter, mbox

if TYPE_CHECKING:
    from pathlib import Path

LATE = dt.date(2025, 6, 1)
DESK = Letter(70, ME, "R. Okafor <okafor@mills.example>", "Dear Ruth,\n\nYour other address.\n\nNora", ident="e1")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    importing.run([mbox(tmp_path / "a.mbox", [*STORY, DESK])], tmp_path / "db", me=["nora@lindqvist.example"], now=NOW)
    return tmp_path / "db"


def rebuilt(db: Path) -> Path:
    with Store(db) as store:
        store.forget_derived()
        derive(store)
        catch_up(store)
    return db


def test_merged_people_stay_merged(db: Path) -> None:
    assert len(people(db, as_of=LATE)) == 3
    merged = saying.merge(db, "ruth@okafor.example", "okafor@mills.example")
    for ledger in (db, rebuilt(db)):
        assert set(merged.addresses) == {"ruth@okafor.example", "okafor@mills.example"}
        assert len(people(ledger, as_of=LATE)) == 2
        assert len(who(ledger, "okafor@mills.example", as_of=LATE).account.exchanges) == 7


def test_a_split_takes_the_merge_back(db: Path) -> None:
    saying.merge(db, "ruth@okafor.example", "okafor@mills.example")
    ruth, other = saying.split(db, "ruth okafor", "okafor@mills.example")
    assert ruth.addresses == ("ruth@okafor.example",)
    assert other is not None
    assert len(people(rebuilt(db), as_of=LATE)) == 3
    with pytest.raises(Trouble, match=r"address\.unknown"):
        saying.split(db, "ruth okafor", "okafor@mills.example")


def test_a_lunch_counts_as_an_exchange(db: Path) -> None:
    saying.note(db, "ruth okafor", "had lunch", day=dt.date(2025, 5, 20), role="mentor", known_since=dt.date(2012, 1, 1))
    portrait = who(rebuilt(db), "ruth okafor", as_of=LATE)
    assert portrait.standing.relation.last_exchange == dt.date(2025, 5, 20)
    assert portrait.standing.relation.role == "mentor"
    assert portrait.standing.relation.grounds == "said"
    assert [word.kind for word in portrait.said] == ["met", "role", "known-since"]
    assert who(db, "ruth okafor", as_of=dt.date(2025, 5, 1)).standing.relation.last_exchange == dt.date(2025, 3, 3)


def test_thanks_in_person_settle_help(db: Path) -> None:
    account = who(db, "ruth okafor", as_of=LATE).account
    saying.thanked(db, "ruth okafor", day=dt.date(2025, 1, 4))
    after = who(rebuilt(db), "ruth okafor", as_of=LATE).account
    assert [entry for entry in after.entries if entry.said and entry.kind == "thanks"] or after == account


def test_an_entry_is_corrected_by_its_key(db: Path) -> None:
    account = who(db, "ruth okafor", as_of=LATE).account
    entry = account.entries[0]
    person, was = saying.correct(db, entry.key, "nothing")
    assert (person.name, was) == ("Ruth Okafor", entry)
    assert entry.key not in {one.key for one in who(rebuilt(db), "ruth okafor", as_of=LATE).account.entries}
    with pytest.raises(Trouble, match=r"entry\.unknown"):
        saying.correct(db, "no-such-entry", "nothing")


def test_a_dismissed_finding_is_remembered(db: Path) -> None:
    saying.dismiss(db, " f00d ")
    with Store(db, readonly=True) as store:
        assert [word.subject for word in store.said("dismiss")] == ["f00d"]


def test_what_is_said_does_not_change_what_was_read(db: Path) -> None:
    with Store(db) as store:
        before = store.digest("accounts", "said", "persons")
    saying.note(db, "omar", "called")
    saying.thanked(db, "ruth okafor")
    with Store(db) as store:
        assert store.digest("accounts", "said", "persons") == before
        assert store.without_account(MARK) == ()


def test_nobody_is_called_that(db: Path) -> None:
    for call in (saying.note, saying.thanked):
        with pytest.raises(Trouble, match=r"person\.unknown"):
            call(db, "Zebulon Nobody")
    with Store(db, readonly=True) as store:
        assert store.said("met", "thanked") == ()
        assert isinstance(store.said()[0], Said)


def test_people_come_with_the_last_exchange_first_and_only_by_their_day(db: Path) -> None:
    assert [one.person.name for one in people(db, as_of=LATE)][1:] == ["Ruth Okafor", "Omar Haddad"]
    assert [one.person.name for one in people(db, as_of=dt.date(2025, 1, 5))] == ["Ruth Okafor"]
    assert people(db, as_of=dt.date(2024, 1, 5)) == ()
