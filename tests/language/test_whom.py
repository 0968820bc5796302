"""Who gains by an ask: read from the ask and the sentences around it. The acts and the people are given, so that nothing hangs on what is heard."""

from __future__ import annotations

import pytest

from entregent.language.whom import with_gains
from tests.brief.values import Line, Who, says, speech

NIECE = Who("my niece", "kin", "writer", "niece")
SISTER = Who("ma sœur", "kin", "writer", "sœur")
DIRECTOR = Who("your director", "post", "reader", "director")
HIM = Who("him", "pronoun", "", "him")


def gains(*lines: Line, language: str = "en") -> str | None:
    """Who gains by the one ask of these sentences: their words, "" for somebody of whom nothing is told, None where writer or reader gain."""
    _, heard = speech(*lines, language=language)
    (found,) = [sentence.gains for sentence in with_gains(heard.sentences) if any(act.label.startswith("ask:") for act in sentence.acts)]
    return found.text if found else None


def test_i_gain_by_what_i_ask_for_myself() -> None:
    assert gains(says("Could you pass on my CV to your director?", "ask:job", who=(DIRECTOR,))) is None
    assert gains(says("I have my niece with me today.", who=(NIECE,)), says("Could you send me the plan?", "ask:favour")) is None


def test_an_ask_that_names_whom_it_is_for() -> None:
    assert gains(says("Could you find my niece a place?", "ask:job", who=(NIECE,))) == "my niece"
    assert gains(says("Could you find my niece a place?", "ask:job", "third", who=(NIECE,))) == "my niece"


def test_the_sentence_before_tells_who_she_is() -> None:
    told = says("There is my niece who looks for a place.", who=(NIECE,))
    assert gains(told, says("Could you pass on her CV?", "ask:job")) == "my niece"
    assert gains(told, says("Could you pass on her CV?", "ask:job", "third")) == "my niece"
    assert gains(told, says("Could you close the door?", "ask:favour")) is None, "nothing in the ask speaks of her"


def test_in_french() -> None:
    told = says("Voici ma sœur qui cherche un stage.", who=(SISTER,))
    assert gains(told, says("Pourriez-vous transmettre son CV ?", "ask:job", "third"), language="fr") == "ma sœur"
    assert gains(told, says("Pourriez-vous me relire ?", "ask:review"), language="fr") is None


def test_somebody_of_the_readers_own_gains_only_where_nobody_else_can() -> None:
    boss = Who("your boss", "post", "reader", "boss")
    assert gains(says("Could you put my niece before your boss?", "ask:job", "third", who=(NIECE, boss))) == "my niece"


def test_a_name_told_before_is_who_he_is() -> None:
    sam = Who("Sam Fields")
    assert gains(says("Sam Fields is an excellent welder.", who=(sam,)), says("Would you see him?", "ask:meet", "third", who=(HIM,))) == "Sam Fields"


def test_a_third_of_whom_nothing_is_told_is_nobody_in_particular() -> None:
    assert gains(says("Could you pass on the CV?", "ask:job", "third")) == ""


def test_whoever_was_named_long_before_is_not_meant() -> None:
    news = tuple(says(f"Piece of news number {number}.") for number in range(8))
    assert gains(says("Here is my niece.", who=(NIECE,)), *news, says("Could you pass on her CV?", "ask:job")) is None


@pytest.mark.parametrize("words", ["My niece comes along.", "May I bring my niece?"])
def test_whoever_only_comes_along_gains_nothing(words: str) -> None:
    who = Who("My niece" if words.startswith("My") else "my niece", "kin", "writer", "niece")
    assert gains(says(words, who=(who,)), says("Could you show us the port?", "ask:meet", "third")) is None


def test_what_is_no_ask_is_left_alone() -> None:
    _, heard = speech(says("There is my niece.", "thanks", who=(NIECE,)))
    assert with_gains(heard.sentences) == heard.sentences
