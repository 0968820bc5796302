"""Which messages make one conversation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.ledger import bare_subject, threads
from tests.ledger.letters import ME, RUTH, SAM, letter

if TYPE_CHECKING:
    import random

    from entregent.model.mail import Message

HELLO = letter("me", "2025-03-01", "Quay permits", ("Hello.",))[0]


@pytest.mark.parametrize(
    ("subject", "bare", "prefixed"),
    [
        ("Quay permits", "quay permits", False),
        ("Re: Quay permits", "quay permits", True),
        ("RE : TR: Quay permits", "quay permits", True),
        ("Réf : Quay permits", "quay permits", True),
        ("Fwd: Re[2]: [quay] Re: Quay permits", "quay permits", True),
        ("AW: WG: Quay permits", "quay permits", True),
        ("Report: the quay", "report: the quay", False),
        ("Regatta", "regatta", False),
        ("", "", False),
    ],
)
def test_prefixes(subject: str, bare: str, prefixed: bool) -> None:
    assert bare_subject(subject) == (bare, prefixed)


def test_replies_by_reference_whatever_their_subject() -> None:
    reply = replace(letter("other", "2025-03-02", "Something else")[0], in_reply_to=HELLO.id)
    last = replace(letter("me", "2025-03-03", "And more")[0], references=(HELLO.id, reply.id))
    assert set(threads([last, HELLO, reply]).values()) == {HELLO.id}


def test_two_answers_to_a_message_that_is_not_there_are_one_conversation() -> None:
    one = replace(letter("other", "2025-03-02", "Re: Lost")[0], in_reply_to="lost@nowhere.example")
    two = replace(letter("me", "2025-03-03", "Re: Lost, too")[0], references=("lost@nowhere.example",))
    assert set(threads([one, two]).values()) == {one.id}


def test_a_reply_without_reference_is_known_by_its_subject() -> None:
    reply = letter("other", "2025-03-02", "RE: quay permits")[0]
    assert threads([HELLO, reply])[reply.id] == HELLO.id


def test_the_same_subject_is_no_reply_without_a_prefix_nor_after_months_nor_from_strangers() -> None:
    fresh = letter("other", "2025-03-02", "Quay permits")[0]
    late = letter("other", "2025-06-02", "Re: Quay permits")[0]
    foreign = letter(SAM, "2025-03-02", "Re: Quay permits", to=[ME])[0]
    forward = letter("other", "2025-03-02", "Fwd: Quay permits", to=[SAM])[0]
    for other in (fresh, late, foreign, forward):
        assert threads([HELLO, other])[other.id] == other.id


def test_names_alone_are_enough_to_follow_a_reply() -> None:
    first = replace(HELLO, to=(RUTH._replace(email=""),))
    reply = replace(letter("other", "2025-03-02", "Re: Quay permits")[0], sender=RUTH._replace(email="", name="Okafor, Ruth"))
    assert threads([first, reply])[reply.id] == first.id


MAIL = st.builds(
    lambda day, by, subject, ref, hour: replace(
        letter(by, f"2025-03-{day:02}", subject, hour=hour)[0], references=(ref,) if ref else ()
    ),
    st.integers(1, 28), st.sampled_from(["me", "other", SAM]), st.sampled_from(["Quay", "Re: Quay", "Fwd: Quay", "", "Re: "]),
    st.sampled_from(["", "2025-03-01.1.0.noor@haddad.example", "2025-03-02.1.0.ruth@harbour.example", "lost@x.example"]), st.integers(0, 3),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MAIL, max_size=12, unique_by=lambda message: message.id), st.randoms(use_true_random=False))
def test_order_of_import_changes_nothing(messages: list[Message], rng: random.Random) -> None:
    shuffled = list(messages)
    rng.shuffle(shuffled)
    found = threads(messages)
    assert found == threads(shuffled)
    assert all(found[root] == root for root in found.values())
