"""An import, as its user would complain about it."""

from __future__ import annotations

import dataclasses
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from entregent import sources
from entregent.app import importing
from entregent.app.reading import READER
from entregent.model.issue import Trouble
from entregent.store import Store
from tests.app.letters import ME, NOW, OMAR, RUTH, STORY, Letter, crowd, maildir, mbox, shuffled

if TYPE_CHECKING:
    from pathlib import Path

MINE = ["nora@lindqvist.example"]


def take(paths: list[Path], db: Path, **more: object) -> importing.ImportReport:
    return importing.run(paths, db, me=MINE, now=NOW, **more)  # type: ignore[arg-type]


def content(db: Path, *without: str) -> str:
    with Store(db) as store:
        return store.digest(*without)


def test_every_message_is_accounted_for(tmp_path: Path) -> None:
    spam = maildir(tmp_path / "mail" / ".Junk", [Letter(5, OMAR, ME, "Win!", ident="j1")])
    drafts = maildir(tmp_path / "mail" / ".Brouillons", [Letter(6, ME, OMAR, "Unfinished", ident="d1")])
    undated = tmp_path / "mail" / "odd.eml"
    undated.write_bytes(b"From: x@y.example\nTo: nora@lindqvist.example\nSubject: when?\n\nNo date at all.\n")
    mbox(tmp_path / "mail" / "inbox.mbox", [*STORY, STORY[0]])
    report = take([tmp_path / "mail"], tmp_path / "db")
    assert spam
    assert drafts
    for one in report.containers:
        assert one.read == one.new + one.known + sum(dict(one.left_out).values())
    assert report.read == len(STORY) + 4
    assert report.new == len(STORY) + 1
    assert report.known == 1
    assert dict(report.left_out) == {"spam": 1, "draft": 1}
    assert sum(one.undated for one in report.containers) == 1


def test_a_person_exists_only_if_the_user_wrote_to_them(tmp_path: Path) -> None:
    take([mbox(tmp_path / "a.mbox", STORY)], tmp_path / "db")
    with Store(tmp_path / "db") as store:
        assert {person.name for person in store.persons()} == {"Ruth Okafor", "Omar Haddad"}


def test_the_same_message_in_two_folders_counts_once(tmp_path: Path) -> None:
    one, two = mbox(tmp_path / "sent.mbox", STORY), mbox(tmp_path / "all.mbox", STORY)
    report = take([one, two], tmp_path / "db")
    assert (report.new, report.known, report.messages) == (len(STORY), len(STORY), len(STORY))


def test_a_copy_under_another_message_id_counts_once_and_its_answers_find_it(tmp_path: Path) -> None:
    asked = Letter(1, ME, RUTH, "Could you help?", "A question", ident="one@x")
    copy = Letter(1, ME, RUTH, "Could you help?", "A question", ident="two@x")
    answers = [Letter(2, RUTH, ME, f"Yes, {of}.", "Something else", ident=f"r-{of}", re=of) for of in ("one@x", "two@x")]
    take([mbox(tmp_path / "a.mbox", [asked, copy, *answers])], tmp_path / "db")
    with Store(tmp_path / "db") as store:
        assert store.count() == 3
        first, second = store.message("one@x"), store.message("two@x")
        assert first
        assert first == second
        heard = store.heard(["ruth@okafor.example"], MINE, reader=READER)
        assert {one.thread for one in heard} == {first.id}


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_import_gives_the_same_content(tmp_path: Path, seed: int) -> None:
    letters = [*crowd(160), *STORY]
    take([mbox(tmp_path / "a.mbox", letters)], tmp_path / "straight")
    mixed = shuffled(letters, seed)
    cut = random.Random(seed).randrange(len(mixed))
    for number, part in enumerate((mixed[:cut], mixed[cut:])):
        take([mbox(tmp_path / f"part{number}.mbox", part)], tmp_path / "mixed")
    assert content(tmp_path / "straight", "places") == content(tmp_path / "mixed", "places")


