"""What a draft asks: which sentences make one request, what kind it is, whether it is a favour, whom it is for, and how it is asked."""

from __future__ import annotations

import pytest

from entregent.model.people import Person
from tests.brief.values import Past, Who, account, brief, says

INTRO = says(
    "Could you put me in touch with your director?",
    "ask:intro",
    traits="question lex:introduce",
    who=(Who("your director", "post", "reader", "director"),),
)
CV = says("Could you pass on his CV?", "ask:job", "third", traits="question lex:pass")


def test_a_letter_that_asks_nothing_has_no_asks() -> None:
    made = brief(says("It was good to see you."), says("Thank you for the tea.", "thanks"))
    assert made.asks == ()
    assert made.draft.body[slice(*made.thanked_here[0])] == "Thank you for the tea."


def test_a_question_and_its_way_out_are_one_request() -> None:
    made = brief(
        says("Would you read my first chapter?", "ask:review", traits="question"), says("No worries if you are busy.", "ask:review 0.5", "out")
    )
    (ask,) = made.asks
    assert ask.kind == "review"
    assert [made.draft.body[a:b] for a, b in ask.spans] == ["Would you read my first chapter?", "No worries if you are busy."]
    assert "out" in ask.marks


def test_the_same_favour_in_two_sentences_is_one_and_in_two_letters_ends_is_two() -> None:
    again = says("A short hello to her from you would do.", "ask:intro")
    assert len(brief(INTRO, again).asks) == 1
    news = tuple(says(f"Piece of news number {number}.") for number in range(4))
    assert len(brief(INTRO, *news, again).asks) == 2


def test_different_favours_side_by_side_stay_apart() -> None:
    made = brief(INTRO, says("And would you lend me the book?", "ask:favour", traits="question lex:lend"))
    assert [ask.kind for ask in made.asks] == ["intro", "favour"]


def test_asking_for_names_and_asking_for_an_introduction_beside_it_are_one() -> None:
    made = brief(says("Whom do you know in the port?", "ask:contacts", traits="question"), INTRO)
    assert len(made.asks) == 1


def test_what_others_asked_is_told_and_not_asked() -> None:
    told = says("He asked me whether you would read it.", "ask:review", traits="reported")
    assert brief(told).asks == ()
    cited = says("“Would you write to her?", "ask:favour", traits="question")
    inside = says("Would you send a photo?”", "ask:favour", traits="question")
    made = brief(says("My aunt goes on like this:"), cited, inside)
    assert "Would you send a photo?”" not in [made.draft.body[a:b] for ask in made.asks for a, b in ask.spans]


def test_work_stays_work_unless_it_is_for_a_cousin() -> None:
    work = says("Please send the signed order by Friday.", "ask:work", traits="imperative")
    assert [(ask.kind, ask.favour) for ask in brief(work).asks] == [("work", False)]
    cousin = Who("my cousin", "kin", "writer", "cousin")
    for_cousin = says("Please send the order to my cousin as well.", "ask:work", who=(cousin,), gains=cousin)
    assert brief(for_cousin).asks[0].favour


@pytest.mark.parametrize(
    ("role", "kind", "favour"),
    [
        ("", "job", True),
        ("recruiter", "job", False),
        ("recruiter", "money", True),
        ("support", "advice", False),
        ("client", "advice", False),
        ("colleague", "meet", False),
        ("colleague", "endorse", True),
        ("mentor", "advice", True),
    ],
)
def test_a_role_makes_of_a_favour_the_work_of_that_role(role: str, kind: str, favour: bool) -> None:
    assert brief(says("Could you do this for me?", f"ask:{kind}", traits="question"), role=role).asks[0].favour is favour


def test_within_one_organisation_advice_is_work_and_a_recommendation_is_not() -> None:
    house = ("quay.example", "quay.example")
    advice = says("How would you go about it?", "ask:advice", traits="question wh")
    letter = says("Would you recommend me to the board?", "ask:endorse", traits="question lex:recommend")
    assert not brief(advice, domains=house).asks[0].favour
    assert brief(letter, domains=house).asks[0].favour
    assert brief(advice, domains=("gmail.com", "gmail.com")).asks[0].favour, "a public mail provider is no organisation"
    assert brief(advice, domains=house).same_organisation
    assert not brief(advice, domains=("", "")).same_organisation


def test_a_desk_is_there_to_be_asked() -> None:
    desk = Person("info@quay.example", "", ("info@quay.example",))
    made = brief(says("Whom may I ask about berths?", "ask:contacts", traits="question"), asked=desk)
    assert not made.asks[0].favour
    assert made.role == "desk"


