"""The day that a request or promise names: "by Friday", "avant le 3 mai", "end of the week"."""

from __future__ import annotations

from datetime import date, timedelta

from entregent.ledger.names import fold
from entregent.ledger.patterns import Pattern

_DAYS = {
    name: number
    for number, names in enumerate(
        ("monday lundi", "tuesday mardi", "wednesday mercredi", "thursday jeudi", "friday vendredi", "saturday samedi", "sunday dimanche")
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv", "february feb fevrier fevr", "march mar mars", "april apr avril avr", "may mai", "june jun juin",
            "july jul juillet juil", "august aug aout", "september sept sep septembre", "october oct octobre", "november nov novembre",
            "december dec decembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(_DAYS)
_BY = (
    r"(?:by|before|until|till|no later than|due(?: on| by)?|closes?(?: on)?|deadline(?: is| of)?|on|this|next|"
    r"avant|d'ici(?: a)?|jusqu'(?:au|a)|au plus tard|pour|cloture|le|au|ce)"
)
_ISO = Pattern(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY_MONTH = Pattern(rf"\b(\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:of\s+)?({_MONTH})\b\.?(?:,?\s+(\d{{4}}))?")
_MONTH_DAY = Pattern(rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?")
_WEEKDAY = Pattern(rf"\b{_BY}\s+(?:the\s+|le\s+)?({_DAY})\b|\b({_DAY})\s+(?:prochain|at the latest|au plus tard)\b")
_NEAR = Pattern(r"\b(tomorrow|demain|today|aujourd'hui|tonight|ce soir|end of (?:the )?week|fin de (?:la )?semaine|this week|cette semaine)\b")


def due(text: str, written: date) -> date | None:
    """The first day named in `text`, read from the day on which it was written; None where none is, or where it is past."""
    plain = fold(text)
    found = _explicit(plain, written) or _near(plain, written) or _weekday(plain, written)
    return found if found and found >= written else None


def _explicit(plain: str, written: date) -> date | None:
    if match := _ISO.search(plain):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.search(plain):
        return _in_year(int(match[1]), _MONTHS[match[2]], match[3], written)
    if match := _MONTH_DAY.search(plain):
        return _in_year(int(match[2]), _MONTHS[match[1]], match[3], written)
    return None


def _in_year(day: int, month: int, year: str | None, written: date) -> date | None:
    if year:
        return _date(int(year), month, day)
    this = _date(written.year, month, day)
    return this if this and this >= written else _date(written.year + 1, month, day) if this and (written - this).days > 180 else this


def _near(plain: str, written: date) -> date | None:
    if not (match := _NEAR.search(plain)):
        return None
    word = match[1]
    if word in {"tomorrow", "demain"}:
        return written + timedelta(days=1)
    if "week" in word or "semaine" in word:
        return written + timedelta(days=max(0, 4 - written.weekday()))
    return written


def _weekday(plain: str, written: date) -> date | None:
    if not (match := _WEEKDAY.search(plain)):
        return None
    ahead = (_DAYS[match[1] or match[2]] - written.weekday()) % 7 or 7
    return written + timedelta(days=ahead)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
