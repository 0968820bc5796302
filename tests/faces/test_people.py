"""`who`, `people` and the import's report, from values made by hand."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest

from entregent.app.importing import ContainerReport, ImportReport, Step
from entregent.app.people import Portrait, Standing
from entregent.app.whose import Mine
from entregent.faces import shapes
from entregent.faces.cli import importing, people, portrait
from entregent.faces.cli.report import relation_line
from entregent.faces.cli.screen import Screen, columns
from entregent.faces.words import words
from entregent.faces.words.roles import shown
from entregent.ledger import Proposal
from entregent.model.account import Account, Bond, Entry, EntryKind, Exchange, Pair, Said, Side
from entregent.model.issue import Issue
from entregent.model.people import Person, Reason
from entregent.model.relation import Stage
from entregent.model.roles import ROLES, canonical
from entregent.model.speech import ASKS
from tests.faces.conftest import RUTH

PERSON = Person(
    "ruth@okafor.example",
    "Ruth Okafor",
    ("ruth@okafor.example", "r.okafor@oldjob.example"),
    ("Ruth Okafor", "R. Okafor"),
    (Reason("r.okafor@oldjob.example", "same-name", "Ruth Okafor"),),
)


def entry(key: str, kind: EntryKind, by: Side, day: date, quote: str, what: str = "") -> Entry:
    return Entry(key, kind, by, f"{key}@x", datetime(day.year, day.month, day.day, tzinfo=UTC), day, 0, len(quote), quote, 0.9, what=what)


ASK = entry("aaaaaaaa11111111", "ask", "me", date(2026, 5, 1), "Could you tell me who buys pilot boats?", "advice")
HELP = entry("bbbbbbbb22222222", "help", "other", date(2026, 5, 3), "Omar Haddad does: omar@harbour.example.")
ACCOUNT = Account(
    PERSON.key,
    (Exchange("m1", ASK.date, ASK.day, "me", True, "m1", "Boats"), Exchange("m2", HELP.date, HELP.day, "other", True, "m1", "Re: Boats")),
    (ASK, HELP),
    (Pair(ASK.key, HELP.key, "helped"),),
    "me",
    HELP.key,
    2,
    ("nl",),
)
SAID = (Said("met", PERSON.key, value="had lunch", day=date(2026, 5, 20)), Said("role", PERSON.key, value="press"), Said("dismiss", "", "4f2a91c0"))
PORTRAIT = Portrait(Standing(PERSON, RUTH, 180), ACCOUNT, SAID)


def screen_of(language: str, width: int = 80) -> Screen:
    out = io.StringIO()
    return Screen(out, out, words(language), width)


def text_of(screen: Screen) -> str:
    assert isinstance(screen.out, io.StringIO)
    return screen.out.getvalue()


def test_a_person_in_full() -> None:
    screen = screen_of("en")
    portrait.render(PORTRAIT, screen, None)
    assert text_of(screen).replace("\u00a0", " ") == """\
Ruth Okafor
a new relation · in touch · last exchange 1 June 2026

Addresses
  ruth@okafor.example
  r.okafor@oldjob.example  same name: Ruth Okafor

Also written
  R. Okafor

In the mail read
  2 messages: 1 from you, 1 from them
  2 days on which they wrote to you
  first exchange 3 May 2026; last message from them 1 June 2026
  2 messages counted as exchange and not read (Dutch)

Given and received
  you asked for 1 favour; they helped you once
  for 1 of these no thanks and no outcome found by mail

Whose turn
  the next message is yours
  3 May 2026  “Omar Haddad does: omar@harbour.example.”

What was asked, given and answered, newest first
  3 May 2026  they helped, no thanks found  bbbbbbbb
              “Omar Haddad does: omar@harbour.example.”
  1 May 2026  you asked: advice, helped 3 May 2026  aaaaaaaa
              “Could you tell me who buys pilot boats?”
  Misread? entregent correct KEY KIND. Thanked in person? entregent thanked
  ruth@okafor.example --for KEY

Said by you
  20 May 2026  met: had lunch
  role: press
