"""The bytes of mail: encoded words, folding, transfer encodings, parts. Written out here and not left to `email`, because every program
has its own habits in it, and because the standard library folds differently from version to version."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from urllib.parse import quote

LIMIT = 75


def digest(*words: str) -> str:
    """Forty hexadecimal digits that stand for chance."""
    return hashlib.sha1("\0".join(words).encode()).hexdigest()


def uuid(*words: str) -> str:
    """A UUID's form made of the words."""
    text = digest(*words)
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:32]}".upper()


def encoded(text: str, charset: str = "UTF-8", method: str = "Q", *, quoted: bool = False) -> str:
    """`text` as it may stand in a header: itself where it is ASCII, else encoded words (RFC 2047) of at most 75 characters. `quoted`: a display
    name, which takes quotation marks where it holds specials."""
    if text.isascii():
        return f'"{text}"' if quoted and any(sign in text for sign in '(),.:;<>@[]"') else text
    words: list[str] = []
    piece = ""
    for sign in text:
        if piece and len(_word(piece + sign, charset, method)) > LIMIT:
            words.append(_word(piece, charset, method))
            piece = ""
        piece += sign
    return " ".join([*words, _word(piece, charset, method)])


def _word(text: str, charset: str, method: str) -> str:
    data = text.encode(charset)
    if method == "B":
        return f"=?{charset}?B?{base64.b64encode(data).decode()}?="
    plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/"
    body = "".join("_" if byte == 32 else chr(byte) if byte in plain else f"={byte:02X}" for byte in data)
    return f"=?{charset}?Q?{body}?="


def fold(name: str, value: str) -> str:
    """One header field, folded at blanks where it grows long; an id too long for the first line stands on its own, as Exchange has it."""
    if name == "Message-ID" and len(value) > LIMIT:
        return f"{name}:\n {value}"
    lines, line = [], f"{name}:"
    for word in value.split(" "):
        if len(line) + 1 + len(word) > LIMIT + 3 and line.strip() not in ("", f"{name}:"):
            lines.append(line)
            line = " " + word
        else:
            line += " " + word
    return "\n".join([*lines, line])


def ascii_only(text: str) -> bool:
    """Whether it can go out as it is: ASCII, in lines that SMTP takes (RFC 5321 section 4.5.3.1.6)."""
    return text.isascii() and all(len(line) < 998 for line in text.split("\n"))


def quoted_printable(data: bytes) -> bytes:
    """RFC 2045 section 6.7, lines of at most 76."""
    return binascii.b2a_qp(data, istext=True)


def base64_lines(data: bytes) -> bytes:
    """RFC 2045 section 6.8, lines of 76."""
    return base64.encodebytes(data)


def transfer(text: str, charset: str, method: str) -> tuple[bytes, str]:
    """A text's bytes and the name of their transfer encoding. `method`: base64, quoted-printable, 8bit, or flexible (quoted-printable where letters
    are mostly ASCII, else base64)."""
    text = text.rstrip("\n") + "\n"
    data = text.encode(charset)
    if method != "base64" and ascii_only(text) and "\n." not in text:
        return data, "7bit"
    if method == "flexible":
        method = "quoted-printable" if sum(byte > 127 for byte in data) * 6 < len(data) else "base64"
    if method == "base64":
        return base64_lines(data), method
    if method == "quoted-printable":
        return quoted_printable(data), method
    return data, "8bit"


@dataclass(frozen=True, slots=True)
class Part:
    """A body part: its header fields in order, and the encoded content."""

    fields: tuple[tuple[str, str], ...]
    content: bytes

    def data(self) -> bytes:
        """The part as it stands between boundaries."""
        head = "\n".join(f"{name}: {value}" for name, value in self.fields)
        return head.encode("ascii") + b"\n\n" + self.content


def text_part(text: str, charset: str, method: str, kind: str = "plain", extra: str = "") -> Part:
    """A text part. Falls back to UTF-8 where the charset lacks a letter, as programs do."""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        charset = "utf-8"
    content, encoding = transfer(text, charset, method)
    shown = "us-ascii" if encoding == "7bit" and method != "7bit" and kind == "plain" and text.isascii() else charset
    return Part((("Content-Type", f'text/{kind}; charset="{shown}"{extra}'), ("Content-Transfer-Encoding", encoding)), content)


def multipart(kind: str, parts: list[Part], boundary: str, extra: str = "", preamble: str = "") -> Part:
    """Several parts in one (RFC 2046 section 5.1)."""
    line = b"--" + boundary.encode()
    body = preamble.encode() + b"".join(line + b"\n" + part.data().rstrip(b"\n") + b"\n\n" for part in parts) + line + b"--\n"
    return Part((("Content-Type", f'multipart/{kind};{extra}\n boundary="{boundary}"'),), body)


def file_name(name: str, program: str) -> tuple[str, str]:
    """The name parameters of Content-Type and Content-Disposition: RFC 2231 in Thunderbird, Apple Mail and mutt, encoded words in quotation marks
    (which no RFC allows) in Gmail and Outlook."""
    if name.isascii():
        return f'; name="{name}"', f'; filename="{name}"'
    if program in ("gmail", "outlook", "outlook-web"):
        charset = "UTF-8" if program == "gmail" else "iso-8859-1"
        word = encoded(name, charset).replace("?= =?", "?=\n =?")
        return f';\n name="{word}"', f';\n filename="{word}"'
    escaped = quote(name, safe="")
    if len(escaped) < 58:
        return f";\n name*=utf-8''{escaped}", f";\n filename*=UTF-8''{escaped}"
    pieces, rest = [], escaped
    while rest:
        cut = 50 if len(rest) <= 50 or "%" not in rest[48:50] else 48 + rest[48:50].index("%")
        pieces.append(rest[:cut])
        rest = rest[cut:]
    pieces[0] = "UTF-8''" + pieces[0]
    return "", "".join(f";\n filename*{number}*={piece}" for number, piece in enumerate(pieces))
