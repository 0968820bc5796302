"""What the user says outranks the mail, and whatever order it comes in the account is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.ledger import mirror, until
from entregent.ledger.due import due
from entregent.model.account import Said
from tests.ledger.letters import PERSON, SAM, bonds, book, kinds, letter, only

if TYPE_CHECKING:
    import random

    from entregent.model.mail import Kind, Message
    from entregent.model.speech import Speech

ASK = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit?", "ask:advice"))
HELP = letter("other", "2025-03-03", "Re: Quay permits", ("The one on Dock Street, they answer within the week.", "help"), re=ASK)
RUTH = PERSON.key


def test_thanked_in_person() -> None:
    key = only(book(ASK, HELP), "help").key
    told = book(ASK, HELP, said=[Said("thanked", RUTH, key, "", date(2025, 3, 8), number=4)])
    assert ("help", "thanked", "thanks") in bonds(told)
    assert only(told, "thanks").said
    assert only(told, "thanks").by == "me"


def test_thanked_for_all_so_far_but_not_for_what_came_later() -> None:
    more = letter("other", "2025-05-03", "Drawings", ("Here are the crane drawings you were after.", "help"))
    told = book(ASK, HELP, more, said=[Said("thanked", RUTH, "", "", date(2025, 4, 1), number=1)])
    first, second = (one for one in told.entries if one.kind == "help")
    assert told.paired(first.key, "thanked")
    assert not told.paired(second.key, "thanked")


def test_thanks_said_to_somebody_else_close_nothing_here() -> None:
    assert "thanks" not in kinds(book(ASK, HELP, said=[Said("thanked", "sam@fields.example", "", "", date(2025, 4, 1))]))


def test_help_that_was_none_is_taken_out_and_its_key_stays_good() -> None:
    key = only(book(ASK, HELP), "help").key
    told = book(ASK, HELP, said=[Said("correct", RUTH, key, "nothing", number=1)])
    assert "help" not in kinds(told)
    back = book(ASK, HELP, said=[Said("correct", RUTH, key, "nothing", number=1), Said("correct", RUTH, key, "help", number=2)])
    assert only(back, "help").key == key


def test_a_request_that_was_no_favour() -> None:
    key = only(book(ASK, HELP), "ask").key
    told = book(ASK, HELP, said=[Said("no-favour", RUTH, key, number=1)])
    assert kinds(told) == ["ask:work", "answer"]


def test_what_was_read_as_an_offer_was_an_invitation() -> None:
    letter_ = letter("other", "2025-03-02", "Boats", ("Do come and ask whenever you need the launch.", "offer"))
    key = only(book(letter_), "offer").key
    assert kinds(book(letter_, said=[Said("correct", RUTH, key, "invitation", number=1)])) == ["invitation"]


def test_a_meeting_logged_is_an_exchange() -> None:
    told = book(ASK, said=[Said("met", RUTH, "", "had lunch", date(2025, 3, 5), number=7)])
    assert [one.met for one in told.exchanges] == [False, True]
    assert told.turn is None


def test_a_colleague_by_role_shares_work() -> None:
    note = letter("other", "2025-03-02", "Tide tables", ("Here are the tide tables for the season.", "help"))
    assert kinds(book(note)) == ["help"]
    assert kinds(book(note, said=[Said("role", RUTH, "", "colleague", number=1)])) == []


def test_told_from_the_other_side() -> None:
    told = mirror(book(ASK, HELP))
    assert [one.by for one in told.exchanges] == ["other", "me"]
    assert only(told, "help").by == "me"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Could you send it by Friday?", date(2025, 3, 7)),
        ("before 14 March, please", date(2025, 3, 14)),
        ("The call closes on April 2nd.", date(2025, 4, 2)),
        ("avant le 14 mars si possible", date(2025, 3, 14)),
        ("d'ici vendredi", date(2025, 3, 7)),
        ("le 1er février 2026", date(2026, 2, 1)),
        ("d'ici demain", date(2025, 3, 4)),
        ("by 2025-03-31", date(2025, 3, 31)),
        ("end of the week is fine", date(2025, 3, 7)),
        ("I may look at it", None),
        ("we met on 2 March", None),
        ("le 31 avril", None),
    ],
)
def test_days_that_requests_name(text: str, day: date | None) -> None:
    assert due(text, date(2025, 3, 3)) == day


Drawn = tuple[str, int, int, str, list[tuple[str, list[str]]], int, bool, "Kind"]
LABELS = st.lists(
    st.sampled_from(
        [
            "ask:intro",
            "ask:job",
            "ask:advice",
            "ask:work",
            "ask:meet",
            "thanks",
            "thanks-form",
            "help",
            "decline",
            "accept",
            "promise",
            "report",
            "again",
            "third",
            "offer",
            "invite",
            "intro",
            "out",
            "purpose",
            "apology",
            "reproach",
        ]
    ),
    max_size=2,
    unique=True,
)
TEXTS = st.sampled_from(
    [
        "Could you introduce me to the harbour master?",
        "The office on Dock Street answers within the week.",
        "Done.",
        "Thanks!",
        "Sure, with pleasure.",
        "Never mind.",
        "What is it about?",
        "Voici le plan du quai.",
        "Sam, meet Noor.",
        "",
    ]
)
LETTERS = st.lists(
    st.tuples(
        st.sampled_from(["me", "other"]),
        st.integers(1, 28),
        st.integers(1, 6),
        st.sampled_from(["Quay", "Re: Quay", "Boats", "Re: Boats"]),
        st.lists(st.tuples(TEXTS, LABELS), max_size=3),
        st.integers(0, 23),
        st.booleans(),
        st.sampled_from(["personal", "personal", "personal", "list"]),
    ),
    max_size=14,
    unique_by=lambda one: (one[0], one[1], one[2], one[5]),
)


def _letters(drawn: list[Drawn]) -> list[tuple[Message, Speech]]:
    return [
        letter(
            by, f"2025-{month:02}-{day:02}", subject, *[(text, *labels) for text, labels in spoken], hour=hour, cc=[SAM] if copied else [], kind=kind
        )
        for by, day, month, subject, spoken, hour, copied, kind in drawn
    ]


@settings(max_examples=200, deadline=None)
@given(LETTERS, st.randoms(use_true_random=False))
def test_the_order_of_letters_changes_nothing(drawn: list[Drawn], rng: random.Random) -> None:
    letters = _letters(drawn)
    shuffled = list(letters)
    rng.shuffle(shuffled)
    assert book(*letters) == book(*shuffled, *shuffled[:2])


@settings(max_examples=200, deadline=None)
@given(LETTERS, st.dates(date(2025, 1, 1), date(2025, 7, 1)))
def test_what_comes_later_never_changes_what_stood_before(drawn: list[Drawn], day: date) -> None:
    letters = _letters(drawn)
    early = book(*[one for one in letters if one[0].day is not None and one[0].day <= day])
    assert until(book(*letters), day) == replace(early, unread=until(book(*letters), day).unread)


@settings(max_examples=200, deadline=None)
@given(LETTERS)
def test_books_are_sound(drawn: list[Drawn]) -> None:
    told = book(*_letters(drawn))
    keys = [one.key for one in told.entries]
    assert len(keys) == len(set(keys))
    by_key = {one.key: one for one in told.entries}
    for pair in told.pairs:
        earlier, later = by_key[pair.earlier], by_key[pair.later]
        assert (earlier.date, earlier.key) != (later.date, later.key)
        assert earlier.date <= later.date
        assert (pair.bond in {"repeated", "withdrawn", "kept"}) == (earlier.by == later.by)
    assert not told.turn_for or told.turn_for in by_key
    assert all(one.date.tzinfo is UTC for one in told.exchanges)
