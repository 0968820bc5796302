"""Files and standard input, as the commands take them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.model.issue import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.faces.cli.screen import Screen

LARGEST_DRAFT = 64 * 1024 * 1024
"""Mail servers refuse more than half of this."""


def ledger(named: str | None) -> Path:
    """The ledger that the user means. Raises `ledger.missing` where they named one that is not there, `ledger.none` where there is none yet."""
    path = ledger_to_be(named)
    if not path.exists():
        raise Trouble("ledger.missing" if named else "ledger.none", path=str(path))
    return path


def ledger_to_be(named: str | None) -> Path:
    """The ledger that the user means, whether it exists or not."""
    from entregent.app.places import ledger as place

    return place(named)


def ledger_if_any(named: str | None) -> Path | None:
    """As `ledger`, but None where there is none yet: a draft can be checked without one."""
    path = ledger_to_be(named)
    if path.exists():
        return path
    if named:
        raise Trouble("ledger.missing", path=str(path))
    return None


def existing(paths: Sequence[str]) -> tuple[Path, ...]:
    """The paths, each of which must be there. Raises `file.missing`."""
    made = tuple(Path(path).expanduser() for path in paths)
    for path in made:
        if not path.exists():
            raise Trouble("file.missing", path=str(path))
    return made


def text_source(named: str | None, screen: Screen, invitation: str) -> Path | bytes:
    """The file to read, or what standard input holds (for `-` or nothing; a person at the terminal is invited to paste).

    Raises `file.missing`, `file.folder`, `file.unreadable`, and for what cannot be one message `draft.empty`, `draft.large`, `draft.mailbox`,
    `draft.binary`.
    """
    if named in {None, "-"}:
        data = _standard_input(screen, invitation)
        _must_be_one_message(data, "-")
        return data
    path = Path(str(named)).expanduser()
    if path.is_dir():
        raise Trouble("file.folder", path=str(path))
    try:
        size = path.stat().st_size
        if size > LARGEST_DRAFT:
            raise Trouble("draft.large", path=str(path), n=size // (1024 * 1024))
        _must_be_one_message(path.read_bytes(), str(path))
    except FileNotFoundError:
        raise Trouble("file.missing", path=str(path)) from None
    except OSError as error:
        raise Trouble("file.unreadable", path=str(path), reason=error.strerror or type(error).__name__) from None
    return path


def _standard_input(screen: Screen, invitation: str) -> bytes:
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        screen.advise(invitation)
    binary = getattr(sys.stdin, "buffer", None)
    return binary.read(LARGEST_DRAFT) if binary else sys.stdin.read(LARGEST_DRAFT).encode()


def _must_be_one_message(data: bytes, path: str) -> None:
    if not data.strip():
        raise Trouble("draft.empty", path=path)
    if data.startswith(b"From ") and b"\n\nFrom " in data.replace(b"\r\n", b"\n"):
        raise Trouble("draft.mailbox", path=path)
    head = data[:4096]
    # UTF-16 text is full of zero bytes as well, but says so at its start
    if (b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))) or head.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf")):
        raise Trouble("draft.binary", path=path)
