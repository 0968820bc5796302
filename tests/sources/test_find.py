"""What lies at a path: every format that the user may have, and what is said of everything else."""

from __future__ import annotations

import gzip
import io
import os
import plistlib
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from entregent.model.issue import Issue
from entregent.sources import find, key_of, read, stays_out, weigh
from tests.sources.mails import everything, mail, message, subjects

if TYPE_CHECKING:
    from pathlib import Path

FROM = b"From ruth@harbour.example Mon Mar  3 10:00:00 2025\n"


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def maildir(path: Path, *names: str, subject: str = "") -> Path:
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True, exist_ok=True)
    for name in names:
        put(path / ("cur" if ":2," in name else "new") / name, mail(subject=subject or name))
    return path


def told(issues: list[Issue]) -> list[tuple[str, str]]:
    return sorted((issue.key, dict(issue.facts).get("kind", "")) for issue in issues)


# -- Maildir ---------------------------------------------------------------------------------------------------------------------------------


def test_maildir_flags_say_what_stays_out(tmp_path: Path) -> None:
    path = maildir(tmp_path / "Maildir", "1.a:2,S", "2.b:2,ST", "3.c:2,DS", "4.d", "5.e:2,FPR")
    raws, wrong = everything(path)
    assert {message(raw.data).subject: stays_out(raw) for raw in raws} == {
        "1.a:2,S": "", "2.b:2,ST": "deleted", "3.c:2,DS": "draft", "4.d": "", "5.e:2,FPR": "",
    }  # fmt: skip
    assert {raw.folder for raw in raws} == {"INBOX"}
    assert not wrong


def test_maildir_subfolders_dotted_and_nested(tmp_path: Path) -> None:
    maildir(tmp_path / "Maildir", "1.a:2,S")
    maildir(tmp_path / "Maildir" / ".Sent", "2.b:2,S")
    maildir(tmp_path / "Maildir" / ".Clients.Envoy&AOk-s", "3.c:2,S")
    put(tmp_path / "Maildir" / ".Sent" / "maildirfolder", b"")
    put(tmp_path / "Maildir" / "dovecot-uidlist", b"3 V1")
    maildir(tmp_path / "Other" / "Projects" / "Pier", "4.d:2,S")
    assert sorted((raw.folder, message(raw.data).subject) for raw in everything(tmp_path / "Maildir")[0]) == [
        ("Clients/Envoyés", "3.c:2,S"), ("INBOX", "1.a:2,S"), ("Sent", "2.b:2,S"),
    ]  # fmt: skip
    assert not everything(tmp_path / "Maildir")[1]  # what the mail store keeps for itself is not worth a word
    assert [raw.folder for raw in everything(tmp_path / "Other")[0]] == ["Pier"]


def test_an_unchanged_maildir_keeps_its_stamp_and_a_changed_one_gives_only_new_messages(tmp_path: Path) -> None:
    path = maildir(tmp_path / "Maildir", "1.a:2,S", "2.b:2,S")
    (before,), _ = find([path])
    known = {key_of(raw.path) for raw in read(before) if not isinstance(raw, Issue)}
    assert find([path])[0] == (before,)
    os.rename(path / "cur" / "1.a:2,S", path / "cur" / "1.a:2,RS")
    put(path / "new" / "3.c", mail(subject="3.c"))
    os.utime(path / "new", ns=(1, 2))
    (after,), _ = find([path])
    assert after.stamp != before.stamp
    assert [message(raw.data).subject for raw in read(after, known=known) if not isinstance(raw, Issue)] == ["3.c"]


# -- files of one message ------------------------------------------------------------------------------------------------------------------------


def test_a_folder_of_eml_and_a_single_one(tmp_path: Path) -> None:
    put(tmp_path / "letters" / "b.eml", mail(subject="B"))
    put(tmp_path / "letters" / "a.EML", mail(subject="A"))
    assert subjects(tmp_path / "letters") == ["A", "B"]
    assert subjects(tmp_path / "letters" / "b.eml") == ["B"]
    assert weigh(find([tmp_path / "letters"])[0][0]) == 2 * len(mail(subject="A"))


def test_an_enron_tree_keeps_its_folders_and_its_deleted_items(tmp_path: Path) -> None:
    for folder, name in (("inbox", "1."), ("inbox", "2."), ("inbox", "10."), ("deleted_items", "1"), ("deep/er", "3_")):
        put(tmp_path / "maildir" / "okafor-r" / folder / name, mail(subject=f"{folder} {name}"))
    raws, wrong = everything(tmp_path / "maildir")
    assert [(raw.folder, message(raw.data).subject) for raw in raws] == [
        ("deep/er", "deep/er 3_"), ("deleted_items", "deleted_items 1"), ("inbox", "inbox 1."), ("inbox", "inbox 2."), ("inbox", "inbox 10."),
    ]  # fmt: skip
    assert [stays_out(raw) for raw in raws] == [""] * 5
    assert not wrong


