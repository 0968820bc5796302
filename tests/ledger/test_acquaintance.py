"""Who is a person to the user at all: circulars, lists, machines and addresses that came back are not."""

from __future__ import annotations

from entregent.ledger import Trace, acquainted

NOON = 1_740_000_000


def known(*traces: Trace, whose: dict[str, str] | None = None, bounces: tuple[tuple[int | None, str], ...] = ()) -> set[str]:
    return set(acquainted(traces, whose or {one.handle: one.handle for one in traces}, bounces))


def test_whoever_the_user_wrote_to_is_a_person_answer_or_not() -> None:
    assert known(Trace("ruth@okafor.example", 1), Trace("sam@fields.example", 15)) == {"ruth@okafor.example", "sam@fields.example"}


def test_a_circular_to_the_whole_company_is_no_relation_with_each() -> None:
    assert known(Trace("ann@acme.example", 140), Trace("bo@acme.example", 16)) == set()


def test_whoever_got_a_circular_and_wrote_to_the_user_is_a_person() -> None:
    assert known(Trace("ann@acme.example", 140, personal=1, back=1), Trace("bo@acme.example", 140, personal=3)) == {"ann@acme.example"}


def test_the_answer_may_come_from_the_persons_other_address() -> None:
    whose = {"ann@acme.example": "ann", "ann@home.example": "ann"}
    assert known(Trace("ann@acme.example", 140), Trace("ann@home.example", 0, personal=1, back=1), whose=whose) == {"ann"}


def test_whoever_only_writes_to_the_user_is_none() -> None:
    assert known(Trace("ann@home.example", 0, personal=4, back=4)) == set()


def test_a_list_is_nobody() -> None:
    assert known(Trace("sceno@listes.sceno.example", 1, lists=("sceno.listes.sceno.example",))) == set()
    assert known(Trace("makers@old.example", 1, lists=("makers.new.example",))) == set()


def test_somebody_in_copy_of_a_list_is_not_the_list() -> None:
    assert known(Trace("ruth@okafor.example", 2, lists=("sceno.listes.sceno.example",))) == {"ruth@okafor.example"}


def test_an_address_that_only_ever_sent_newsletters_is_nobody_though_the_user_asked_it_to_stop() -> None:
    assert known(Trace("offers@shop.example", 1, notices=12)) == set()
    assert known(Trace("ruth@okafor.example", 1, personal=2, notices=1)) == {"ruth@okafor.example"}


def test_a_mistyped_address_that_came_back_is_nobody() -> None:
    text = "I could not deliver your message.\n\n<odille@dos.example>: User unknown\n"
    wrong, right = Trace("odille@dos.example", 1, NOON), Trace("odile@dos.example", 1, NOON + 900)
    assert known(wrong, right, bounces=((NOON + 60, text),)) == {"odile@dos.example"}


def test_an_address_that_came_back_once_and_is_still_written_to_is_somebody() -> None:
    text = "<ruth@okafor.example>: mailbox full\n"
    assert known(Trace("ruth@okafor.example", 1, NOON + 9 * 86_400), bounces=((NOON, text),)) == {"ruth@okafor.example"}
    assert known(Trace("ruth@okafor.example", 1, NOON, personal=1), bounces=((NOON, text),)) == {"ruth@okafor.example"}


def test_the_others_on_a_message_that_came_back_are_somebody() -> None:
    text = "<odille@dos.example>: User unknown\n\n--- Below this line is a copy of the message.\n\nTo: odille@dos.example, ruth@okafor.example\n"
    found = known(Trace("odille@dos.example", 2, NOON), Trace("ruth@okafor.example", 2, NOON), bounces=((NOON, text),))
    assert found == {"ruth@okafor.example"}
