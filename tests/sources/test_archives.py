"""Archives and files as they come: damaged, locked, nested, misnamed. What is in them comes out, and what does not is said."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import plistlib
import random
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from entregent.model.issue import Issue
from entregent.sources import find, mbox, read
from entregent.sources.reading import emlx, weigh
from tests.sources.mails import everything, mail, message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def box(*subjects: str) -> bytes:
    return b"".join(
        b"From ruth@harbour.example Mon Mar  3 10:00:00 2025\n" + mail(subject=name, message_id=f"<{name}@x.example>") + b"\n" for name in subjects
    )


def keys(issues: list[Issue]) -> list[str]:
    return sorted(issue.key for issue in issues)


def told(path: Path) -> tuple[list[str], list[Issue]]:
    raws, issues = everything(path)
    return sorted(message(raw.data).subject for raw in raws), issues


def test_packed_members_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as archive:
        archive.writestr("Mail/a.mbox.gz", gzip.compress(box("one", "two")))
        archive.writestr("Mail/b.mbox.xz", lzma.compress(box("three")))
        archive.writestr("Mail/c.mbox.bz2", bz2.compress(box("four")))
        archive.writestr("Mail/d.eml", mail(subject="five"))
        archive.writestr("Mail/", b"")
    assert told(tmp_path / "mail.zip") == (["five", "four", "one", "three", "two"], [])


def test_what_is_no_mail_in_an_archive_is_counted_by_kind(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as archive:
        archive.writestr("Mail/a.mbox", box("one"))
        archive.writestr("Mail/empty.eml", b" \n")
        archive.writestr("Mail/photo.jpg", b"\xff\xd8\xff\xe0 photo")
        archive.writestr("Mail/note", b"no mail in here")
        archive.writestr("Mail/old.pst", b"!BDN")
    found, issues = told(tmp_path / "mail.zip")
    assert found == ["one"]
    facts = {dict(issue.facts).get("kind"): issue.key for issue in issues}
    assert "source.empty" in keys(issues)
    assert facts[".jpg"] == "source.not-mail"
    assert facts["note"] == "source.not-mail"
    assert facts[".pst"].startswith("source.")
    assert facts[".pst"] != "source.not-mail", "it is named, with how to export"


def test_a_member_whose_bytes_are_damaged_is_said_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mail.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.eml", mail("The first one.\n", subject="one"))
        archive.writestr("b.eml", mail("The second one.\n", subject="two"))
    path.write_bytes(path.read_bytes().replace(b"The first one.", b"The thirst one"))
    found, issues = told(path)
    assert "two" in found
    assert keys(issues) == ["source.broken"]
    assert issues[0].subject.endswith("mail.zip!/a.eml")


def test_a_locked_archive_says_that_it_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "mail.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.eml", mail())
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(data)
    found, issues = told(path)
    assert (found, keys(issues)) == ([], ["source.encrypted"])


def test_names_in_an_archive_that_does_not_say_its_charset(tmp_path: Path) -> None:
    path = tmp_path / "mail.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Envoyes--.mbox", box("one"))
    path.write_bytes(path.read_bytes().replace(b"Envoyes--", "Envoyés-".encode()))
    raws, issues = everything(path)
    assert issues == []
    assert raws[0].path.endswith("!/Envoyés-.mbox")


@pytest.mark.parametrize("packing", ["", "gz", "xz", "bz2"])
def test_a_tar_with_links_folders_and_other_things(tmp_path: Path, packing: str) -> None:
    path = tmp_path / f"mail.tar{packing and '.' + packing}"
    with tarfile.open(path, f"w:{packing}") as archive:  # type: ignore[call-overload]
        for name, data in (
            ("mail/inbox/1.", mail(subject="one")),
            ("mail/inbox/2.eml", mail(subject="two")),
            ("mail/logo.png", b"\x89PNG\r\n\x1a\n"),
        ):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        folder, link = tarfile.TarInfo("mail/sent"), tarfile.TarInfo("mail/link.eml")
        folder.type, link.type, link.linkname = tarfile.DIRTYPE, tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(folder)
        archive.addfile(link)
    found, issues = told(path)
    assert found == ["one", "two"]
    assert {dict(issue.facts)["kind"] for issue in issues} == {".png", "link"}


@pytest.mark.parametrize("packing", ["gz", "xz", "bz2", ""])
@pytest.mark.parametrize("missing", [400, 11_000])
def test_a_tar_that_ends_too_soon_gives_what_it_has_and_says_so(tmp_path: Path, packing: str, missing: int) -> None:
    whole = io.BytesIO()
    packers: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "xz": lzma.compress, "bz2": bz2.compress, "": bytes}
    chance = random.Random(7)
    with tarfile.open(fileobj=whole, mode="w") as archive:
        for number in range(60):
            data = mail(f"{chance.randbytes(400).hex()}\n", subject=f"s{number}")
            entry = tarfile.TarInfo(f"mail/{number}.eml")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    path = tmp_path / f"mail.tar{packing and '.' + packing}"
    packed = packers[packing](whole.getvalue())
    path.write_bytes(packed)
    assert (len(told(path)[0]), told(path)[1]) == (60, [])
    path.write_bytes(packed[: -missing if packing else -9728 - missing])
    found, issues = told(path)
    assert len(found) < 60 or missing == 400
    assert "source.broken" in keys(issues)


@pytest.mark.parametrize("members", [0, 1, 2])
def test_a_tar_that_breaks_off_between_two_members_is_not_taken_for_whole(tmp_path: Path, members: int) -> None:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as archive:
        for number in range(3):
            data = mail(subject=f"s{number}")
            entry = tarfile.TarInfo(f"mail/{number}.eml")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    path = tmp_path / "mail.tar"
    path.write_bytes(whole.getvalue()[: members * 1024])
    found, issues = told(path)
    assert len(found) == members
    assert issues


def test_an_mbox_with_the_name_of_a_message(tmp_path: Path) -> None:
    (tmp_path / "export.eml").write_bytes(box("one", "two"))
    assert told(tmp_path / "export.eml") == (["one", "two"], [])
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.eml").write_bytes(box("three", "four"))
    assert told(tmp_path / "folder")[0] == ["four", "three"]


def test_an_empty_and_a_binary_file_with_the_name_of_a_message(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"\n \n")
    (tmp_path / "b.eml").write_bytes(b"\0\0\0\x01binary" * 20)
    (tmp_path / "c.eml").write_bytes(mail(subject="one"))
    found, issues = told(tmp_path)
    assert found == ["one"]
    assert keys(issues) == ["source.empty", "source.not-mail"]


def test_a_message_larger_than_any_is_cut_and_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "LARGEST", 4000)
    (tmp_path / "a.eml").write_bytes(mail("word " * 2000, subject="long"))
    raws, issues = everything(tmp_path)
    assert [len(raw.data) for raw in raws] == [4000]
    assert keys(issues) == ["message.cut"]


def test_a_packed_message(tmp_path: Path) -> None:
    (tmp_path / "a.eml.gz").write_bytes(gzip.compress(mail(subject="one")))
    assert told(tmp_path / "a.eml.gz") == (["one"], [])


@pytest.mark.parametrize(
    ("flags", "labels"),
    [(0, ()), (1 << 1, ("deleted",)), (1 << 6, ("draft",)), ((1 << 1) | (1 << 24), ("deleted", "junk")), ("many", ())],
)
def test_the_flags_of_apple_mail(flags: object, labels: tuple[str, ...]) -> None:
    data = mail()
    written = str(len(data)).encode() + b"\n" + data + plistlib.dumps({"flags": flags})
    assert emlx(written) == (data, labels)


@pytest.mark.parametrize("trailer", [b"", b"<?xml broken <plist>", b"<?xml version='1.0'?><plist><array/></plist>", b"\0\0<plist"])
def test_an_apple_file_with_a_damaged_end_still_gives_its_message(trailer: bytes) -> None:
    data = mail()
    assert emlx(str(len(data)).encode() + b"\n" + data + trailer) == (data, ())


def test_what_is_no_apple_file_is_left_as_it_is() -> None:
    assert emlx(mail()) == (mail(), ())


def test_the_weight_of_a_folder_is_that_of_its_messages(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.eml").write_bytes(mail(subject=str(number)))
    (container,), _ = find([tmp_path])
    assert weigh(container) == 3 * len(mail(subject="0"))


def test_a_container_that_went_away_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(box("one"))
    (container,), _ = find([path])
    path.unlink()
    (issue,) = read(container)
    assert isinstance(issue, Issue)
    assert issue.key == "source.broken"
