"""Compared with the standard library, and fed with anything at all."""

from __future__ import annotations

import email.policy
import email.utils
from datetime import UTC, datetime
from email.message import EmailMessage

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.model.mail import Raw
from entregent.sources import addresses, dates, fingerprint, parse, parse_draft
from entregent.sources.headers import words
from tests.sources.mails import NOW, message

TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=300)
LINES = st.lists(TEXT, max_size=6).map("\n".join)
NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèçABCÉ ,.'-()\"", max_size=20).map(str.strip)
CHARSETS = st.sampled_from(["utf-8", "utf-16", "utf-8", "iso-8859-15", "cp1252"])


@given(
    subject=TEXT, body=LINES, coding=st.sampled_from(["base64", "quoted-printable", "8bit"]), name=NAMES, html=st.booleans(), attached=st.booleans()
)
@settings(max_examples=200, deadline=None)
def test_what_the_standard_library_writes_is_read_as_it_reads_it(subject: str, body: str, coding: str, name: str, html: bool, attached: bool) -> None:
    subject = " ".join(subject.split())
    written = EmailMessage(policy=email.policy.default.clone(max_line_length=100_000 if coding == "8bit" else 78))
    written["From"] = email.utils.formataddr((name, "ruth@harbour.example"))
    written["To"] = "zoe@martin.example"
    written["Subject"] = subject
    written["Message-ID"] = "<a@b.example>"
    written.set_content(body, cte=coding, charset="utf-8")
    if html:
        written.add_alternative("<p>" + "other words " * 3 + "</p>", subtype="html")
    if attached:
        written.add_attachment(b"\0\1\2", maintype="application", subtype="pdf", filename="pièce.pdf")
    data = written.as_bytes()
    ours = message(data)
    theirs = email.message_from_bytes(data, policy=email.policy.default)
    text = theirs.get_body(("plain",))
    assert text is not None
    content = text.get_content()
    if any(map(str.isalnum, content)) or not html:
        assert ours.body.rstrip("\n") == content.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    assert ours.sender.email == "ruth@harbour.example"
    assert ours.attachments == (("pièce.pdf",) if attached else ())
    if "=?" not in subject:
        assert ours.subject == " ".join(str(theirs["Subject"]).split())


@given(st.binary(max_size=2_000))
@settings(max_examples=300, deadline=None)
def test_any_bytes_at_all(data: bytes) -> None:
    for whole in (
        data,
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + data,
        b"From: a@b\nContent-Type: text/html\n\n" + data,
    ):
        one, _ = parse(Raw(whole, "p"), now=NOW)
        assert len(fingerprint(one)) == 32
        repr(one).encode("utf-8")
        parse_draft(whole, "-")[0].body.encode("utf-8")


FIELDS = st.sampled_from([
    "From", "To", "Cc", "Subject", "Date", "Message-ID", "References", "Content-Type", "Content-Transfer-Encoding", "X-From", "X-To",
    "List-Id", "Received", "Reply-To", "Sender",
])  # fmt: skip
PIECES = st.sampled_from([
    "=?utf-8?q?", "?=", "=?utf-8?b?w6k=?=", "<", ">", "a@b.example", '"', "\\", "(", ")", ",", ";", ":", "@", " at ", "\n ", "\t", "é",
    "multipart/mixed", "boundary=b", "charset=",
    "Mon, 3 Mar 2025", "10:00", "+0100", "99999999999", "base64", "text/plain", "name*0*=utf-8''", "%C3%A9", "/O=X/OU=", "@ENRON", "*", "=",
])  # fmt: skip


@given(st.lists(st.tuples(FIELDS, st.lists(PIECES, max_size=12).map("".join)), max_size=8), LINES)
@settings(max_examples=400, deadline=None)
def test_any_headers_at_all(fields: list[tuple[str, str]], body: str) -> None:
    data = "".join(f"{name}: {value}\n" for name, value in fields) + "\n" + body
    one, _ = parse(Raw(data.encode(), "p"), now=NOW)
    for who in (one.sender, *one.to, *one.cc):
        assert who.email == who.email.lower()
        assert not who.email or "@" in who.email
        assert "\n" not in who.name
    assert "\n" not in one.subject
    again, _ = parse(Raw(data.encode(), "q"), now=NOW)
    assert again.id == one.id


@given(
    st.lists(
        st.tuples(NAMES, st.from_regex(r"[a-z]{1,8}\.[a-z]{1,8}@[a-z]{2,8}\.example", fullmatch=True)),
        min_size=1,
        max_size=6,
        unique_by=lambda pair: pair[1],
    )
)
def test_address_lists_as_the_standard_library_writes_them(people: list[tuple[str, str]]) -> None:
    header = ", ".join(email.utils.formataddr(one) for one in people)
    ours = addresses.parse([header])
    assert [one.email for one in ours] == [address for _, address in people]
    for one, (name, _) in zip(ours, people, strict=True):
        if name.isascii() and not set(name) & set("'\",()"):
            assert one.name == " ".join(name.split()).strip(" ,;")


@given(st.datetimes(min_value=datetime(1980, 1, 2), max_value=datetime(2024, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001
def test_dates_as_the_standard_library_writes_them(moment: datetime, offset: int) -> None:
    sign, minutes = ("-" if offset < 0 else "+"), abs(offset)
    text = moment.strftime("%a, %d %b %Y %H:%M:%S ") + f"{sign}{minutes // 60:02}{minutes % 60:02}"
    found = dates.parse(text)
    assert found is not None
    assert found.at == email.utils.parsedate_to_datetime(text).astimezone(UTC)
    assert found.offset == offset


@given(st.text(max_size=200))
def test_encoded_words_never_raise(value: str) -> None:
    words("=?utf-8?q?" + value + "?= =?utf-8?b?" + value + "?=")
    words(value)
