"""A few correspondences read from their words, so that ledger and reader are known to fit together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from entregent.ledger import account
from entregent.model.mail import Message
from tests.ledger.letters import ME, MINE, PERSON, RUTH, bonds, only

if TYPE_CHECKING:
    from entregent.model.account import Account

read = pytest.importorskip("entregent.language").read


def correspond(*letters: tuple[str, str, str, str]) -> Account:
    """The account of letters (by, day, subject, body)."""
    heard = []
    for by, day, subject, body in letters:
        sender, to = (ME, RUTH) if by == "me" else (RUTH, ME)
        moment = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
        heard.append((Message(f"{day}@{by}", moment, 0, sender, (to,), (), subject, body), read(body, subject=subject)))
    return account(PERSON, heard, MINE)


def test_an_introduction_in_english() -> None:
    told = correspond(
        (
            "me",
            "2025-03-02",
            "Harbour master",
            "Dear Ruth,\n\nCould you introduce me to the harbour master? I would like to ask him about night berths.\n\nNoor",
        ),
        ("other", "2025-03-04", "Re: Harbour master", "Hi Noor,\n\nSure. His address is pilot@quay.example, tell him that I sent you.\n\nRuth"),
        ("me", "2025-03-05", "Re: Harbour master", "Thank you so much for your help, Ruth!"),
    )
    ask = only(told, "ask")
    assert (ask.what, ask.by) == ("intro", "me")
    assert {("ask", "helped", "help"), ("help", "thanked", "thanks")} <= bonds(told)
    assert told.turn is None


def test_a_proofreading_in_french() -> None:
    told = correspond(
        (
            "me",
            "2025-03-02",
            "Mon chapitre",
            "Bonjour Ruth,\n\nPourriez-vous relire mon chapitre sur les écluses et me dire ce que vous en pensez ?\n\nNoor",
        ),
        ("other", "2025-03-06", "Re: Mon chapitre", "Bonjour Noor,\n\nC’est fait, mes remarques sont dans la marge.\n\nRuth"),
    )
    assert only(told, "ask").what == "review"
    assert ("ask", "helped", "help") in bonds(told)
    assert told.turn is None


def test_a_question_that_waits_for_me() -> None:
    told = correspond(("other", "2025-03-02", "Votre directrice", "Bonjour Noor,\n\nPourriez-vous me présenter à votre directrice ?\n\nRuth"))
    assert told.turn == "me"
    assert only(told, "ask").by == "other"
