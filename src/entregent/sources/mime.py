"""From a message's bytes to the text that its writer wrote (RFC 2045 to 2049).

A message of one part is read here; a multipart's tree comes from fast-mail-parser, and from the standard library where that
one cannot: base64 that breaks, trees that it refuses, bytes above 127 within quoted-printable (it drops them). Attachments are named and never
decoded.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from entregent.sources import charset
from entregent.sources.headers import Headers, base64_bytes, parameters, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from fast_mail_parser import PyLazyMimePart

DEEPEST = 60
"""Levels of nesting that are followed. Honest mail has five."""
MOST_PARTS = 2_000
"""Parts of one message that are looked at."""


@dataclass(slots=True)
class Part:
    """A node of the tree. `content` gives a leaf's transfer-decoded bytes (only text leaves are asked); None for a container."""

    type: str
    charset: str = ""
    filename: str = ""
    disposition: str = ""
    content_id: bool = False
    content: Callable[[], bytes] | None = None
    children: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """What came of a tree: the text, and what else was there. `issues` are keys."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    calendar: bool = False
    encrypted: bool = False
    issues: list[str] = field(default_factory=list)
    parts: int = 0
    spare: list[Part] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The pieces one below the other."""
        if len(self.pieces) == 1:
            return self.pieces[0][0]
        return "\n".join(piece if piece.endswith("\n") else piece + "\n" for piece, _ in self.pieces)

    @property
    def rendered(self) -> bool:
        return any(rendered for _, rendered in self.pieces)


def read(data: bytes, headers: Headers) -> Text:
    """The text of a message. Never raises."""
    found = Text()
    declared = headers.first("content-type")
    kind, given = parameters(declared) if declared else ("", {})
    if not kind.startswith(("multipart/", "message/")):
        disposition, placed = parameters(headers.first("content-disposition")) if "content-disposition" in headers.fields else ("", {})
        coding = headers.first("content-transfer-encoding")
        part = Part(
            _sound_type(kind), given.get("charset", ""), words(placed.get("filename", "") or given.get("name", "")), disposition,
            content=lambda: transfer_decoded(data[headers.body :], coding, found.issues),
        )  # fmt: skip
        _leaf(part, found)
    else:
        _tree(data, headers, kind, given, found)
    if not any(piece.strip() for piece, _ in found.pieces):
        for part in found.spare[:1]:
            if part.content is not None:
                _text(part, found)
    if found.pieces and found.pieces[0][0].lstrip().startswith("-----BEGIN PGP MESSAGE-----"):
        found.encrypted = True
    return found


def transfer_decoded(raw: bytes, coding: str, issues: list[str]) -> bytes:
    """A leaf's bytes without its transfer encoding. What cannot be decoded is taken as it stands, and said."""
    coding = coding.split(";")[0].split("(")[0].strip(" \t\"'").lower()
    if not coding or coding in ("7bit", "8bit", "binary"):
        return raw
    if coding in ("quoted-printable", "quotedprintable", "quoted printable"):
        return binascii.a2b_qp(raw)
    if coding == "base64":
        return _base64(raw, issues)
    if coding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _uudecoded(raw)
    return raw


_B64_LINE = re.compile(rb"[A-Za-z0-9+/]*={0,3}\s*\Z")


def _base64(raw: bytes, issues: list[str]) -> bytes:
    """Base64 with what lists put below it. A footer in the clear begins with the first line that cannot be base64."""
    try:
        return binascii.a2b_base64(raw, strict_mode=True)
    except binascii.Error:
        pass
    rows = raw.split(b"\n")
    clear = next((number for number, row in enumerate(rows) if b" " in row.strip() or not _B64_LINE.match(row.replace(b" ", b""))), len(rows))
    tail = b"\n".join(rows[clear:])
    readable = clear < len(rows) and sum(tail.count(byte) for byte in b" etaoin") * 5 > len(tail)
    if readable and clear == 0:
        issues.append("message.broken-encoding")
        return raw
    if readable:
        return base64_bytes(b"".join(rows[:clear])) + b"\n" + tail
    try:
        decoded = binascii.a2b_base64(raw)
    except binascii.Error:
        issues.append("message.broken-encoding")
        decoded = base64_bytes(raw)
    return decoded or raw


