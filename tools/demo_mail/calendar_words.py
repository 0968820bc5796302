"""Dates as mail programs write them in English, French and Dutch, and the local time of two zones by the European rule.

The rule is written out (summer time from the last Sunday of March to the last of October, at 01:00 UTC), for a machine's zone database
may be missing or newer, and the archive must not depend on it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
}
MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
}
SHORT_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}
SHORT_DAYS = {"en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], "fr": ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]}
_WINTER = {"london": 0, "paris": 1}


def localise(local: datetime, zone: str) -> datetime:
    """A wall clock's time (naive) as an aware time with the zone's offset on that day."""
    hours = _WINTER[zone]
    turns = [_last_sunday(local.year, month) + timedelta(hours=hours) for month in (3, 10)]
    summer = turns[0] <= local < turns[1] + timedelta(hours=1)
    return local.replace(tzinfo=timezone(timedelta(hours=hours + summer)))


def seen_from(moment: datetime, zone: str) -> datetime:
    """An aware time on a clock of the zone."""
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    hours = _WINTER[zone]
    turns = [_last_sunday(plain.year, month) for month in (3, 10)]
    return moment.astimezone(timezone(timedelta(hours=hours + (turns[0] <= plain < turns[1]))))


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1)  # noqa: DTZ001  (both clocks are compared as walls show them)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def header_date(moment: datetime) -> str:
    """A Date header (RFC 5322 section 3.3)."""
    day, month = SHORT_DAYS["en"][moment.weekday()], SHORT_MONTHS["en"][moment.month - 1]
    return f"{day}, {moment.day:02d} {month} {moment:%Y %H:%M:%S %z}"


def gmail_date(moment: datetime, language: str) -> str:
    """`On Wed, 12 Jun 2024 at 10:05` as the web page of Gmail's kind writes it."""
    day, month = SHORT_DAYS[language][moment.weekday()], SHORT_MONTHS[language][moment.month - 1]
    if language == "fr":
        return f"Le {day} {moment.day} {month} {moment.year} à {moment:%H:%M}"
    return f"On {day}, {moment.day} {month} {moment.year} at {moment:%H:%M}"


def apple_date(moment: datetime, language: str) -> str:
    """`On 12 Jun 2024, at 10:05` as Apple's programs write it."""
    month = SHORT_MONTHS[language][moment.month - 1]
    if language == "fr":
        return f"Le {moment.day} {month} {moment.year} à {moment:%H:%M}"
    return f"On {moment.day} {month} {moment.year}, at {moment:%H:%M}"


def long_date(moment: datetime, language: str) -> str:
    """`12 June 2024 10:05`, `mercredi 12 juin 2024 10:05` as Outlook writes it."""
    month = MONTHS[language][moment.month - 1]
    start = "" if language == "en" else f"{DAYS[language][moment.weekday()]} "
    return f"{start}{moment.day} {month} {moment.year} {moment:%H:%M}"
