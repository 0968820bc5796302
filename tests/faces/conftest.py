"""A command line that runs in this process, and a report to show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from entregent.faces.cli.main import main
from entregent.model.finding import Coverage, Edit, Evidence, Finding, Report
from entregent.model.relation import Balance, Relation
from entregent.model.speech import Span

if TYPE_CHECKING:
    from collections.abc import Callable


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """No setting of whoever runs the tests shows in them; a ledger of theirs least of all."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "ENTREGENT_LANG", "NO_COLOR", "FORCE_COLOR", "ENTREGENT_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ENTREGENT_DB", f"{tmp_path}/none/ledger.sqlite")


@pytest.fixture
def entregent(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command line and gives its exit code and what it printed."""

    def run(*argv: object) -> Ran:
        code = main([str(word) for word in argv])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


DRAFT = """Dear Ruth,

It was good to meet you at the harbour fair, and I hope that the new term has
started well for you.

My friend Sam is looking for a post as an accountant. Could you pass on his CV to your director? He is very good.
Whom else do you know in the port, by the way?

Best wishes,
Nina
"""


def span(words: str, text: str = DRAFT) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


RUTH = Relation(
    "ruth@okafor.example",
    "Ruth Okafor",
    "new",
    "record",
    "alive",
    2,
    date(2026, 5, 3),
    date(2026, 6, 1),
    date(2026, 6, 1),
    Balance(1, 0, 1, 0, 1),
    "",
    "me",
)
FAVOUR = Finding(
    "4f2a91c0", "E101", "favour-for-stranger", "stop", (span("Could you pass on his CV to your director?"),),
    "You ask Ruth to pass on Sam's CV. I find no link between them in your mail.",
    (Evidence("a@okafor.example", date(2026, 5, 3), "It was a pleasure to meet you."),),
    "Would one question that she can answer herself do?",
    (Edit(*span("Could you pass on his CV to your director?"), "Is your department hiring this autumn, as far as you know?"),), "after_edit",
)  # fmt: skip
FISHING = Finding(
    "77aa91c0", "E202", "fishing-for-contacts", "warn", (span("Whom else do you know in the port, by the way?"),),
    "Contacts are asked for without a name or a goal.", (), "Say what interests you and leave her free.",
    (Edit(*span("Whom else do you know in the port, by the way?"), ""),), "after_edit",
)  # fmt: skip
REPORT = Report(
    "en", "out", DRAFT, False, RUTH, (FAVOUR, FISHING), (("E302", "nothing was asked before"),),
    Coverage(date(2026, 5, 1), date(2026, 6, 1), 41, ("nl",)),
)  # fmt: skip
