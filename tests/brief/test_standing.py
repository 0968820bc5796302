"""How it stands: help not thanked for, openings, ties, reproaches, and people connected with each other."""

from __future__ import annotations

import pytest

from entregent.model.account import Pair
from entregent.model.relation import Relation, Stage
from tests.brief.values import Past, Who, account, also, brief, says

HELP = Past(40, "other", "help", quote="Write to Omar, omar@haddad.example.")


def related(stage: Stage) -> Relation:
    return Relation("ruth@okafor.example", "Ruth Okafor", stage, "record", "alive")


def test_help_counts_as_unthanked_for_a_year_until_thanks_or_outcome() -> None:
    whole = account(HELP, Past(30, "me", "thanks"), Past(20, "me", "report"))
    assert [entry.key for entry in brief(account=whole).unthanked] == ["e0"]
    assert brief(account=also(whole, Pair("e0", "e1", "thanked"))).unthanked == ()
    assert brief(account=also(whole, Pair("e0", "e2", "reported"))).unthanked == ()
    assert brief(account=account(Past(366, "other", "help"))).unthanked == ()
    assert len(brief(account=account(Past(365, "other", "help"))).unthanked) == 1
    assert brief(account=account(Past(40, "me", "help"))).unthanked == (), "what I gave, I need not thank for"


def test_openings_newest_first_and_what_they_were_for() -> None:
    whole = account(
        Past(90, "me", "ask", "job", opens=True),
        Past(80, "other", "help"),
        Past(70, "me", "thanks", opens=True),
        Past(60, "me", opens=True),
        Past(50, "other", opens=True),
        Past(40, "me", "ask", "work", opens=True),
        Past(30, "me", "ask", "intro"),
    )
    assert [opening.kind for opening in brief(account=whole).openings] == ["touch", "touch", "thanks", "ask"]


def test_favours_for_others_are_told_apart_from_mine_and_from_work() -> None:
    whole = account(
        Past(90, "me", "ask", "job", beneficiary="Sam"),
        Past(80, "me", "ask", "job"),
        Past(70, "me", "ask", "work", beneficiary="Tom"),
        Past(60, "other", "ask", "job", beneficiary="Ann"),
        Past(50, "me", "ask", "job", marks=("third",)),
    )
    assert [entry.key for entry in brief(account=whole).favours_for_thirds] == ["e4", "e0"]


@pytest.mark.parametrize(
    ("traits", "tie"),
    [
        ("", ""),
        ("first-contact", "first"),
        ("older-tie lex:US", "older"),
        ("older-tie", ""),
        ("first-contact older-tie lex:YOU", ""),
    ],
)
def test_what_the_draft_tells_of_the_tie(traits: str, tie: str) -> None:
    assert brief(says("We go back a while.", traits=traits)).tie == tie


BLAME = says("You never even answered me.", "reproach", traits="reproach")


def test_a_reproach_is_heard() -> None:
    made = brief(BLAME)
    assert [sentence.text for sentence in made.reproaches] == ["You never even answered me."]


@pytest.mark.parametrize(
    "line",
    [
        says("You never answered, she said.", "reproach", traits="reproach reported"),
        says("You may have missed my last message.", "reproach 0.6", "again 0.9", traits="reproach"),
        says("I am sorry that I pressed you for an answer.", "reproach", "apology", traits="reproach"),
        says("It is a pity.", "reproach 0.3"),
    ],
    ids=["told of another", "a reminder", "an apology", "hardly"],
)
def test_what_is_no_reproach(line: object) -> None:
    assert brief(line).reproaches == ()  # type: ignore[arg-type]


def test_a_joke_between_close_people_and_a_complaint_about_paid_work_are_none() -> None:
    joke = says("You never answer, you monster :)", "reproach", traits="reproach joke")
    assert brief(joke, relation=related("close")).reproaches == ()
    assert len(brief(joke, relation=related("new")).reproaches) == 1, "with somebody new it is no joke"
    assert brief(says("My invoice 12 is in the annex.", traits="commerce"), BLAME).reproaches == ()


def test_an_offer_counts_where_it_is_concrete() -> None:
    assert len(brief(says("I can read your proofs next week.", "offer")).offered_here) == 1
    assert brief(says("If there is ever anything I can do, tell me.", "offer", traits="conditional-if")).offered_here == ()
    assert len(brief(says("The address that you wanted is in the annex.", "help")).offered_here) == 1


def test_an_introduction_and_what_it_lacks() -> None:
    meet = says("Ruth, meet Sam Fields.", "intro", who=(Who("Sam Fields"),))
    assert brief().introduction is None
    bare = brief(meet).introduction
    assert bare is not None
    assert (bare.name, bare.agreed, bare.purpose, bare.shared_work) == ("Sam Fields", False, False, False)
    full = brief(meet, says("You both said yes.", traits="frame:agreed"), says("It is about the pilot boats.", "purpose")).introduction
    assert full is not None
    assert (full.agreed, full.purpose) == (True, True)
    inside = brief(meet, domains=("quay.example", "quay.example")).introduction
    assert inside is not None
    assert inside.shared_work


def test_nothing_is_on_record_until_something_was_read_or_said() -> None:
    assert not brief().on_record
    assert brief(relation=related("stranger")).on_record
    assert brief(account=account(Past(3, "me"))).on_record
