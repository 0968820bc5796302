"""What the account of a small correspondence must hold, in English and in French."""

from __future__ import annotations

from datetime import date

from entregent.model.mail import Address
from tests.ledger.letters import ME, PERSON, RUTH, SAM, bonds, book, friend, kinds, letter, only

ASK = letter("me", "2025-03-02", "Your harbour master", ("Could you introduce me to your harbour master?", "ask:intro"))


def test_an_introduction_asked_agreed_made_and_thanked_for() -> None:
    sure = letter("other", "2025-03-03", "Re: Your harbour master", ("Sure, I'll write to him tonight.", "accept", "promise"), re=ASK)
    intro = letter(
        "other", "2025-03-04", "Noor, meet Sam", ("Sam, this is Noor, who would like to see the cranes.", "intro"), to=[ME], cc=[SAM], re=ASK
    )
    thanks = letter("me", "2025-03-05", "Re: Noor, meet Sam", ("Thank you for putting us in touch, Ruth.", "thanks"), re=intro)
    told = book(ASK, sure, intro, thanks)
    assert ("ask", "accepted", "acceptance") in bonds(told)
    assert ("ask", "helped", "help") in bonds(told)
    assert ("help", "thanked", "thanks") in bonds(told)
    assert ("promise", "kept", "help") in bonds(told)
    assert told.turn is None


def test_an_answer_with_substance_is_help_though_no_sentence_of_it_was_labelled() -> None:
    ask = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit for filming on the quay?", "ask:advice"))
    reply = letter(
        "other", "2025-03-03", "Re: Quay permits", ("The one on Dock Street, ground floor, and they want the map in three copies.",), re=ask
    )
    told = book(ask, reply)
    assert kinds(told, "other") == ["help"]
    assert ("ask", "helped", "help") in bonds(told)


def test_a_no_is_no_help_however_long() -> None:
    ask = letter("me", "2025-03-02", "Preface", ("Would you write a preface for my book on tides?", "ask:endorse"))
    reply = letter(
        "other",
        "2025-03-04",
        "Re: Preface",
        ("I stopped writing prefaces some years ago, for everybody.", "decline"),
        ("I wish your book about the tides all the readers it deserves.",),
        re=ask,
    )
    told = book(ask, reply)
    assert kinds(told, "other") == ["refusal"]
    assert told.turn is None


def test_a_no_with_a_name_that_helps_is_both() -> None:
    ask = letter("me", "2025-03-02", "Preface", ("Would you write a preface for my book on tides?", "ask:endorse"))
    reply = letter(
        "other", "2025-03-04", "Re: Preface", ("I can't, sadly.", "decline"), ("Try Omar Bell, omar@bell.example, he loves tides.", "help"), re=ask
    )
    assert {("ask", "refused", "refusal"), ("ask", "helped", "help")} <= bonds(book(ask, reply))


def test_only_a_promise_is_not_yet_help() -> None:
    ask = letter("me", "2025-03-02", "My chapter", ("Could you read my chapter on sluices?", "ask:review"))
    reply = letter("other", "2025-03-03", "Re: My chapter", ("Yes, I'll read it over the weekend and send you my notes.", "promise"), re=ask)
    told = book(ask, reply)
    assert "help" not in kinds(told)
    assert ("ask", "accepted", "acceptance") in bonds(told)
    notes = letter("other", "2025-03-10", "Re: My chapter", ("Read it, my notes are in the margin.",), re=reply, attachments=["chapter.pdf"])
    assert {("ask", "helped", "help"), ("promise", "kept", "help")} <= bonds(book(ask, reply, notes))


def test_done_in_three_words_is_help() -> None:
    ask = letter("me", "2025-03-02", "My chapter", ("Could you read my chapter on sluices?", "ask:review"))
    done = letter("other", "2025-03-05", "Re: My chapter", ("Done, comments are in the file.",), re=ask)
    assert kinds(book(ask, done), "other") == ["help"]


def test_c_est_fait_suffit() -> None:
    ask = letter(
        "me", "2025-03-02", "CV de ma nièce", ("Pourriez-vous transmettre le CV de ma nièce ?", "ask:job", "third", friend("ma nièce", "nièce"))
    )
    done = letter("other", "2025-03-05", "Re : CV de ma nièce", ("C’est fait, il est sur le bureau de M. Ekra.",), re=ask)
    told = book(ask, done)
    assert ("ask", "helped", "help") in bonds(told)
    assert only(told, "ask").beneficiary == "nièce"
    assert only(told, "help").beneficiary == "nièce"


def test_a_bare_thanks_from_whoever_was_helped_is_thanks() -> None:
    ask = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit?", "ask:advice"))
    reply = letter("other", "2025-03-03", "Re: Quay permits", ("The one on Dock Street, they answer within the week.", "help"), re=ask)
    thanks = letter("me", "2025-03-03", "Re: Quay permits", ("Thanks!", "thanks-form"), re=reply, hour=15)
    assert ("help", "thanked", "thanks") in bonds(book(ask, reply, thanks))


