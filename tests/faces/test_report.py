"""How a check reads: the words marked, the reason, the dated evidence, the next step; then what was looked at."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from entregent.faces.cli.excerpt import excerpts, flattened
from entregent.faces.cli.report import render
from entregent.faces.cli.screen import Screen, columns
from entregent.faces.words import words
from entregent.model.finding import Coverage, Edit, Evidence, Report
from tests.faces.conftest import DRAFT, FAVOUR, FISHING, REPORT, RUTH, span


def printed(report: Report = REPORT, language: str = "en", width: int = 80, *, colour: bool = False, named: str = "") -> str:
    out = io.StringIO()
    render(report, Screen(out, out, words(language), width, colour), words(language), named=named)
    return out.getvalue()


def test_the_whole_report_in_english() -> None:
    assert (
        printed()
        == """\
Draft to Ruth Okafor
a new relation · in touch · last exchange 1\u00a0June 2026

Better not sent as it is                                         E101 · 4f2a91c0
  ┃ Could you pass on his CV to your director?

  You ask Ruth to pass on Sam's CV. I find no link between them in your mail.
  In the mail read:
    3\u00a0May 2026  “It was a pleasure to meet you.”
  → Would one question that she can answer herself do?
  A possible wording:
  + Is your department hiring this autumn, as far as you know?

Worth another look                                               E202 · 77aa91c0
  ┃ Whom else do you know in the port, by the way?

  Contacts are asked for without a name or a goal.
  → Say what interests you and leave her free.
  It also reads well without:
  - Whom else do you know in the port, by the way?

Yours to decide: go back to the draft, or send anyway.
To set a finding aside for good: entregent dismiss 4f2a91c0

Looked at  this draft, read as English
           in the mail read: 41 messages, 1\u00a0May 2026 to 1\u00a0June 2026
           counted as exchange, not read: messages in Dutch
