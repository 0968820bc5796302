"""The command line from outside: exit codes, errors that say what to do, help that teaches."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from entregent.faces.cli import check
from entregent.faces.cli.commands import COMMANDS
from entregent.faces.cli.screen import columns
from entregent.version import __version__
from tests.faces.conftest import DRAFT, FISHING, REPORT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faces.conftest import Ran

    Run = Callable[..., Ran]

NBSP = "\u00a0"


def plain(text: str) -> str:
    """Without the breaks that the width made."""
    return " ".join(text.replace(NBSP, " ").replace("\u202f", " ").split())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_a_help_page_that_fits_the_terminal(entregent: Run, monkeypatch: pytest.MonkeyPatch, language: str, command: str) -> None:
    monkeypatch.setenv("ENTREGENT_LANG", language)
    monkeypatch.setenv("COLUMNS", "70")
    ran = entregent(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"entregent {command}")
    assert "\n  entregent " in ran.out or "\n  echo " in ran.out
    # what is to be copied is never broken, all the rest is
    assert all(columns(line) <= 70 for line in ran.out.split("\n") if not line.startswith(("  entregent", "  echo")))
    assert "{" not in ran.out.replace("{bash", "")


def test_the_first_page_lists_every_command(entregent: Run) -> None:
    ran = entregent("--help")
    assert ran.code == 0
    assert all(f"\n  {command.name} " in ran.out for command in COMMANDS)
    assert ran == entregent("help") == entregent("-h")
    assert entregent("help", "check").out == entregent("check", "-h").out


def test_without_a_command_the_first_page_comes_as_an_error(entregent: Run) -> None:
    assert entregent().code == 2


def test_the_version(entregent: Run) -> None:
    assert entregent("--version").out == f"entregent {__version__}\n"


@pytest.mark.parametrize(
    ("argv", "english", "french"),
    [
        (["chek"], "Did you mean “check”?", "Vouliez-vous dire « check » ?"),
        (["frobnicate"], "there is no command “frobnicate”.", "il n'y a pas de commande « frobnicate »."),
        (["check", "a", "b"], "not understood: b", "non reconnu : b"),
        (["check", "--with"], "--with/--to: a value is missing", "--with/--to : il manque une valeur"),
        (["check", "--stage", "friend"], "'friend' is none of", "'friend' ne figure pas parmi"),
        (["check", "--inbound=yes"], "takes no value", "ne prend pas de valeur"),
        (["who"], "still missing: NAME", "il manque : NAME"),
        (["people", "--as-of", "12.3.2026"], "“12.3.2026” is no date. Write it as 2026-06-15", "« 12.3.2026 » n'est pas une date."),
        (["note", "Ruth", "--known-since", "long ago"], "Write a year, a month or a day", "Écrivez une année, un mois ou un jour"),
        (["people", "--horizon", "soon"], "“soon” is no number of days", "« soon » n'est pas un nombre de jours"),
        (["check", "/no/such/draft.eml"], "there is no /no/such/draft.eml", "/no/such/draft.eml n'existe pas"),
        (["check", "/"], "/ is a folder", "/ est un dossier"),
        (["check", os.devnull], "the draft is empty", "le brouillon est vide"),
        (["who", "Ruth"], "there is no ledger yet. Read your mail into one first: entregent import PATH", "il n'y a pas encore de registre."),
        (["people", "--db", "/no/such.db"], "there is no ledger /no/such.db. Look at --db", "le registre /no/such.db n'existe pas."),
    ],
)
def test_a_bad_input_says_what_is_wrong_and_what_to_do(
    entregent: Run, monkeypatch: pytest.MonkeyPatch, argv: list[str], english: str, french: str
) -> None:
    for language, words in (("en", english), ("fr", french)):
        monkeypatch.setenv("ENTREGENT_LANG", language)
        ran = entregent(*argv)
        assert ran.code == 2
        assert ran.out == ""
        assert words in plain(ran.err)
        assert len(ran.err.strip().split("\n")) >= 2, "it says what to do as well"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("box.mbox", b"From a@b Mon\nSubject: x\n\nhello\n\nFrom a@b Mon\nSubject: y\n\nagain\n", "holds several messages"),
        ("draft.docx", b"PK\x03\x04rest", "neither a mail nor plain text"),
        ("draft.doc", b"\xd0\xcf\x11\xe0\0\0\0", "neither a mail nor plain text"),
        ("blank.txt", b" \n\n ", "the draft is empty"),
    ],
)
def test_what_is_no_draft(entregent: Run, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    ran = entregent("check", tmp_path / name)
    assert ran.code == 2
    assert said in plain(ran.err)


def test_a_history_that_is_not_there(entregent: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    ran = entregent("check", tmp_path / "draft.txt", "--history", tmp_path / "no.mbox")
    assert ran.code == 2
    assert "no.mbox" in "".join(ran.err.split()), "a long path is broken into lines"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """`app.checking.check` replaced by one that gives REPORT and remembers how it was called."""
    called: dict[str, object] = {}

    def stand_in(draft: object, **more: object) -> object:
        called.update(more, draft=draft)
        return called.get("report", REPORT)

    monkeypatch.setitem(sys.modules, "entregent.app.checking", SimpleNamespace(check=stand_in))
    return called


def test_check_exits_with_1_only_where_something_is_at_stop(entregent: Run, tmp_path: Path, checked: dict[str, object]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT)
    assert entregent("check", draft).code == 1
    checked["report"] = check_report = REPORT.__class__(**{name: getattr(REPORT, name) for name in REPORT.__slots__} | {"findings": (FISHING,)})
    assert not check_report.stops
    assert entregent("check", draft).code == 0


def test_what_the_command_line_says_reaches_the_check(
    entregent: Run, tmp_path: Path, checked: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, box = tmp_path / "draft.txt", tmp_path / "a.mbox"
    draft.write_text(DRAFT)
    box.write_text("")
    monkeypatch.setenv("ENTREGENT_LANG", "fr")
    entregent(
        "check", "--to", "Ruth", draft, "--me", "n@r.example", "--history", box, "--inbound", "--as-of", "2026-06-15", "--known-since=2012",
        "--role", "mentor", "--stage", "close",
    )  # fmt: skip
    assert {name: str(value) for name, value in checked.items()} == {
        "draft": str(draft), "other": "Ruth", "me": "n@r.example", "history": str((box,)), "inbound": "True", "as_of": "2026-06-15",
        "language": "None", "words": "fr", "db": "None", "stage": "close", "known_since": "2012-01-01", "role": "mentor",
    }  # fmt: skip


def test_a_draft_from_standard_input(entregent: Run, checked: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    for argv in (["check", "-"], ["check"]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Dear Ruth,\n")))
        entregent(*argv)
        assert checked["draft"] == b"Dear Ruth,\n"


def test_the_report_speaks_the_language_of_the_draft_and_of_lang(
    entregent: Run, tmp_path: Path, checked: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "Better not sent as it is" in entregent("check", draft).out
    assert "À ne pas envoyer tel quel" in entregent("check", draft, "--lang", "fr").out
    monkeypatch.setenv("ENTREGENT_LANG", "fr")
    assert "À ne pas envoyer tel quel" in entregent("check", draft).out
    assert "Better not sent as it is" in entregent("check", draft, "--lang", "en").out


def test_an_error_of_ours_tells_where_but_never_what_it_was_reading(entregent: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ValueError("Dear Ruth, this is private")

    monkeypatch.setattr(check, "run", broken)
    ran = entregent("check", tmp_path)
    assert ran.code == 3
    assert "ValueError" in ran.err
    assert "private" not in ran.err
    assert "test_main.py" in ran.err
    assert str(tmp_path) not in ran.err
    monkeypatch.setenv("ENTREGENT_DEBUG", "1")
    assert "private" in entregent("check", tmp_path).err


def test_ctrl_c(entregent: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    ran = entregent("check", tmp_path)
    assert (ran.code, ran.err.strip()) == (130, "Stopped.")
    monkeypatch.setitem(sys.modules, "entregent.faces.cli.importing", SimpleNamespace(run=stopped))
    ran = entregent("import", tmp_path)
    assert "the same command goes on where it stopped" in ran.err


def test_python_dash_m_and_a_reader_that_goes_away() -> None:
    environment = os.environ | {"ENTREGENT_LANG": "en"}
    ran = subprocess.run([sys.executable, "-m", "entregent", "--version"], capture_output=True, text=True, env=environment, check=False)
    assert (ran.returncode, ran.stdout) == (0, f"entregent {__version__}\n")
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [sys.executable, "-m", "entregent", "--help"], stdout=writer, stderr=subprocess.PIPE, text=True, env=environment, check=False
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, "")


def test_a_terminal_that_knows_ascii_alone_is_no_error() -> None:
    environment = os.environ | {"ENTREGENT_LANG": "fr", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([sys.executable, "-m", "entregent", "--help"], capture_output=True, env=environment, check=False)
    assert ran.returncode == 0
    assert b"relations professionnelles" in ran.stdout


SLOW = ["platformdirs", "numpy", "rapidfuzz", "shutil", "textwrap", "unicodedata", "difflib", "traceback", "locale", "subprocess", "email", "json"]


def test_the_hot_path_does_not_load_what_is_slow() -> None:
    """What a `check` needs of the face; the rooms have tests of their own."""
    code = "import sys; import {}; print(*[name for name in sys.argv[1:] if name in sys.modules])"

    def loaded(modules: str) -> set[str]:
        ran = subprocess.run([sys.executable, "-c", code.format(modules), *SLOW], capture_output=True, text=True, check=True)
        return set(ran.stdout.split())

    face = ", ".join(f"entregent.faces.cli.{name}" for name in ("main", "parser", "check", "report"))
    assert loaded(face) <= loaded("argparse, dataclasses")
