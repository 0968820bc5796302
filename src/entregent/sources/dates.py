"""Date headers: the moment in UTC and the sender's offset (RFC 5322 section 3.3, with the obsolete forms of 4.3, and what programs write)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    "fév": 2, "fev": 2, "avr": 4, "mai": 5, "jui": 6, "juin": 6, "juil": 7, "aoû": 8, "aou": 8, "déc": 12,
    "mär": 3, "okt": 10, "dez": 12, "janv": 1, "févr": 2, "sept": 9,
}  # fmt: skip
"""By the first letters. French programs write "juin" and "juil.", which only the fourth letter tells apart."""

_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180,
    "msk": 180, "ist": 330, "jst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "ast": -240, "adt": -180,
    "nst": -210, "ndt": -150, "akst": -540, "akdt": -480, "hst": -600, "brt": -180,
}  # fmt: skip
"""Minutes. Military letters are -0000 by RFC 5322 section 4.3, since RFC 822 had their signs wrong."""

_REGULAR = re.compile(
    r"\s*(?:[^\W\d]{2,9}\.?\s*,?\s*)?(\d{1,2})[\s-]+([^\W\d]{3,9})\.?[\s-]+(\d{2,4})\s*,?\s+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d+)?\s*(?:([+-])(\d{1,2}):?(\d{2})|\(?([A-Za-z]+))?"
)
_ASCTIME = re.compile(
    r"\s*(?:[^\W\d]{2,9}\.?\s*,?\s+)?([^\W\d]{3,9})\.?\s+(\d{1,2}),?\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:[A-Za-z]{1,5}\s+)?([+-]\d{4}\s+)?(\d{4})(?:\s*([+-]\d{4}))?"
)
_WRITTEN = re.compile(
    r"\s*(?:[^\W\d]{2,9}\.?\s*,?\s+)?([^\W\d]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\s*,?\s*(?:at\s+)?(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AaPp][Mm])?"
)
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)[T\s]+(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(?:([+-])(\d\d):?(\d\d)|Z)?")
EARLIEST = datetime(1980, 1, 2, tzinfo=UTC)
"""A clock that was never set says 1 January 1980 (the first day of the FAT file system; exporters write it for "no date"), in whatever zone."""


class Moment(NamedTuple):
    """`at` in UTC; `offset` of the sender's wall clock, in minutes."""

    at: datetime
    offset: int


def parse(text: str) -> Moment | None:
    """The moment that a header names, None where it names none. Years of two digits by RFC 5322 section 4.3. An impossible offset counts as none."""
    text = text[:200]
    match = _REGULAR.match(text)
    if match:
        day, month, year, hour, minute, second, sign, hours, minutes, zone = match.groups()
        number = _month(month)
        offset = (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1) if sign else _ZONES.get(zone.lower(), 0) if zone else 0
        return _build(_year(year), number, int(day), int(hour), int(minute), int(second or 0), offset)
    match = _ASCTIME.match(text)
    if match:
        month, day, hour, minute, second, early, year, late = match.groups()
        zone = (early or late or "").strip()
        return _build(int(year), _month(month), int(day), int(hour), int(minute), int(second or 0), _offset(zone))
    match = _ISO.match(text)
    if match:
        year, month, day, hour, minute, second, sign, hours, minutes = match.groups()
        offset = (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1) if sign else 0
        return _build(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), offset)
    match = _WRITTEN.match(text)
    if match:
        month, day, year, hour, minute, second, half = match.groups()
        clock = int(hour) % 12 + (12 if half.lower() == "pm" else 0) if half else int(hour)
        return _build(int(year), _month(month), int(day), clock, int(minute), int(second or 0), 0)
    return None


def plausible(moment: Moment | None, now: datetime) -> bool:
    """Whether mail can bear that date: from 2 January 1980 on, and no later than two days after `now` (clocks are wrong by a day, not by years)."""
    return moment is not None and EARLIEST <= moment.at <= now + timedelta(days=2)


def of_received(values: list[str], envelope: str, now: datetime) -> Moment | None:
    """The date by whoever carried the message: the oldest plausible Received field (the last: nearest to the sender), else the `From ` line."""
    for value in reversed(values[-50:]):
        moment = parse(value.rpartition(";")[2])
        if plausible(moment, now):
            return moment
    moment = in_envelope(envelope)
    return moment if plausible(moment, now) else None


def in_envelope(envelope: str) -> Moment | None:
    """The date of a `From ` line, behind an address of one word, of a masked one ("zoe at example.org") or of none."""
    rest = envelope[:300].lstrip(">").removeprefix("From ")
    match = re.search(r"(?:\b[A-Za-z]{3},?\s+)(?=[A-Za-z]{3}\s+\d|\d)", rest)
    return parse(rest[match.start() :]) if match else None


def _month(name: str) -> int:
    low = name.lower()
    return _MONTHS.get(low[:4]) or _MONTHS.get(low[:3]) or 0


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year < 50 else 1900)
    return year + 1900 if len(text) == 3 else year


def _offset(text: str) -> int:
    if len(text) != 5:
        return 0
    return (int(text[1:3]) * 60 + int(text[3:])) * (-1 if text[0] == "-" else 1)


def _build(year: int, month: int, day: int, hour: int, minute: int, second: int, offset: int) -> Moment | None:
    if not -24 * 60 < offset < 24 * 60 or abs(offset) > 14 * 60:
        offset = 0
    try:
        local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return Moment(local - timedelta(minutes=offset) if offset else local, offset)
    except (ValueError, OverflowError):
        return None