Not assessed  nothing was asked before (E302)
"""
    )


def test_the_severities_in_french_are_those_of_the_word_list() -> None:
    note = replace(FISHING, severity="note")
    text = printed(replace(REPORT, findings=(FAVOUR, FISHING, note)), "fr")
    for heading in ("À ne pas envoyer tel quel", "À revoir", "À savoir"):
        assert f"\n{heading} " in text
    assert "relation récente · échanges en cours · dernier échange le 1er\u00a0juin 2026" in text
    assert "À vous de choisir\u00a0: reprendre le texte, ou l'envoyer quand même." in text
    assert "dans les messages lus\u00a0: 41 messages, du 1er\u00a0mai 2026 au 1er\u00a0juin 2026" in text
    assert "les messages en néerlandais" in text
    assert "«\u00a0It was a pleasure to meet you.\u00a0»" in text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [32, 46, 92])
def test_no_line_is_wider_than_the_terminal(language: str, width: int) -> None:
    assert max(columns(line) for line in printed(language=language, width=width).split("\n")) <= width


def test_on_a_terminal_the_span_is_underlined_and_carries_no_carets() -> None:
    text = printed(colour=True)
    assert "\x1b[4;31mCould you pass on his CV to your director?\x1b[0m" in text
    assert "^^^" not in text


def test_carets_stand_below_the_span_also_behind_accents_and_over_lines() -> None:
    draft = "L'été a passé vite, et dites-moi : sauriez-vous me présenter à Zoé ?"
    report = replace(REPORT, text=draft, findings=(replace(FAVOUR, spans=(span("sauriez-vous me présenter", draft),), edits=()),))
    lines = printed(report, width=52).split("\n")
    at = next(number for number, line in enumerate(lines) if "sauriez-vous" in line)
    assert lines[at : at + 4] == [
        "  │ L'été a passé vite, et dites-moi : sauriez-vous",
        "  │                                    ^^^^^^^^^^^^",
        "  │ me présenter à Zoé ?",
        "  │ ^^^^^^^^^^^^",
    ]


def test_a_sentence_that_is_marked_as_a_whole_has_a_heavy_rule_and_no_carets() -> None:
    assert "^" not in printed()
    partly = replace(FAVOUR, spans=(span("pass on his CV"),))
    assert "  │ My friend" not in printed(replace(REPORT, findings=(partly,)))
    assert "  │ Could you pass on his CV to your director?\n  │           ^^^^^^^^^^^^^^\n" in printed(replace(REPORT, findings=(partly,)))


def test_without_a_ledger_nothing_is_said_of_setting_aside() -> None:
    out = io.StringIO()
    render(REPORT, Screen(out, out, words("en")), words("en"), ledger=False)
    assert "dismiss" not in out.getvalue()
    assert "dismiss" in printed()


def test_nothing_found_is_no_all_clear_but_says_what_was_looked_at() -> None:
    text = printed(replace(REPORT, findings=()))
    assert "No finding in what was looked at." in text
    assert "in the mail read: 41 messages" in text
    assert "Not assessed  nothing was asked before (E302)" in text
    assert "send anyway" not in text


def test_without_anybody_named_it_says_how_to_name_them() -> None:
    report = replace(REPORT, relation=None, findings=(), coverage=Coverage())
    text = printed(report)
    assert text.startswith("Draft\n")
    assert "no mail: nobody was named" in text
    assert "--with NAME" in text


def test_somebody_named_of_whom_nothing_is_on_record() -> None:
    text = printed(replace(REPORT, relation=None, coverage=Coverage()), named="ruth@okafor.example")
    assert "Draft to ruth@okafor.example" in text
    assert "no mail with this person" in text
    assert "--stage, --known-since, --role" in text


def test_what_the_user_said_is_shown_as_theirs() -> None:
    text = printed(replace(REPORT, relation=replace(RUTH, stage="established", grounds="said", state="unknown", role="mentor")))
    assert "an established relation (as you said) · last exchange 1\u00a0June 2026 · role: mentor" in text


def test_a_message_to_me() -> None:
    text = printed(replace(REPORT, direction="in"))
    assert "Message from Ruth Okafor" in text
    assert "Better not granted as it is" in text
    assert "send anyway" not in text


def test_a_draft_in_a_language_that_is_not_read_says_so_and_finds_nothing() -> None:
    text = printed(replace(REPORT, language="nl", findings=(), not_assessed=(("E101", "language not read"), ("E102", "language not read"))))
    assert "it is in Dutch" in text
    assert "language not read (E101, E102)" in text
    assert "No finding" not in text


def test_an_edit_shared_by_two_findings_is_shown_once() -> None:
    shared = Edit(*span("My friend Sam is looking for a post as an accountant."), "I wonder how hiring goes at the port.")
    text = printed(replace(REPORT, findings=(replace(FAVOUR, edits=(shared,)), replace(FISHING, edits=(shared,)))))
    assert text.count("I wonder how hiring goes at the port.") == 1
    assert "- My friend Sam is looking for a post as an accountant." in text
    assert "the one above covers this too" in text


def test_a_long_quote_is_cut_at_a_word_and_hostile_text_is_harmless() -> None:
    quote = "word " * 60 + "\x1b[2J"
    text = printed(replace(REPORT, findings=(replace(FAVOUR, evidence=(Evidence("x", date(2026, 5, 3), quote),)),)))
    assert "word …”" in text
    assert "\x1b" not in text


def test_sentences_that_follow_each_other_are_shown_together() -> None:
    first, second = span("My friend Sam is looking for a post as an accountant."), span("Could you pass on his CV to your director?")
    shown = excerpts(DRAFT, (second, first))
    assert [DRAFT[each.start : each.end] for each in shown] == [
        "My friend Sam is looking for a post as an accountant. Could you pass on his CV to your director?"
    ]
    assert shown[0].marks == (first, second)


def test_a_line_wrapped_by_the_mail_program_does_not_end_the_sentence() -> None:
    shown = excerpts(DRAFT, (span("new term"),))
    assert DRAFT[shown[0].start : shown[0].end].startswith("It was good to meet you")
    assert DRAFT[shown[0].start : shown[0].end].endswith("started well for you.")


def test_a_sentence_without_end_is_cut_around_the_span() -> None:
    text = "word " * 100 + "TARGET" + " word" * 100
    shown = excerpts(text, (span("TARGET", text),))[0]
    assert shown.before
    assert shown.after
    assert shown.end - shown.start < 300


def test_a_span_outside_the_text_is_left_out() -> None:
    assert excerpts("short", ((3, 99), (4, 2))) == []


def test_the_blanks_of_a_wrapped_line_are_one_and_the_marks_stay_on_their_words() -> None:
    text = "Dear Ruth,\n\nCould you introduce my friend Sam Fields, who is looking for  \n a post, to \u00a0your director?   Thanks.\n"
    flat, places = flattened(text)
    assert "  " not in flat
    assert "for a post, to \u00a0your" in flat
    start = text.index("your director")
    assert flat[places[start] : places[start + 13]] == "your director"
    assert places[len(text)] == len(flat)