@pytest.mark.parametrize("order", ["abc", "acb", "bac", "bca", "cab", "cba"])
def test_copies_that_only_a_third_one_joins(tmp_path: Path, order: str) -> None:
    """a and b share their Message-ID (a list added a footer to b), b and c their content."""
    a = Letter(1, RUTH, ME, "See you at the mill.", ident="same@x")
    b = Letter(1, RUTH, ME, "See you at the mill.\n--\nThe list", ident="same@x")
    c = Letter(1, RUTH, ME, "See you at the mill.\n--\nThe list", ident="other@x")
    for number, name in enumerate(order):
        take([mbox(tmp_path / f"{number}.mbox", [{"a": a, "b": b, "c": c}[name]])], tmp_path / "db")
    take([mbox(tmp_path / "x.mbox", [a, b, c])], tmp_path / "all")
    with Store(tmp_path / "db") as store:
        assert store.count() == 1
        assert store.message("other@x") == store.message("same@x")
        assert store.search("mill") == ["same@x"]
    assert content(tmp_path / "db", "places") == content(tmp_path / "all", "places")


def test_two_messages_that_share_a_message_id_are_both_kept(tmp_path: Path) -> None:
    letters = [Letter(1, RUTH, ME, "One.", ident="dup@x"), Letter(9, OMAR, ME, "Another.", ident="dup@x")]
    assert take([mbox(tmp_path / "a.mbox", letters)], tmp_path / "db").new == 2


def test_nothing_is_opened_where_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [mbox(tmp_path / "a.mbox", STORY[:4]), maildir(tmp_path / "box", STORY[4:])]
    take(paths, tmp_path / "db")
    monkeypatch.setattr(sources, "read", lambda *_, **__: pytest.fail("opened"), raising=False)
    report = take(paths, tmp_path / "db")
    assert all(one.unchanged for one in report.containers)
    assert (report.read, report.new, report.known) == (0, 0, len(STORY))


def test_of_an_mbox_that_grew_only_the_new_part_is_read(tmp_path: Path) -> None:
    path = mbox(tmp_path / "a.mbox", STORY[:5])
    take([path], tmp_path / "db")
    mbox(path, STORY[5:])
    report = take([path], tmp_path / "db")
    assert (report.read, report.new) == (len(STORY) - 5, len(STORY) - 5)
    take([mbox(tmp_path / "whole.mbox", STORY)], tmp_path / "other")
    assert content(tmp_path / "db", "places") == content(tmp_path / "other", "places")


def test_an_mbox_that_was_written_anew_is_read_anew(tmp_path: Path) -> None:
    path = mbox(tmp_path / "a.mbox", STORY)
    take([path], tmp_path / "db")
    path.unlink()
    mbox(path, [*STORY[3:], Letter(99, OMAR, ME, "One more.", ident="z1")])
    report = take([path], tmp_path / "db")
    assert (report.new, report.messages) == (1, len(STORY) + 1)


def test_in_a_maildir_only_new_files_are_read_and_flags_may_change(tmp_path: Path) -> None:
    box = maildir(tmp_path / "box", STORY[:4])
    take([box], tmp_path / "db")
    for file in (box / "cur").iterdir():
        file.rename(file.with_name(file.name + "R"))
    (box / "new" / "18.M2P2.host").write_bytes(STORY[4].bytes())
    report = take([box], tmp_path / "db")
    assert (report.read, report.new, report.messages) == (1, 1, 5)


def test_what_is_excluded_never_reaches_the_disk_and_stays_excluded(tmp_path: Path) -> None:
    secret = Letter(7, OMAR, ME, "The password is heliotrope.", "Heliotrope", ident="x1")
    path = mbox(tmp_path / "a.mbox", [*STORY[:3], secret])
    report = take([path], tmp_path / "db", exclude=sources.Exclusion(frozenset({"omar@haddad.example"})))
    assert dict(report.left_out) == {"excluded": 1}
    again = take([mbox(tmp_path / "b.mbox", [secret])], tmp_path / "db")
    assert dict(again.left_out) == {"excluded": 1}
    stored = b"".join(file.read_bytes().lower() for file in tmp_path.iterdir() if file.name.startswith("db"))
    assert b"heliotrope" not in stored


def test_who_the_user_is_is_proposed_asked_and_changed(tmp_path: Path) -> None:
    box = maildir(tmp_path / "box", [one for one in STORY if one.sender != ME])
    maildir(tmp_path / "box" / ".Sent", [one for one in STORY if one.sender == ME])
    asked = []
    report = importing.run([box], tmp_path / "db", now=NOW, confirm=lambda proposal: asked.append(proposal))
    assert [proposal.me for proposal in asked] == [("nora@lindqvist.example",)]
    assert (report.mine.me, report.mine.said, report.people) == (("nora@lindqvist.example",), False, 2)
    report = importing.run([box], tmp_path / "db", now=NOW, me=["ruth@okafor.example"])
    assert report.mine.said
    with Store(tmp_path / "db") as store:
        assert [person.name for person in store.persons()] == ["Nora Lindqvist"]


