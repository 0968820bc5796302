"""Entregent from Python: `entregent.check` and `entregent.acts`, as the README shows them."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from mailbox import mbox
from typing import TYPE_CHECKING

import pytest

import entregent
from entregent.app import checking
from entregent.model.finding import Report
from entregent.model.issue import Trouble
from entregent.model.speech import LABELS

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = """Dear Ruth,

It was good to meet you at the harbour fair in May, and I hope that the new term has started well for you.

My friend Sam is looking for a job. Could you pass on his CV to your director?

Best wishes,
Nina
"""
CLAIR = """Chère Ruth,

C'était un plaisir de vous rencontrer à la fête du port, et j'espère que la rentrée se passe bien pour vous.

Mon ami Sam cherche un emploi. Pourriez-vous transmettre son CV à votre directrice ?

Bien à vous,
Nina
"""
FRIENDLY = """Dear Ruth,

Thank you so much for your help with the boats. It was good to see you at the fair.

See you in May,
Nina
"""


def test_a_favour_for_a_friend_is_found_in_both_languages() -> None:
    for body, language, words in ((PLAIN, "en", "Could you pass on his CV"), (CLAIR, "fr", "Pourriez-vous transmettre son CV")):
        report = entregent.check(body)
        assert isinstance(report, Report)
        assert report.language == language
        (finding,) = [one for one in report.findings if one.code == "E101"]
        assert any(body[start:end].startswith(words) for start, end in finding.spans)
        assert report.stops


def test_a_letter_of_thanks_is_left_in_peace() -> None:
    assert entregent.check(FRIENDLY).findings == ()


def test_blame_is_found_and_can_be_taken_out() -> None:
    body = PLAIN.replace(
        "My friend Sam is looking for a job. Could you pass on his CV to your director?",
        "Why can't you just help me? You never even answered my last message.",
    )
    report = entregent.check(body)
    (finding,) = [one for one in report.findings if one.code == "E301"]
    assert finding.edits
    assert finding.send == "after_edit"


def test_the_first_contact_that_asks_whom_they_know() -> None:
    early = PLAIN.replace(
        "My friend Sam is looking for a job. Could you pass on his CV to your director?", "Could you introduce me to people in your network?"
    )
    assert "E201" in {one.code for one in entregent.check(early, other="Ruth", stage="new").findings}
    assert "E201" not in {one.code for one in entregent.check(early, other="Ruth", stage="established").findings}


def test_with_a_history_as_the_first_page_shows(tmp_path: Path) -> None:
    made = mbox(tmp_path / "ruth.mbox")
    for number, (sender, to) in enumerate((("nina@roth.example", "ruth@okafor.example"), ("ruth@okafor.example", "nina@roth.example"))):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"], message["Message-ID"] = sender, to, "Fair", f"<{number}@x.example>"
        message["Date"] = format_datetime(datetime(2025, 5, 1 + number, 9, tzinfo=UTC))
        message.set_content("Will you be at the fair?\n")
        made.add(message)
    made.close()
    report = entregent.check(
        PLAIN, other="ruth@okafor.example", me="nina@roth.example", history=["ruth.mbox" and tmp_path / "ruth.mbox"], as_of="2025-06-01"
    )
    assert report.relation is not None
    assert (report.relation.stage, report.coverage.messages) == ("new", 2)


def test_no_ledger_is_read_unless_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ENTREGENT_DB", str(tmp_path / "no-ledger-at-all"))
    assert entregent.check(PLAIN, other="ruth@okafor.example").coverage.messages == 0
    with pytest.raises(Trouble, match=r"ledger\."):
        entregent.check(PLAIN, other="ruth@okafor.example", db=tmp_path / "no-ledger-at-all")


def test_acts_of_a_text() -> None:
    heard = entregent.acts(PLAIN)
    assert all(PLAIN[one.start : one.end] == one.text for one in heard)
    assert {act.label for one in heard for act in one.acts} <= set(LABELS)
    assert all(0 <= act.score <= 1 for one in heard for act in one.acts)
    assert [one.text for one in heard if one.has("ask:job")] == ["Could you pass on his CV to your director?"]
    assert {one.language for one in entregent.acts(CLAIR)} == {"fr"}
    assert entregent.acts("Merci !", language="fr")[0].language == "fr"
    assert isinstance(heard, list)


def test_acts_of_what_was_quoted_are_not_the_writers() -> None:
    assert not any(one.has("ask:job") for one in entregent.acts("Thank you, I will.\n\nNina\n\n> Could you pass on his CV to your director?\n"))


def test_the_door_hands_on_all_that_a_check_takes() -> None:
    outer, inner = inspect.signature(entregent.check).parameters, inspect.signature(checking.check).parameters
    assert set(inner) - set(outer) == {"words"}
    assert all(outer[name].default == inner[name].default for name in outer)


def test_importing_the_package_loads_next_to_nothing() -> None:
    program = "import sys, entregent; print(len([name for name in sys.modules if name.startswith('entregent')]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 2


def test_a_check_loads_nothing_that_is_slow() -> None:
    program = (
        "import sys, entregent; entregent.check('Could you pass on my CV to your director, please?', other='Ruth');"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"numpy", "sklearn", "rapidfuzz", "platformdirs", "multiprocessing", "selectolax"} & set(done.stdout.split())