def test_apple_mail(tmp_path: Path) -> None:
    data = mail(subject="Kept")
    flags = {"emlx": 1, "deleted.emlx": 2, "draft.emlx": 64, "junk.emlx": 1 << 24}
    for name, value in flags.items():
        trailer = plistlib.dumps({"flags": value, "subject": "another"})
        put(tmp_path / "Sent.mbox" / "Messages" / f"1.{name}", str(len(data)).encode() + b"\n" + data + trailer)
    raws, _ = everything(tmp_path)
    assert {os.path.basename(raw.path): stays_out(raw) for raw in raws} == {
        "1.emlx": "", "1.deleted.emlx": "deleted", "1.draft.emlx": "draft", "1.junk.emlx": "spam",
    }  # fmt: skip
    assert {raw.folder for raw in raws} == {"Sent"}
    assert message(raws[0].data).body == "Hello Zoe.\n"


def test_what_is_no_mail_is_counted_by_kind(tmp_path: Path) -> None:
    put(tmp_path / "a.eml", mail())
    put(tmp_path / "Inbox.msf", b"index")
    put(tmp_path / "b.png", b"\x89PNG")
    put(tmp_path / "c.png", b"\x89PNG")
    put(tmp_path / "notes", b"Buy bread.\n")
    put(tmp_path / "void.eml", b"")
    raws, wrong = everything(tmp_path)
    assert len(raws) == 1
    assert told(wrong) == [("source.empty", ""), ("source.not-mail", ".msf"), ("source.not-mail", ".png"), ("source.not-mail", "notes")]
    assert [dict(issue.facts)["count"] for issue in wrong if dict(issue.facts).get("kind") == ".png"] == ["2"]


