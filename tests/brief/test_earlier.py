"""The same thing asked before: in other words, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.brief.values import Past, Who, account, brief, says

if TYPE_CHECKING:
    from entregent.model.account import Account, Bond, EntryKind

TOPIC = ("director", "harbour")
AGAIN = says("Could you put me in touch with the harbour director?", "ask:intro", traits="question", topic=" ".join(TOPIC))


def fates(past: Account, subject: str = "") -> list[tuple[int, str]]:
    """Of the earlier asks: how many days ago, and what became of each."""
    made = brief(AGAIN, account=past, subject=subject)
    return [((made.as_of - one.entry.day).days, one.fate) for one in made.asks[0].earlier]


def test_nothing_was_asked_before() -> None:
    assert fates(account(Past(40, "me", "thanks"), Past(30, "other"))) == []


def test_an_open_ask_of_the_same() -> None:
    assert fates(account(Past(20, "me", "ask", "intro", topic=TOPIC))) == [(20, "open")]


@pytest.mark.parametrize(
    ("kind", "bond", "fate"),
    [("refusal", "refused", "refused"), ("help", "helped", "helped"), ("acceptance", "accepted", "accepted"), ("answer", "answered", "answered")],
)
def test_what_became_of_it(kind: EntryKind, bond: Bond, fate: str) -> None:
    past = account(Past(20, "me", "ask", "intro", topic=TOPIC), Past(18, "other", kind, bond=(bond, 0)))
    assert fates(past) == [(20, fate)]


def test_a_refusal_is_named() -> None:
    past = account(Past(20, "me", "ask", "intro", topic=TOPIC), Past(18, "other", "refusal", quote="I would rather not.", bond=("refused", 0)))
    (earlier,) = brief(AGAIN, account=past).asks[0].earlier
    assert earlier.refusal is not None
    assert earlier.refusal.quote == "I would rather not."


def test_what_was_taken_back_is_not_open_any_more() -> None:
    past = account(Past(20, "me", "ask", "intro", topic=TOPIC), Past(18, "me", "answer", quote="Never mind.", bond=("withdrawn", 0)))
    assert fates(past) == [(20, "answered")]


def test_another_matter_is_another_ask() -> None:
    assert fates(account(Past(20, "me", "ask", "review", topic=("chapter", "whale")))) == []


def test_another_person_is_another_ask() -> None:
    tom = Who("Tom", "name", "writer")
    line = says("Could you pass on the CV of Tom?", "ask:job", "third", traits="question", who=(tom,), gains=tom, topic="cv post")
    for_sam = account(Past(20, "me", "ask", "job", topic=("cv", "post"), beneficiary="Sam", marks=("third",)))
    assert brief(line, account=for_sam).asks[0].earlier == ()
    for_tom = account(Past(20, "me", "ask", "job", topic=("cv", "post"), beneficiary="Tom", marks=("third",)))
    assert len(brief(line, account=for_tom).asks[0].earlier) == 1


def test_what_the_other_asked_is_not_what_i_asked() -> None:
    assert fates(account(Past(20, "other", "ask", "intro", topic=TOPIC))) == []


def test_a_nudge_in_the_thread_is_the_ask_once_more() -> None:
    silent = account(Past(30, "me", "ask", "intro", "Director", topic=TOPIC, thread="t"), Past(20, "me", thread="t", subject="Re: Director"))
    assert fates(silent, "Re: Director") == [(30, "open"), (20, "open")]
    answered = account(
        Past(30, "me", "ask", "intro", "Director", topic=TOPIC, thread="t"),
        Past(25, "other", thread="t"),
        Past(20, "me", thread="t", subject="Re: Director"),
    )
    assert fates(answered, "Re: Director") == [(30, "open")], "a conversation went on"


def test_a_mere_reminder_is_an_ask_of_what_is_open() -> None:
    line = says("Just coming back to my message of last week.", "again")
    past = account(Past(10, "me", "ask", "intro", "Director", topic=TOPIC, thread="t"))
    (ask,) = brief(line, account=past, subject="Re: Director").asks
    assert (ask.kind, len(ask.earlier)) == ("intro", 1)
    settled = account(Past(10, "me", "ask", "intro", "Director", topic=TOPIC), Past(9, "other", "help", bond=("helped", 0)))
    assert brief(line, account=settled, subject="Re: Director").asks == ()
    assert brief(line, account=past, subject="Whale watching").asks == (), "another subject reminds of nothing"


@pytest.mark.parametrize("trait", ["frame:resend", "frame:new-fact", "frame:asked-reminder"])
def test_what_makes_it_another_request(trait: str) -> None:
    past = account(Past(3, "me", "ask", "intro", topic=TOPIC))
    assert not brief(AGAIN, account=past).asks[0].renewed
    assert brief(says("One more thing.", traits=trait), AGAIN, account=past).asks[0].renewed
    assert not brief(says("One more thing.", traits=trait), AGAIN).asks[0].renewed, "there is nothing to renew"


def test_an_invitation_since_renews_it() -> None:
    assert brief(AGAIN, account=account(Past(20, "me", "ask", "intro", topic=TOPIC), Past(10, "other", "invitation"))).asks[0].renewed
    assert not brief(AGAIN, account=account(Past(20, "other", "invitation"), Past(10, "me", "ask", "intro", topic=TOPIC))).asks[0].renewed
