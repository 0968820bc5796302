"""Text on a terminal: wrapped by what letters take, safe whatever mail holds, plain where the stream cannot show more."""

from __future__ import annotations

import io
import itertools

from hypothesis import given
from hypothesis import strategies as st

from entregent.faces.cli.screen import Screen, clean, columns, lines, screen, shown, table, wrapped
from entregent.faces.words import words


def test_accents_take_one_column_however_they_are_composed() -> None:
    assert columns("é") == columns("e\u0301") == 1
    assert columns("日本") == 4
    assert columns("Zoé") == 3


def test_a_no_break_space_holds_what_belongs_together() -> None:
    assert wrapped("Est-ce bien ainsi\u202f? Oui", 20) == ["Est-ce bien ainsi\u202f?", "Oui"]
    assert wrapped("Est-ce bien ainsi\u202f? Oui", 18) == ["Est-ce bien", "ainsi\u202f? Oui"]


def test_the_first_line_may_begin_otherwise() -> None:
    assert wrapped("one two three four five", 18, "    ", first="  - ") == ["  - one two three", "    four five"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrapped("x" * 40, 16) == ["x" * 16, "x" * 16, "x" * 8]


@given(st.text(alphabet=st.sampled_from("ab é日\u00a0\u0301 \n")), st.integers(16, 60))
def test_nothing_is_lost_in_wrapping_and_no_line_is_too_wide(text: str, width: int) -> None:
    spans = list(lines(text, width))
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(columns(text[start:end].rstrip(" ")) <= width for start, end in spans)


def test_mail_cannot_write_on_the_terminal() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\td") == "a\ufffd[31mb\ufffd\ufffdc d"
    assert clean("« é »\u00a0\u202f日") == "« é »\u00a0\u202f日"


@given(st.text())
def test_cleaning_keeps_offsets_and_leaves_no_control(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert not any(character in clean(text) for character in "\x1b\x07\x08\r\x9b\u202e")


def test_a_stream_without_guillemets_gets_ascii() -> None:
    ascii_only = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert shown("│ «\u00a0é\u00a0» → ok", ascii_only) == '| " ? " -> ok'
    latin = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    assert shown("«\u00a0é\u00a0»", latin) == "«\u00a0é\u00a0»"


def test_columns_stand_below_each_other() -> None:
    assert table([["Zoé", "1"], ["日本語", "22"]]) == [["Zoé     ", "1"], ["日本語  ", "22"]]


def test_colours() -> None:
    assert screen(words("en"), {}).colour is False  # captured: no terminal
    assert screen(words("en"), {"FORCE_COLOR": "1"}).colour is True
    assert screen(words("en"), {"FORCE_COLOR": "1", "NO_COLOR": "1"}).colour is False
    assert screen(words("en"), {"FORCE_COLOR": "1", "TERM": "dumb"}).colour is False
    assert screen(words("en"), {"COLUMNS": "50"}).width == 50
    assert screen(words("en"), {"COLUMNS": "5000"}).width == 92


def test_style_without_colour_is_plain() -> None:
    out = io.StringIO()
    assert Screen(out, out, words("en")).style("x", "stop") == "x"
    assert Screen(out, out, words("en"), colour=True).style("x", "stop") == "\x1b[1;31mx\x1b[0m"
