"""From the bytes of a message to a parcel: what the workers of an import do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from entregent.ledger import handle
from entregent.model.mail import Raw
from entregent.sources import fingerprint, stays_out
from entregent.sources import parse as read
from entregent.store.codec import labels
from entregent.store.parcel import Parcel, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.issue import Issue
    from entregent.sources import Exclusion


class Setting(NamedTuple):
    """What holds for the whole import. `now`: dates later than two days after it are not believed. `until`: nothing dated after this ordinal
    is kept."""

    exclusion: Exclusion
    now: datetime
    until: int | None = None


class Parsed(NamedTuple):
    """A message made ready, or why it is left out."""

    folder: str
    labels: str
    parcel: Parcel | None
    reason: str
    issues: tuple[Issue, ...]


def parse(setting: Setting, items: Sequence[tuple[bytes, str, str, int, tuple[str, ...]]]) -> list[Parsed]:
    """Parse the fields of Raws. Never fails on a message."""
    return [_parse(setting, Raw(*item)) for item in items]


def _parse(setting: Setting, raw: Raw) -> Parsed:
    marks = labels(raw.labels)
    reason = stays_out(raw)
    if reason:
        return Parsed(raw.folder, marks, None, reason, ())
    message, issues = read(raw, now=setting.now)
    if setting.exclusion.reason(message, raw):
        return Parsed("", "", None, "excluded", ())
    content = "\x00".join((fingerprint(message), *message.attachments))
    parcel = pack(message, handle, content, own_id=not message.id.endswith("@entregent.invalid"))
    if setting.until is not None and parcel.day is not None and parcel.day > setting.until:
        return Parsed(raw.folder, marks, None, "later", issues)
    return Parsed(raw.folder, marks, parcel, "", issues)


def present() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)
