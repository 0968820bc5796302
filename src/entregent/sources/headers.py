"""The header block: where it ends, its fields, and encoded words (RFC 5322 section 2.2, RFC 2047, RFC 2231)."""

from __future__ import annotations

import binascii
import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from entregent.sources import charset

_END = re.compile(rb"\n[ \t]*\r?\n")
_BLANKS = re.compile(rb"(?:[ \t]*\r?\n)+")
_FIELD = re.compile(rb"From |[!-9;-~]{1,60}:")
_FOLD = re.compile(r"\n[ \t]+")
_NAME = re.compile(r"[!-9;-~]+[ \t]*\Z")
_WORD = re.compile(r"=\?([^?*\s]{1,60})(?:\*[^?\s]{0,60})?\?([bBqQ])\?([^?]*)\?=")
_LENIENT = re.compile(r"=\?([^?*\s]{1,60})(?:\*[^?\s]{0,60})?\?([bBqQ])\?((?:[^?]|\?(?!=))*)\?=")
MANY = 2_000
"""Fields of one name that are kept: nobody writes as many, and time is the reader's."""

KNOWN = frozenset({
    "from", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "reply-to", "sender", "received",
    "mime-version", "content-type", "content-transfer-encoding", "content-disposition", "return-path", "delivered-to",
})  # fmt: skip


class Headers(NamedTuple):
    """The fields by lower-case name, unfolded and not yet decoded, in order; and where the body begins.

    `envelope` is the `From ` line of an mbox, "" without one. `broken`: the block did not end with an empty line.
    """

    fields: dict[str, list[str]]
    body: int
    envelope: str = ""
    broken: bool = False

    def first(self, name: str) -> str:
        """The first value of a field that is not empty, else ""."""
        return next((value for value in self.fields.get(name, ()) if value), "")


def split(data: bytes) -> Headers:
    """Reads the header block of a message. Never raises; linear in its length.

    A line that is no field ends the block (RFC 5322 forbids it; the text from there on is body), unless well-known fields follow at once: then it
    was a fold that some gateway lost.
    """
    start, envelope = _skip_envelope(data)
    if data.startswith((b"\n", b"\r\n"), start):
        return Headers({}, start + (1 if data[start] == 10 else 2), envelope)
    match = _END.search(data, start)
    while match and match.end() - match.start() > 3 and _FIELD.match(data, match.end()):
        match = _END.search(data, match.end() - 1)  # blanks alone, and fields go on: a fold (RFC 5322 section 4.2)
    end, body = (match.start() + 1, match.end()) if match else (len(data), len(data))
    block = text_of(data[start:end])
    if "\r" in block:
        block = block.replace("\r\n", "\n").replace("\r", "")
    unfolded = _FOLD.sub(" ", block) if "\n " in block or "\n\t" in block else block
    fields: dict[str, list[str]] = {}
    last: list[str] = []
    rows = unfolded.split("\n")
    for number, row in enumerate(rows):
        name, colon, value = row.partition(":")
        key = (_KEYS.get(name) or _key(name)) if colon else ""
        if key:
            kept = fields.get(key)
            if kept is None:
                last = fields[key] = [value.strip()]
            else:
                last = kept
                if len(kept) < MANY:
                    kept.append(value.strip())
        elif not row or row.startswith(">From "):
            continue
        elif last and _goes_on(rows, number):
            if len(last[-1]) < 10_000:
                last[-1] += " " + row.strip()
        else:
            return Headers(fields, _where(data, start, end, number), envelope, broken=True)
    return Headers(fields, body, envelope)


_KEYS: dict[str, str] = {}


def _key(name: str) -> str:
    """A field's name in lower case, "" where it is none. The usual ones are remembered as they were spelled."""
    if not _NAME.match(name):
        return ""
    key = name.rstrip().lower()
    if len(_KEYS) < 2_000 and len(name) < 60:
        _KEYS[name] = key
    return key


def with_line_ends(data: bytes) -> bytes:
    """Bytes whose lines end with CR alone, as old Macintosh programs wrote, with LF; others as they are."""
    first = data.find(b"\r", 0, 2_000)
    if first < 0 or data.startswith(b"\r\n", first) or data.startswith(b"\r\r\n", first) or b"\n" in data[:first]:
        return data
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def text_of(value: bytes) -> str:
    """A header's bytes as text: ASCII as a rule, UTF-8 (RFC 6532), else Windows-1252; NULs gone."""
    if value.isascii():
        text = value.decode("ascii")
    else:
        try:
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            text = "\n".join(charset.decode(line)[0] for line in value.split(b"\n"))
    return text.replace("\0", "") if "\0" in text else text


