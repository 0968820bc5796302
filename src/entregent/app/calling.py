"""What the caller of a check hands over, made into values; Trouble for what cannot be meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from entregent import sources
from entregent.model.issue import Trouble
from entregent.model.mail import Address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.mail import Message

STAGES = ("stranger", "new", "established", "close", "dormant")
LANGUAGES = ("en", "fr")


def as_date(value: str | dt.date) -> dt.date:
    """An ISO date; Trouble("date.bad") for anything else."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value).date()
    except ValueError:
        raise Trouble("date.bad", value=value) from None


def as_since(value: str | dt.date) -> dt.date:
    """As `as_date`, and a year or a month stand for their first day ("2012", "2012-05"); Trouble("since.bad")."""
    if isinstance(value, dt.date):
        return as_date(value)
    text = value.strip()
    try:
        return as_date(text + "-01" * (2 - text.count("-")) if 4 <= len(text) <= 7 else text)
    except Trouble:
        raise Trouble("since.bad", value=value) from None


def as_stage(value: str | None) -> str | None:
    """A stage of the catalogue; Trouble("stage.bad")."""
    if value is not None and value not in STAGES:
        raise Trouble("stage.bad", value=value, known=", ".join(STAGES))
    return value


def as_language(value: str | None) -> str | None:
    """A language that is read; Trouble("language.bad")."""
    if value is not None and value not in LANGUAGES:
        raise Trouble("language.bad", value=value, known=", ".join(LANGUAGES))
    return value


def as_paths(value: str | Path | Sequence[str | Path]) -> list[Path]:
    """One path or several."""
    return [Path(value)] if isinstance(value, (str, Path)) else [Path(path) for path in value]


def as_addresses(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Bare addresses, lower-cased, of one mailbox or several: `Nina <nina@roth.example>` is nina@roth.example."""
    given = () if value is None else (value,) if isinstance(value, str) else value
    return tuple(mailbox(one).email or one.strip().lower() for one in given if one.strip())


def mailbox(text: str) -> Address:
    """`Ruth Okafor <ruth@okafor.example>`, an address or a name alone."""
    plain = " ".join(text.split())
    if "@" not in plain:
        return Address(plain, "")
    name, _, rest = plain.rpartition("<")
    return Address(name.strip(" \"'"), rest.strip("<> ").lower())


def message_of(draft: str | bytes | Path) -> Message:
    """The draft as a message: a str is its body, bytes an .eml or plain text, a Path a file of either. Trouble where nothing can be read."""
    name = "-"
    if isinstance(draft, Path):
        name = str(draft)
        message, _ = sources.parse_draft(_bytes(draft), draft.name)
    elif isinstance(draft, bytes):
        message, _ = sources.parse_draft(draft, "")
    else:
        message, _ = sources.parse_draft(b"", "draft.txt")
        message = replace(message, body=_sound(draft))
    if not message.body.strip():
        raise Trouble("draft.empty", path=name)
    return message


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Trouble("file.missing", path=str(path)) from None
    except IsADirectoryError:
        raise Trouble("file.folder", path=str(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise Trouble("file.unreadable", path=str(path), reason=getattr(error, "strerror", None) or type(error).__name__) from None


def _sound(text: str) -> str:
    """LF for the ends of lines, and U+FFFD for lone surrogates, one for one, so that offsets stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    try:
        plain.encode()
    except UnicodeEncodeError:
        plain = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= letter <= "\udfff" else letter for letter in plain)
    return plain