"""  # fmt: skip


def test_a_person_in_full_in_french() -> None:
    screen = screen_of("fr")
    portrait.render(PORTRAIT, screen, date(2026, 6, 1))
    text = " ".join(text_of(screen).replace("\u00a0", " ").replace("\u202f", " ").split())
    assert text.startswith("Ruth Okafor (au 1er juin 2026) relation récente · échanges en cours")
    for part in (
        "même nom : Ruth Okafor",
        "vous avez demandé 1 service ; vous avez reçu 1 aide",
        "pour 1 d'entre elles, ni remerciement ni suites retrouvés par e-mail",
        "vous avez demandé : un conseil, aide le 3 mai 2026",
        "aide reçue, pas de remerciement retrouvé",
        "« Omar Haddad does: omar@harbour.example. »",
        "2 messages comptés comme échanges et non lus (néerlandais)",
        "rôle : presse",
    ):
        assert part in text


def test_every_kind_of_entry_has_words_for_both_sides_and_every_bond_too() -> None:
    from typing import get_args

    from entregent.faces.cli.commands import KINDS, WHATS
    from entregent.model.account import Bond
    from entregent.model.relation import Stage, State
    from entregent.model.speech import ASKS

    assert set(KINDS) == set(get_args(EntryKind))
    assert {f"ask:{what}" for what in WHATS} == set(ASKS)
    for language in ("en", "fr"):
        table = words(language).table("people")
        assert all(f"entry.{kind}.{side}" in table for kind in KINDS for side in get_args(Side))
        assert all(f"bond.{bond}" in table for bond in get_args(Bond))
        assert all(f"what.{what}" in table for what in WHATS)
        assert all(f"short.{stage}" in table and words(language).known(f"stage.{stage}") for stage in get_args(Stage))
        assert all(words(language).known(f"state.{state}") for state in get_args(State) if state != "unknown")


def test_people_in_columns_and_on_a_narrow_terminal_in_two_lines() -> None:
    other = Standing(Person("z@z.example", "Zoé Marchetti-Vandenberghe de la Tour", ("z@z.example",)), RUTH, 180)
    screen = screen_of("en")
    people.render([PORTRAIT.standing, other], screen, None)
    lines = text_of(screen).split("\n")
    assert lines[0] == "2 people to whom you wrote, in the order of the last exchange"
    assert lines[2].replace("\u00a0", " ") == "Ruth Okafor                  new · in touch  1 June 2026"
    assert lines[3] == "    1 help without thanks found"
    assert lines[4].startswith("Zoé Marchetti-Vandenberghe…  new")
    narrow = screen_of("fr", 40)
    people.render([PORTRAIT.standing], narrow, date(2026, 6, 1))
    assert max(columns(line) for line in text_of(narrow).split("\n")) <= 40
    assert "récente" in text_of(narrow)


def test_nobody_yet() -> None:
    screen = screen_of("en")
    people.render([], screen, None)
    assert "--me ADDRESS" in text_of(screen)


def test_the_shape_of_a_portrait() -> None:
    made = shapes.portrait(PORTRAIT)
    assert made["name"] == "Ruth Okafor"
    assert made["turn"] == {"who": "me", "for": HELP.key}
    assert made["entries"][0]["key"] == ASK.key
    assert made["pairs"] == [{"earlier": ASK.key, "later": HELP.key, "bond": "helped"}]
    assert made["said"][0] == {"kind": "met", "about": "", "value": "had lunch", "date": "2026-05-20"}


@pytest.mark.parametrize(("said", "role"), [("Recruteuse", "recruiter"), ("press office", "press"), ("collègue", "colleague"), ("Weaver", "weaver")])
def test_a_role_may_be_said_in_either_language(said: str, role: str) -> None:
    assert canonical(said) == role


def test_every_role_is_shown_in_french() -> None:
    assert all(shown(role, "en") == role and shown(role, "fr") for role in ROLES)
    assert shown("press", "fr") == "presse"


IMPORT = ImportReport(
    (
        ContainerReport(
            "/home/n/Mail/INBOX", "mbox", "INBOX", 1200, 1100, 80, (("spam", 20),), 3, (Issue("message.no-date", "/home/n/Mail/INBOX"),) * 3
        ),
        ContainerReport("/home/n/Mail/Sent", "mbox", "Sent", unchanged=True, stored=400),
        ContainerReport(
            "/home/n/Mail/Archive", "maildir", "Archive", 2, 2, 0, issues=(Issue("source.empty", "/home/n/Mail/Archive/cur/1"),), more_issues=7
        ),
    ),
    (Issue("source.not-mail", "/home/n/Mail", (("kind", ".msf"), ("count", "12"))), Issue("source.pst", "/home/n/Mail/old.pst")),
    Mine(("nina@roth.example",), ("tom@office.example",)),
    41,
    1580,
    (("nl", 7), ("de", 1)),
)


def test_the_report_of_an_import_leaves_nothing_out() -> None:
    screen = screen_of("en", 92)
    importing.render(IMPORT, screen, "entregent import ~/Mail --yes")
    text = text_of(screen)
    for part in (
        "Read 1,202 messages: 1,102 new, 80 already known, 20 left out.",
        "Left out: 20 spam.",
        "3 new messages have no usable date.",
        "In the ledger now: 1,580 messages; 41 people to whom you wrote.",
        "Counted as exchange and not read: 7 in Dutch and 1 in German.",
        "Where it came from: /home/n/Mail\n",
        "  INBOX    mbox     1,200 read, 1,100 new, 80 already known, 20 spam\n",
        "  Archive  Maildir  2 read, 2 new\n",
        "  1 place unchanged since the last time, not opened again (400 messages)\n",
        "\n          readpst -r -o mail FILE.pst\n",
        "      /home/n/Mail/old.pst\n",
        "no date: kept, but left out of what depends on dates (3 times)\n",
        "12 files that are no mail (.msf 12):\n",
        "and 7 more like these",
        "You are taken to be: nina@roth.example\n",
        "Writing for you: tom@office.example (what they sent counts as yours)\n",
        "entregent import ~/Mail --yes",
    ):
        assert part in text


def test_a_second_import_of_the_same_says_so_in_french() -> None:
    screen = screen_of("fr")
    again = ImportReport((IMPORT.containers[1],), (), Mine(("nina@roth.example",), said=True), 41, 1580)
    importing.render(again, screen, "")
    assert text_of(screen).startswith("Rien de nouveau\u00a0: tout est comme la dernière fois.\n")
    assert "Vous\u00a0: nina@roth.example" in text_of(screen)


def test_the_shape_of_an_import() -> None:
    made = shapes.importing(IMPORT, words("en").issue)
    assert (made["read"], made["new"], made["left_out"]) == (1202, 1102, {"spam": 20})
    assert made["me"] == {"addresses": ["nina@roth.example"], "delegates": ["tom@office.example"], "said": False}
    assert made["containers"][1]["unchanged"] is True
    assert made["issues"][0] == {"key": "source.not-mail", "subject": "/home/n/Mail", "words": "12 files (.msf) that are no mail"}


PROPOSAL = Proposal(("klaus@example.org", "k@example.org"), ("rosa@example.org",), "Klaus Ek")


@pytest.mark.parametrize(
    ("typed", "language", "taken"),
    [
        (["", "never read"], "en", PROPOSAL.me),
        (["y"], "en", PROPOSAL.me),
        (["oui"], "fr", PROPOSAL.me),
        (["n"], "en", None),
        (["non"], "fr", None),
        ([], "en", None),
        (["me@example.org, Other@Example.org"], "en", ["me@example.org", "other@example.org"]),
        (["what?", "me@example.org"], "en", ["me@example.org"]),
    ],
)
def test_who_i_am_is_confirmed_refused_or_said(typed: list[str], language: str, taken: list[str] | None) -> None:
    screen = screen_of(language)
    answers = iter(typed)

    def read() -> str:
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    importing.show_proposal(PROPOSAL, screen)
    assert importing.answer(PROPOSAL, screen, read) == taken
    assert "Klaus Ek" in text_of(screen)
    assert text_of(screen).index("k@example.org") < text_of(screen).index("rosa@example.org")


def test_progress_is_one_line_with_a_rate_and_leaves_no_trace() -> None:
    screen = screen_of("en", 60)
    now = iter([0.0, 0.0, 0.01, 2.0, 2.5])
    progress = importing.Progress(screen, lambda: next(now))
    progress(Step("mail", 1, 100, 5, "/m/INBOX"))
    progress(Step("mail", 2, 100, 6, "/m/INBOX"))  # too soon to be read
    progress(Step("mail", 50, 100, 2000, "/m/INBOX"))
    progress(Step("people"))
    progress.clear()
    shown = [line.rstrip() for line in text_of(screen).split("\r")]
    assert shown == [
        "", "Reading mail: 5 messages, 1%, INBOX", "Reading mail: 2,000 messages, 50%, 1,000 a second, INBOX", "Finding out who is who ...", "", "",
    ]  # fmt: skip


def test_on_a_terminal_the_user_is_asked_elsewhere_only_yes_takes_the_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    from argparse import Namespace

    quiet = screen_of("en")
    progress = importing.Progress(quiet)
    assert importing._confirm(Namespace(yes=False), quiet, progress) is None
    taken = importing._confirm(Namespace(yes=True), quiet, progress)
    assert taken is not None
    assert taken(PROPOSAL) == PROPOSAL.me
    assert text_of(quiet) == ""
    monkeypatch.setattr("builtins.input", lambda: "")
    asking = screen_of("en")._replace(asks=True)
    asked = importing._confirm(Namespace(yes=False), asking, progress)
    assert asked is not None
    assert asked(PROPOSAL) == PROPOSAL.me
    assert "These seem to write for them" in text_of(asking)


def test_a_mailbox_of_two_people_is_said_to_be_one() -> None:
    screen = screen_of("en", 200)
    importing.render(replace(IMPORT, mine=Mine(("nina@roth.example",), others=("karl@roth.example",))), screen, "entregent import ~/Mail --yes")
    assert "Mail of a second person seems to lie here too: karl@roth.example. Entregent keeps the accounts of one person" in text_of(screen)
    asked = screen_of("fr", 200)
    importing.show_proposal(Proposal(("nina@roth.example",), (), "Nina Roth", others=("karl@roth.example",)), asked)
    assert "Le courrier d'une seconde personne" in text_of(asked)


def test_every_kind_of_entry_and_reason_has_words() -> None:
    kinds, sides, bonds = get_args(EntryKind), get_args(Side), get_args(Bond)
    for language in ("en", "fr"):
        table = words(language).table("people")
        wanted = [f"entry.{kind}.{side}" for kind in kinds for side in sides] + [f"bond.{bond}" for bond in bonds]
        wanted += (
            [f"what.{label[4:]}" for label in ASKS] + [f"short.{stage}" for stage in get_args(Stage)] + ["short.dormant.you", "short.dormant.them"]
        )
        wanted += [f"reason.{key}" for key in ("only-address", "same-name", "same-mailbox", "short-name", "local-part", "said")]
        assert [key for key in wanted if key not in table] == []


def test_a_relation_that_sleeps_on_one_side_says_on_which() -> None:
    written = replace(
        RUTH, stage="dormant", state="resting", last_exchange=date(2026, 1, 15), last_from_them=date(2026, 1, 15), last_from_me=date(2024, 8, 23)
    )
    english, french = words("en"), words("fr")
    assert relation_line(written, english) == "a dormant relation: nothing from you for a year · last message 15\u00a0January 2026"
    assert "rien de vous depuis un an" in relation_line(written, french)
    assert relation_line(replace(written, last_from_me=date(2025, 12, 1)), english).startswith("a dormant relation ·")


@pytest.mark.parametrize(("beneficiary", "shown"), [("?", "for somebody else"), ("niece", "for “niece”"), ("Sam Fields", "for Sam Fields")])
def test_whom_an_ask_was_for(beneficiary: str, shown: str) -> None:
    screen = screen_of("en", 200)
    portrait.render(replace(PORTRAIT, account=replace(ACCOUNT, entries=(replace(ASK, beneficiary=beneficiary), HELP))), screen, None)
    assert f"you asked: advice {shown}" in text_of(screen)
