"""Whose mailbox it is."""

from __future__ import annotations

from entregent.ledger import Hint, propose


def test_the_usual_mailbox_is_its_writers_and_readers() -> None:
    proposal = propose(
        [
            Hint("noor@haddad.example", 300, 4, 700, ("Noor Haddad",)),
            Hint("ruth@quay.example", 0, 90, 80, ("Ruth Okafor",)),
            Hint("noor.h@gmail.com", 20, 1, 60, ("Noor Haddad",)),
        ],
        1000,
    )
    assert set(proposal.me) == {"noor@haddad.example", "noor.h@gmail.com"}
    assert proposal.delegates == ()
    assert proposal.name == "Noor Haddad"
    assert proposal.sure


def test_an_assistant_who_sends_everything_is_a_delegate_and_not_the_owner() -> None:
    proposal = propose(
        [
            Hint("ines.duval@quay.example", 250, 10, 200, ("Ines Duval",)), Hint("adam.lund@quay.example", 14, 0, 1300, ("Lund, Adam", "Adam Lund")),
            Hint("alund@quay.example", 0, 0, 1500, ()), Hint("omar@bell.example", 0, 50, 100, ("Omar Bell",)),
        ],
        3400,
    )  # fmt: skip
    assert set(proposal.me) == {"adam.lund@quay.example", "alund@quay.example"}
    assert proposal.delegates == ("ines.duval@quay.example",)
    assert not proposal.sure


def test_two_peoples_mail_in_one_archive_makes_neither_the_others_delegate() -> None:
    proposal = propose(
        [
            Hint("adam.lund@quay.example", 770, 2, 310, ("Adam Lund",)),
            Hint("karl.lund@quay.example", 110, 95, 350, ("Lund, Karl",)),
            Hint("omar@bell.example", 0, 50, 100, ("Omar Bell",)),
        ],
        920,
    )
    assert proposal.me == ("adam.lund@quay.example",)
    assert proposal.delegates == ()
    assert proposal.others == ("karl.lund@quay.example",)
    assert not proposal.sure


def test_a_mailbox_of_sent_mail_alone_and_one_of_received_mail_alone() -> None:
    assert propose([Hint("noor@haddad.example", 30, 0, 0, ("Noor Haddad",)), Hint("ruth@quay.example", 0, 0, 0, ("Ruth Okafor",))], 0).me == (
        "noor@haddad.example",
    )
    assert propose([Hint("noor@haddad.example", 0, 0, 40, ("Noor Haddad",)), Hint("ruth@quay.example", 0, 30, 0, ("Ruth Okafor",))], 45).me == (
        "noor@haddad.example",
    )


def test_a_list_that_gets_most_of_the_mail_is_nobody() -> None:
    proposal = propose([Hint("crew@lists.example", 0, 0, 900), Hint("noor@haddad.example", 50, 2, 150, ("Noor Haddad",))], 1000)
    assert proposal.me == ("noor@haddad.example",)


def test_nothing_tells_nothing() -> None:
    assert propose([], 0).me == ()