def test_who_is_in_charge_of_a_matter_of_business_is_a_business_question() -> None:
    made = brief(says("Who is in charge of berths at your house?", "ask:contacts", traits="question frame:in-charge"))
    assert not made.asks[0].favour


def test_the_purpose_may_stand_in_the_next_sentence_or_in_the_earlier_letter() -> None:
    assert not brief(INTRO).asks[0].purpose
    assert brief(INTRO, says("I would ask her for the pilot plans.", "purpose")).asks[0].purpose
    before = account(Past(20, "me", "ask", "intro", "Director", topic=("director", "pilot"), marks=("purpose",)))
    made = brief(
        says("Could you put me in touch with your director after all?", "ask:intro", traits="question", topic="director pilot"), account=before
    )
    assert made.asks[0].purpose


def test_the_target_is_whom_one_wants_to_meet_and_not_whom_it_is_for() -> None:
    sam, director = Who("Sam", "name", "writer"), Who("your director", "post", "reader", "director")
    made = brief(says("Could you put Sam in touch with your director?", "ask:intro", "third", who=(sam, director), gains=sam, traits="question"))
    (ask,) = made.asks
    assert ask.beneficiary is not None
    assert (ask.beneficiary.mention.name, ask.target and ask.target.text) == ("Sam", "your director")
    lend = brief(says("Could you lend Sam a boat?", "ask:favour", "third", who=(sam,), gains=sam))
    assert lend.asks[0].target is None


def test_one_small_question_is_no_errand() -> None:
    small = brief(says("One quick question: is the port hiring this year?", "ask:advice", traits="question small"))
    assert (small.asks[0].question, small.asks[0].small) == (True, True)
    errand = brief(says("One quick thing: could you pass on his CV?", "ask:job", traits="question small lex:pass"))
    assert not errand.asks[0].question
    hazy = brief(says("Quick question: any thoughts?", "ask:advice", "vague", traits="question small"))
    assert not hazy.asks[0].question


def test_a_vague_request_is_made_concrete_by_a_question_beside_it() -> None:
    vague = says("I would love to pick your brain.", "ask:advice", "vague")
    assert not brief(vague).asks[0].concrete
    assert brief(vague, says("Which of the two courses did you take?", traits="question wh")).asks[0].concrete


def test_contacts_need_a_name_a_notice_or_a_goal() -> None:
    blind = says("Whom else do you know?", "ask:contacts", traits="question")
    assert not brief(blind).asks[0].concrete
    assert (
        brief(says("I want to move into salvage."), says("Does anybody come to mind?", "ask:contacts", traits="question frame:goal")).asks[0].concrete
    )
    assert brief(says("Do you know Omar Haddad?", "ask:contacts", who=(Who("Omar Haddad"),), traits="question")).asks[0].concrete
    assert brief(blind, says("Here is the notice to pass on.", traits="frame:notice")).asks[0].concrete


def test_a_deadline_counts_as_one_and_haste_does_not() -> None:
    ordered = says("Send it by tonight.", "ask:review", "demanding", traits="imperative deadline haste")
    assert not brief(ordered).asks[0].deadline
    assert brief(ordered, says("The jury meets on Friday.", traits="reason")).asks[0].deadline


def test_they_decide_where_their_role_or_the_draft_says_so() -> None:
    ask = says("Please make sure that I get the post.", "ask:job", "miracle", traits="imperative")
    assert not brief(ask).asks[0].theirs_to_give
    assert brief(ask, says("You chair the jury.", traits="frame:decides")).asks[0].theirs_to_give
    assert brief(ask, role="decider").asks[0].theirs_to_give


def test_what_the_recipient_offered_is_welcome() -> None:
    assert not brief(INTRO).asks[0].welcome
    recalled = says("You kindly offered to write to her.", traits="frame:was-offered")
    assert brief(recalled, INTRO).asks[0].welcome
    reproachful = says("You promised to write to her.", "reproach", traits="frame:was-offered")
    assert not brief(reproachful, INTRO).asks[0].welcome
    line = says("Could you put me in touch with your director?", "ask:intro", traits="question", topic="director")
    offered = account(Past(30, "other", "invitation", "intro", quote="Say the word and I write to our director.", topic=("director",)))
    assert brief(line, account=offered).asks[0].invited is not None
    stale = account(Past(400, "other", "invitation", "intro", quote="Say the word and I write to our director.", topic=("director",)))
    assert brief(line, account=stale).asks[0].invited is None, "an offer holds for a year"
    mine = account(Past(30, "me", "invitation", "intro", topic=("director",)))
    assert brief(line, account=mine).asks[0].invited is None, "my own offer invites me to nothing"
