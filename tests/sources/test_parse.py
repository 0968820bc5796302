"""What a message says, however it was written."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest

from entregent.model.mail import Address, Raw
from entregent.sources import fingerprint, parse, parse_draft
from tests.sources.mails import NOW, issues, mail, message


def multipart(kind: str, *parts: tuple[str, str], boundary: str = "=_b", **fields: str) -> bytes:
    body = "".join(f"--{boundary}\n{head}\n\n{text}\n" for head, text in parts) + f"--{boundary}--\n"
    return mail(body, mime_version="1.0", content_type=f'multipart/{kind}; boundary="{boundary}"', **fields)


PLAIN = "Content-Type: text/plain; charset=utf-8"
HTML = "Content-Type: text/html; charset=utf-8"


# -- who, when, what ----------------------------------------------------------------------------------------------------------------------------


def test_a_regular_message() -> None:
    one = message(
        mail(
            cc='bob@x.example, "Fields, Sam" <sam@fields.example>',
            in_reply_to="<z9@martin.example>",
            references="<z1@martin.example>\n <z9@martin.example>",
        )
    )
    assert one.id == "a1@harbour.example"
    assert one.sender == Address("Ruth Okafor", "ruth@harbour.example")
    assert one.cc == (Address("", "bob@x.example"), Address("Fields, Sam", "sam@fields.example"))
    assert one.date == datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
    assert one.offset == 60
    assert one.references == ("z1@martin.example", "z9@martin.example")
    assert one.in_reply_to == "z9@martin.example"
    assert (one.body, one.rendered, one.kind, one.encrypted) == ("Hello Zoe.\n", False, "personal", False)


@pytest.mark.parametrize(("header", "expected"), [
    ("=?utf-8?q?Ren=C3=A9e_Dupr=C3=A9?= <R@X.example>", [("Renée Dupré", "r@x.example")]),
    ("=?utf-8?q?Dupr=C3=A9=2C_Ren=C3=A9e?= <r@x.example>, b@y.example", [("Dupré, Renée", "r@x.example"), ("", "b@y.example")]),
    ('"=?iso-8859-1?Q?Ren=E9e?=" <r@x.example>', [("Renée", "r@x.example")]),
    ("r@x.example (Renée)", [("Renée", "r@x.example")]),
    ("team: a@x.example, Bo <b@x.example>; c@x.example", [("", "a@x.example"), ("Bo", "b@x.example"), ("", "c@x.example")]),
    ("undisclosed-recipients:;", []),
    ("'bob@x.example' <bob@x.example>", [("", "bob@x.example")]),
    ('"bob@x.example" <bob@x.example>', [("", "bob@x.example")]),
    ("Dr. Zoe (the elder) <z@x.example>", [("Dr. Zoe", "z@x.example")]),
    ("<@relay.example,@b.example:z@x.example>", [("", "z@x.example")]),
    ("mailto:z@x.example", [("", "z@x.example")]),
    ("z@x.example; y@x.example", [("", "z@x.example"), ("", "y@x.example")]),
    ("Zoe Martin", [("Zoe Martin", "")]),
    ("zoe at martin.example (Zoe Martin)", [("Zoe Martin", "zoe@martin.example")]),
    ("zoe (at) martin dot example", [("", "zoe@martin.example")]),
    ("zoe [at] martin [dot] example", [("", "zoe@martin.example")]),
    ("Kenneth Lee <Kenneth Lee/Corp/Acme@ACME>", [("Kenneth Lee", "")]),
    ("Lee </O=ACME/OU=NA/CN=RECIPIENTS/CN=KLEE>", [("Lee", "")]),
    ('"Lee \\"Doc\\" K" <k@x.example>', [('Lee "Doc" K', "k@x.example")]),
    ("a@x.example, A Lee <a@x.example>", [("A Lee", "a@x.example")]),
    ("Fields, Sam <s@x.example>, Bo <b@x.example>", [("Fields, Sam", "s@x.example"), ("Bo", "b@x.example")]),
    ("", []),
    (",,,", []),
])  # fmt: skip
def test_recipients(header: str, expected: list[tuple[str, str]]) -> None:
    assert [tuple(one) for one in message(mail(to=header or " ")).to] == expected


def test_doubled_headers_the_first_from_wins_and_to_is_merged() -> None:
    one = message(
        b"From: Ruth <r@x.example>\nFrom: Other <o@x.example>\nTo: a@x.example\nTo: b@x.example, a@x.example\nSubject: One\nSubject: Two\n\nHi\n"
    )
    assert one.sender.email == "r@x.example"
    assert [to.email for to in one.to] == ["a@x.example", "b@x.example"]
    assert one.subject == "One"


def test_a_delegate_writes_for_the_owner() -> None:
    assert message(mail(sender="Rosa Flem <rosa@harbour.example>")).written_by == Address("Rosa Flem", "rosa@harbour.example")
    assert message(mail(sender="ruth@harbour.example")).written_by is None


def test_names_that_an_exporter_kept_apart() -> None:
    one = message(mail(
        **{"from": "ken.lee@acme.example"}, to="tim.bell@acme.example, sally@home.example", cc="a.b@acme.example",
        x_from="Lee, Kenneth </O=ACME/OU=NA/CN=RECIPIENTS/CN=KLEE>",
        x_to="Tim Bell, 'sally@home.example'", x_cc="Abe, Ann <Ann Abe/HOU/ACME@ACME>, Somebody Else",
    ))  # fmt: skip
    assert one.sender == Address("Lee, Kenneth", "ken.lee@acme.example")
    assert one.to == (Address("Tim Bell", "tim.bell@acme.example"), Address("", "sally@home.example"))
    assert one.cc == (Address("", "a.b@acme.example"),)


@pytest.mark.parametrize(("header", "utc", "offset"), [
    ("Mon, 3 Mar 2025 10:00:00 +0100", (2025, 3, 3, 9, 0), 60),
    ("3 Mar 25 10:00 EST", (2025, 3, 3, 15, 0), -300),
    ("Fri, 1 Jan 93 09:21:32 PST", (1993, 1, 1, 17, 21), -480),
    ("Mon, 3 Mar 2025 10:00:00 -0000", (2025, 3, 3, 10, 0), 0),
    ("Mon, 3 Mar 2025 10:00:00 +9999", (2025, 3, 3, 10, 0), 0),
    ("Mon, 3 Mar 2025 10:00:00 -0800 (PST)", (2025, 3, 3, 18, 0), -480),
    ("Mon, 3 Mar 125 10:00:00 GMT", (2025, 3, 3, 10, 0), 0),
    ("Mon Mar  3 10:00:00 2025", (2025, 3, 3, 10, 0), 0),
    ("Mon Mar  3 10:00:00 EST 2025", (2025, 3, 3, 10, 0), 0),
    ("2025-03-03T10:00:00+01:00", (2025, 3, 3, 9, 0), 60),
    ("lun., 3 mars 2025 10:00:00 +0100", (2025, 3, 3, 9, 0), 60),
    ("3 juil. 2024 10:00:00 +0200", (2024, 7, 3, 8, 0), 120),
    ("3 juin 2024 10:00:00 +0200", (2024, 6, 3, 8, 0), 120),
    ("Mon, 03-Mar-2025 10:00:00 GMT", (2025, 3, 3, 10, 0), 0),
    ("Monday, March 3, 2025 10:00 PM", (2025, 3, 3, 22, 0), 0),
    ("Mon, 3 Mar 2025 23:59:60 +0000", (2025, 3, 3, 23, 59), 0),
])  # fmt: skip
def test_dates(header: str, utc: tuple[int, int, int, int, int], offset: int) -> None:
    one = message(mail(date=header))
    assert one.date is not None
    assert (one.date.year, one.date.month, one.date.day, one.date.hour, one.date.minute, one.offset) == (*utc, offset)


@pytest.mark.parametrize(
    "header", ["Mon, 3 Mar 1979 10:00:00 +0000", "Mon, 3 Mar 2043 10:00:00 +0000", "Mon, 31 Feb 2025 10:00:00 +0000", "yesterday", ""]
)
def test_an_absurd_date_is_none_and_the_carrier_is_asked(header: str) -> None:
    assert message(mail(date=header)).date is None
    assert issues(mail(date=header)) & {"message.date-absurd", "message.no-date"}
    carried = message(mail(date=header, received="from a by b; Tue, 4 Mar 2025 11:00:00 +0100"))
    assert carried.date == datetime(2025, 3, 4, 10, tzinfo=UTC)
    enveloped = message(b"From ruth at harbour.example  Wed Mar  5 10:00:00 2025\n" + mail(date=header))
    assert enveloped.date == datetime(2025, 3, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize(("header", "subject"), [
    ("=?utf-8?q?R=C3=A9union?= =?utf-8?q?_demain?=", "Réunion demain"),
    ("=?UTF-8?B?UsOpdW5pb24=?=", "Réunion"),
    ("=?UTF-8?B?UsOpdW5pb24?=", "Réunion"),
    ("=?utf-8?b?w?= =?utf-8?b?6l0?=", "�"),
    ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),
    ("=?iso-8859-1?q?caf=E9 noir?=", "café noir"),
    ("=?x-unknown?q?caf=C3=A9?=", "café"),
    ("=?utf8mb4?q?caf=C3=A9?=", "café"),
    ("=?utf-8*fr?q?caf=C3=A9?=", "café"),
    ("=?utf-8?q?=3D=3Futf-8=3Fq=3Fcaf=3DC3=3DA9=3F=3D?=", "café"),
    ("caf\u00e9 brut", "café brut"),
    ("Two\n words\n\tfolded", "Two words folded"),
    ("1 =? 2 ?= 3", "1 =? 2 ?= 3"),
])  # fmt: skip
def test_subjects(header: str, subject: str) -> None:
    if subject != "�":
        assert message(mail(subject=header)).subject == subject
    else:
        assert message(mail(subject=header)).subject


def test_eight_bit_headers_in_latin_1() -> None:
    assert message(mail(subject="SUBJ").replace(b"SUBJ", "Réunion".encode("latin-1"))).subject == "Réunion"


# -- identity ---------------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("header", ["", "<>", "<with blank@x>", "   ", "<" + "x" * 2_000 + "@x>"])
def test_without_a_usable_message_id_the_content_gives_a_stable_one(header: str) -> None:
    one, again = message(mail(message_id=header), folder="Sent"), message(mail(message_id=header), folder="Archive")
    assert one.id == again.id
    assert one.id.startswith("sha256-")
    assert one.id.endswith("@entregent.invalid")
    assert message(mail("Something else.\n", message_id=header)).id != one.id


def test_copies_with_ids_of_their_own_have_one_fingerprint() -> None:
    one = message(mail("Hello  Zoe,\nsee you.\n", message_id="<1@a>"), folder="sent")
    copy = message(mail("Hello Zoe,\n see you.\n\n", message_id="<2@b>", to="Martin Z <ZOE@martin.example>"), folder="all_documents")
    later = message(mail("Hello Zoe,\nsee you.\n", message_id="<3@b>", date="Mon, 3 Mar 2025 10:00:01 +0100"))
    assert fingerprint(one) == fingerprint(copy)
    assert fingerprint(one) != fingerprint(later)


# -- the text ------------------------------------------------------------------------------------------------------------------------------


def test_alternative_takes_the_plain_one() -> None:
    one = message(multipart("alternative", (PLAIN, "Bonjour Zoé"), (HTML, "<p>Bonjour <b>Zoé</b></p>")))
    assert (one.body.strip(), one.rendered) == ("Bonjour Zoé", False)


@pytest.mark.parametrize("stub", [
    "", " \n", "Your mail client does not support HTML.", "This is an HTML message. Please use an HTML capable mail program to read it.",
    "Votre messagerie ne permet pas d'afficher le HTML.", "To view this email in a browser, click here: http://x.example/",
])  # fmt: skip
def test_alternative_takes_html_where_the_plain_one_is_a_mere_stub(stub: str) -> None:
    page = "<p>Dear Zoe,</p>" + "<p>the harbour office has moved to the other side of the basin.</p>" * 8
    one = message(multipart("alternative", (PLAIN, stub), (HTML, page)))
    assert one.body.startswith("Dear Zoe,")
    assert one.rendered


def test_a_short_plain_text_that_says_something_is_no_stub() -> None:
    page = "<p>OK.</p>" + "<p>footer of the company that only the page has, long and legal</p>" * 30
    assert message(multipart("alternative", (PLAIN, "OK for me, see the html page tomorrow."), (HTML, page))).body.startswith("OK for me") is True


def test_mixed_joins_its_texts_and_names_its_attachments() -> None:
    one = message(multipart(
        "mixed", (PLAIN, "First."), ("Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''pi%C3%A8ce.pdf", "JVBERi0="),
        (PLAIN, "Second."), ("Content-Type: text/plain; name=notes.txt\nContent-Disposition: attachment", "not mine"),
        ("Content-Type: message/rfc822", "From: o@x.example\n\nnot mine"),
    ))  # fmt: skip
    assert [line for line in one.body.split("\n") if line] == ["First.", "Second."]
    assert one.attachments == ("pièce.pdf", "notes.txt", "message/rfc822")


def test_broken_base64_gives_what_it_has() -> None:
    text = base64.b64encode("Bonjour Zoé, à demain.".encode()).decode()
    broken = mail(text[:10] + "!\n" + text[10:-2] + "\n", content_transfer_encoding="base64", content_type="text/plain; charset=utf-8")
    assert "Bonjour Zo" in message(broken).body
    assert "demai" in message(broken).body
    inside = multipart("mixed", (PLAIN + "\nContent-Transfer-Encoding: base64", text[:10] + "!\n" + text[10:-3]))
    assert "Bonjour Zo" in message(inside).body


def test_raw_letters_within_quoted_printable_are_kept() -> None:
    one = message(multipart("alternative", (PLAIN + "\nContent-Transfer-Encoding: quoted-printable", "Zoé =C3=A0 midi"), (HTML, "<p>x</p>")))
    assert one.body.strip() == "Zoé à midi"


def test_a_list_footer_in_the_clear_below_base64() -> None:
    text = base64.encodebytes(b"Hello Zoe, see you at the harbour tomorrow morning then.").decode()
    body = message(mail(text + "\n_______\npiers mailing list\nlist at the harbour\n", content_transfer_encoding="base64")).body
    assert body.startswith("Hello Zoe, see you at the harbour tomorrow morning then.")
    assert "piers mailing list" in body


def test_text_that_was_never_encoded_though_it_says_so() -> None:
    assert message(mail("Hello Zoe, this is plain.\n", content_transfer_encoding="base64")).body == "Hello Zoe, this is plain.\n"


@pytest.mark.parametrize(("data", "charset", "text"), [
    ("été".encode(), "us-ascii", "été"),
    ("été".encode(), "", "été"),
    ("été".encode("latin-1"), "", "été"),
    ("été".encode("latin-1"), "utf-8", "été"),
    ("l’été".encode("cp1252"), "iso-8859-1", "l’été"),
    ("été".encode("latin-1"), '"ISO-8859-1"', "été"),
    ("été".encode(), "x-unknown", "été"),
    ("été".encode(), "utf8mb4", "été"),
    ("שלום".encode("iso-8859-8"), "iso-8859-8-i", "שלום"),
    ("été".encode("utf-16-le"), "utf-16", "été"),
    (b"\xff\xfe" + "été".encode("utf-16-le"), "", "été"),
    ("hello été".encode("utf-16-be"), "utf-16be", "hello été"),
    (b"\xef\xbb\xbfok", "utf-8", "ok"),
    (b"caf\xc3\xa9", "hex", "café"),
    ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
    (b"a\x81b", "windows-1252", "a\x81b"),
    (b"nul\x00l", "us-ascii", "nul�l"),
])  # fmt: skip
def test_charsets(data: bytes, charset: str, text: str) -> None:
    head = mail("", content_type=f"text/plain; charset={charset}" if charset else "text/plain")
    assert message(head + data).body == text


@pytest.mark.parametrize("ends", [b"\r\n", b"\r"])
def test_line_ends(ends: bytes) -> None:
    one = message(mail("One\nTwo\n").replace(b"\n", ends))
    assert (one.subject, one.body) == ("The harbour", "One\nTwo\n")


def test_no_empty_line_between_header_and_body() -> None:
    one = message(b"From: r@x.example\nSubject: Hi\nDear Zoe, I write without a gap.\nYours\n")
    assert one.body == "Dear Zoe, I write without a gap.\nYours\n"
    assert one.subject == "Hi"


def test_a_header_that_lost_its_fold() -> None:
    assert message(b"From: r@x.example\nSubject: A long\nsubject line\nTo: z@x.example\n\nHi\n").subject == "A long subject line"


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"From: r@x.example\n", b"From: r@x.example", b"\xef\xbb\xbfFrom: r@x.example\n\nHi", b"body without any header\n", b"\0" * 50],
)
def test_fragments_never_raise(data: bytes) -> None:
    one = message(data)
    assert one.id
    if data.startswith(b"body"):
        assert one.body == "body without any header\n"
    if b"Hi" in data:
        assert (one.sender.email, one.body) == ("r@x.example", "Hi")


@pytest.mark.parametrize(("boundary", "body"), [
    ("b", "--b  \n\nFirst\n--b  \n\nSecond\n--b--\n"),
    ("b", "--b\n\nFirst\n--bb\n\nSecond\n"),
    ("b", "--b\n\nFirst\n--b\n\nSecond"),
    ("none", "--b\n\nFirst\n--b\n\nSecond\n"),
    ("", "First\nSecond\n"),
])  # fmt: skip
def test_boundaries_that_are_not_as_they_should_be(boundary: str, body: str) -> None:
    kind = f'multipart/mixed; boundary="{boundary}"' if boundary else "multipart/mixed"
    text = message(mail(body, mime_version="1.0", content_type=kind)).body
    assert "First" in text
    assert "Second" in text


def test_files_typed_into_the_text_are_attachments() -> None:
    uu = "begin 644 quay.gif\n" + ("M" + "A" * 60 + "\n") * 3 + "`\nend\n"
    one = message(mail("Look:\n\n" + uu + "\nBye\n"))
    assert one.attachments == ("quay.gif",)
    assert one.body == "Look:\n\n\nBye\n"
    yenc = message(mail("Look:\n=ybegin line=128 size=4 name=a b.bin\nxxxx\n=yend size=4\nBye\n"))
    assert (yenc.attachments, yenc.body) == (("a b.bin",), "Look:\nBye\n")


def test_begin_in_a_sentence_is_no_file() -> None:
    body = "I begin 644 with joy.\nbegin 644 is a mode\nend\n"
    assert message(mail(body)).body == body


def test_flowed_text_is_left_as_it_came() -> None:
    assert message(mail("A line that \nflows.\n", content_type="text/plain; format=flowed; delsp=yes")).body == "A line that \nflows.\n"


# -- what cannot be read -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [
    multipart("encrypted", ("Content-Type: application/pgp-encrypted", "Version: 1"), ("Content-Type: application/octet-stream",
    "-----BEGIN PGP MESSAGE-----")),
    mail("MIAGCSqG", content_type="application/pkcs7-mime; smime-type=enveloped-data", content_transfer_encoding="base64"),
    mail("-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n"),
    mail("eJ8+IgAAAQ", content_type="application/ms-tnef; name=winmail.dat", content_transfer_encoding="base64"),
])  # fmt: skip
def test_encrypted(data: bytes) -> None:
    assert message(data).encrypted


def test_a_signed_message_is_read() -> None:
    one = message(multipart("signed", (PLAIN, "Signed words."), ("Content-Type: application/pgp-signature; name=s.asc", "-----BEGIN")))
    assert (one.body.strip(), one.encrypted, one.attachments) == ("Signed words.", False, ())


def test_a_winmail_dat_beside_a_text_is_an_attachment() -> None:
    one = message(multipart("mixed", (PLAIN, "See attached."), ("Content-Type: application/ms-tnef; name=winmail.dat", "eJ8")))
    assert (one.body.strip(), one.encrypted, one.attachments) == ("See attached.", False, ("winmail.dat",))


# -- drafts --------------------------------------------------------------------------------------------------------------------------------


def test_a_draft_in_plain_text_is_a_body() -> None:
    one, _ = parse_draft("Chère Zoé,\r\nNote : à demain.\r\n".encode("cp1252"), "-")
    assert (one.body, one.subject, one.sender, one.to, one.date) == ("Chère Zoé,\nNote : à demain.\n", "", Address("", ""), (), None)


@pytest.mark.parametrize("text", [
    "To: be or not to be\n\nthat is the question", "Hello: this is me\nand more", "Ruth,\n\nFrom: what I hear...",
    "Date: Monday?\n\nWould that do?", "P.S.: x\n\ny", "",
])  # fmt: skip
def test_plain_text_that_looks_a_little_like_mail(text: str) -> None:
    assert parse_draft(text.encode(), "draft.txt")[0].body == text


def test_a_draft_as_mail() -> None:
    for name in ("draft.eml", "-"):
        one, _ = parse_draft(mail("Dear Zoe\n", message_id="", date=""), name)
        assert (one.body, one.subject, one.to[0].email) == ("Dear Zoe\n", "The harbour", "zoe@martin.example")


def test_a_draft_may_be_dated_in_the_future() -> None:
    one, _ = parse_draft(mail(date="Mon, 3 Mar 2031 10:00:00 +0000"), "draft.eml")
    assert one.date is not None
    assert one.date.year == 2031
    assert parse(Raw(mail(date="Mon, 3 Mar 2031 10:00:00 +0000"), "x"), now=NOW)[0].date is None


@pytest.mark.parametrize("header", ["Mon, 31 Dec 1979 16:00:00 -0800 (PST)", "Tue, 1 Jan 1980 00:00:00 +0000", "Tue, 1 Jan 1980 12:00:00 +0100"])
def test_the_first_of_january_1980_is_a_clock_that_was_never_set(header: str) -> None:
    assert message(mail(date=header)).date is None


@pytest.mark.parametrize(
    ("end", "subject", "kind"),
    [
        ("You get this because you are a member. If you wish\nto unsubscribe, hit Reply and type UNSUBSCRIBE.", "House election update", "machine"),
        ("If you do not wish to receive further e-mail notices, send a reply.", "Spring offers", "machine"),
        ("Si vous ne souhaitez plus recevoir nos actualités, cliquez ici.", "Nos nouveautés", "machine"),
        ("Pour ne plus rien manquer, passez me voir !", "Nos vacances", "personal"),
        ("I do not want to go on with this, let us talk.", "Tomorrow", "personal"),
        ("Please unsubscribe me.", "Your list", "personal"),
        ("To unsubscribe, click here.", "RE: look at this offer", "personal"),
        ("Shall we?\n\n-----Original Message-----\nFrom: Offers\n\nTo unsubscribe, click here.", "look at this offer", "personal"),
    ],
)
def test_mail_that_ends_in_how_to_unsubscribe_is_written_to_many(end: str, subject: str, kind: str) -> None:
    assert message(mail(f"Dear friend,\n\nnews of the harbour.\n\n{end}\n", subject=subject)).kind == kind


def test_half_a_name_is_no_address() -> None:
    read = message(
        mail(
            to="'okafor@corp.example, ruth@home.example",
            x_from="Martin, Zoe </O=CORP/CN=ZMARTIN>",
            x_to="'Okafor, Ruth' <Ruth@home.example>",
        )
    )  # fmt: skip
    assert [address.email for address in read.to] == ["ruth@home.example"]
    assert read.to[0].name in {"Okafor, Ruth", "Ruth Okafor"}
