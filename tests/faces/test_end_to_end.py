"""The first days with Entregent, on the command line: mail in, who is who, a draft, and what only the user knows."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from mailbox import mbox
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faces.conftest import Ran

    Run = Callable[..., Ran]

NINA, RUTH, SAM = "Nina Roth <nina@roth.example>", "Ruth Okafor <ruth@okafor.example>", "Sam Okafor <sam@okafor.example>"
MAIL = (
    ("2026-01-10", NINA, RUTH, "Pilot boats", "Dear Ruth,\n\nCould you tell me who buys the pilot boats at your harbour?\n\nNina"),
    ("2026-01-12", RUTH, NINA, "Re: Pilot boats", "Dear Nina,\n\nOmar Haddad does, his address is omar@harbour.example.\n\nRuth"),
    ("2026-02-02", NINA, "Omar Haddad <omar@harbour.example>", "Pilot boats", "Dear Omar,\n\nRuth Okafor gave me your address.\n\nNina"),
    ("2026-03-01", RUTH, NINA, "Fair", "Will you be at the fair in May?\n\nRuth"),
    ("2026-03-02", NINA, RUTH, "Re: Fair", "Yes, on both days.\n\nNina"),
    ("2026-04-20", "Harbour Office <office@harbour.example>", NINA, "Parking", "Your parking permit is ready.\n"),
    ("2026-04-21", NINA, "office@harbour.example", "Re: Parking", "Thank you, I will fetch it on Monday.\n\nNina"),
    ("2026-05-04", NINA, SAM, "Photographs", "Dear Sam,\n\nHere are the photographs of the launch.\n\nNina"),
)
DRAFT = "Dear Ruth,\n\nMy friend Tom is looking for a post as a welder. Could you pass on his CV to your director?\n\nBest wishes,\nNina\n"
DAY = "2026-06-15"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """Nina's mail in an mbox."""
    path = tmp_path / "mail.mbox"
    made = mbox(path)
    first: dict[str, str] = {}
    for number, (day, sender, to, subject, body) in enumerate(MAIL):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, to, subject
        message["Date"] = format_datetime(datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC))
        message["Message-ID"] = f"<{number}@roth.example>"
        if subject.startswith("Re: "):
            message["In-Reply-To"] = first[subject[4:]]
        first[subject] = message["Message-ID"]
        message.set_content(body)
        made.add(message)
    made.close()
    return path


@pytest.fixture
def db(tmp_path: Path, box: Path, entregent: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of Nina's mail, named by ENTREGENT_DB."""
    path = tmp_path / "ledger.sqlite"
    monkeypatch.setenv("ENTREGENT_DB", str(path))
    assert entregent("import", box, "--me", "nina@roth.example").code == 0
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT)
    return path


def as_json(ran: Ran) -> Any:
    """What a command said with `--format json`."""
    assert ran.err == ""
    return json.loads(ran.out)


def test_an_import_reports_and_a_second_one_has_nothing_to_do(entregent: Run, db: Path, box: Path) -> None:
    again = entregent("import", box)
    assert again.code == 0
    assert "Nothing new" in again.out
    assert "You: nina@roth.example" in again.out
    made = as_json(entregent("import", box, "--format", "json"))
    assert (made["new"], made["known"], made["messages"]) == (0, 8, 8)
    if os.name == "posix":
        assert stat.S_IMODE(db.stat().st_mode) == 0o600


def test_without_a_terminal_nobody_is_asked_and_the_report_says_how_to_confirm(entregent: Run, tmp_path: Path, box: Path) -> None:
    ran = entregent("import", box, "--db", tmp_path / "l.db")
    assert ran.code == 0
    assert "You are taken to be: nina@roth.example" in ran.out
    assert f"    entregent import {box} --me nina@roth.example --db {tmp_path / 'l.db'}\n" in ran.out
    assert "You: nina@roth.example" in entregent("import", box, "--yes", "--db", tmp_path / "l.db").out


