"""The demo archive: current, readable by anybody, made of the forms that real programs write, and without a real person's address."""

from __future__ import annotations

import email
import email.policy
import mailbox
import re
from collections import Counter
from datetime import UTC, date, datetime
from email.message import EmailMessage, Message
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tools.build_demo import DEMO, archive, on_disk
from tools.demo_mail.forms import message_id
from tools.demo_mail.script import Script, cast, scripts

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE = DEMO / "archive"
DRAFTS = DEMO / "drafts"
RESERVED = re.compile(r"(?:^|\.)(?:example|test|example\.(?:org|com|net))$")
TEXTS = sorted([*DRAFTS.glob("*.eml"), *(DEMO / "source").iterdir(), ARCHIVE / "personal.mbox", DEMO / "README.md"])
MACHINE_FIELDS = ("List-Id", "List-Unsubscribe", "Precedence", "Auto-Submitted", "X-Spam-Flag")
POSTED_TO_LISTS = {"mk-l2", "sc-l2"}
WRITTEN = ("kirkholme", "tisseurs", "liens", "machines")


@cache
def told() -> dict[str, Script]:
    """The scripts."""
    return scripts(DEMO / "source", cast(DEMO / "source" / "cast.toml"))


@cache
def exported() -> tuple[EmailMessage, ...]:
    """The mbox, read by the standard library alone; `>From ` undone as mboxrd says."""
    found = []
    box = mailbox.mbox(ARCHIVE / "personal.mbox", create=False)
    for key in box.keys():  # noqa: SIM118  (a mailbox iterates over messages)
        data = re.sub(rb"^>(>*From )", rb"\1", box.get_bytes(key), flags=re.M)
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        found.append(message)
    return tuple(found)


@cache
def mirrored() -> tuple[tuple[Path, Message], ...]:
    """The Maildir's files."""
    paths = sorted(path for path in (ARCHIVE / "Maildir").rglob("*") if path.parent.name in ("cur", "new") and not path.name.startswith("."))
    return tuple((path, email.message_from_bytes(path.read_bytes())) for path in paths)


def parts(kind: str) -> list[EmailMessage]:
    """Every part of a content type."""
    return [part for message in exported() for part in message.walk() if part.get_content_type() == kind and isinstance(part, EmailMessage)]


def ident(message: Message) -> str:
    """The Message-ID without brackets; Outlook puts it on a line of its own."""
    return str(message["Message-ID"]).strip().strip("<>")


def plain(message: EmailMessage) -> str:
    """What its reader sees of the text."""
    body = message.get_body(("plain",))
    return str(body.get_content()) if body is not None else ""


def test_the_archive_is_what_the_sources_give() -> None:
    wanted, there = archive(DEMO / "source"), on_disk(ARCHIVE)
    differing = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    assert differing == [], "run tools/build_demo.py"


def test_both_boxes_hold_every_message_of_the_scripts() -> None:
    assert len(told()) >= 300
    expected = len(told()) + len(POSTED_TO_LISTS)
    assert len(exported()) == expected
    assert len(mirrored()) == expected
    assert Counter(ident(message) for message in exported()) == Counter(ident(message) for _, message in mirrored())


def test_only_posts_to_lists_lie_there_twice() -> None:
    twice = {name for name, count in Counter(ident(message) for message in exported()).items() if count > 1}
    assert len(twice) == len(POSTED_TO_LISTS)
    for name in twice:
        copies = [message for message in exported() if ident(message) == name]
        assert sorted(bool(copy["List-Id"]) for copy in copies) == [False, True]


def test_the_standard_library_finds_no_defect() -> None:
    """But for file names, which Gmail and Outlook encode in a way that no RFC allows."""
    for message in exported():
        for part in message.walk():
            assert not part.defects, message["Message-ID"]
            for name, value in part.items():
                assert name in ("Content-Type", "Content-Disposition") or not getattr(value, "defects", ()), (message["Message-ID"], value)
            if part.get_content_maintype() == "text" and isinstance(part, EmailMessage):
                part.get_content()


def test_no_header_line_is_longer_than_mail_allows() -> None:
    for _, message in mirrored():
        for name, value in message.raw_items():
            assert all(len(line) < 998 for line in f"{name}: {value}".splitlines())


def test_bytes_above_ascii_stand_in_8bit_bodies_alone() -> None:
    for path, _ in mirrored():
        head = path.read_bytes().split(b"\n\n", 1)[0]
        assert head.isascii(), path.name


