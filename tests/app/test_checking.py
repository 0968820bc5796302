"""A draft and its history are checked: what must be found, what must not, and what the report says it knows."""

from __future__ import annotations

import datetime as dt
import json
from email.message import EmailMessage
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from entregent.app import importing, saying
from entregent.app.checking import check
from entregent.faces import shapes
from entregent.model.issue import Trouble
from tests.app.hearing import BLAME, CHAPTER, CV, CV_FR, HELP, NAMES, NO, NOMS, listen_for_phrases
from tests.app.letters import ME, NOW, OMAR, RUTH, SAM, Letter, maildir, mbox

if TYPE_CHECKING:
    from pathlib import Path

    from entregent.model.finding import Report

DAY = "2025-06-01"
NORA, OKAFOR = "nora@lindqvist.example", "ruth@okafor.example"
NEWS = "It was good to see you at the harbour fair, and I hope that the new term has started well for you and yours."


@pytest.fixture(autouse=True)
def _ears(monkeypatch: pytest.MonkeyPatch) -> None:
    listen_for_phrases(monkeypatch)


def text(*asks: str, name: str = "Ruth", by: str = "Nora") -> str:
    """A draft with some news and these sentences in a paragraph."""
    return f"Dear {name},\n\n{NEWS}\n\n{' '.join(asks)}\n\nBest wishes,\n{by}\n"


