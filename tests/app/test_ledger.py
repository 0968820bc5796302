"""What is on record with one person: from the ledger and from mail files, as of a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from entregent.app import importing, ledger
from entregent.app.finding import find_person
from entregent.app.reading import MARK
from entregent.model.issue import Trouble
from entregent.store import Store
from tests.app.letters import ME, NOW, OMAR, RUTH, SAM, STORY, Letter, mbox

if TYPE_CHECKING:
    from pathlib import Path

MINE = ["nora@lindqvist.example"]
LATE = dt.date(2025, 6, 1)


def on_record(tmp_path: Path, other: str, letters: tuple[Letter, ...] = STORY, as_of: dt.date = LATE) -> ledger.Known:
    """By both ways, which must agree."""
    path = tmp_path / "mail.mbox"
    path.unlink(missing_ok=True)
    mbox(path, letters)
    files = ledger.from_history([path], me=MINE, other=other, as_of=as_of)
    (tmp_path / "db").unlink(missing_ok=True)
    importing.run([path], tmp_path / "db", me=MINE, now=NOW)
    stored = ledger.from_ledger(tmp_path / "db", me=(), other=lambda _: other, as_of=as_of)
    assert (files.me, files.person, files.coverage) == (stored.me, stored.person, stored.coverage)
    assert (files.account(), files.account(inbound=True)) == (stored.account(), stored.account(inbound=True))
    for names in (("sam fields", "omar", "ada brandt"), ("omar haddad", "ruth", "nobody")):
        for inbound in (False, True):
            assert files.links(names, inbound) == stored.links(names, inbound)
    files.close()
    return stored


@pytest.mark.parametrize("other", ["ruth@okafor.example", "Ruth Okafor", "ruth", "RUTH@okafor.example", RUTH])
def test_the_person_may_be_called_in_many_ways(tmp_path: Path, other: str) -> None:
    known = on_record(tmp_path, other)
    assert known.person is not None
    assert known.person.name == "Ruth Okafor"
    assert len(known.account().exchanges) == 6
    assert known.me is not None
    assert known.me.name == "Nora Lindqvist"


def test_nothing_later_than_the_day_is_read(tmp_path: Path) -> None:
    known = on_record(tmp_path, "ruth", as_of=dt.date(2025, 1, 3))
    assert [exchange.message_id for exchange in known.account().exchanges] == ["a1", "a2"]
    assert known.coverage.last == dt.date(2025, 1, 3)


def test_an_address_that_is_not_on_record_is_a_stranger_and_a_name_that_is_not_a_mistake(tmp_path: Path) -> None:
    known = on_record(tmp_path, "who@elsewhere.example")
    assert known.person is not None
    assert known.account().exchanges == ()
    with pytest.raises(Trouble, match=r"person\.unknown"):
        on_record(tmp_path, "Zebulon Nobody")


def test_two_persons_of_that_name(tmp_path: Path) -> None:
    others = tuple(
        Letter(number, ME, f"Ruth {name} <ruth@{name}.example>", "Hello.", ident=f"r{number}") for number, name in enumerate(("Abel", "Birch"))
    )
    mbox(tmp_path / "a.mbox", others)
    importing.run([tmp_path / "a.mbox"], tmp_path / "db", me=MINE, now=NOW)
    with Store(tmp_path / "db", readonly=True) as store:
        with pytest.raises(Trouble, match=r"person\.several") as caught:
            find_person(store, "ruth")
        assert find_person(store, "ruth birch").addresses == ("ruth@birch.example",)
    assert caught.value.facts["people"] == "  Ruth Abel <ruth@abel.example>\n  Ruth Birch <ruth@birch.example>"


def test_two_people_on_one_message_know_each_other(tmp_path: Path) -> None:
    known = on_record(tmp_path, "ruth")
    assert set(known.links(["omar haddad"])["omar haddad"]) == {"b2"} | set(known.links(["omar"])["omar"]) & {"b1"}
    assert known.links(["ada brandt"]) == {"ada brandt": ("a2",)}  # she brought her up
    assert known.links(["victor blanc"]) == {}


def test_whom_the_user_named_first_is_not_known_for_that(tmp_path: Path) -> None:
    letters = (
        Letter(1, ME, RUTH, "Dear Ruth,\n\nMy friend Sam Fields is looking for a job.\n\nNora", ident="1"),
        Letter(2, RUTH, ME, "Dear Nora,\n\nTell Sam Fields to look at our page.\n\nRuth", ident="2", re="1"),
    )
    assert on_record(tmp_path, "ruth", letters).links(["sam fields"]) == {}


def test_a_crowd_shows_no_acquaintance(tmp_path: Path) -> None:
    crowd = ", ".join(f"Guest{number} Name{number} <g{number}@x.example>" for number in range(20))
    letters = (Letter(1, ME, RUTH, "Come to the opening.", cc=f"{crowd}, {SAM}", ident="1"), Letter(2, RUTH, ME, "I will.", ident="2"))
    assert on_record(tmp_path, "ruth", letters).links(["sam fields"]) == {}


def test_whom_the_user_wrote_with_they_know_when_somebody_asks_them(tmp_path: Path) -> None:
    known = on_record(tmp_path, "ruth")
    assert known.links(["omar haddad"], inbound=True) == {"omar haddad": ("b1", "b2")}


def test_a_check_reads_at_once_what_the_second_stage_has_not(tmp_path: Path) -> None:
    path = mbox(tmp_path / "a.mbox", STORY)
    importing.run([path], tmp_path / "db", me=MINE, now=NOW, read=False)
    known = ledger.from_ledger(tmp_path / "db", me=(), other=lambda _: "omar", as_of=LATE)
    with Store(tmp_path / "db", readonly=True) as store:
        assert store.account(known.own.person, MARK) == (known.own, dt.date(2025, 2, 11).toordinal())
        assert store.without_account(MARK) == ("ruth@okafor.example",)
    importing.run([path], tmp_path / "db", me=MINE, now=NOW)
    with Store(tmp_path / "db", readonly=True) as store:
        assert store.account(known.own.person, MARK) == (known.own, dt.date(2025, 2, 11).toordinal())


def test_the_recipient_is_told_from_the_users_own_addresses(tmp_path: Path) -> None:
    importing.run([mbox(tmp_path / "a.mbox", STORY)], tmp_path / "db", me=MINE, now=NOW)
    seen: list[tuple[str, ...]] = []

    def other(mine: object) -> str:
        seen.append(tuple(mine))  # type: ignore[arg-type]
        return OMAR

    known = ledger.from_ledger(tmp_path / "db", me=(), other=other, as_of=LATE)
    assert "nora@lindqvist.example" in seen[0]
    assert known.person is not None
    assert known.person.name == "Omar Haddad"


def test_what_an_older_reader_said_is_read_again_at_once(tmp_path: Path) -> None:
    from entregent.app import reading

    path = mbox(tmp_path / "a.mbox", STORY)
    importing.run([path], tmp_path / "db", me=MINE, now=NOW)
    with Store(tmp_path / "db") as store, store.transaction():
        store._db.execute("UPDATE speech SET reader = '0', data = '[\"of another form\"]'")
        store._db.execute("UPDATE accounts SET mark = '0.0', data = '[]'")
        store._db.execute("UPDATE meta SET value = '0.0' WHERE key = 'current'")
    known = ledger.from_ledger(tmp_path / "db", me=(), other=lambda _: "ruth", as_of=LATE)
    assert len(known.account().exchanges) == 6
    importing.run([path], tmp_path / "db", me=MINE, now=NOW)
    with Store(tmp_path / "db", readonly=True) as store:
        assert store.to_read(reading.READER, MINE) == []
        assert store.account("ruth@okafor.example", MARK) is not None