def test_a_closing_formula_under_the_next_request_thanks_for_nothing() -> None:
    ask = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit?", "ask:advice"))
    reply = letter("other", "2025-03-03", "Re: Quay permits", ("The one on Dock Street, they answer within the week.", "help"), re=ask)
    more = letter("me", "2025-03-20", "Cranes", ("Could you lend me your crane drawings?", "ask:favour"), ("Thanks,", "thanks-form"))
    told = book(ask, reply, more)
    assert not told.paired(only(told, "help").key, "thanked", "reported")


def test_thanks_months_later_count_when_they_name_the_help() -> None:
    ask = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit?", "ask:advice"))
    reply = letter("other", "2025-03-03", "Re: Quay permits", ("The permit office is on Dock Street, ground floor.", "help"), re=ask)
    other = letter("me", "2025-03-20", "Regatta", ("Are you coming to the regatta?",))
    late = letter("me", "2025-06-01", "Filming", ("Thanks for the tip about the permit office.", "thanks"))
    assert ("help", "thanked", "thanks") in bonds(book(ask, reply, other, late))


def test_thanks_for_something_else_leave_old_help_open() -> None:
    ask = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit?", "ask:advice"))
    reply = letter("other", "2025-03-03", "Re: Quay permits", ("The permit office is on Dock Street, ground floor.", "help"), re=ask)
    other = letter("me", "2025-03-20", "Regatta", ("Are you coming to the regatta?",))
    cake = letter("me", "2025-06-01", "Sunday", ("Thank you for the lemon sponge.", "thanks"))
    told = book(ask, reply, other, cake)
    assert not told.paired(only(told, "help").key)


def test_the_outcome_told_closes_help_too() -> None:
    ask = letter("me", "2025-03-02", "Quay permits", ("Which office grants a permit?", "ask:advice"))
    reply = letter("other", "2025-03-03", "Re: Quay permits", ("The permit office is on Dock Street.", "help"), re=ask)
    told = book(ask, reply, letter("me", "2025-04-03", "We filmed!", ("They granted it in a day and we filmed on Friday.", "report")))
    assert ("help", "reported", "report") in bonds(told)


def test_work_passed_along_is_no_help() -> None:
    ask = letter("me", "2025-03-02", "Weekly figures", ("Please send me the weekly figures.", "ask:work"))
    reply = letter(
        "other", "2025-03-02", "Re: Weekly figures", ("Here are the figures for the week.", "help"), re=ask, hour=12, attachments=["w9.xlsx"]
    )
    told = book(ask, reply)
    assert kinds(told, "other") == ["answer"]
    assert told.turn is None


def test_between_colleagues_nothing_volunteered_is_help() -> None:
    colleague = PERSON.__class__("ruth@haddad.example", "Ruth Okafor", ("ruth@haddad.example",), ("Ruth Okafor",))
    here = RUTH._replace(email="ruth@haddad.example")
    note = letter(here, "2025-03-02", "Tide tables", ("Here are the tide tables for the whole season.", "help"))
    assert kinds(book(note, person=colleague)) == []
    assert kinds(book(letter("other", "2025-03-02", "Tide tables", ("Here are the tide tables for the whole season.", "help")))) == ["help"]


def test_several_sentences_that_make_one_request_are_one_entry() -> None:
    told = book(
        letter(
            "me",
            "2025-03-02",
            "Your harbour master",
            ("Could you introduce me to your harbour master?", "ask:intro", friend("your harbour master", "harbour master", "reader")),
            ("I would love to ask him about night berths.", "ask:intro", "purpose"),
            ("No worries at all if that is awkward.", "out"),
        )
    )
    ask = only(told, "ask")
    assert {"purpose", "out"} <= ask.marks
    assert ask.target == "harbour master"
    assert told.turn == "other"
    assert told.turn_for == ask.key


def test_two_favours_in_one_letter_are_two_entries() -> None:
    told = book(
        letter(
            "me",
            "2025-03-02",
            "Two things",
            ("Could you read my chapter on sluices?", "ask:review"),
            ("It is twenty pages.",),
            ("And would you lend me your drone for the regatta?", "ask:favour"),
        )
    )
    assert kinds(told) == ["ask:review", "ask:favour"]


def test_the_same_thing_in_other_words_is_a_repetition() -> None:
    again = letter("me", "2025-03-20", "Harbour", ("Any chance of a word with the harbour master on my behalf?", "ask:intro", "again"))
    assert ("ask", "repeated", "ask") in bonds(book(ASK, again))