def test_what_is_excluded_is_named_and_not_stored(entregent: Run, tmp_path: Path, box: Path) -> None:
    command = ("import", box, "--me", "nina@roth.example", "--db", tmp_path / "l.db")
    made = as_json(entregent(*command, "--exclude", "harbour.example", "--format", "json"))
    assert made["left_out"] == {"excluded": 3}
    assert made["messages"] == 5
    assert entregent("import", box, "--exclude", "folder:", "--db", tmp_path / "l.db").code == 2


def test_people_and_who(entregent: Run, db: Path) -> None:
    names = [one["name"] for one in as_json(entregent("people", "--format", "json", "--as-of", DAY))]
    assert set(names) >= {"Ruth Okafor", "Omar Haddad", "Sam Okafor"}
    ran = entregent("who", "Ruth", "--as-of", DAY)
    assert ran.code == 0
    assert "ruth@okafor.example" in ran.out
    assert "In the mail read" in ran.out
    portrait = as_json(entregent("who", "ruth@okafor.example", "--format", "json", "--as-of", DAY))
    assert portrait["name"] == "Ruth Okafor"
    assert portrait["silence"] == {"days": 180, "probability": None}


def test_a_person_that_is_not_there_and_two_of_a_name(entregent: Run, db: Path, draft: Path) -> None:
    unknown = entregent("who", "Zebedee")
    assert unknown.code == 2
    assert "nobody in the ledger is called “Zebedee”" in unknown.err
    several = entregent("who", "Okafor")
    assert several.code == 2
    assert "several people are called “Okafor”" in several.err
    assert "<ruth@okafor.example>" in several.err
    assert "<sam@okafor.example>" in several.err
    assert entregent("check", draft, "--with", "Okafor").code == 2


def test_a_draft_against_the_ledger_and_a_history_gives_the_same(entregent: Run, db: Path, box: Path, draft: Path) -> None:
    by_ledger = as_json(entregent("check", draft, "--with", "ruth@okafor.example", "--as-of", DAY, "--format", "json"))
    by_files = as_json(
        entregent("check", draft, "--with", "ruth@okafor.example", "--as-of", DAY, "--format", "json", "--history", box, "--me", "nina@roth.example")
    )
    assert by_ledger["coverage"]["messages"] > 0
    assert by_ledger["schema"] == 1
    assert by_ledger["relation"]["person"] == "Ruth Okafor"
    for key in ("language", "direction", "findings", "coverage"):
        assert by_ledger[key] == by_files[key]
    spans = [span for finding in by_ledger["findings"] for span in finding["spans"]]
    assert all(DRAFT[span["start"] : span["end"]] == span["text"] for span in spans)


def test_a_draft_without_any_ledger(entregent: Run, draft: Path) -> None:
    ran = entregent("check", draft)
    assert ran.code in {0, 1}
    assert "no mail: nobody was named" in ran.out
    assert "dismiss" not in ran.out
    made = as_json(entregent("check", draft, "--stage", "established", "--format", "json"))
    assert made["relation"]["stage"] == "established"
    assert made["relation"]["grounds"] == "said"


def test_a_meeting_counts_and_a_remark_does_not(entregent: Run, db: Path) -> None:
    met = entregent("note", "Ruth Okafor", "had lunch", "--on", "2026-06-01", "--role", "mentor", "--known-since", "2012")
    assert met.code == 0
    assert "It counts as an exchange." in " ".join(met.out.split())
    assert "--remark" in met.out
    assert "role" not in entregent("note", "Ruth Okafor", "prefers short mails").out
    portrait = as_json(entregent("who", "Ruth Okafor", "--as-of", DAY, "--format", "json"))
    assert portrait["last_exchange"] == "2026-06-01"
    assert portrait["relation"]["role"] == "mentor"
    assert ("met", "had lunch") in {(one["kind"], one["value"]) for one in portrait["said"]}
    assert entregent("note", "Ruth Okafor").code == 2
    assert entregent("note", "Ruth Okafor", "x", "--met", "--remark").code == 2