def words(value: str) -> str:
    """A header's value with its encoded words decoded (RFC 2047).

    More lenient than the RFC, as mail is: blanks inside, words that touch, a character split over two words of one charset, `?` in the
    text, words encoded twice, padding lost.
    """
    if "=?" not in value:
        return value
    decoded = _decode(value, _WORD)
    if "=?" in decoded and "?=" in decoded:
        decoded = _decode(decoded, _LENIENT)
    return decoded


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset="x"` as ("text/plain", {"charset": "x"}); RFC 2231 continuations and charsets are put together."""
    main, *rest = _semicolons(value)
    found: dict[str, str] = {}
    pieces: dict[str, dict[int, str]] = {}
    for part in rest[:200]:
        name, _, text = part.partition("=")
        name, text = name.strip().lower(), text.strip()
        if text.startswith('"'):
            text = re.sub(r"\\(.)", r"\1", text[1:-1] if text.endswith('"') and len(text) > 1 else text[1:])
        if "*" in name:
            stem, _, number = name.partition("*")
            index = number.rstrip("*")
            pieces.setdefault(stem, {})[int(index) if index.isdecimal() and len(index) < 4 else 0] = (
                "*" if number.endswith("*") or not number else ""
            ) + text
        elif name:
            found.setdefault(name, text)
    for stem, parts in pieces.items():
        found[stem] = _rfc2231([parts[index] for index in sorted(parts)])
    return main.strip().lower(), found


def _skip_envelope(data: bytes) -> tuple[int, str]:
    """Past a byte order mark, blank lines and the `From ` line that an mbox puts first."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    if data[start : start + 1] in (b"\n", b"\r", b" ", b"\t"):
        match = _BLANKS.match(data, start)
        after = match.end() if match else start
        if _FIELD.match(data, after):
            start = after
    if not data.startswith((b"From ", b">From "), start):
        return start, ""
    end = data.find(b"\n", start)
    end = len(data) if end < 0 else end
    return min(end + 1, len(data)), text_of(data[start:end]).strip()


def _goes_on(rows: list[str], number: int) -> bool:
    """Whether a well-known field follows the stray line at once."""
    following = rows[number + 1] if number + 1 < len(rows) else ""
    return following.partition(":")[0].strip().lower() in KNOWN


def _where(data: bytes, start: int, end: int, number: int) -> int:
    """The offset of the unfolded row `number`: where the body begins although no empty line says so."""
    position = start
    row = 0
    while position < end:
        following = data.find(b"\n", position, end)
        following = end if following < 0 else following + 1
        if row == number:
            return position
        position = following
        if data[position : position + 1] not in (b" ", b"\t"):
            row += 1
    return position


def _decode(value: str, pattern: re.Pattern[str]) -> str:
    pieces: list[str] = []
    pending: list[bytes] = []
    name, end = "", 0
    for match in pattern.finditer(value):
        between = value[end : match.start()]
        joined = bool(end) and not between.strip()
        if pending and not (joined and match[1].lower() == name):
            pieces.append(charset.decode(b"".join(pending), name)[0])
            pending = []
        if not joined:
            pieces.append(between)
        pending.append(_bytes(match[2], match[3]))
        name, end = match[1].lower(), match.end()
    if not end:
        return value
    pieces.append(charset.decode(b"".join(pending), name)[0])
    pieces.append(value[end:])
    return "".join(pieces).replace("\r", "").replace("\n", " ")


def _bytes(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw.replace(b"_", b" ").replace(b"\n", b" "))
    return base64_bytes(raw)


_B64 = re.compile(rb"[^A-Za-z0-9+/]+")


def base64_bytes(raw: bytes) -> bytes:
    """Base64 as far as it goes: strange characters skipped, padding supplied, a lone last character dropped."""
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        pass
    pieces = [_B64.sub(b"", piece) for piece in re.split(rb"=+", raw)]
    out = []
    for piece in pieces:
        usable = piece if len(piece) % 4 != 1 else piece[:-1]
        out.append(binascii.a2b_base64(usable + b"=" * (-len(usable) % 4)))
    return b"".join(out)


_SEMI = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^;"]|")*')


def _semicolons(value: str) -> list[str]:
    if '"' not in value:
        return value.split(";")
    parts: list[str] = []
    position = 0
    while position <= len(value) and len(parts) < 400:
        match = _SEMI.match(value, position)
        end = match.end() if match else len(value)
        parts.append(value[position:end])
        position = end + 1
    return parts


def _rfc2231(parts: list[str]) -> str:
    """`*utf-8''caf%C3%A9` and its continuations as text (RFC 2231 section 4). A leading `*` marks an encoded piece."""
    encoded = parts[0].startswith("*") and parts[0].count("'") >= 2
    if not encoded:
        return "".join(unquote_to_bytes(part[1:]).decode("utf-8", "replace") if part.startswith("*") else part for part in parts)
    name, _, rest = parts[0][1:].split("'", 2)
    data = unquote_to_bytes(rest) + b"".join(unquote_to_bytes(part[1:]) if part.startswith("*") else part.encode() for part in parts[1:])
    return charset.decode(data, name)[0]