def test_another_favour_of_the_same_kind_is_none() -> None:
    other = letter("me", "2025-05-20", "Museum", ("Could you put me in touch with the curator of the whaling museum?", "ask:intro"))
    assert not book(ASK, other).pairs


def test_a_reminder_without_any_request_in_it_repeats_the_open_one() -> None:
    nudge = letter("me", "2025-03-09", "Re: Your harbour master", ("Just floating this to the top of your inbox.", "again"), re=ASK)
    told = book(ASK, nudge)
    assert [one.what for one in told.entries] == ["intro", "intro"]
    assert ("ask", "repeated", "ask") in bonds(told)


def test_what_was_done_for_a_reminder_was_done_for_the_first_request() -> None:
    nudge = letter("me", "2025-03-09", "Re: Your harbour master", ("Just floating this to the top.", "again"), re=ASK)
    done = letter("other", "2025-03-10", "Re: Your harbour master", ("His address is pilot@quay.example, say hello from me.", "help"), re=nudge)
    told = book(ASK, nudge, done)
    first, second = (one.key for one in told.entries if one.kind == "ask")
    assert told.paired(first, "helped")
    assert told.paired(second, "helped")


def test_pressing_after_a_refusal_is_a_repetition_too() -> None:
    no = letter("other", "2025-03-03", "Re: Your harbour master", ("I'd rather not, he hates it.", "decline"), re=ASK)
    again = letter("me", "2025-03-08", "Re: Your harbour master", ("Couldn't you introduce me all the same?", "ask:intro"), re=no)
    assert {("ask", "refused", "refusal"), ("ask", "repeated", "ask")} <= bonds(book(ASK, no, again))


def test_a_question_back_leaves_the_turn_with_whoever_asked() -> None:
    back = letter("other", "2025-03-03", "Re: Your harbour master", ("What would it be about?",), re=ASK)
    told = book(ASK, back)
    assert ("ask", "answered", "answer") in bonds(told)
    assert told.turn == "me"
    more = letter("me", "2025-03-04", "Re: Your harbour master", ("Night berths for two old tugs, nothing more than that.",), re=back)
    assert book(ASK, back, more).turn != "me"


def test_a_refusal_by_a_new_letter_on_the_same_matter() -> None:
    no = letter("other", "2025-03-06", "harbour master", ("I'm afraid the harbour master sees nobody this spring.", "decline"))
    assert ("ask", "refused", "refusal") in bonds(book(ASK, no))


def test_never_mind_takes_a_request_back() -> None:
    drop = letter("me", "2025-03-04", "Re: Your harbour master", ("Never mind, I met him on the pier.",), re=ASK)
    told = book(ASK, drop)
    assert ("ask", "withdrawn", "answer") in bonds(told)
    assert told.turn is None


def test_a_letter_in_another_language_answers_and_is_not_read() -> None:
    reply = letter("other", "2025-03-03", "Re: Your harbour master", re=ASK, language="nl", read=False)
    told = book(ASK, reply)
    assert (told.unread, told.unread_languages) == (1, ("nl",))
    assert told.turn is None
    assert len(told.exchanges) == 2


def test_what_is_asked_of_somebody_else_is_not_asked_of_the_one_in_copy() -> None:
    told = book(letter("me", "2025-03-02", "Cranes", ("Could you lend me the crane drawings?", "ask:favour"), to=[SAM], cc=[RUTH]))
    assert kinds(told) == []
    assert told.exchanges[0].direct
    assert told.exchanges[0].others == (SAM.email,)


def test_a_letter_to_two_that_greets_one_asks_that_one() -> None:
    told = book(letter("me", "2025-03-02", "Cranes", ("Hi Sam,",), ("Could you lend me the crane drawings?", "ask:favour"), to=[SAM, RUTH]))
    assert kinds(told) == []
    both = book(letter("me", "2025-03-02", "Cranes", ("Hi Sam and Ruth,",), ("Could you lend me the crane drawings?", "ask:favour"), to=[SAM, RUTH]))
    assert kinds(both) == ["ask:favour"]
    asked = book(letter("me", "2025-03-02", "Cranes", ("Sam, could you lend me the crane drawings?", "ask:favour"), to=[SAM, RUTH]))
    assert kinds(asked) == []


def test_a_circular_asks_no_one_for_work_and_leaves_no_turn() -> None:
    crowd = [Address(f"Hand {number}", f"hand{number}@quay.example") for number in range(9)]
    work = letter("other", "2025-03-02", "Timesheets", ("Please send me your timesheets.", "ask:work"), to=[ME, *crowd])
    assert kinds(book(work)) == []
    assert book(work).turn is None


def test_an_introduction_needs_somebody_to_introduce() -> None:
    told = book(letter("other", "2025-03-02", "Budget", ("The budget meets the plan of the port.", "intro")))
    assert kinds(told) == []
    real = book(letter("other", "2025-03-02", "You two", ("Noor, meet Sam, who knows every crane on the quay.", "intro"), to=[ME, SAM]))
    assert kinds(real) == ["introduction"]