def test_thanks_in_person_and_a_correction_outrank_the_mail(entregent: Run, db: Path) -> None:
    entries = as_json(entregent("who", "Ruth Okafor", "--as-of", DAY, "--format", "json"))["entries"]
    assert entries
    assert "in person" in entregent("thanked", "Ruth Okafor").out
    assert as_json(entregent("who", "Ruth Okafor", "--format", "json"))["balance"]["unthanked"] == 0
    ran = entregent("correct", entries[0]["key"][:8], "nothing")
    assert (ran.code, ran.out.split(":")[0]) == (0, "Noted")
    kept = {one["key"] for one in as_json(entregent("who", "Ruth Okafor", "--as-of", DAY, "--format", "json"))["entries"]}
    assert entries[0]["key"] not in kept
    assert "there is no entry" in entregent("correct", "zzzz", "help").err


def test_merge_and_split(entregent: Run, db: Path) -> None:
    merged = entregent("merge", "ruth@okafor.example", "office@harbour.example")
    assert merged.code == 0
    assert "office@harbour.example" in merged.out
    assert as_json(entregent("who", "office@harbour.example", "--format", "json"))["name"] == "Ruth Okafor"
    split = entregent("split", "ruth@okafor.example", "office@harbour.example")
    assert split.code == 0
    assert as_json(entregent("who", "ruth@okafor.example", "--format", "json"))["addresses"] == ["ruth@okafor.example"]
    assert "none of Ruth Okafor's addresses" in entregent("split", "ruth@okafor.example", "x@y.example").err


def test_a_finding_that_is_dismissed_is_not_shown_again(entregent: Run, db: Path, draft: Path) -> None:
    command = ("check", draft, "--with", "ruth@okafor.example", "--as-of", DAY, "--format", "json")
    before = as_json(entregent(*command))["findings"]
    assert before
    assert entregent("dismiss", before[0]["id"]).code == 0
    assert before[0]["id"] not in {one["id"] for one in as_json(entregent(*command))["findings"]}
    assert entregent("dismiss", "E101").code == 2


def test_a_ledger_that_is_none_or_of_a_newer_version(entregent: Run, tmp_path: Path, db: Path) -> None:
    (tmp_path / "other.txt").write_text("hello, I am no ledger")
    ran = entregent("people", "--db", tmp_path / "other.txt")
    assert ran.code == 2
    assert "is no Entregent ledger, or it is damaged" in " ".join(ran.err.split())
    import sqlite3

    with sqlite3.connect(db) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    ran = entregent("people")
    assert ran.code == 2
    assert "was written by a newer Entregent" in " ".join(ran.err.split())


def test_a_ledger_to_which_somebody_else_writes(entregent: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    monkeypatch.setattr("entregent.store.connection.PATIENCE", 0.05)
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        ran = entregent("note", "Ruth Okafor", "had lunch")
        assert ran.code == 2
        assert "another process is writing to the ledger" in " ".join(ran.err.split())
        assert entregent("who", "Ruth Okafor").code == 0  # reading never waits
    finally:
        other.close()


def test_a_damaged_ledger(entregent: Run, db: Path) -> None:
    data = bytearray(db.read_bytes())
    data[16_384:] = b"\x55" * (len(data) - 16_384)
    db.write_bytes(data)
    for side in ("-wal", "-shm"):
        db.with_name(db.name + side).unlink(missing_ok=True)
    ran = entregent("people")
    assert ran.code == 2
    assert "is no Entregent ledger, or it is damaged" in " ".join(ran.err.split())


def test_acts_of_a_mail_speak_of_its_body(entregent: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.eml"
    body = "Dear Ruth,\n\nThank you so much for your help last week.\n\nNina\n"
    path.write_text(f"From: {NINA}\nTo: {RUTH}\nSubject: Thanks\n\n{body}")
    made = as_json(entregent("acts", path, "--format", "json"))
    assert made["schema"] == 1
    assert made["language"] == "en"
    assert all(body[one["start"] : one["end"]] == one["text"] for one in made["sentences"])
    assert "thanks" in {act["label"] for one in made["sentences"] for act in one["acts"]}
    assert "Thank you so much" in entregent("acts", path).out
