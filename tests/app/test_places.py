"""Where the ledger lies, and what the user keeps out."""

from __future__ import annotations

from pathlib import Path

import pytest

from entregent.app.excluding import excluding
from entregent.app.places import ledger
from entregent.model.issue import Trouble


def test_the_ledger_is_where_the_user_says_else_where_the_environment_does(tmp_path: Path) -> None:
    environment = {"ENTREGENT_DB": str(tmp_path / "env.sqlite")}
    assert ledger(tmp_path / "mine.sqlite", environment) == tmp_path / "mine.sqlite"
    assert ledger(None, environment) == tmp_path / "env.sqlite"
    assert ledger("", environment) == tmp_path / "env.sqlite"
    assert ledger("~/mine.sqlite", {}) == Path.home() / "mine.sqlite"


def test_by_default_it_lies_with_the_users_data() -> None:
    path = ledger(None, {})
    assert path.name == "ledger.sqlite"
    assert path.parent.name.lower().startswith("entregent")
    assert path.is_absolute()


def test_what_is_kept_out_as_the_user_writes_it() -> None:
    made = excluding(
        ["Ann@Clinic.example", "@Bank.example", "shop.example", "folder:Private", "dossier: Famille ", "LABEL:Family", "étiquette:Santé"]
    )
    assert made.addresses == {"ann@clinic.example"}
    assert made.domains == {"bank.example", "shop.example"}
    assert tuple(made.folders) == ("Private", "Famille")
    assert tuple(made.labels) == ("Family", "Santé")


@pytest.mark.parametrize("said", ["", "  ", "folder:", "ann", "colour:red", "a b.example", "/home/ann/mail.mbox", "."])
def test_what_cannot_be_meant(said: str) -> None:
    with pytest.raises(Trouble, match=r"exclude\.bad"):
        excluding([said])
