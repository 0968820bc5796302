"""From Raw to Message: the one place that reads a message, whatever the bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from entregent.model.issue import Issue
from entregent.model.mail import Address, Kind, Message, Raw
from entregent.sources import addresses, charset, dates, identity, kinds, mime
from entregent.sources.addresses import NOBODY
from entregent.sources.headers import KNOWN, MANY, Headers, split, with_line_ends, words

NEVER = datetime(9000, 1, 1, tzinfo=UTC)
ARCHIVED_LIST = "list-archive"
"""The label of what was read from a list's public archive, whose messages have lost their list headers."""


def parse(raw: Raw, *, now: datetime) -> tuple[Message, tuple[Issue, ...]]:
    """The message in `raw`, and what was wrong with it. Never raises, whatever the bytes.

    `now` bounds the dates that are believed (two days after it). A message without a usable Message-ID gets one from its content, so that every
    copy of it gets the same.
    """
    data = with_line_ends(raw.data)
    headers = split(data)
    text = mime.read(data, headers)
    message, keys = _message(raw, headers, text, now)
    keys += text.issues
    if not message.id:
        message = replace(message, id=identity.content_id(message))
    return message, tuple(Issue(key, raw.path, (("position", str(raw.position)),)) for key in dict.fromkeys(keys)) if keys else ()


def parse_draft(data: bytes, name: str) -> tuple[Message, tuple[Issue, ...]]:
    """A draft: an .eml (by its name, or because it begins with mail headers), else plain text, of which only `body` is set.

    Any date is believed. `name` is where it came from, for the issues; "-" for standard input.
    """
    if name.lower().endswith((".eml", ".emlx")) or _begins_as_mail(data):
        if name.lower().endswith(".emlx"):
            data = data.partition(b"\n")[2]
        return parse(Raw(data, name), now=NEVER)
    text, kept = charset.decode(data)
    body = charset.lines(text)
    message = Message("", None, 0, NOBODY, (), (), "", body, path=name)
    return replace(message, id=identity.content_id(message)), () if kept else (Issue("message.charset", name),)


def _message(raw: Raw, headers: Headers, text: mime.Text, now: datetime) -> tuple[Message, list[str]]:
    fields = headers.fields
    keys: list[str] = []
    sender, delegate = _writer(fields)
    moment = _moment(headers, now, keys)
    to, cc, bcc = (_people(fields, name, keys) for name in ("to", "cc", "bcc"))
    if "x-to" in fields:
        to, cc = addresses.exported(fields["x-to"], to), addresses.exported(fields.get("x-cc", []), cc)
        bcc = addresses.exported(fields.get("x-bcc", []), bcc)
        bcc = () if bcc and {a.email for a in bcc} <= {a.email for a in cc} else bcc  # the exporter wrote Cc a second time as Bcc
    if sender == NOBODY:
        keys.append("message.no-sender")
    if not fields:
        keys.append("message.no-headers")
    replied = identity.ids(fields["in-reply-to"]) if "in-reply-to" in fields else ()
    message = Message(
        next((found for value in fields.get("message-id", ()) if (found := identity.message_id(value))), ""),
        moment.at if moment else None,
        moment.offset if moment else 0,
        sender,
        to,
        cc,
        " ".join(words(headers.first("subject")).split()),
        text.body,
        bcc,
        _people(fields, "reply-to", keys) if "reply-to" in fields else (),
        replied[0] if replied else "",
        identity.ids(fields["references"]) if "references" in fields else (),
        _kind(raw, fields, sender, text),
        kinds.list_id(fields),
        text.rendered,
        (text.encrypted and not text.body.strip()) or text.body.lstrip().startswith("-----BEGIN PGP MESSAGE-----"),
        tuple(text.attachments[:MANY]),
        delegate,
        raw.labels,
        raw.folder,
        raw.path,
    )  # fmt: skip
    return message, keys


def _people(fields: dict[str, list[str]], name: str, keys: list[str]) -> tuple[Address, ...]:
    values = fields.get(name)
    if not values:
        return ()
    found = addresses.parse(values)
    if len(found) >= addresses.MOST:
        keys.append("message.recipients-cut")
    return found


def _writer(fields: dict[str, list[str]]) -> tuple[Address, Address | None]:
    """From (the first that names somebody wins), and Sender where a delegate wrote."""
    sender = NOBODY
    for value in fields.get("from", ()):
        found = addresses.parse([value])
        if found:
            sender = next((address for address in found if address.email), found[0])
            break
    exported = fields.get("x-from")
    if exported and sender != NOBODY:
        sender = addresses.exported_sender(exported, sender)
    written = fields.get("sender")
    if not written:
        return sender, None
    found = addresses.parse(written)
    if sender == NOBODY:
        return (found[0], None) if found else (NOBODY, None)
    return sender, found[0] if found and found[0].email and found[0].email != sender.email else None


def _moment(headers: Headers, now: datetime, keys: list[str]) -> dates.Moment | None:
    """Date, else who carried the message says when; None with an issue."""
    values = headers.fields.get("date", ())
    for value in values:
        moment = dates.parse(value)
        if moment is not None and dates.plausible(moment, now):
            return moment
    keys.append("message.date-absurd" if any(values) else "message.no-date")
    return dates.of_received(headers.fields.get("received", []), headers.envelope, now)


def _kind(raw: Raw, fields: dict[str, list[str]], sender: Address, text: mime.Text) -> Kind:
    if text.calendar:
        return "calendar"
    if ARCHIVED_LIST in raw.labels:
        return "list"
    if any("calendarmessage" in value.lower() for value in fields.get("content-class", ())):
        return "calendar"
    kind = kinds.kind_of(fields, sender)
    return "machine" if kind == "personal" and kinds.bulk_text(_subject(fields), text.body) else kind


def _subject(fields: dict[str, list[str]]) -> str:
    return fields["subject"][0] if fields.get("subject") else ""


def _begins_as_mail(data: bytes) -> bool:
    """Whether a draft without a telling name is a mail: its first paragraph is nothing but fields, and one of them is a mail's own."""
    headers = split(with_line_ends(data[:100_000]))
    if headers.broken or not headers.fields:
        return False
    return len(KNOWN.intersection(headers.fields)) >= (1 if headers.first("subject") or headers.first("from") else 2)