def _uudecoded(raw: bytes) -> bytes:
    out = []
    for row in raw.split(b"\n"):
        line = row.rstrip(b"\r")
        if not line or line.startswith((b"begin ", b"end")):
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            out.append(binascii.a2b_uu(line[: (((line[0] - 32) & 63) * 4 + 5) // 3 + 1]) if len(line) > 1 and 32 <= line[0] <= 96 else b"")
    return b"".join(out)


def _sound_type(kind: str) -> str:
    """What is no type is text/plain (RFC 2045 section 5.2)."""
    main, slash, sub = kind.partition("/")
    return kind if slash and main.isascii() and main and sub else "text/plain"


# -- trees ------------------------------------------------------------------------------------------------------------------------------------


def _tree(data: bytes, headers: Headers, kind: str, given: dict[str, str], found: Text) -> None:
    part = _fast(data, headers)
    if part is None or (kind.startswith("multipart/") and not part.children):
        part = _slow(data, headers)
        if part is None:
            found.issues.append("message.too-deep")
        elif not part.children and kind.startswith("multipart/"):
            found.issues.append("message.no-boundary")
            part = None
    if part is None:
        _text(Part("text/plain", given.get("charset", ""), content=lambda: data[headers.body :]), found)
        return
    _gather(part, found, 0)


def _fast(data: bytes, headers: Headers) -> Part | None:
    """The tree by fast-mail-parser, None where it refuses."""
    from fast_mail_parser import ParseError, parse_email_tree

    start = data.find(b"\n") + 1 if headers.envelope else 0
    try:
        return _from_fast(parse_email_tree(data[start:] if start else data, mode="lazy"), 0, data.isascii())
    except ParseError:
        return None


def _from_fast(node: PyLazyMimePart, depth: int, ascii_only: bool) -> Part | None:
    """A node and those below it; None where the library would lose or refuse a text."""
    disposition = (node.disposition or "").lower()
    part = Part(node.content_type.lower(), "", node.filename, disposition, node.content_id is not None)
    if node.is_message or depth > DEEPEST:
        return part
    if part.type.startswith("multipart/"):
        for child in node.children[: MOST_PARTS + 1]:
            below = _from_fast(child, depth + 1, ascii_only)
            if below is None:
                return None
            part.children.append(below)
        return part
    if part.type == "message/delivery-status":
        part.content = lambda: node.content or b""
    elif part.type.startswith("text/") or "/" not in part.type:
        declared = next((values[0] for name, values in node.headers.items() if name.lower() == "content-type"), "")
        kind, given = parameters(declared)
        part.type, part.charset = _sound_type(kind), given.get("charset", "")
        coding = next((values[0] for name, values in node.headers.items() if name.lower() == "content-transfer-encoding"), "").lower()
        if "quoted" in coding and not ascii_only:
            return None
        if "base64" in coding:
            # Its base64 is strict and lists append footers in the clear: let the library try before anybody else does.
            from fast_mail_parser import DecodeError

            try:
                whole = node.content or b""
            except DecodeError:
                return None
            part.content = lambda: whole
        else:
            part.content = lambda: node.content or b""
    return part


def _slow(data: bytes, headers: Headers) -> Part | None:
    """The tree by the standard library, None where it runs out of stack."""
    import email
    from email import policy

    start = data.find(b"\n") + 1 if headers.envelope else 0
    try:
        return _from_slow(email.message_from_bytes(data[start:], policy=policy.compat32), 0)
    except (RecursionError, ValueError, LookupError, AssertionError, TypeError, AttributeError, IndexError, KeyError):
        return None


def _from_slow(node: Any, depth: int) -> Part:
    declared = str(node.get("content-type", "") or "")
    _kind, given = parameters(declared) if declared else (node.get_content_type(), {})
    disposition, placed = parameters(str(node.get("content-disposition", "") or ""))
    name = words(placed.get("filename", "") or given.get("name", ""))
    part = Part(node.get_content_type(), given.get("charset", ""), name, disposition, "content-id" in node)
    payload = node.get_payload()
    if isinstance(payload, list):
        if not part.type.startswith("message/") and depth <= DEEPEST:
            part.children = [_from_slow(child, depth + 1) for child in payload[: MOST_PARTS + 1]]
        return part
    coding = str(node.get("content-transfer-encoding", "") or "").lower()
    if "base64" in coding:
        part.content = lambda: transfer_decoded(str(payload or "").encode("utf-8", "surrogateescape"), "base64", [])
    else:
        part.content = lambda: node.get_payload(decode=True) or b""
    return part


# -- what is the writer's text -----------------------------------------------------------------------------------------------------------------

_NO_TEXT = frozenset({
    "text/calendar", "text/csv", "text/vcard", "text/x-vcard", "text/directory", "text/rtf", "text/css", "text/xml", "text/javascript",
    "text/rfc822-headers",
    "text/rfc822-header", "text/x-amp-html", "text/x-patch", "text/x-diff", "text/x-ms-iqy", "text/tab-separated-values", "text/watch-html",
    "text/x-web-intelligent",
})  # fmt: skip
_MARKUP = re.compile(r"\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)", re.I)
_STUB = re.compile(
    r"(?:does(?:n['’]t| not)|do not|don['’]t|can(?:no|['’])t|unable to|not able to|without)[^.]{0,60}html"
    r"|html[^.]{0,60}(?:not (?:support|display|enabled)|capable|compatible|viewer|version|format)"
    r"|(?:need|require|use|enable|switch)[^.]{0,60}html|(?:ne (?:peut|prend|supporte|permet)|sans|pas)[^.]{0,80}html"
    r"|html[^.]{0,60}(?:pas|requis|n[ée]cessaire)"
    r"|(?:view|see|read|open)[^.]{0,40}(?:in|with|using)[^.]{0,20}(?:browser|web)"
    r"|(?:voir|afficher|consulter|lire)[^.]{0,50}(?:navigateur|en ligne)",
    re.I,
)
_UU = re.compile(r"^begin [0-7]{3,4} (\S[^\n]*)\n((?:[!-`][ -`]{0,90}\n){2,})(?:[ `]?\n)?end[ \t]*(?:\n|\Z)", re.M)
_TAGS = re.compile(r"</?[A-Za-z][A-Za-z-]*>")


def _gather(part: Part, found: Text, depth: int) -> None:
    """Collects a tree's text in the order in which a reader sees it."""
    kind = part.type
    if depth > DEEPEST:
        found.issues.append("message.too-deep")
    elif kind == "multipart/alternative":
        _alternative(part, found, depth)
    elif kind == "multipart/encrypted":
        found.encrypted = True
    elif kind == "multipart/signed":
        for child in part.children:
            if "signature" not in child.type:
                _gather(child, found, depth + 1)
    elif kind.startswith("multipart/"):
        for child in part.children:
            found.parts += 1
            if found.parts > MOST_PARTS:
                found.issues.append("message.parts-cut")
                break
            _gather(child, found, depth + 1)
    elif kind.startswith("message/"):
        found.attachments.append(part.filename or kind)
        if kind == "message/delivery-status":
            found.spare.append(part)  # some hosts write their explanation here and nowhere else
    else:
        _leaf(part, found, related=depth > 0)


def _alternative(part: Part, found: Text, depth: int) -> None:
    """The plainest version that says something; an invitation among the versions makes the message an invitation."""
    versions: list[tuple[str, Text]] = []
    for child in part.children:
        one = Text()
        if child.type == "text/calendar":
            found.calendar = True
            continue
        if _only_page(child) and any(not other.rendered and not _may_be_stub(other.body) for _, other in versions):
            continue  # rendering a page that nobody reads would cost more than all the rest of a message
        _gather(child, one, depth + 1)
        found.attachments += one.attachments
        found.issues += one.issues
        found.calendar |= one.calendar
        found.encrypted |= one.encrypted
        found.spare += one.spare
        if any(piece.strip() for piece, _ in one.pieces):
            versions.append((child.type, one))
    plain = next((one for _, one in versions if not one.rendered), None)
    rich = next((one for _, one in reversed(versions) if one.rendered), None)
    if plain is not None and rich is not None and is_stub(plain.body, rich.body):
        plain = None
    chosen = plain or rich
    if chosen is not None:
        found.pieces += chosen.pieces


def is_stub(plain: str, rich: str) -> bool:
    """Whether the plain version only says that the reader cannot read HTML, or is a crumb of the other."""
    return _may_be_stub(plain) and len(rich) > 3 * len(plain.strip())


def _may_be_stub(plain: str) -> bool:
    text = plain.strip()
    return len(text) < 400 and (not any(map(str.isalnum, text)) or bool(_STUB.search(text)))


def _only_page(part: Part) -> bool:
    """Whether it is a version in HTML and nothing else that counts."""
    return part.type == "text/html" and not part.filename and not part.disposition.startswith("attachment")


def _leaf(part: Part, found: Text, *, related: bool = False) -> None:
    kind = part.type
    if kind == "text/calendar" or (kind == "application/ics" and not related):
        if not related:
            found.calendar = True
        found.attachments.append(part.filename or kind)
        if not related:
            found.spare.append(part)
    elif kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        found.encrypted = True
        found.attachments.append(part.filename or "smime.p7m")
    elif kind in ("application/ms-tnef", "application/vnd.ms-tnef") or part.filename.lower() == "winmail.dat":
        found.encrypted |= not related
        found.attachments.append(part.filename or "winmail.dat")
    elif kind.startswith("text/") and kind not in _NO_TEXT:
        if part.disposition.startswith("attachment") or (part.filename and related):
            found.attachments.append(part.filename or kind)
            found.spare.append(part)
        else:
            if part.filename:
                found.attachments.append(part.filename)
            _text(part, found)
    elif not (part.content_id and kind.startswith("image/")):
        found.attachments.append(part.filename or kind)


def _text(part: Part, found: Text) -> None:
    """A text leaf, decoded; HTML rendered; files that were typed into the text taken out."""
    data = part.content() if part.content is not None else b""
    text, kept = charset.decode(data, part.charset)
    if not kept:
        found.issues.append("message.charset")
    text = charset.lines(text)
    if part.type in ("text/html", "application/xhtml+xml") or _MARKUP.match(text):
        from entregent.sources.html import render

        found.pieces.append((render(text), True))
        return
    if part.type in ("text/enriched", "text/richtext"):
        text = _TAGS.sub("", text.replace("<<", "<"))
    if "begin " in text or "=ybegin " in text:
        text = _typed_in(text, found)
    found.pieces.append((text, False))


def _typed_in(text: str, found: Text) -> str:
    """Takes uuencoded and yEnc files out of a text, and names them."""
    if "begin " in text:
        found.attachments += [match[1].strip() for match in _UU.finditer(text)]
        text = _UU.sub("", text)
    kept, position = [], 0
    while (start := text.find("=ybegin ", position)) >= 0 and (end := text.find("\n=yend", start)) >= 0:
        line = text[start : text.find("\n", start)]
        found.attachments.append(line.partition("name=")[2].strip() or "yenc")
        kept.append(text[position:start])
        position = text.find("\n", end + 1) + 1 or len(text)
    return "".join([*kept, text[position:]]) if kept else text
