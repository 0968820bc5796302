"""Whatever the draft, the history and the day: a check answers or says what is the matter, and nothing later than the day leaks into it."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import entregent
from entregent import rules
from entregent.app import importing
from entregent.app.checking import check
from entregent.faces import shapes
from entregent.model.issue import Trouble
from tests.app.hearing import CHAPTER, CV, HELP, NAMES, NO, listen_for_phrases
from tests.app.letters import ME, OMAR, RUTH, Letter, mbox
from tests.rules.drafts import ME as DRAFTER
from tests.rules.drafts import OTHER, address, examples, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from entregent.model.finding import Edit, Report
    from tests.rules.drafts import Example

NORA, OKAFOR = "nora@lindqvist.example", "ruth@okafor.example"
FIRST = dt.date(2025, 1, 1)


def sound(report: Report) -> None:
    """What holds of every report."""
    made = json.loads(json.dumps(shapes.report(report)))
    for finding in made["findings"]:
        for span in finding["spans"]:
            assert 0 <= span["start"] < span["end"] <= len(report.text)
            assert report.text[span["start"] : span["end"]] == span["text"]
    edits = sorted({edit for finding in report.findings for edit in finding.edits})
    assert all(0 <= edit.start <= edit.end <= len(report.text) for edit in edits)
    assert all(one.end <= other.start and one.start < other.start for one, other in pairwise(edits))
    assert len({finding.code for finding in report.findings}) == len(report.findings), "one finding a code"
    said = {finding.code for finding in report.findings} | {code for code, _ in report.not_assessed}
    assert said <= rules.names().keys()


def answers(draft: str | bytes, **more: Any) -> None:
    """The check answers, or raises Trouble."""
    try:
        report = check(draft, **more)
    except Trouble as trouble:
        if trouble.key != "draft.empty":
            raise
    else:
        sound(report)


PIECES = st.sampled_from(
    [
        b"From: Nora <nora@lindqvist.example>\n", b"To: Ruth <ruth@okafor.example>, nora@lindqvist.example\n", b"Subject: =?utf-8?q?caf=C3=A9?=\n",
        b"Content-Type: text/html; charset=utf-8\n", b"Content-Type: multipart/mixed; boundary=b\n", b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n", b"--b\n", b"--b--\n", b"\n", b"\r\n", b"\r", b"\x00", b"\xff\xfe", b"=E9=", b"\xe9\xe8",
        CV.encode(), NAMES.encode(), b"<p>Whom do you <b>know</b>?</p>", b"> quoted\n", b"-- \nNora\n", b"\xf0\x9f\x99\x82", b"From x@y Mon\n",
        "Pourriez-vous me présenter à votre directrice ?".encode(), b"-----BEGIN PGP MESSAGE-----\n", b"Date: nonsense\n", b"\xef\xbb\xbf",
    ]
)  # fmt: skip
ODD = st.sampled_from([CV, NAMES, "\n\n", "> ", "👩‍👩‍👧", "\ud800", "\x00", "\u2028", "\r\n", "«\u00a0", "Bonjour,", "@", "<", ">"])
TEXT = st.one_of(
    st.text(max_size=300), st.text(st.characters(), max_size=60), st.lists(st.one_of(st.text(max_size=12), ODD), max_size=12).map("".join)
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=14).map(b"".join)), st.booleans())
def test_any_bytes(draft: bytes, inbound: bool) -> None:
    answers(draft, inbound=inbound, as_of="2025-06-01")


@settings(max_examples=150, deadline=None)
@given(TEXT, st.booleans(), st.sampled_from([None, "en", "fr"]), st.sampled_from([None, "new", "close"]))
@example("Could you pass on \ud83d my CV?", False, "en", "new")
def test_any_text(draft: str, inbound: bool, language: str | None, stage: str | None) -> None:
    answers(draft, inbound=inbound, language=language, stage=stage, as_of="2025-06-01", other="Ruth")


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_any_name_and_any_me(other: str, me: str) -> None:
    answers("Could you pass on my CV to your director, please?", other=other, me=me, as_of="2025-06-01")


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_acts_of_any_text_stand_where_they_say(text: str) -> None:
    try:
        heard = entregent.acts(text)
    except Trouble as trouble:
        if trouble.key != "draft.empty":
            raise
        return
    plain = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text.replace("\r\n", "\n").replace("\r", "\n"))
    assert all(plain[one.start : one.end] == one.text for one in heard)


SAYINGS = st.sampled_from([CHAPTER, NO, HELP, CV, NAMES, "Thank you.", "Some news of the mill.", "Tom Adeyemi was there as well."])


@st.composite
def _letters(draw: st.DrawFn) -> list[Letter]:
    """Mail of 2025 between Nora and Ruth, with others looking on at times, in order of date."""
    days = sorted(draw(st.lists(st.integers(0, 300), min_size=1, max_size=14)))
    made: list[Letter] = []
    for number, day in enumerate(days):
        sender, to = draw(st.sampled_from([(ME, RUTH), (RUTH, ME), (ME, OMAR)]))
        earlier = draw(st.sampled_from(made)) if draw(st.booleans()) and made else None
        made.append(
            Letter(
                day, sender, to, f"{draw(SAYINGS)}\n", f"Re: {earlier.subject.removeprefix('Re: ')}" if earlier else f"Matter {number}",
                draw(st.sampled_from(["", "", "Tom Adeyemi <tom@adeyemi.example>"])), f"m{number}@x.example", earlier.message_id if earlier else "",
            )
        )  # fmt: skip
    return made


@settings(max_examples=40, deadline=None)
@given(_letters(), st.integers(0, 300), st.booleans())
def test_nothing_later_than_the_day_leaks_from_a_history(letters: list[Letter], day: int, inbound: bool) -> None:
    as_of = FIRST + dt.timedelta(days=day)
    known = [letter for letter in letters if letter.day <= day]
    if not known:
        return
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        listen_for_phrases(patch)
        draft = f"Dear Ruth,\n\nSome news of the port first.\n\n{CHAPTER} {CV}\n\nNora\n"
        call: dict[str, Any] = {"other": OKAFOR, "me": NORA, "as_of": as_of, "inbound": inbound}
        whole = check(draft, history=mbox(Path(folder) / "whole.mbox", letters), **call)
        part = check(draft, history=mbox(Path(folder) / "part.mbox", known), **call)
    assert whole == part
    assert whole.coverage.last is None or whole.coverage.last <= as_of


@settings(max_examples=12, deadline=None)
@given(_letters(), st.integers(0, 300))
def test_nothing_later_than_the_day_leaks_from_a_ledger(letters: list[Letter], day: int) -> None:
    as_of = FIRST + dt.timedelta(days=day)
    known = [letter for letter in letters if letter.day <= day]
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as name:
        listen_for_phrases(patch)
        folder = Path(name)
        draft = f"Dear Ruth,\n\nSome news of the port first.\n\n{CHAPTER} {CV}\n\nNora\n"
        importing.run([mbox(folder / "whole.mbox", letters)], folder / "db", me=[NORA])
        report = check(draft, other=OKAFOR, db=folder / "db", as_of=as_of)
        assert all(one.day <= as_of for finding in report.findings for one in finding.evidence)
        if not known:
            assert report.coverage.messages == 0
            return
        importing.run([mbox(folder / "part.mbox", known)], folder / "then", me=[NORA])
        then = check(draft, other=OKAFOR, db=folder / "then", as_of=as_of)
    assert [replace(one, why="", handling="") for one in report.findings] == [replace(one, why="", handling="") for one in then.findings]
    assert (report.coverage, report.not_assessed) == (then.coverage, then.not_assessed)
    if report.relation and then.relation:
        assert replace(report.relation, name="") == replace(then.relation, name="")


def applied(report: Report) -> str:
    """The draft with every edit of its report in it."""
    body = report.text
    edits: Iterable[Edit] = {edit for finding in report.findings for edit in finding.edits}
    for edit in sorted(edits, reverse=True):
        body = body[: edit.start] + edit.text + body[edit.end :]
    return body


@pytest.mark.parametrize("code", sorted(rules.names()))
def test_edits_mend_what_they_were_made_for(code: str, tmp_path: Path) -> None:
    """Of each rule's own drafts: with the edits in, what was taken out is gone, and no finding that had edits is found in the same words again."""
    for number, one in enumerate(examples()):
        if one.code != code or one.fields.get("direction") == "in":
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        _mends(one, folder, lambda edit: not edit.text)