def eml(body: str, sender: str = ME, to: str = RUTH, **headers: str) -> bytes:
    """A draft as a mail program saves it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, "Port"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body, cte="8bit")
    return message.as_bytes()


def talk(days: tuple[int, ...], first: str = ME, second: str = RUTH) -> list[Letter]:
    """Letters to and fro: on each day (counted from 1 January 2025) one, and its answer the day after."""
    made = []
    for day in days:
        made += [
            Letter(day, first, second, "Some news of the mill.\n", f"Day {day}"),
            Letter(day + 1, second, first, "Some news too.\n", f"Re: Day {day}"),
        ]
    return made


OLD = talk((1, 20, 40, 60))
"""Four reply-days since January: established on 1 June."""


def box(tmp_path: Path, letters: list[Letter]) -> Path:
    path = tmp_path / "history.mbox"
    path.unlink(missing_ok=True)
    return mbox(path, letters)


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


def words(report: Report, code: str) -> list[str]:
    """The words of the draft that a finding is about."""
    (finding,) = [one for one in report.findings if one.code == code]
    return [report.text[start:end] for start, end in finding.spans]


# who asks whom


def test_a_favour_for_a_friend_is_found_without_any_record() -> None:
    report = check(text(CV), other="Ruth Okafor", as_of=DAY)
    assert words(report, "E101") == [CV]
    assert (report.direction, report.language, report.relation, report.stops) == ("out", "en", None, True)
    assert report.coverage.messages == 0
    unknown = dict(report.not_assessed)
    assert {"E103", "E302", "E304", "E403"} <= unknown.keys()
    assert set(unknown.values()) == {"nothing is on record with this person"}


def test_the_same_message_read_by_whom_it_asks(tmp_path: Path) -> None:
    history = box(tmp_path, OLD)
    message = eml(text(CV, name="Nora", by="Ruth"), RUTH, ME)
    report = check(message, me=NORA, history=[history], inbound=True, as_of=DAY)
    (finding,) = report.findings[:1]
    assert (report.direction, finding.code, finding.edits) == ("in", "E101", ())
    assert finding.why.startswith("Ruth asks you for")
    assert report.relation is not None
    assert (report.relation.person, report.relation.name) == (OKAFOR, "Ruth Okafor"), "the relation is with the other person either way"


def test_inbound_without_a_record_names_the_writer() -> None:
    assert check(text(CV), other="Ruth Okafor", inbound=True).findings[0].why.startswith("Ruth asks you")
    assert check(eml(text(CV), RUTH, ME), inbound=True).findings[0].why.startswith("Ruth asks you")


def test_the_stage_counts_the_days_of_whoever_is_asked(tmp_path: Path) -> None:
    mostly_me = [Letter(1, RUTH, ME, "Good morning.\n", "One"), *(Letter(day, ME, RUTH, "News.\n", f"Day {day}") for day in (2, 30, 50, 70))]
    history = box(tmp_path, mostly_me)
    outwards = check(text(NAMES), other=OKAFOR, me=NORA, history=[history], as_of=DAY)
    assert outwards.relation is not None
    assert (outwards.relation.stage, outwards.relation.reply_days) == ("new", 1)
    assert "E201" in codes(outwards)
    inwards = check(text(NAMES), other=OKAFOR, me=NORA, history=[history], as_of=DAY, inbound=True)
    assert inwards.relation is not None
    assert (inwards.relation.stage, inwards.relation.reply_days) == ("established", 4)
    assert "E201" not in codes(inwards)


def test_mail_that_came_in_is_no_earlier_ask_of_itself(tmp_path: Path) -> None:
    asked = Letter(150, RUTH, ME, f"Dear Nora,\n\n{CHAPTER}\n\nRuth\n", "My chapter", ident="c1")
    history = box(tmp_path, [*OLD, asked])
    assert "E302" not in codes(check(asked.bytes(), me=NORA, history=[history], inbound=True, as_of=DAY))
    again = Letter(151, RUTH, ME, f"Dear Nora,\n\n{CHAPTER}\n\nRuth\n", "My chapter", ident="c2")
    assert "E302" in codes(check(again.bytes(), me=NORA, history=[history], inbound=True, as_of=DAY))


# what is on record


def test_whom_do_you_know_is_too_early_with_somebody_new_and_not_with_an_old_acquaintance(tmp_path: Path) -> None:
    new = check(text(NAMES), other=OKAFOR, me=NORA, history=[box(tmp_path, talk((130,)))], as_of=DAY)
    assert words(new, "E201") == [NAMES]
    assert "First exchange with Ruth on 12 May" in next(one.why for one in new.findings if one.code == "E201")
    old = check(text(NAMES), other=OKAFOR, me=NORA, history=[box(tmp_path, OLD)], as_of=DAY)
    assert "E201" not in codes(old)
    assert old.relation is not None
    assert (old.relation.stage, old.relation.grounds) == ("established", "record")


def test_asked_again_after_a_no(tmp_path: Path) -> None:
    story = [
        *OLD,
        Letter(100, ME, RUTH, f"Dear Ruth,\n\n{CHAPTER}\n\nNora\n", "My chapter", ident="a1"),
        Letter(101, RUTH, ME, f"Dear Nora,\n\n{NO}\n\nRuth\n", "Re: My chapter", ident="a2", re="a1"),
    ]
    report = check(text(CHAPTER), other=OKAFOR, me=NORA, history=[box(tmp_path, story)], as_of=DAY)
    (finding,) = [one for one in report.findings if one.code == "E302"]
    assert (finding.severity, [one.message_id for one in finding.evidence]) == ("stop", ["a1", "a2"])
    assert [one.day for one in finding.evidence] == [dt.date(2025, 4, 11), dt.date(2025, 4, 12)]
    before = check(text(CHAPTER), other=OKAFOR, me=NORA, history=[box(tmp_path, story)], as_of="2025-04-01")
    assert "E302" not in codes(before), "on that day nothing had been asked yet"


def test_help_that_nobody_thanked_for(tmp_path: Path) -> None:
    story = [*OLD, Letter(100, RUTH, ME, f"Dear Nora,\n\n{HELP}\n\nRuth\n", "Omar", ident="h1")]
    report = check(text(CHAPTER), other=OKAFOR, me=NORA, history=[box(tmp_path, story)], as_of=DAY)
    (finding,) = [one for one in report.findings if one.code == "E304"]
    assert [one.message_id for one in finding.evidence] == ["h1"]
    assert finding.edits[0].text.startswith("Thank you again for your help on 11 April")
    assert finding.edits[0].start == finding.edits[0].end == report.text.index(CHAPTER)


def test_history_in_any_form_gives_the_same_report(tmp_path: Path) -> None:
    letters = [*OLD, Letter(100, ME, RUTH, f"{CHAPTER}\n", "My chapter", ident="a1")]
    files = tmp_path / "files"
    files.mkdir()
    for number, letter in enumerate(letters):
        (files / f"{number}.eml").write_bytes(letter.bytes())
    half = (mbox(tmp_path / "one.mbox", letters[:4]), mbox(tmp_path / "two.mbox", letters[4:]))
    whole = mbox(tmp_path / "all.mbox", letters)
    forms: list[Any] = [[whole], whole, str(whole), [maildir(tmp_path / "Maildir", letters)], [files], sorted(files.iterdir()), half, [whole, files]]
    reports = [check(text(CHAPTER), other=OKAFOR, me=NORA, history=form, as_of=DAY) for form in forms]
    assert reports[0].coverage.messages == 9
    assert all(report == reports[0] for report in reports)


def test_history_and_ledger_agree_and_history_replaces_the_ledger(tmp_path: Path) -> None:
    path = box(tmp_path, OLD)
    importing.run([path], tmp_path / "db", me=[NORA], now=NOW)
    by_ledger = check(text(NAMES, CV), other=OKAFOR, db=tmp_path / "db", as_of=DAY)
    assert by_ledger == check(text(NAMES, CV), other=OKAFOR, me=NORA, history=[path], as_of=DAY)
    other = check(text(NAMES, CV), other=OKAFOR, me=NORA, history=[mbox(tmp_path / "n.mbox", talk((130,)))], db=tmp_path / "db", as_of=DAY)
    assert other.coverage.messages == 2


# who is meant


@pytest.mark.parametrize("other", [OKAFOR, "RUTH@Okafor.example", "Ruth Okafor", "ruth", RUTH, f"<{OKAFOR}>", None])
def test_the_other_person_by_any_name(tmp_path: Path, other: str | None) -> None:
    report = check(eml(text(CV)), other=other, history=[box(tmp_path, OLD)], as_of=DAY)
    assert report.relation is not None
    assert report.relation.person == OKAFOR
    assert report.findings[0].why.startswith("You ask Ruth ")


@pytest.mark.parametrize("me", [NORA, [NORA], (NORA, "nora@elsewhere.example"), ME, [ME.upper()], None])
def test_me_as_one_or_several(tmp_path: Path, me: Any) -> None:
    report = check(eml(text(CV)), other=OKAFOR, me=me, history=[box(tmp_path, OLD)], as_of=DAY)
    assert report.coverage.messages == 8


def test_a_name_that_nobody_bears_is_a_mistake_and_an_address_is_a_stranger(tmp_path: Path) -> None:
    history = [box(tmp_path, OLD)]
    with pytest.raises(Trouble, match=r"person\.unknown"):
        check(text(CV), other="Zebulon", me=NORA, history=history, as_of=DAY)
    stranger = check(eml(text(CV), to="Zebulon Pike <zeb@pike.example>"), me=NORA, history=history, as_of=DAY)
    assert (stranger.relation, stranger.coverage.messages) == (None, 0)
    assert stranger.findings[0].why.startswith("You ask Zebulon "), "the draft itself says how they are called"


def test_of_several_recipients_the_first_who_is_not_me_is_meant(tmp_path: Path) -> None:
    history = [box(tmp_path, [*OLD, *talk((10,), second=OMAR)])]
    for to, person in ((f"{RUTH}, {OMAR}", OKAFOR), (f"{OMAR}, {RUTH}", "omar@haddad.example"), (f"{ME}, {RUTH}", OKAFOR)):
        report = check(eml(text(CV), to=to), history=history, as_of=DAY)
        assert report.relation is not None
        assert report.relation.person == person
    named = check(eml(text(CV), to=f"{OMAR}, {RUTH}"), other=OKAFOR, history=history, as_of=DAY)
    assert named.relation is not None
    assert named.relation.person == OKAFOR
    assert check(eml(text(CV), to=f"{ME}, {RUTH}")).findings[0].why.startswith("You ask Ruth "), "without a record as well"


def test_two_of_that_name(tmp_path: Path) -> None:
    history = [box(tmp_path, [*talk((1,)), *talk((10,), second="Ruth Birch <ruth@birch.example>")])]
    with pytest.raises(Trouble, match=r"person\.several"):
        check(text(CV), other="ruth", me=NORA, history=history, as_of=DAY)


# what the call says of them


@pytest.mark.parametrize(
    ("told", "stage", "fires"),
    [
        ({"stage": "stranger"}, "stranger", True),
        ({"stage": "new"}, "new", True),
        ({"stage": "established"}, "established", False),
        ({"stage": "dormant"}, "dormant", False),
        ({"known_since": "2012"}, "established", False),
        ({"known_since": "2012-05"}, "established", False),
        ({"known_since": dt.date(2012, 5, 14)}, "established", False),
        ({"known_since": "2025-05-20"}, "new", True),
        ({"known_since": "2012", "stage": "new"}, "new", True),
        ({"role": "recruiter", "stage": "new"}, "new", False),
        ({"role": "recruteuse", "stage": "new"}, "new", False),
        ({"role": "mentor", "stage": "new"}, "new", True),
    ],
    ids=str,
)
def test_what_the_call_says_counts_without_any_record(told: dict[str, Any], stage: str, fires: bool) -> None:
    report = check(text(NAMES), other="Ruth Okafor", as_of=DAY, **told)
    assert report.relation is not None
    assert (report.relation.stage, report.relation.grounds) == (stage, "said")
    assert ("E201" in codes(report)) is fires


def test_known_since_a_day_to_come_says_nothing() -> None:
    report = check(text(NAMES), other="Ruth", as_of=DAY, known_since="2030")
    assert report.relation is not None
    assert report.relation.stage == "stranger"


def test_what_the_call_says_outranks_the_record(tmp_path: Path) -> None:
    old, new = box(tmp_path, OLD), mbox(tmp_path / "new.mbox", talk((130,)))
    assert "E201" in codes(check(text(NAMES), other=OKAFOR, me=NORA, history=[old], as_of=DAY, stage="new"))
    assert "E201" not in codes(check(text(NAMES), other=OKAFOR, me=NORA, history=[new], as_of=DAY, stage="established"))
    assert "E201" not in codes(check(text(NAMES), other=OKAFOR, me=NORA, history=[new], as_of=DAY, known_since="2019"))


def test_what_was_noted_holds_until_the_call_says_otherwise(tmp_path: Path) -> None:
    importing.run([box(tmp_path, talk((130,)))], tmp_path / "db", me=[NORA], now=NOW)
    saying.note(tmp_path / "db", "Ruth Okafor", "", known_since=dt.date(2012, 1, 1))
    told = check(text(NAMES), other=OKAFOR, db=tmp_path / "db", as_of=DAY)
    assert told.relation is not None
    assert (told.relation.stage, told.relation.grounds) == ("established", "said")
    assert "E201" not in codes(told)
    inwards = check(text(NAMES), other=OKAFOR, db=tmp_path / "db", as_of=DAY, inbound=True)
    assert inwards.relation is not None
    assert inwards.relation.stage == "established", "known since 2012, whoever asks"
    assert "E201" in codes(check(text(NAMES), other=OKAFOR, db=tmp_path / "db", as_of=DAY, stage="new"))


def test_the_role_of_whoever_asks_is_not_the_role_of_whoever_is_asked() -> None:
    asked = check(text(NAMES), other="Ruth", as_of=DAY, stage="new", role="recruiter")
    assert "E201" not in codes(asked), "a recruiter routes such questions"
    asking = check(text(NAMES), other="Ruth", as_of=DAY, stage="new", role="recruiter", inbound=True)
    assert "E201" in codes(asking), "but may not ask me whom I know"


# dismissed


def test_what_was_dismissed_is_not_shown_again_for_these_words_and_this_person(tmp_path: Path) -> None:
    importing.run([box(tmp_path, [*OLD, *talk((10,), second=OMAR)])], tmp_path / "db", me=[NORA], now=NOW)
    db = tmp_path / "db"
    report = check(text(CV, BLAME), other=OKAFOR, db=db, as_of=DAY)
    favour = next(one for one in report.findings if one.code == "E101")
    saying.dismiss(db, favour.id)
    assert codes(check(text(CV, BLAME), other=OKAFOR, db=db, as_of=DAY)) == codes(report) - {"E101"}
    assert "E101" not in codes(check("P.S. first\n\n" + text(CV), other=OKAFOR, db=db, as_of=DAY)), "wherever the words stand"
    assert "E101" in codes(check(text(CV, CV_FR), other=OKAFOR, db=db, as_of=DAY)), "other words are another finding"
    assert "E101" in codes(check(text(CV, name="Omar"), other="omar@haddad.example", db=db, as_of=DAY)), "and so is another person"


# where it stands


def as_json(report: Report) -> Any:
    return json.loads(json.dumps(shapes.report(report)))


@pytest.mark.parametrize("before", ["", "👩‍👩‍👧 café — naïve\n\n", "𝔘𝔫𝔦 🏳️‍🌈 \u0301e\n", "\ufeff", "a\tb\x0c\n", "«\u00a0Bonjour\u202f!\u00a0» \n"])
def test_offsets_are_code_points_of_the_body(before: str) -> None:
    body = before + text(CV, BLAME)
    made = as_json(check(body, other="Ruth", as_of=DAY, language="en"))
    spans = [span for finding in made["findings"] for span in finding["spans"]]
    assert {span["text"] for span in spans} >= {CV, BLAME}
    assert all(body[span["start"] : span["end"]] == span["text"] for span in spans)
    assert all(span["part"] == "body" for span in spans)
    assert "text" not in made


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_may_end_as_they_like(end: str, tmp_path: Path) -> None:
    body, written = text(CV, BLAME), text(CV, BLAME).replace("\n", end)
    (tmp_path / "draft.txt").write_bytes(written.encode())
    reports = [check(written, as_of=DAY), check(written.encode(), as_of=DAY), check(tmp_path / "draft.txt", as_of=DAY)]
    assert [report.text for report in reports] == [body] * 3
    assert [words(report, "E301") for report in reports] == [[BLAME]] * 3


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_plain_text_file_in_any_usual_charset(charset: str, tmp_path: Path) -> None:
    (tmp_path / "brouillon.txt").write_bytes(
        f"Chère Zoé,\n\nC'était un plaisir de vous voir à la fête du port.\n\n{CV_FR}\n\nÀ bientôt\n".encode(charset)
    )
    report = check(tmp_path / "brouillon.txt", as_of=DAY)
    assert report.text.startswith("Chère Zoé,")
    assert words(report, "E101") == [CV_FR]


def test_a_draft_of_html_alone_returns_the_text_that_the_offsets_speak_of() -> None:
    message = EmailMessage()
    message["From"], message["To"] = ME, RUTH
    message.set_content(
        f"<p>Dear Ruth,</p><p>{NEWS} 🙂</p><p>Soon&nbsp;more.</p><div>You <b>never</b>&#32;even<i> answered</i> me.</div>", subtype="html"
    )
    made = as_json(check(message.as_bytes(), as_of=DAY))
    assert "<" not in made["text"]
    spans = [span for finding in made["findings"] for span in finding["spans"]]
    assert BLAME in [span["text"] for span in spans]
    assert all(made["text"][span["start"] : span["end"]] == span["text"] for span in spans)


def test_where_text_and_html_say_the_same_the_text_counts() -> None:
    message = EmailMessage()
    message["From"], message["To"] = ME, RUTH
    message.set_content(text(CV))
    message.add_alternative(f"<p>Something else. {BLAME}</p>", subtype="html")
    report = check(message.as_bytes(), as_of=DAY)
    assert (report.rendered, report.text, codes(report) & {"E101", "E301"}) == (False, text(CV), {"E101"})


def test_what_is_quoted_below_is_hers_and_stays_in_the_text() -> None:
    below = f"\nOn Mon, 12 May 2025 at 10:12, Ruth Okafor <{OKAFOR}> wrote:\n> Dear Nora,\n> {BLAME}\n> Ruth\n"
    body = text(CV) + below
    report = check(body, as_of=DAY)
    assert report.text == body
    assert codes(report) & {"E101", "E301"} == {"E101"}
    above = f"> {BLAME}\n\n" + text(CV)
    assert words(check(above, as_of=DAY), "E101") == [CV]
    assert "E301" not in codes(check(above, as_of=DAY))


def test_edits_of_a_report_are_disjoint_and_leave_the_words_out() -> None:
    report = check(text(NAMES, BLAME, CV), other="Ruth", as_of=DAY, stage="new")
    assert codes(report) >= {"E101", "E201", "E202", "E301"}
    every = sorted({edit for finding in report.findings for edit in finding.edits})
    body = report.text
    for edit in reversed(every):
        body = body[: edit.start] + edit.text + body[edit.end :]
    assert body == text(CV)
    assert all(one.end <= other.start for one, other in pairwise(every))


# language


def test_the_findings_speak_the_language_of_the_draft_or_the_one_asked_for() -> None:
    french = f"Chère Ruth,\n\nC'était un plaisir de vous voir à la fête du port, à bientôt peut-être.\n\n{CV_FR}\n\nBien à vous,\nNora\n"
    report = check(french, other="Omar Haddad", as_of=DAY)
    assert report.language == "fr"
    assert report.findings[0].why.startswith("Vous demandez à Omar")
    assert check(french, other="Omar Haddad", as_of=DAY, words="en").findings[0].why.startswith("You ask Omar")
    assert check(french, other="Omar Haddad", as_of=DAY, words="en").findings[0].id == report.findings[0].id


def test_early_question_in_french_elides_names() -> None:
    french = f"Bonjour,\n\nC'était un plaisir de vous lire, et j'espère que la rentrée se passe bien pour vous.\n\n{NOMS}\n\nBien à vous,\nNora\n"
    report = check(french, other="Omar Haddad", as_of=DAY, stage="new")
    assert "E201" in codes(report)
    assert not any("de Omar" in one.why + one.handling or "que Omar" in one.why + one.handling for one in report.findings)


def test_other_languages_are_not_read_and_that_is_said() -> None:
    dutch = (
        "Beste Ruth,\n\nHet was heel fijn om je weer te zien. Zou je het cv van mijn vriend Tom aan je directeur willen geven?\n\nGroeten,\nNora\n"
    )
    report = check(dutch, as_of=DAY)
    assert (report.language, report.findings) == ("nl", ())
    assert {reason for _, reason in report.not_assessed} == {"the draft is in a language that is not read"}
    assert len(report.not_assessed) >= 15, "no rule was judged, and none is passed over in silence"


def test_hardly_any_text_is_not_called_a_foreign_language() -> None:
    for body in ("?", "1234", "> nothing of mine\n> at all\n"):
        report = check(body, as_of=DAY)
        assert report.findings == ()
        assert not any("language that is not read" in reason for _, reason in report.not_assessed)


def test_an_encrypted_draft_says_that_it_is() -> None:
    sealed = "-----BEGIN PGP MESSAGE-----\n\nhQEMA5m8\n=aaaa\n-----END PGP MESSAGE-----\n"
    report = check(eml(sealed), as_of=DAY)
    assert report.findings == ()
    assert {reason for _, reason in report.not_assessed} == {"the draft is encrypted"}


@pytest.mark.parametrize("language", ["nl", "", "EN", "klingon"])
def test_a_language_that_is_none_of_the_two(language: str) -> None:
    with pytest.raises(Trouble, match=r"language\.bad"):
        check(text(CV), language=language)


# what cannot be read


@pytest.mark.parametrize("body", ["", " \n\t\n", b"", b"\n\n", b"From: a@b.example\nSubject: x\n\n\n", "\ufeff"[:0]])
def test_an_empty_draft(body: str | bytes) -> None:
    with pytest.raises(Trouble, match=r"draft\.empty"):
        check(body)


@pytest.mark.parametrize(
    ("name", "key"),
    [("nowhere.eml", "file.missing"), (".", "file.folder"), ("a\0b", "file.unreadable")],
)
def test_a_file_that_cannot_be_read(name: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        check(tmp_path / name)
    assert caught.value.key == key


def test_a_history_that_is_not_there_or_holds_no_mail(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"file\.missing"):
        check(text(CV), other=OKAFOR, me=NORA, history=str(tmp_path / "nowhere.mbox"))
    (tmp_path / "notes.txt").write_text("no mail in here")
    with pytest.raises(Trouble, match=r"mail\.none"):
        check(text(CV), other=OKAFOR, me=NORA, history=[tmp_path / "notes.txt"])


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"as_of": "yesterday"}, "date.bad"),
        ({"as_of": "2025-02-30"}, "date.bad"),
        ({"stage": "friend"}, "stage.bad"),
        ({"known_since": "long"}, "since.bad"),
        ({"known_since": "2012-13"}, "since.bad"),
    ],
)
def test_values_that_are_none(given: dict[str, Any], key: str) -> None:
    with pytest.raises(Trouble) as caught:
        check(text(CV), **given)
    assert caught.value.key == key


def test_a_moment_is_its_day() -> None:
    moment = dt.datetime(2025, 6, 1, 23, 59, tzinfo=dt.UTC)
    assert check(text(CV), as_of=moment) == check(text(CV), as_of=DAY) == check(text(CV), as_of=moment.date())


def test_somebody_on_the_record_with_him_is_known_to_him(tmp_path: Path) -> None:
    tom = "Tom Adeyemi <tom@adeyemi.example>"
    named = "Could you pass on the CV of my friend Tom?"
    apart = [*OLD, *talk((5,), second=tom)]
    together = [*OLD, Letter(110, ME, RUTH, "All three of us were there.\n", "Launch", cc=tom)]
    assert "E101" in codes(check(text(named), other=OKAFOR, me=NORA, history=[box(tmp_path, apart)], as_of=DAY))
    assert "E101" not in codes(check(text(named), other=OKAFOR, me=NORA, history=[box(tmp_path, together)], as_of=DAY))
    assert SAM not in named
