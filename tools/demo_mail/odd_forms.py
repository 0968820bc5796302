"""Mail that is no letter: appointments, encrypted mail. (Bounces need the finished bytes of what failed: `boxes` makes those.)"""

from __future__ import annotations

import base64
from datetime import UTC
from typing import TYPE_CHECKING

from tools.demo_mail.calendar_words import header_date
from tools.demo_mail.mime import Part, digest, multipart, text_part

if TYPE_CHECKING:
    from tools.demo_mail.quoting import Composed
    from tools.demo_mail.script import Script

_METHODS = {"invite": "REQUEST", "invite-reply": "REPLY", "invite-cancel": "CANCEL"}


def body_of(script: Script, message: Composed) -> Part | None:
    """The body of an appointment or an encrypted message; None for any other."""
    if "pgp" in script.form:
        return _encrypted(script)
    method = next((_METHODS[form] for form in script.form & set(_METHODS)), "")
    if not method:
        return None
    calendar = text_part(_calendar(script, method), "utf-8", "base64", "calendar", f"; method={method}")
    parts = [text_part("\n".join(message.lines), "utf-8", "quoted-printable"), calendar]
    return multipart("alternative", parts, f"=_{digest('invite', script.key)[:32]}")


def _calendar(script: Script, method: str) -> str:
    """iCalendar (RFC 5545, RFC 5546). A reply names the replying person alone."""
    invite = script.invite
    if invite is None:
        raise ValueError(f"{script.key} invites to nothing")
    organiser = script.to[0] if method == "REPLY" else script.sender
    guests = [script.sender] if method == "REPLY" else [*script.to, *script.cc]
    answer = "ACCEPTED" if method == "REPLY" else "NEEDS-ACTION"
    subject = script.subject.partition(": ")[2] if method != "REQUEST" else script.subject
    lines = [
        "BEGIN:VCALENDAR", "PRODID:-//Fictional Groupware//Calendar 16.0//EN", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT",
        f"ORGANIZER;CN={organiser.name}:mailto:{organiser.address}",
        *(f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN={guest.name}:mailto:{guest.address}" for guest in guests),
        f"SUMMARY;LANGUAGE=en-GB:{subject}",
        f"DESCRIPTION:{script.body}", f"LOCATION:{invite.place}",
        f"DTSTART:{invite.start.astimezone(UTC):%Y%m%dT%H%M%SZ}", f"DTEND:{invite.end.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"UID:{digest('event', subject, f'{invite.start:%Y%m%d}')}", f"DTSTAMP:{script.when.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        "SEQUENCE:0", f"STATUS:{'CANCELLED' if method == 'CANCEL' else 'CONFIRMED'}", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    return "\r\n".join(_content_line(line) for line in lines) + "\r\n"


def _content_line(line: str) -> str:
    """Escaped and folded at 75 octets (RFC 5545 section 3.1), never inside a character."""
    if line.startswith(("DESCRIPTION:", "LOCATION:")):
        name, _, value = line.partition(":")
        line = name + ":" + value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    pieces, piece = [], ""
    for sign in line:
        if len((piece + sign).encode()) > 74:
            pieces.append(piece)
            piece = ""
        piece += sign
    return "\r\n ".join([*pieces, piece])


def _encrypted(script: Script) -> Part:
    """PGP/MIME (RFC 3156). What is inside the armour is noise: there is nothing to read."""
    noise = b"".join(bytes.fromhex(digest("pgp", script.key, str(number))) for number in range(24))
    armour = "-----BEGIN PGP MESSAGE-----\n\n" + base64.encodebytes(noise).decode() + "=Zq1K\n-----END PGP MESSAGE-----\n"
    parts = [
        Part((("Content-Type", "application/pgp-encrypted"), ("Content-Disposition", "attachment")), b"Version: 1\n"),
        Part((("Content-Type", "application/octet-stream"), ("Content-Disposition", 'attachment; filename="msg.asc"')), armour.encode()),
    ]
    return multipart("encrypted", parts, digest("boundary", script.key)[:16], extra=' micalg=pgp-sha512;\n protocol="application/pgp-encrypted";')


def bounce(script: Script, failed: Script, original: bytes) -> Part:
    """A delivery report (RFC 3464) on `failed`, whose bytes come back with it."""
    rcpt = failed.to[0].address
    told = (
        "This is the mail system at host mx.atelier-lisiere.example.\n\nI'm sorry to have to inform you that your message could not\n"
        "be delivered to one or more recipients. It's attached below.\n\n"
        f"<{rcpt}>: host mx.{rcpt.split('@')[1]}[192.0.2.77] said: 550 5.1.1\n"
        f"    <{rcpt}>: Recipient address rejected: User unknown (in\n    reply to RCPT TO command)\n"
    )
    status = (
        f"Reporting-MTA: dns; mx.atelier-lisiere.example\nArrival-Date: {header_date(failed.when)}\n\n"
        f"Final-Recipient: rfc822; {rcpt}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n"
    )
    parts = [
        text_part(told, "us-ascii", "7bit"),
        Part((("Content-Description", "Delivery report"), ("Content-Type", "message/delivery-status")), status.encode()),
        Part((("Content-Description", "Undelivered Message"), ("Content-Type", "message/rfc822"), ("Content-Transfer-Encoding", "8bit")), original),
    ]
    boundary = f"{digest('bounce', script.key)[:10].upper()}.1740730261/mx.atelier-lisiere.example"
    return multipart("report", parts, boundary, extra=" report-type=delivery-status;")