def test_the_thanks_that_are_put_in_are_heard_as_thanks(tmp_path: Path) -> None:
    """The words that `advice` proposes for E304, wherever they come to stand: this one needs the reader's own ears."""
    for number, one in enumerate(examples()):
        if one.fields.get("direction") == "in":
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        _mends(one, folder, lambda edit: bool(edit.text))


def _mends(one: Example, folder: Path, which: Callable[[Edit], bool]) -> None:
    draft, history = write(one, folder)
    call: dict[str, Any] = {"other": address(one.fields.get("other", OTHER)), "me": address(one.fields.get("me", DRAFTER)), "history": history}
    call |= {"as_of": "2026-06-15"} | {key: one.fields[key] for key in ("role", "stage", "known_since") if key in one.fields}
    before = check(draft, **call)
    sound(before)
    mended = {finding.code: {before.text[a:b] for a, b in finding.spans} for finding in before.findings if any(map(which, finding.edits))}
    if not mended:
        return
    body = applied(before)
    for finding in before.findings:
        for edit in finding.edits:
            for start, end in finding.spans:
                if edit.start <= start and end <= edit.end:
                    assert body.count(before.text[start:end]) < before.text.count(before.text[start:end]), one.where
    after = check(body, language=before.language, **call)
    for finding in after.findings:
        again = mended.get(finding.code, set()) & {after.text[a:b] for a, b in finding.spans}
        assert not again, f"{one.where}: {finding.code} is reported again"