@pytest.mark.parametrize(("name", "data", "key"), [
    ("archive.pst", b"!BDN", "source.pst"), ("old.ost", b"", "source.ost"), ("mac.olm", b"PK\x03\x04", "source.olm"), ("hidden.dat2",
    b"!BDN....", "source.pst"),
    ("one.msg", b"\xd0\xcf", "source.msg"), ("unnamed", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "source.msg"),
])  # fmt: skip
def test_formats_that_must_be_exported_first_are_named(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    raws, wrong = everything(put(tmp_path / name, data))
    assert not raws
    assert [issue.key for issue in wrong] == [key]


def test_nothing_there_and_nothing_in_it(tmp_path: Path) -> None:
    assert told(everything(tmp_path / "nowhere")[1]) == [("source.missing", "")]
    (tmp_path / "bare").mkdir()
    assert told(everything(tmp_path / "bare")[1]) == [("source.nothing", "")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_turn_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "mail" / "a.eml", mail(subject="A"))
    (tmp_path / "mail" / "again").symlink_to(tmp_path / "mail")
    (tmp_path / "mail" / "self.eml").symlink_to(tmp_path / "mail" / "self.eml")
    raws, wrong = everything(tmp_path / "mail")
    assert [message(raw.data).subject for raw in raws] == ["A"]
    assert {issue.key for issue in wrong} == {"source.loop"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything; Windows has other rights")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    put(tmp_path / "a.eml", mail()).chmod(0)
    assert told(everything(tmp_path)[1]) == [("source.unreadable", "")]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "1")
    put(tmp_path / "2", mail(subject="A"))
    assert subjects(tmp_path) == ["A"]


# -- Thunderbird, lists, Takeout ---------------------------------------------------------------------------------------------------------------------


def test_thunderbird_leaves_out_what_was_deleted_and_names_subfolders(tmp_path: Path) -> None:
    box = FROM + mail(subject="Kept", x_mozilla_status="0001") + b"\n" + FROM + mail(subject="Gone", x_mozilla_status="0009") + b"\n"
    put(tmp_path / "Local Folders" / "Inbox", box)
    put(tmp_path / "Local Folders" / "Inbox.msf", b"x")
    put(tmp_path / "Local Folders" / "Inbox.sbd" / "Pier", FROM + mail(subject="Below"))
    put(tmp_path / "Local Folders" / "Trash", FROM + mail(subject="Trash"))
    raws, _ = everything(tmp_path / "Local Folders")
    assert sorted((raw.folder, message(raw.data).subject, stays_out(raw)) for raw in raws) == [
        ("Inbox", "Gone", "deleted"), ("Inbox", "Kept", ""), ("Inbox/Pier", "Below", ""), ("Trash", "Trash", "trash"),
    ]  # fmt: skip


PIPERMAIL = b"""From ruth at harbour.example  Mon Mar  3 10:00:00 2025
From: ruth at harbour.example (Ruth Okafor)
Date: Mon, 3 Mar 2025 10:00:00 +0100
Subject: [piers] Tar
Message-ID: <a1@harbour.example>

Which tar do you use?

From z@e @end|ng |rom m@rt|n@ex@mp|e  Tue Mar  4 10:00:00 2025
From: z@e @end|ng |rom m@rt|n@ex@mp|e (Zoe Martin)
Date: Tue, 4 Mar 2025 10:00:00 +0100
Subject: [piers] Tar

Pine tar.
"""


def test_a_list_archive_gives_people_by_name_where_it_masks_addresses(tmp_path: Path) -> None:
    put(tmp_path / "piers" / "2025-March.txt.gz", gzip.compress(PIPERMAIL))
    raws, wrong = everything(tmp_path / "piers")
    messages = [message(raw.data, labels=raw.labels, folder=raw.folder) for raw in raws]
    assert [tuple(one.sender) for one in messages] == [("Ruth Okafor", "ruth@harbour.example"), ("Zoe Martin", "")]
    assert {one.kind for one in messages} == {"list"}
    assert {one.folder for one in messages} == {"piers"}
    assert not wrong


TAKEOUT = b"".join(
    b"From 17@xxx Mon Mar 03 10:11:12 +0000 2025\n" + b"X-GM-THRID: 1\nX-Gmail-Labels: " + labels + b"\n" + mail(subject=subject) + b"\n"
    for labels, subject in (
        (b"Inbox,Important,Opened", "in"),
        (b"Spam", "out 1"),
        (b"Trash,Unread", "out 2"),
        (b"=?UTF-8?Q?Bo=C3=AEte_de_r=C3=A9ception,Cat=C3=A9gorie=C2=A0:_Discussions?=", "category"),
        (b"Corbeille,Ouvert", "out 3"),
        (b"=?UTF-8?Q?Brouillons,Archiv=C3=A9?=", "out 4"),
        (b"Chat", "out 5"),
        (b"Discussions,Ouvert", "out 6"),
        (b"Important,\n Drafts", "out 7"),
        (b"Clients/Spamalot", "user's own"),
    )
)


@pytest.mark.parametrize("name", ["takeout.zip", "takeout.tgz", "takeout.tar"])
def test_takeout_is_read_where_it_lies(tmp_path: Path, name: str) -> None:
    members = {
        "Takeout/Mail/All mail Including Spam and Trash.mbox": TAKEOUT,
        "Takeout/archive_browser.html": b"<html>",
        "Takeout/Photos/a.jpg": b"\xff\xd8",
        "Takeout/Mail/User Settings/Filters.json": b"{}",
    }
    path = tmp_path / name
    if name.endswith("zip"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, data in members.items():
                archive.writestr(member, data)
    else:
        with tarfile.open(path, "w:gz" if name.endswith("tgz") else "w") as tar:
            for member, data in members.items():
                info = tarfile.TarInfo(member)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    raws, wrong = everything(path)
    assert [message(raw.data).subject for raw in raws if not stays_out(raw)] == ["in", "category", "user's own"]
    assert {stays_out(raw) for raw in raws} == {"", "spam", "trash", "draft", "chat"}
    assert told(wrong) == [("source.not-mail", ".html"), ("source.not-mail", ".jpg"), ("source.not-mail", ".json")]
    assert raws[0].path.endswith("!/Takeout/Mail/All mail Including Spam and Trash.mbox")


def test_a_maildir_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "backup.tar.xz"
    with tarfile.open(path, "w:xz") as tar:
        for member in ("Maildir/cur/1.a:2,S", "Maildir/.Sent/cur/2.b:2,ST"):
            info = tarfile.TarInfo(member)
            info.size = len(mail())
            tar.addfile(info, io.BytesIO(mail()))
    assert [(raw.folder, stays_out(raw)) for raw in everything(path)[0]] == [("INBOX", ""), ("Sent", "deleted")]


def test_a_broken_archive_is_said(tmp_path: Path) -> None:
    assert told(everything(put(tmp_path / "takeout.zip", b"PK\x03\x04 and no more"))[1]) == [("source.broken", "")]
    assert told(everything(put(tmp_path / "takeout.tgz", b"\x1f\x8b and no more"))[1]) == [("source.broken", "")]
