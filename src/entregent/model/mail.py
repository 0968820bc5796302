"""Mail as it was read: where the bytes lay, and what they say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["personal", "list", "machine", "calendar"]
"""`personal`: written by a person to persons. `list`: distributed by a mailing list (List-Id, List-Post, Precedence: list).
`machine`: sent by a program or in bulk (Auto-Submitted, Precedence: bulk, newsletters, no-reply, bounces).
`calendar`: an invitation or its answer, nothing but."""


class Address(NamedTuple):
    """One mailbox of a header. `email` is lower-cased and may be empty (Enron writes names alone); `name` is decoded."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one message and where they lay.

    `path` is the file (an archive's member as `archive.zip!/member`), `folder` the mail folder that the reader of the mailbox
    would name ("Sent", "inbox"), `position` the byte offset in an mbox. `labels` are decoded (X-Gmail-Labels) or
    come from flags ("draft", "deleted").
    """

    data: bytes
    path: str
    folder: str = ""
    position: int = 0
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One message, parsed.

    `id`: the Message-ID without angle brackets or, where there is none (or an unusable one), a stable id from the content
    (`sha256-...@entregent.invalid`). `date`: UTC; None where the header has none or an absurd one (before 2 January 1980, or later than two
    days after the import). `offset`: the sender's UTC offset in minutes. `body`: the decoded text/plain part with CRLF as LF, not
    otherwise normalised; of an HTML-only message the rendering, then `rendered` is true. `in_reply_to`, `references`:
    ids without brackets. `languages` is left to the language room.
    """

    id: str
    date: dt.datetime | None
    offset: int
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    body: str
    bcc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    kind: Kind = "personal"
    list_id: str = ""
    rendered: bool = False
    encrypted: bool = False
    attachments: tuple[str, ...] = ()
    written_by: Address | None = None
    """The Sender header where it differs from From: a delegate who writes for the owner."""
    labels: tuple[str, ...] = ()
    folder: str = ""
    path: str = ""

    @property
    def day(self) -> dt.date | None:
        """The sender's local date, or None without a date."""
        return self.date and local_day(self.date, self.offset)


def local_day(moment: dt.datetime, offset: int) -> dt.date:
    """The date on the sender's wall: `moment` shifted to the UTC offset in minutes that their mail program wrote."""
    return moment.astimezone(dt.timezone(dt.timedelta(minutes=offset))).date()
