"""Third persons of a draft: what shows that the recipient knows them, and for whom the writer stands in a role of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from entregent.brief import names_to_look_up
from tests.brief.values import Line, Who, brief, says, speech

if TYPE_CHECKING:
    from entregent.model.brief import Ask, Third

SAM = Who("Sam Fields", "name", "writer")
NIECE = Who("my niece", "kin", "writer", "niece")
ASK = says("Could you pass on the CV of Sam Fields?", "ask:job", "third", traits="question lex:pass", who=(SAM,), gains=SAM)


def gaining(*lines: Line, **more: object) -> Third:
    """The third person who gains by the one ask of a draft."""
    asks: tuple[Ask, ...] = brief(*lines, **more).asks  # type: ignore[arg-type]
    (ask,) = asks
    assert ask.beneficiary is not None
    return ask.beneficiary


def test_nothing_shows_that_they_know_each_other() -> None:
    third = gaining(ASK)
    assert (third.mention.name, third.known_by, third.evidence, third.mine) == ("Sam Fields", "", (), False)


def test_the_record_shows_it() -> None:
    third = gaining(ASK, links={"sam fields": ("m1@mail.example",)})
    assert (third.known_by, third.evidence) == ("history", ("m1@mail.example",))


def test_the_draft_shows_it() -> None:
    sam = Who("Sam Fields")
    met = says("You met Sam Fields at the fair.", traits="subject:you past", who=(sam,))
    assert gaining(met, ASK).known_by == "draft"
    asked = says("Did you meet Sam Fields at the fair?", traits="subject:you past question", who=(sam,))
    assert gaining(asked, ASK).known_by == "", "a question tells nothing"
    never = says("You have not met Sam Fields.", "known", traits="subject:you past negated lex:meet lex:YOU", who=(sam,))
    assert gaining(never, ASK).known_by == "", "the draft says the contrary"


def test_whom_the_writer_knows_the_reader_need_not_know() -> None:
    together = says("I met Sam Fields at the fair.", traits="subject:I past", who=(Who("Sam Fields"),))
    assert gaining(together, ASK).known_by == ""


def test_somebody_of_the_readers_own_is_known_to_them() -> None:
    boss = Who("your boss", "post", "reader", "boss")
    third = gaining(says("Would you write a line in favour of your boss?", "ask:favour", "third", traits="question", who=(boss,), gains=boss))
    assert third.known_by == "draft"


@pytest.mark.parametrize(("head", "mine"), [("pupil", True), ("niece", False), ("élève", True), ("ami", False)])
def test_i_may_ask_in_my_own_role(head: str, mine: bool) -> None:
    who = Who(f"my {head}", "kin", "writer", head)
    made = brief(says(f"Could you read the thesis of my {head}?", "ask:review", "third", who=(who,), gains=who, traits="question"))
    assert made.asks[0].beneficiary is not None
    assert made.asks[0].beneficiary.mine is mine


def test_a_pronoun_alone_is_somebody_of_whom_nothing_more_is_told() -> None:
    third = gaining(says("Could you pass on the CV?", "ask:job", "third", traits="question"))
    assert (third.mention.kind, third.mention.text) == ("pronoun", "")


def test_the_sentence_before_tells_who_it_is() -> None:
    third = gaining(says("I have my niece here with me.", who=(NIECE,)), says("Could you pass on her CV?", "ask:job", "third", traits="question"))
    assert third.mention.text == "my niece"


def test_without_a_third_who_gains_it_is_for_me() -> None:
    made = brief(says("Could you pass on my CV?", "ask:job", traits="question"))
    assert made.asks[0].beneficiary is None


def test_names_are_looked_up_without_accents_or_capitals() -> None:
    zoe = Who("Zoé Ångström")
    _, heard = speech(says("Could you recommend Zoé Ångström?", "ask:endorse", "third", who=(zoe,), gains=zoe))
    names = set(names_to_look_up(heard))
    assert "zoe angstrom" in names
    assert all(name == name.lower() for name in names)
    _, for_me = speech(says("Zoé Ångström wonders about it.", who=(zoe,)))
    assert names_to_look_up(for_me) == (), "where nobody gains, nobody need know anybody"
