"""mbox: where one message ends and the next begins."""

from __future__ import annotations

import gzip
import io
import lzma
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.sources import find, mbox, read, resume
from tests.sources.mails import everything, mail, message, subjects

if TYPE_CHECKING:
    from pathlib import Path

FROM = b"From ruth@harbour.example Mon Mar  3 10:00:00 2025\n"


def test_mboxo_and_mboxrd_give_back_the_line_that_was_escaped(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(FROM + mail("I quote:\n>From the quay you see it.\n>>From here too.\n") + b"\n" + FROM + mail("Second.\n", subject="Two"))
    raws, wrong = everything(path)
    assert [message(raw.data).body for raw in raws] == ["I quote:\nFrom the quay you see it.\n>From here too.\n\n", "Second.\n"]
    assert not wrong
    assert raws[0].folder == "Inbox"


def test_mboxcl2_does_not_escape_and_its_content_length_tells(tmp_path: Path) -> None:
    forwarded = "See below.\n\nFrom zoe@martin.example Tue Mar  4 10:00:00 2025\nSubject: inside\n\nstill the first message\n"
    first = mail(forwarded, content_length=str(len(forwarded)))
    path = tmp_path / "box"
    path.write_bytes(FROM + first + b"\n" + FROM + mail("Second.\n", subject="Two"))
    raws, _ = everything(path)
    assert [message(raw.data).subject for raw in raws] == ["The harbour", "Two"]
    assert message(raws[0].data).body.startswith(forwarded)


def test_mboxcl_escapes_and_counts_the_escaped_body(tmp_path: Path) -> None:
    body = "Dear Zoe,\n\n>From here it looks fine.\n"
    path = tmp_path / "box"
    path.write_bytes(FROM + mail(body, content_length=str(len(body))) + b"\n" + FROM + mail(subject="Two"))
    assert next(message(raw.data).body for raw in everything(path)[0]) == "Dear Zoe,\n\nFrom here it looks fine.\n\n"


@pytest.mark.parametrize("length", ["3", "999999", "0", "-4", "many"])
def test_a_content_length_that_lands_nowhere_is_not_believed(tmp_path: Path, length: str) -> None:
    path = tmp_path / "box"
    path.write_bytes(FROM + mail("First body.\n", content_length=length) + b"\n" + FROM + mail(subject="Two") + b"\n" + FROM + mail(subject="Three"))
    assert subjects(path) == ["The harbour", "Two", "Three"]


@pytest.mark.parametrize(
    "line",
    [
        "From the beginning we agreed.",
        "From 10:00 to 12:00 in room 2025, as you said",
        "From what I hear at 10:30 on 2025",
        "From Paris,",
    ],
)
def test_a_sentence_that_begins_with_from_is_no_boundary(tmp_path: Path, line: str) -> None:
    path = tmp_path / "box"
    path.write_bytes(FROM + mail(f"Dear Zoe,\n\n{line}\nand so on.\n") + b"\n" + FROM + mail(subject="Two"))
    assert subjects(path) == ["The harbour", "Two"]


@pytest.mark.parametrize(
    "line",
    [
        "From - Mon Mar 03 10:00:00 2025",
        "From zoe at martin.example  Mon Mar  3 10:00:00 2025",
        "From 1576@xxx Mon Mar 03 10:11:12 +0000 2025",
        "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        "From zoe@martin.example Fri, 1 Jan 93 09:21:32 PST",
        "From zoe@martin.example Wed, 26 May 93 03:18 EDT",
        'From "Zoe M"@martin.example Mon Mar  3 10:00 2025 remote from uucp',
    ],
)
def test_from_lines_of_many_programs(tmp_path: Path, line: str) -> None:
    path = tmp_path / "box"
    path.write_bytes(line.encode() + b"\n" + mail() + b"\n" + line.encode() + b"\n" + mail(subject="Two"))
    assert subjects(path) == ["The harbour", "Two"]


def test_dos_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes((FROM + mail() + b"\n" + FROM + mail(subject="Two")).replace(b"\n", b"\r\n"))
    assert subjects(path) == ["The harbour", "Two"]


def test_a_message_larger_than_any_is_cut_and_said_and_the_next_one_is_whole() -> None:
    big = FROM + mail("x" * 70 + "\n") + b"".join(b"line %d\n" % number for number in range(2_000_000)) + b"\n"
    pieces = list(mbox.split(io.BytesIO(big + FROM + mail(subject="Two")), largest=1_000_000))
    assert [piece.cut for piece in pieces] == [True, False]
    assert len(pieces[0].data) == 1_000_000
    assert pieces[1].data == FROM + mail(subject="Two")
    assert pieces[1].position == len(big)


def test_a_grown_mbox_costs_only_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes(FROM + mail() + b"\n")
    before = find([path])[0][0]
    with path.open("ab") as stream:
        stream.write(FROM + mail(subject="New") + b"\n")
    after = find([path])[0][0]
    start = resume(after, before.stamp)
    assert start == before.size
    new = list(read(after, start=start))
    assert [message(raw.data).subject for raw in new] == ["New"]  # type: ignore[union-attr]
    assert new[0].position == before.size  # type: ignore[union-attr]


def test_an_mbox_that_was_rewritten_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes(FROM + mail() + b"\n")
    before = find([path])[0][0]
    path.write_bytes(FROM + mail(subject="Other") + b"\n" + FROM + mail(subject="New") + b"\n")
    after = find([path])[0][0]
    assert after.stamp != before.stamp
    assert resume(after, before.stamp) == 0


@pytest.mark.parametrize("pack", [gzip, lzma])
def test_packed(tmp_path: Path, pack: object) -> None:
    path = tmp_path / ("Sent.mbox.gz" if pack is gzip else "Sent.mbox.xz")
    path.write_bytes(pack.compress(FROM + mail() + b"\n" + FROM + mail(subject="Two")))  # type: ignore[attr-defined]
    raws, wrong = everything(path)
    assert [raw.folder for raw in raws] == ["Sent", "Sent"]
    assert not wrong


def test_a_packed_mbox_that_ends_too_soon_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "Sent.mbox.gz"
    whole = b"".join(FROM + mail(subject=f"Number {number}", x_noise=str(number * 7919)) + b"\n" for number in range(3_000))
    path.write_bytes(gzip.compress(whole)[:-2_000])
    raws, wrong = everything(path)
    assert [issue.key for issue in wrong] == ["source.broken"]
    assert isinstance(raws, list)


def test_text_before_the_first_message_is_told(tmp_path: Path) -> None:
    pieces = list(mbox.split(io.BytesIO(b"\n\n" + FROM + mail())))
    assert len(pieces) == 1
    assert pieces[0].position == 2


BODIES = st.lists(st.text(alphabet="abc >From\n.", max_size=60), min_size=1, max_size=6)


@given(BODIES, st.sampled_from([64, 500, 1 << 20]))
def test_every_message_comes_back_whatever_it_says(bodies: list[str], block: int) -> None:
    """mboxrd: escape on writing as its writers do, and nothing is lost or joined, wherever the blocks of reading fall."""
    box = b""
    for number, body in enumerate(bodies):
        lines = [(">" + line if line.lstrip(">").startswith("From ") else line) for line in body.split("\n")]
        box += FROM + mail("\n".join(lines), subject=f"Number {number}") + b"\n\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mbox, "BLOCK", block)
        pieces = list(mbox.split(io.BytesIO(box)))
    read_back = [message(piece.data) for piece in pieces]
    assert [one.subject for one in read_back] == [f"Number {number}" for number in range(len(bodies))]
    assert [one.body.rstrip("\n") for one in read_back] == [body.rstrip("\n") for body in bodies]
    assert [piece.end for piece in pieces[:-1]] == [piece.position for piece in pieces[1:]]
