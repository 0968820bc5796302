"""Bytes to text, in our own order: the declared charset strictly, then UTF-8, then Windows-1252.

Mail programs declare wrongly more often than they write wrongly, so a charset is taken at its word only where the bytes bear it out.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_ALIASES = {
    "utf8mb4": "utf-8", "utf8mb3": "utf-8", "unicode-1-1-utf-8": "utf-8", "x-utf-8": "utf-8", "unicode-1-1-utf-7": "utf-7",
    "ansi_x3.4-1968": "us-ascii", "iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "iso-8859-6-i": "iso-8859-6",
    "x-sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc-jp", "x-gbk": "gbk",
    "gb2312": "gb18030", "gbk": "gb18030", "x-x-big5": "big5", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman", "x-cp1252": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "iso_8859-1": "cp1252", "l1": "cp1252", "iso-8859-9": "cp1254", "tis-620": "cp874", "unicode": "utf-16", "ucs-2": "utf-16",
}  # fmt: skip
"""Names that Python does not know, and those of which programs really write the superset (WHATWG Encoding, section 4.2)."""

_NO_TEXT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "unicode-escape", "raw-unicode-escape"})
_SILENT = frozenset(
    {"", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "unknown", "utf-8", "utf8", "7bit", "8bit", "binary", "default", "default_charset"}
)
_KNOWN = re.compile(
    r"utf-?(?:7|8|16(?:le|be)?|32)|iso[-_]?8859-\d{1,2}|windows-\d{3,4}|cp-?\d{3,4}|koi8-[ru]|us-ascii|euc-(?:jp|kr)|gb(?:k|2312|18030)|big5", re.I
)


@lru_cache(maxsize=256)
def codec(declared: str) -> str:
    """The Python codec for a declared charset, "" where it says nothing useful ("x-unknown", us-ascii, garbage)."""
    name = declared.strip(" \t\r\n\"'").lower()
    if name.startswith("charset="):
        name = name[8:].strip("\"'")
    for attempt in (name, *(match.group().lower() for match in _KNOWN.finditer(name))):
        if attempt in _SILENT:
            return ""
        attempt = _ALIASES.get(attempt, re.sub(r"^cp-", "cp", attempt))  # noqa: PLW2901
        try:
            b"".decode(attempt)  # refuses codecs that do not make text ("hex")
            found = codecs.lookup(attempt).name
        except (LookupError, ValueError, UnicodeError):
            continue
        if found not in _NO_TEXT:
            return found
    return ""


def decode(data: bytes, declared: str = "") -> tuple[str, bool]:
    """The text of `data`, and whether the charset that was declared could be kept to. Never raises.

    The last resort, Windows-1252 with its five holes taken as Latin-1, cannot fail.
    """
    if data.isascii() and (not declared or codec(declared) in _ASCII_SAFE):
        return (data.decode("ascii"), True) if b"\0" not in data else _with_nuls(data)
    marked = _by_mark(data)
    if marked is not None:
        return marked, True
    name = codec(declared) if declared else ""
    if name:
        if name == "utf-16" and len(data) > 1:
            name = _byte_order(data)
        try:
            return _sound(data.decode(name)), True
        except (UnicodeError, ValueError, LookupError):
            pass
    if b"\0" in data:
        return _with_nuls(data)
    try:
        return data.decode("utf-8"), not name
    except UnicodeDecodeError:
        return western(data), name == "cp1252" or (not name and codec(declared) == "" and not _says_unicode(declared))


def western(data: bytes) -> str:
    """Windows-1252, whose five undefined bytes are taken as Latin-1 takes them."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return (
            "".join(bytes([byte]).decode("cp1252") if byte not in _HOLES else chr(byte) for byte in data) if len(data) < 4096 else _western_long(data)
        )


def lines(text: str) -> str:
    """CRLF, and the CR alone of old Macintosh programs, as LF."""
    if "\r" not in text:
        return text
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


_HOLES = frozenset(b"\x81\x8d\x8f\x90\x9d")
_ASCII_SAFE = frozenset(
    {"", "cp1252", "utf-8", "iso8859-15", "iso8859-2", "mac-roman", "koi8-r", "gb18030", "cp949", "big5", "euc_jp", "cp1250", "cp1251", "cp1254"}
)


def _western_long(data: bytes) -> str:
    return data.decode("cp1252", errors="replace") if not any(hole in data for hole in _HOLES) else data.decode("latin-1").translate(_C1)


_C1 = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _HOLES}


def _says_unicode(declared: str) -> bool:
    return declared.strip("\"' ").lower() in {"utf-8", "utf8", "utf8mb4"}


def _by_mark(data: bytes) -> str | None:
    """Text that begins with a byte order mark says itself what it is."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return _sound(data[len(mark) :].decode(name))
            except UnicodeError:
                return None
    return None


def _byte_order(data: bytes) -> str:
    """UTF-16 without a mark is big-endian by RFC 2781, and little-endian by habit: the side with the NULs tells, for Western text."""
    sample = data[:2000]
    return "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def _with_nuls(data: bytes) -> tuple[str, bool]:
    """NULs in text: UTF-16 that nobody declared, or rubbish, which is shown as U+FFFD so that offsets stay."""
    sample = data[:4000]
    few, many = sorted((sample[::2].count(0), sample[1::2].count(0)))
    if len(sample) > 3 and many * 3 > len(sample) and few * 20 < len(sample):
        try:
            return _sound(data[: len(data) // 2 * 2].decode(_byte_order(data))), False
        except UnicodeError:
            pass
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = western(data)
    return text.replace("\0", "�"), False


def _sound(text: str) -> str:
    """Without lone surrogates (UTF-7 and broken UTF-16 make them) and NULs, which neither a database nor a terminal takes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "�") if "\0" in text else text
