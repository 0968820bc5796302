"""Malformed and rare mail of other projects' test suites: nothing raises, nothing is lost silently."""

from __future__ import annotations

import email
import email.message
import re
import tarfile
from pathlib import Path

import pytest

from entregent.model.issue import Issue
from entregent.model.mail import Message, Raw
from entregent.sources import find, fingerprint, parse, parse_draft, read
from tests.sources.mails import NOW

ARCHIVE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "hostile.tar.xz"
needs_archive = pytest.mark.skipif(
    not ARCHIVE.exists(), reason="the set of hostile mail (../shared/data/hostile.tar.xz) is not at hand: it is not the project's to publish"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile")
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(place, filter="data")
    return place


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def read_whole(path: Path) -> tuple[list[tuple[Raw, Message]], list[Issue]]:
    containers, found = find([path])
    messages, wrong = [], list(found)
    for container in containers:
        for item in read(container):
            if isinstance(item, Issue):
                wrong.append(item)
                continue
            message, more = parse(item, now=NOW)
            messages.append((item, message))
            wrong += more
    return messages, wrong


def texts_by_the_standard_library(data: bytes) -> list[str]:
    """The decoded text/plain parts that are the writer's own: not attached, not within an attached message."""
    found: list[str] = []
    waiting: list[email.message.Message] = [email.message_from_bytes(data)]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "message":
            continue
        if part.is_multipart():
            waiting += [child for child in part.get_payload() if isinstance(child, email.message.Message)]
        elif part.get_content_type() == "text/plain" and not part.get_filename() and "attachment" not in str(part.get("content-disposition", "")):
            payload = part.get_payload(decode=True)
            for charset in (str(part.get_content_charset() or "utf-8"), "utf-8", "cp1252", "latin-1"):
                try:
                    found.append(bytes(payload or b"").decode(charset))
                    break
                except (LookupError, UnicodeError):
                    continue
    return found


ELSEWHERE = {
    # file: why its text is not in the body as the standard library has it
    "msg_38.txt": "its first text holds the lines of other boundaries; both parsers cut it, at different blank lines",
    "quoted-printable.eml": "its second text/plain is a page, and is rendered",
    "raw_email4.eml": "its last part is nothing but a closing line of another boundary",
    "raw_email_incorrect_header.eml": "a stray line amid known fields is a lost fold here, and the end of the header there",
    "example13.eml": "blanks stand for folds; known fields go on after them",
    "issue115": "the plain version says only that a program for HTML is needed",
    "m0008": "the same",
    "m0025": "the same",
    "issue274.eml": "a whole message in base64, attached",
    "failure.eml": "declared GB2312, written in its superset: decoded here, given up there",
    "enclosed-broken-body.eml": "the same",
}


@needs_archive
def test_each_file_gives_messages_or_issues_and_no_text_is_lost(hostile: Path) -> None:
    silent: list[str] = []
    lost: list[str] = []
    files = sorted(path for path in hostile.rglob("*") if path.is_file())
    for path in files:
        messages, wrong = read_whole(path)
        if not messages and not wrong:
            silent.append(path.name)
        for raw, message in messages:
            assert message.id
            assert message.body.encode("utf-8") is not None
            body = letters(message.body)
            lost += [
                f"{path.relative_to(hostile)}: {len(text)} characters"
                for text in texts_by_the_standard_library(raw.data)
                if len(letters(text)) > 3 and letters(text) not in body and path.name not in ELSEWHERE
            ]
    assert len(files) > 400
    assert silent == []
    assert lost == []


@needs_archive
def test_every_file_as_a_draft_and_cut_short_anywhere(hostile: Path) -> None:
    for path in sorted(path for path in hostile.rglob("*") if path.is_file() and path.stat().st_size < 300_000):
        data = path.read_bytes()
        for share in (1.0, 0.9, 0.5, 0.1):
            cut = data[: int(len(data) * share)]
            draft, _ = parse_draft(cut, path.name)
            message, _ = parse(Raw(cut, path.name), now=NOW)
            assert len(fingerprint(message)) == 32
            draft.body.encode("utf-8")
            message.subject.encode("utf-8")