def test_a_favour_that_might_be_several_kinds_is_a_favour_all_the_same() -> None:
    told = book(letter("me", "2025-03-02", "CV", ("Could you pass on the CV of my flatmate?", "ask:work=0.4", "ask:job=0.35", "ask:favour=0.3")))
    assert kinds(told) == ["ask:job"]


def test_whoever_is_called_by_name_in_copy_is_meant() -> None:
    told = book(letter("me", "2025-03-02", "Cranes", ("Ruth, thank you for putting us in touch!", "thanks"), to=[SAM], cc=[RUTH]))
    assert kinds(told) == ["thanks"]


def test_mail_by_list_or_machine_is_no_reply_and_holds_no_entries() -> None:
    told = book(letter("other", "2025-03-02", "[quay] Cranes", ("Does anybody have the crane drawings?", "ask:work"), kind="list"))
    assert not told.entries
    assert not told.exchanges[0].direct


def test_a_letter_from_a_third_person_is_between_neither() -> None:
    assert not book(letter(SAM, "2025-03-02", "Both of you", ("Thank you both.", "thanks"), to=[ME, RUTH])).exchanges


def test_an_answer_opens_no_conversation() -> None:
    hello = letter("other", "2025-03-01", "Good to meet you", ("It was good to meet you on the pier.",))
    reply = letter("me", "2025-03-02", "Re: Good to meet you", ("Likewise!",))
    assert [one.opens for one in book(hello, reply).exchanges] == [True, False]


def test_an_offer_taken_up() -> None:
    offer = letter("other", "2025-03-01", "Boats", ("I can lend you the launch for a day.", "offer"))
    yes = letter("me", "2025-03-02", "Re: Boats", ("Oh yes please!", "accept"), re=offer)
    assert ("offer", "accepted", "acceptance") in bonds(book(offer, yes))


def test_the_day_a_request_names_is_kept() -> None:
    told = book(letter("me", "2025-03-03", "Letter", ("Could you sign the letter by Friday?", "ask:favour")))
    assert only(told, "ask").due == date(2025, 3, 7)


def test_an_old_request_passed_over_many_times_is_nobodys_turn() -> None:
    later = [letter("other", f"2025-04-0{day}", f"Picture {day}", ("Look at this one.",)) for day in (1, 2, 3)]
    assert book(ASK, *later).turn is None


def test_an_undated_letter_is_left_out_rather_than_placed() -> None:
    message, spoken = ASK
    undated = message.__class__(**{name: getattr(message, name) for name in message.__slots__} | {"date": None})
    assert not book((undated, spoken)).exchanges


def test_an_answer_of_mine_shows_that_they_wrote_though_their_message_is_gone() -> None:
    told = book(letter("me", "2025-03-02", "Re: Mooring fees", ("The fees are as last year.",)))
    assert [(one.by, one.implied, one.day.isoformat()) for one in told.exchanges] == [("other", True, "2025-03-02"), ("me", False, "2025-03-02")]


def test_an_answer_shows_nothing_more_where_their_message_is_there_or_others_are_on_it_or_it_is_a_forward() -> None:
    asked = letter("other", "2025-03-01", "Mooring fees", ("What are the fees?",))
    for letters in (
        (asked, letter("me", "2025-03-02", "Re: Mooring fees", ("As last year.",), re=asked)),
        (letter("me", "2025-03-02", "Re: Mooring fees", ("As last year.",), to=(RUTH, SAM)),),
        (letter("me", "2025-03-02", "Fwd: Mooring fees", ("See below.",)),),
        (letter("me", "2025-03-02", "Mooring fees", ("See below.",)),),
        (letter("me", "2025-03-01", "Mooring fees", ("A question.",)), letter("me", "2025-03-02", "Re: Mooring fees", ("And one more.",))),
    ):
        assert not any(one.implied for one in book(*letters).exchanges)


def test_a_doubtful_reproach_is_put_into_nobodys_mouth() -> None:
    assert kinds(book(letter("me", "2025-03-02", "News", ("I think that is all for now.", "reproach=0.62")))) == []
    assert kinds(book(letter("me", "2025-03-02", "News", ("I expected more of you.", "reproach=0.9")))) == ["reproach"]


def test_a_long_statement_that_never_turns_to_the_reader_is_no_request() -> None:
    tale = (
        "Because of the tribal lands he was going to discuss the survey with the director and let the office know on Monday of next week "
        "what the final decision of the council was."
    )
    assert kinds(book(letter("me", "2025-03-02", "Survey", (tale, "ask:intro=0.8")))) == []
    assert kinds(book(letter("me", "2025-03-02", "Survey", (f"Would you help us? {tale}", "ask:intro=0.8")))) == ["ask:intro"]
