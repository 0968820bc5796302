"""What stays out, what the user excludes, and who is no person."""

from __future__ import annotations

import pytest

from entregent.model.mail import Raw
from entregent.sources import Exclusion, bulk_sender, stays_out
from tests.sources.mails import mail, message
from tests.sources.test_parse import HTML, PLAIN, multipart


@pytest.mark.parametrize(("folder", "reason"), [
    ("INBOX", ""), ("Sent", ""), ("Envoyés", ""), ("Archives/2024", ""), ("deleted_items", ""), ("Discussions", ""), ("Bin", ""),
    ("Corbeilles à fruits", ""),
    ("Spam policy", ""), ("Junk", "spam"), ("Courrier indésirable", "spam"), ("[Gmail]/Spam", "spam"), ("INBOX/Trash", "trash"),
    ("Trash/2024", "trash"),
    ("Corbeille", "trash"), ("Deleted Items", "trash"), ("Éléments supprimés", "trash"), ("Deleted Messages", "trash"), ("[Gmail]/Bin", "trash"),
    ("Drafts", "draft"), ("Brouillons", "draft"), ("[Gmail]/Chats", "chat"), ("[Gmail]/Discussions", "chat"),
])  # fmt: skip
def test_folders(folder: str, reason: str) -> None:
    assert stays_out(Raw(b"", "p", folder)) == reason


def test_exclusions() -> None:
    one = message(mail(cc="lea@clinic.example"), folder="Privé/Famille", labels=("gmail-label:Santé",))
    assert Exclusion().reason(one) == ""
    assert Exclusion(addresses=frozenset({"Lea@clinic.example"})).reason(one) == "address"
    assert Exclusion(domains=frozenset({"clinic.example"})).reason(one) == "domain"
    assert Exclusion(domains=frozenset({"inic.example"})).reason(one) == ""
    assert Exclusion(domains=frozenset({"example"})).reason(one) == "domain"
    assert Exclusion(folders=("prive",)).reason(one) == "folder"
    assert Exclusion(folders=("Famille",)).reason(one) == "folder"
    assert Exclusion(folders=("Priv*",)).reason(one) == "folder"
    assert Exclusion(folders=("Fam",)).reason(one) == ""
    assert Exclusion(labels=("santé",)).reason(one) == "label"


@pytest.mark.parametrize(("fields", "kind"), [
    ({}, "personal"),
    ({"list_id": "Piers <piers.lists.example>", "list_post": "<mailto:piers@lists.example>", "list_unsubscribe": "<x>"}, "list"),
    ({"precedence": "list"}, "list"),
    ({"mailing_list": "contact a@lists.example"}, "list"),
    ({"list_id": "<123.list-id.bulk.example>", "list_unsubscribe": "<http://x.example>"}, "machine"),
    ({"list_unsubscribe": "<http://x.example>"}, "machine"),
    ({"precedence": "bulk"}, "machine"),
    ({"auto_submitted": "auto-replied"}, "machine"),
    ({"auto_submitted": "no"}, "personal"),
    ({"x_auto_response_suppress": "All"}, "machine"),
    ({"return_path": "<>"}, "machine"),
    ({"return_path": "<ruth@harbour.example>"}, "personal"),
    ({"x_mailer": "Mailchimp Mailer"}, "machine"),
    ({"x_mailer": "Apple Mail (2.1)"}, "personal"),
    ({"content_type": "multipart/report; report-type=delivery-status; boundary=b"}, "machine"),
    ({"feedback_id": "i1:Fastmail"}, "personal"),
])  # fmt: skip
def test_kinds(fields: dict[str, str], kind: str) -> None:
    assert message(mail(**fields)).kind == kind


@pytest.mark.parametrize("email", [
    "no-reply@shop.example", "noreply@shop.example", "do_not_reply@bank.example", "ne-pas-repondre@impots.example", "mailer-daemon@x.example",
    "postmaster@x.example",
    "newsletter@town.example", "weekly-newsletter@town.example", "notifications@forge.example", "alerts@jobs.example", "bounces+12@x.example",
    "news@news.shop.com",
    "40acme@acme.example", "no.address@acme.example", "mailbot@x.example", "announcements.acme@acme.example",
    "corporate.announcements@acme.example", "jira-noreply@acme.example", "noreply+abc@x.example", "piers-request@lists.example",
])  # fmt: skip
def test_senders_that_are_no_person(email: str) -> None:
    assert bulk_sender(email)


@pytest.mark.parametrize("email", [
    "ruth@harbour.example", "info@shop.example", "contact@studio.example", "support@tool.example", "rh@acme.example", "jobs@acme.example",
    "alertson.b@x.example",
    "noreen.ply@x.example", "robotham@x.example", "systema@x.example", "savont@email.msn.com", "prof@info.univ.be", "digestif@bar.example",
    "", "updike@x.example",
    "rooty@x.example", "ann.ouncer@x.example",
])  # fmt: skip
def test_senders_that_may_be_a_person(email: str) -> None:
    assert not bulk_sender(email)


CALENDAR = "Content-Type: text/calendar; method=REQUEST; charset=utf-8"


def test_an_invitation_is_a_calendar_message() -> None:
    assert message(multipart("alternative", (PLAIN, "When: Monday"), (HTML, "<p>When: Monday</p>"), (CALENDAR, "BEGIN:VCALENDAR"))).kind == "calendar"
    assert message(mail("BEGIN:VCALENDAR\n", content_type="text/calendar; method=REPLY")).kind == "calendar"


def test_a_letter_with_an_invitation_attached_is_personal() -> None:
    one = message(
        multipart(
            "mixed",
            (PLAIN, "Shall we meet? The slot is attached."),
            (CALENDAR + "\nContent-Disposition: attachment; filename=a.ics", "BEGIN:VCALENDAR"),
        )
    )
    assert (one.kind, one.attachments) == ("personal", ("a.ics",))