def test_text_says_what_the_script_says() -> None:
    """Whatever the wrapping, charset and transfer encoding: the words arrive."""

    def words(text: str) -> str:
        return re.sub(r"[\s>]+", "", text.replace("’", "'"))

    read = {ident(message): words(plain(message)) for message in exported()}
    for script in told().values():
        if not script.form & {"pgp", "bounce", "html-only", "bulk"}:
            assert words(script.body) in read[message_id(script).strip("<>")], script.key


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_addresses_and_links_are_nobodys(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace").replace("=\n", "")
    hosts = {host.lower() for host in re.findall(r"[\w.+=-]@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", text)}
    hosts |= {host.lower() for host in re.findall(r"https?://([\w.-]+)", text)}
    assert {host for host in hosts if not RESERVED.search(host)} == set()


def test_decoded_text_names_no_real_host_either() -> None:
    for message in exported():
        for part in message.walk():
            if part.get_content_maintype() == "text" and isinstance(part, EmailMessage):
                content = part.get_content()
                for host in re.findall(r"(?:https?://|[\w.+-]@)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", content if isinstance(content, str) else ""):
                    assert RESERVED.search(host.lower()), host


def test_it_ends_before_the_demo_is_checked_and_spans_two_years() -> None:
    days = [script.when.date() for script in told().values()]
    assert min(days) < date(2024, 7, 1)
    assert date(2026, 6, 1) < max(days) < date(2026, 6, 15)
    for message in exported():
        assert message["Date"].datetime.astimezone(UTC) < datetime(2026, 6, 15, tzinfo=UTC)


def test_half_is_french_half_english_and_a_dozen_dutch() -> None:
    french = re.compile(r"\b(?:le|la|les|je|vous|est|une|et|pour|pas|que|du|des|de|à)\b", re.I)
    english = re.compile(r"\b(?:the|and|you|is|to|of|it|that|for|with|I'm|my|in)\b", re.I)
    written = [script for script in told().values() if not script.form & {"spam", "bulk", "machine", "bounce", "pgp"}]
    dutch = [script for script in written if "joost" in (script.sender.person, script.to[0].person)]
    assert len(dutch) == 12
    others = [script for script in written if script not in dutch]
    counted = Counter(len(french.findall(script.body)) > len(english.findall(script.body)) for script in others)
    assert 0.4 < counted[True] / len(others) < 0.6


def test_no_text_is_said_twice() -> None:
    """Two people do not write the same letter: what repeats would be filler. (One letter is sent again after a bounce, with a word on it.)"""
    bodies = Counter(script.body for script in told().values() if script.body)
    assert [body for body, count in bodies.items() if count > 1] == []


def test_forms_of_real_programs_are_there() -> None:
    encodings = Counter(str(part["Content-Transfer-Encoding"]) for message in exported() for part in message.walk() if not part.is_multipart())
    assert min(encodings[name] for name in ("7bit", "8bit", "quoted-printable", "base64")) >= 20
    charsets = {part.get_content_charset() for part in parts("text/plain")}
    assert {"us-ascii", "utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"} <= charsets
    assert len(parts("multipart/alternative")) >= 80
    assert len(parts("text/calendar")) >= 4
    assert len(parts("multipart/report")) == 1
    assert len(parts("multipart/encrypted")) == 1
    assert len(parts("multipart/related")) >= 5
    assert len([part for part in parts("text/html") if part is not None]) > len(parts("multipart/alternative")) - len(parts("text/calendar"))
    agents = {str(message["User-Agent"] or message["X-Mailer"] or "")[:12] for message in exported()}
    assert {"Mozilla Thun", "Apple Mail (", "iPhone Mail ", "Roundcube We", "Mutt/2.2.12 "} <= agents


def test_file_names_are_encoded_in_both_ways() -> None:
    raw = (ARCHIVE / "personal.mbox").read_bytes()
    assert b"filename*=UTF-8''" in raw
    assert b"filename*0*=UTF-8''" in raw
    assert re.search(rb'filename="=\?iso-8859-1\?Q\?', raw)
    assert re.search(rb'filename="?[\w]+\.pdf', raw)
    names = {part.get_filename() for message in exported() for part in message.iter_attachments()}
    assert "glossaire soie & moulinage (à compléter).csv" in names


def test_headers_are_encoded_in_both_ways() -> None:
    raw = (ARCHIVE / "personal.mbox").read_bytes()
    assert re.search(rb"^Subject: =\?UTF-8\?B\?", raw, re.M)
    assert re.search(rb"^Subject: =\?UTF-8\?Q\?", raw, re.M)
    assert re.search(rb"^Subject: .*=\?iso-8859-1\?Q\?", raw, re.M)


@pytest.mark.parametrize(
    "pattern",
    [
        r"^On \w{3}, \d+ \w{3} \d{4} at \d\d:\d\d, .* (?:<[^>]*>)? ?wrote:$",
        r"^> On \d+ \w{3} \d{4}, at \d\d:\d\d, .* wrote:$",
        r"^> Le \d+ \S+ \d{4} à \d\d:\d\d, .* a écrit\xa0:$",
        r"^Le \w{3,4}\. \d+ \S+ \d{4} à \d\d:\d\d,",
        r"^Le \d\d/\d\d/\d{4} à \d\d:\d\d, .* a écrit\xa0:$",
        r"^Le \d{4}-\d\d-\d\d \d\d:\d\d, .* a écrit :$",
        r"^From: .*\nSent: .*\nTo: .*\n(?:Cc: .*\n)?Subject: ",
        r"^De\xa0: .*\nEnvoyé\xa0: .*\nÀ\xa0: .*\n(?:Cc\xa0: .*\n)?Objet\xa0: ",
        r"^Van: .*\nVerzonden: .*\nAan: .*\n(?:CC: .*\n)?Onderwerp: ",
        r"^_{32}\nFrom: ",
        r"^Sent from my iPhone$",
        r"^Envoyé de mon iPhone$",
        r"^-- \n",
        r"^-------- Message transféré --------$",
        r"^From ",
        r"^>From ",
    ],
)
def test_quoting_of_each_program_is_there(pattern: str) -> None:
    found = [message for message in exported() if re.search(pattern, plain(message).replace("\r\n", "\n"), re.M)]
    assert found, pattern


def test_answers_with_and_without_in_reply_to() -> None:
    answers = [message for message in exported() if re.match(r"(?:re|tr)\s?:", str(message["Subject"]), re.I) and not message["X-Spam-Flag"]]
    with_it = [message for message in answers if message["In-Reply-To"]]
    assert len(with_it) > 150
    assert len(answers) - len(with_it) >= 4
    known = {ident(message) for message in exported()}
    assert all(str(message["In-Reply-To"]).strip().strip("<>") in known for message in with_it)


def test_machines_say_that_they_are() -> None:
    counts = Counter(name for message in exported() for name in MACHINE_FIELDS if message[name] is not None)
    assert counts["List-Id"] >= 8
    assert counts["List-Unsubscribe"] >= 15
    assert counts["Precedence"] >= 15
    assert counts["Auto-Submitted"] >= 5
    assert counts["X-Spam-Flag"] == 4


def test_spam_drafts_and_the_bin_are_marked_in_both_boxes() -> None:
    labels = Counter(str(message["X-Gmail-Labels"]).split(",", 1)[0] for message in exported())
    assert (labels["Spam"], labels["Brouillons"], labels["Corbeille"]) == (4, 2, 1)
    folders = Counter(path.parent.parent.name for path, _ in mirrored())
    assert (folders[".Junk"], folders[".Drafts"], folders[".Trash"]) == (4, 2, 1)
    flags = Counter(flag for path, _ in mirrored() if ":2," in path.name for flag in path.name.rsplit(",", 1)[1])
    assert flags["D"] == 2
    assert flags["T"] == 1
    assert flags["R"] > 50
    assert flags["F"] >= 1
    assert any(path.parent.name == "new" for path, _ in mirrored())


def test_a_maildir_survives_git() -> None:
    """Empty `cur`, `new` and `tmp` make a Maildir; git keeps no empty directory."""
    folders = [ARCHIVE / "Maildir", *(path for path in (ARCHIVE / "Maildir").iterdir() if path.name.startswith("."))]
    assert len(folders) >= 7
    for folder in folders:
        assert all((folder / name).is_dir() for name in ("cur", "new", "tmp")), folder


def test_one_person_writes_from_three_addresses_in_three_spellings() -> None:
    senders = [message["From"].addresses[0] for message in exported()]
    written = [sender for sender in senders if "lacassagne" in sender.addr_spec]
    assert len({sender.addr_spec for sender in written}) == 3
    assert len({sender.display_name for sender in written}) == 3


def test_the_stories_are_told_by_the_messages_that_the_readme_names() -> None:
    """Every Message-ID that the README cites is in the archive, on the day it gives."""
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \|.*\| `([^`]+)` \|$", (DEMO / "README.md").read_text(encoding="utf-8"), re.M)
    assert len(rows) >= 35
    days = {ident(message): message["Date"].datetime.date().isoformat() for message in exported()}
    assert {name: day for day, name in rows} == {name: days.get(name) for _, name in rows}


@pytest.mark.parametrize("path", sorted(DRAFTS.glob("*.eml")), ids=lambda path: path.name)
def test_drafts_are_natural_mail_to_people_in_the_archive(path: Path) -> None:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    known = {script.sender.address for script in told().values()}
    assert message["To"].addresses[0].addr_spec in known
    assert 80 <= len(plain(message).split()) <= 160
    assert not message.defects


def test_the_scripts_are_the_four_that_the_readme_speaks_of() -> None:
    assert sorted(path.stem for path in (DEMO / "source").glob("*.txt")) == sorted(WRITTEN)


def test_nobody_answers_before_being_written_to() -> None:
    for script in told().values():
        if script.parent:
            origin = told()[script.parent]
            assert origin.when < script.when
            present = {actor.person for actor in (origin.sender, *origin.to, *origin.cc)}
            assert script.sender.person in present or script.through, script.key
