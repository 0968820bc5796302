"""The edits of a report: they take out what was found, never overlap, and leave a draft that can be sent."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.advice.edits import REMAINS, edits, register
from entregent.model.account import Account
from entregent.model.brief import Brief, Draft
from entregent.model.finding import Edit, Hit
from entregent.model.speech import Span, Speech

DAY = dt.date(2026, 3, 2)
BODY = """Dear Ruth,

It was good to meet you at the harbour fair, and I hope that the new term has started well for you.

Whom else do you know in the port? Any name will do. You never answered me.

I will be at the fair again in May and would be glad to see you there.

Nina
"""


def brief(body: str = BODY, *, language: str = "en", own: tuple[Span, ...] | None = None) -> Brief:
    heard = Speech(language, read=True, own=(Span(0, len(body)),) if own is None else own, sentences=())
    return Brief("out", language, dt.date(2026, 6, 15), Draft("", body, heard), None, None, Account(""), None)


def found(code: str, *words: str, body: str = BODY, edit: str = "remove") -> Hit:
    spans = tuple(Span(body.index(part), body.index(part) + len(part)) for part in words)
    return Hit(code, "warn", spans, facts={"day": DAY}, edit=edit)  # type: ignore[arg-type]


def applied(body: str, made: list[tuple[Edit, ...]]) -> str:
    """The draft with all edits of a report in it."""
    for edit in sorted({edit for one in made for edit in one}, reverse=True):
        body = body[: edit.start] + edit.text + body[edit.end :]
    return body


def test_a_sentence_goes_with_the_space_behind_it() -> None:
    made = edits([found("E202", "Any name will do.")], brief())
    assert "in the port? You never answered me.\n" in applied(BODY, made)


def test_a_paragraph_goes_with_its_empty_line() -> None:
    whole = "Whom else do you know in the port? Any name will do. You never answered me."
    assert "for you.\n\nI will be" in applied(BODY, edits([found("E202", whole)], brief()))
    three = found("E202", "Whom else do you know in the port?", "Any name will do.", "You never answered me.")
    assert edits([three], brief()) == edits([found("E202", whole)], brief()), "sentences side by side are one edit"


def test_the_line_of_a_paragraph_goes_and_the_paragraph_stays() -> None:
    body = BODY.replace("Any name will do. ", "\nAny name will do.\n")
    assert "in the port? \nYou never answered me.\n\nI will" in applied(body, edits([found("E202", "Any name will do.", body=body)], brief(body)))


def test_findings_on_the_same_words_share_one_edit() -> None:
    both = [found("E201", "Whom else do you know in the port?"), found("E202", "Whom else do you know in the port?")]
    one, other = edits(both, brief())
    assert one == other
    assert len(one) == 1


def test_findings_that_overlap_share_one_merged_edit() -> None:
    wide, narrow = found("E201", "Whom else do you know in the port? Any name will do."), found("E202", "Any name will do. You never answered me.")
    one, other = edits([wide, narrow], brief())
    assert one == other
    assert "for you.\n\nI will be" in applied(BODY, [one])


def test_neighbours_keep_their_own_edits() -> None:
    one, other = edits([found("E201", "Whom else do you know in the port?"), found("E301", "Any name will do.")], brief())
    assert one != other
    assert one[0].end == other[0].start


def test_thanks_before_a_sentence_that_goes_are_one_edit_with_its_removal() -> None:
    one, other = edits(
        [found("E201", "Whom else do you know in the port?"), found("E304", "Whom else do you know in the port?", edit="thank")], brief()
    )
    assert one == other
    assert one[0].text.startswith("Thank you again for your help on 2 March")
    assert "for you.\n\nThank you again for your help on 2 March [what came of it]. Any name" in applied(BODY, [one])


def test_thanks_take_the_register_of_the_draft() -> None:
    tu, vous = "Tu pourrais me relire ?\n", "Pourriez-vous me relire ?\n"
    for body, words in ((tu, "ton aide du 2 mars"), (vous, "votre aide du 2 mars")):
        ((edit,),) = edits([found("E304", body.strip(), body=body, edit="thank")], brief(body, language="fr"))
        assert words in edit.text
    assert (register("T'as vu ? Toi aussi ?"), register("On se voit demain."), register("Bonjour, avez-vous vu vos amis ?")) == ("tu", "vous", "vous")


def test_where_hardly_anything_would_remain_nothing_is_taken_out() -> None:
    body = "Hello Ruth. Whom else do you know in the port?\n"
    assert edits([found("E202", "Whom else do you know in the port?", body=body)], brief(body)) == [()]


def test_quoted_mail_below_is_not_what_remains() -> None:
    mine = "Hello Ruth. Whom else do you know in the port?"
    body = mine + "\n\n> " + "a long letter of hers " * 20
    assert edits([found("E202", "Whom else do you know in the port?", body=body)], brief(body, own=(Span(0, len(mine)),))) == [()]


def test_two_findings_do_not_take_everything_out_between_them() -> None:
    first, second = "one " * 10 + "end.", "two " * 10 + "end."
    body = f"{first} {second}\n"
    one, other = edits([found("E201", first, body=body), found("E301", second, body=body)], brief(body))
    assert (one, other) == ((), ())
    long = f"{first} {second} " + "more " * 8 + "end.\n"
    one, other = edits([found("E201", first, body=long), found("E301", second, body=long)], brief(long))
    assert (len(one), len(other)) == (1, 0), "what is worse comes first"


def test_a_finding_that_no_small_change_mends_has_no_edit() -> None:
    assert edits([found("E101", "Any name will do.", edit="")], brief()) == [()]
    no_day = Hit("E304", "warn", (Span(0, 4),), edit="thank")
    assert edits([no_day], brief()) == [()]


@st.composite
def _reports(draw: st.DrawFn) -> tuple[str, list[Hit]]:
    body = draw(st.text(st.sampled_from("ab é\n\u00a0🙂."), min_size=1, max_size=60)) + " word" * draw(st.integers(0, 30))
    place = st.integers(0, len(body))
    span = st.tuples(place, place).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))
    hit = st.builds(
        lambda spans, edit: Hit("E201", "stop", tuple(sorted(set(spans))), facts={"day": DAY}, edit=edit),
        st.lists(span, min_size=1, max_size=4),
        st.sampled_from(["remove", "thank", ""]),
    )
    return body, draw(st.lists(hit, max_size=4))


@settings(max_examples=300, deadline=None)
@given(_reports())
def test_edits_of_any_report_are_disjoint_and_inside_the_body(report: tuple[str, list[Hit]]) -> None:
    body, hits = report
    made = edits(hits, brief(body))
    assert len(made) == len(hits)
    every = sorted({edit for one in made for edit in one})
    assert all(0 <= edit.start <= edit.end <= len(body) for edit in every)
    assert all(one.end <= other.start and one.start < other.start for one, other in pairwise(every))
    for hit, one in zip(hits, made, strict=True):
        assert list(one) == sorted(set(one))
        if hit.edit == "remove" and one:
            assert all(any(edit.start <= start and end <= edit.end for edit in one) for start, end in hit.spans)


@pytest.mark.parametrize("body", ["x y", "", "\n\n", " "])
def test_a_removal_leaves_enough_words_or_does_not_happen(body: str) -> None:
    whole = body + " w" * (REMAINS - 1)
    assert edits([Hit("E301", "stop", (Span(0, len(body)),), edit="remove")], brief(whole)) == [()]