def test_a_rebuild_changes_nothing(tmp_path: Path) -> None:
    from entregent.app.deriving import derive
    from entregent.app.reading import catch_up

    take([mbox(tmp_path / "a.mbox", [*crowd(120), *STORY])], tmp_path / "db")
    before = content(tmp_path / "db")
    with Store(tmp_path / "db") as store:
        store.forget_derived()
        assert store.digest() != before
        derive(store)
        catch_up(store)
        assert store.digest() == before


def test_nothing_to_read_is_said_before_a_ledger_is_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Trouble, match=r"mail\.none"):
        take([tmp_path / "empty"], tmp_path / "db")
    with pytest.raises(Trouble, match=r"file\.missing"):
        take([tmp_path / "nowhere"], tmp_path / "db")
    assert not (tmp_path / "db").exists()


def test_helpers_give_what_one_process_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from entregent.app import crew

    path = mbox(tmp_path / "a.mbox", crowd(400))
    monkeypatch.setattr(crew, "helpers", lambda: 0)
    take([path], tmp_path / "alone")
    monkeypatch.setattr(crew, "helpers", lambda: 2)
    monkeypatch.setattr(crew, "_START", 0)
    monkeypatch.setattr(crew, "_USE", 0)
    monkeypatch.setattr(importing, "PARSE_TOGETHER", 16)
    take([path], tmp_path / "helped")
    assert content(tmp_path / "alone") == content(tmp_path / "helped")


_SCRIPT = """
import sys
from datetime import UTC, datetime
from entregent.app import crew, importing, reading
importing.PARSE_TOGETHER, importing.STORE_TOGETHER, reading._STORED, reading._ACCOUNTS = 8, 24, 24, 2
crew._START = crew._USE = int(sys.argv[3])
importing.run(sys.argv[1].split(":"), sys.argv[2], me=["nora@lindqvist.example"], now=datetime(2025, 6, 1, 12, tzinfo=UTC))
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("helped", [0, 1_000_000])
def test_killed_at_any_moment_it_goes_on_with_nothing_lost_and_nothing_twice(tmp_path: Path, helped: int) -> None:
    letters = crowd(700)
    paths = [mbox(tmp_path / "a.mbox", letters[:400]), maildir(tmp_path / "box", letters[400:])]
    script = tmp_path / "run.py"
    script.write_text(_SCRIPT)
    joined = ":".join(map(str, paths))

    def command(db: Path) -> list[str]:
        return [sys.executable, str(script), joined, str(db), str(helped)]

    started = time.monotonic()
    subprocess.run(command(tmp_path / "whole"), check=True)
    whole = time.monotonic() - started
    expected = content(tmp_path / "whole")
    chance = random.Random(helped)
    kills = 0
    for attempt in range(40):
        db = tmp_path / f"killed{attempt}"
        while True:
            with subprocess.Popen(command(db)) as process:
                try:
                    # From before the first line of it to somewhat after the end, more often early: what was done is not done again.
                    assert process.wait(timeout=whole * chance.random() ** 1.5) == 0
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    kills += 1
                else:
                    break
            if kills >= 15:
                subprocess.run(command(db), check=True)
                break
        assert content(db) == expected
        if kills >= 15:
            break
    assert kills >= 15


def test_a_message_that_kills_its_reader_is_reported_and_costs_nothing_else() -> None:
    from entregent.app.crew import Crew

    with Crew("tests.app.fatal:task", "setting", workers=2) as crew_:
        import entregent.app.crew as module

        batches = [[1, 2, 3, 4], [5, 6, 13, 8], [9, 10]]
        start, use = module._START, module._USE
        module._START = module._USE = 0
        try:
            results = [result for _, part in crew_.map(batches) for result in part]
        finally:
            module._START, module._USE = start, use
    assert results == [2, 4, 6, 8, 10, 12, None, 16, 18, 20]


def test_progress_tells_all_stages(tmp_path: Path) -> None:
    steps: list[importing.Step] = []
    take([mbox(tmp_path / "a.mbox", STORY)], tmp_path / "db", progress=steps.append)
    assert [step.stage for step in steps] == ["find", "mail", "people", "acts", "accounts"]
    assert dataclasses.is_dataclass(importing.ImportReport)
