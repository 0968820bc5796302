"""Reading a container, message by message: the bytes as they lay, lazily, in constant memory."""

from __future__ import annotations

import os
import plistlib
import re
import stat
import tarfile
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import IO, TYPE_CHECKING
from xml.parsers.expat import ExpatError

from entregent.model.issue import Issue
from entregent.model.mail import Raw
from entregent.sources import folders, mbox
from entregent.sources.containers import (
    ARCHIVES,
    FOREIGN,
    SNIFF,
    Container,
    folder_of_mbox,
    is_message_name,
    is_packed,
    looks_mail,
    looks_mbox,
    message_files,
    open_packed,
)  # fmt: skip
from entregent.sources.messages import ARCHIVED_LIST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from lzma import LZMAError
    from typing import Self

_PIPERMAIL = re.compile(rb"From [^\s@]+ (?:at|@end\|ng \|rom) |From [^\n]*@end\|ng \|rom ")
_OBSCURED = re.compile(rb"^From: [^\n<@]+ at [^\n<@]+ \(", re.M)
_LIST_FILE = re.compile(r"\d{4}-(?:[A-Z][a-z]+|\d\d|q\d|\d{8})\.(?:txt|mbox)(?:\.gz)?\Z")


def read(container: Container, *, start: int = 0, known: Collection[str] = ()) -> Iterator[Raw | Issue]:
    """The messages of a container in the order in which they lie, and what could not be read.

    `start`: the offset in an mbox from which to go on (`containers.resume` gives it). `known`: for `maildir` and `files`, the keys
    (`key_of(raw.path)`) of messages
    read before, whose files are then not opened.
    """
    try:
        if container.kind == "mbox":
            yield from _mbox(container, start)
        elif container.kind in ("maildir", "files"):
            yield from _files(container, known)
        elif container.kind == "file":
            yield from _packed_file(container)
        elif container.kind == "zip":
            yield from _zip(container)
        else:
            yield from _tar(container)
    except (OSError, EOFError, zlib.error, _lzma_error(), zipfile.BadZipFile, tarfile.TarError, RuntimeError, NotImplementedError) as error:
        encrypted = isinstance(error, RuntimeError) and "encrypted" in str(error)
        yield Issue("source.encrypted" if encrypted else "source.broken", container.path, (("error", type(error).__name__),))


def key_of(path: str) -> str:
    """What stays the same of a message file's path when its flags change or it moves from `new` to `cur`."""
    folder, name = os.path.split(path)
    place, last = os.path.split(folder)
    return os.path.join(place, folders.maildir_key(name)) if last in ("cur", "new") else path


def weigh(container: Container) -> int:
    """The bytes that a container holds, for progress: a look at each file of a directory."""
    if container.kind not in ("maildir", "files"):
        return container.size
    total = 0
    for entry in message_files(container):
        try:
            total += entry.stat().st_size
        except OSError:
            continue
    return total


# -- mbox --------------------------------------------------------------------------------------------------------------------------------------


def _mbox(container: Container, start: int) -> Iterator[Raw | Issue]:
    with open_packed(Path(container.path)) as stream:
        if start:
            stream.seek(start)
        yield from _slices(stream, container.path, container.folder, start)


def _slices(stream: IO[bytes], path: str, folder: str, start: int = 0) -> Iterator[Raw | Issue]:
    archived: tuple[str, ...] | None = None
    for piece in mbox.split(stream, start):
        if archived is None:
            archived = (ARCHIVED_LIST,) if _is_list_archive(piece.data, path) else ()
        if not piece.data.startswith(b"From "):
            yield Issue("source.not-mail", path, (("kind", "text before the first message"), ("count", "1")))
            if not looks_mail(piece.data[:SNIFF]):
                continue
        if piece.cut:
            yield Issue("message.cut", path, (("position", str(piece.position)), ("limit", str(mbox.LARGEST))))
        yield Raw(piece.data, path, folder, piece.position, folders.labels_of(piece.data) + archived)


def _is_list_archive(first: bytes, path: str) -> bool:
    """Whether an mbox is a list's public archive as Mailman's pipermail writes it: monthly files, addresses masked, list headers gone."""
    if _PIPERMAIL.match(first) or _OBSCURED.search(first[:2000]):
        return True
    return bool(_LIST_FILE.match(os.path.basename(path))) and b"\nReceived:" not in first[:4000] and b"\nTo:" not in first[:4000]


# -- files of one message -----------------------------------------------------------------------------------------------------------------------


def _files(container: Container, known: Collection[str]) -> Iterator[Raw | Issue]:
    others: Counter[str] = Counter()
    maildir = container.kind == "maildir"
    for entry in message_files(container):
        name = entry.name
        if known and key_of(entry.path) in known:
            continue
        if not maildir and not is_message_name(name) and not _worth_a_look(entry):
            continue
        try:
            data = _whole(entry.path)
        except IsADirectoryError:
            continue
        except OSError:
            yield Issue("source.loop" if entry.is_symlink() else "source.unreadable", entry.path)
            continue
        yield from _message(data, entry.path, container.folder, folders.maildir_labels(name) if maildir else (), others)
    for kind, count in sorted(others.items()):
        yield Issue("source.not-mail", container.path, (("kind", kind), ("count", str(count))))


def _worth_a_look(entry: os.DirEntry[str]) -> bool:
    """Files that `find` has put elsewhere or counted already are passed over here."""
    from entregent.sources.containers import is_companion

    name = entry.name.lower()
    if is_companion(entry.name) or name.endswith(ARCHIVES) or is_packed(name) or name[name.rfind(".") :] in FOREIGN or not entry.is_file():
        return False
    try:
        with open(entry.path, "rb") as stream:
            head = stream.read(SNIFF)
    except OSError:
        return False
    return looks_mail(head) and not looks_mbox(head)


def _whole(path: str) -> bytes:
    """A file's bytes, one more than LARGEST at most. Devices and pipes are no files."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise IsADirectoryError(path)
        data = os.read(descriptor, min(status.st_size, mbox.LARGEST) + 1)
        if len(data) <= min(status.st_size - 1, mbox.LARGEST):
            with open(path, "rb") as stream:
                data = stream.read(mbox.LARGEST + 1)
        return data
    finally:
        os.close(descriptor)


def _message(data: bytes, path: str, folder: str, labels: tuple[str, ...], others: Counter[str]) -> Iterator[Raw | Issue]:
    """One file that should be a message, and may be empty, too large, something else, or an mbox with a message's name."""
    if not data.strip():
        yield Issue("source.empty", path)
        return
    if len(data) > mbox.LARGEST:
        yield Issue("message.cut", path, (("position", "0"), ("limit", str(mbox.LARGEST))))
        data = data[: mbox.LARGEST]
    if path.lower().endswith(".emlx"):
        data, more = emlx(data)
        labels += more
    if b"\0" in data[:64] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        others[_ending(path)] += 1
        return
    if data.startswith(b"From ") and data.find(b"\nFrom ") > 0:
        import io

        yield from _slices(io.BytesIO(data), path, folder)
        return
    yield Raw(data, path, folder, 0, labels + folders.labels_of(data))


def _ending(path: str) -> str:
    name = os.path.basename(path)
    return name[name.rfind(".") :].lower() if "." in name else name


_EMLX_FLAGS = {1: "deleted", 6: "draft", 24: "junk"}


def emlx(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Apple Mail's file: a line with the message's length in bytes, the message, a property list whose `flags` are bits.

    Gives the message and its labels (bit 1 deleted, 6 draft, 24 junk)."""
    line, _, rest = data.partition(b"\n")
    count = line.strip()
    if not count.isdigit() or len(count) > 12:
        return data, ()
    length = int(count)
    message, trailer = rest[:length], rest[length:]
    try:
        flags = plistlib.loads(trailer[trailer.find(b"<?xml") :]).get("flags", 0) if b"<plist" in trailer else 0
    except (ValueError, ExpatError, plistlib.InvalidFileException, AttributeError, OverflowError, KeyError, TypeError, IndexError):
        flags = 0
    bits = flags if isinstance(flags, int) else 0
    return message, tuple(label for bit, label in _EMLX_FLAGS.items() if bits >> bit & 1)


def _packed_file(container: Container) -> Iterator[Raw | Issue]:
    with open_packed(Path(container.path)) as stream:
        data = stream.read(mbox.LARGEST + 1)
    name = container.path[: container.path.rfind(".")] if is_packed(container.path) else container.path
    labels = folders.maildir_labels(name)
    others: Counter[str] = Counter()
    for item in _message(data, name, container.folder, labels, others):
        yield item if isinstance(item, Issue) else Raw(item.data, container.path, item.folder, item.position, item.labels)
    for kind, count in others.items():
        yield Issue("source.not-mail", container.path, (("kind", kind), ("count", str(count))))


# -- archives ----------------------------------------------------------------------------------------------------------------------------------


def _zip(container: Container) -> Iterator[Raw | Issue]:
    others: Counter[str] = Counter()
    with zipfile.ZipFile(container.path) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            if not _may_be_mail(member.filename):
                others[_ending(member.filename)] += 1
                continue
            try:
                with archive.open(member) as stream:
                    yield from _member(stream, container, _zip_name(member), others)
            except (OSError, EOFError, zlib.error, _lzma_error(), zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
                encrypted = bool(member.flag_bits & 1)
                yield Issue(
                    "source.encrypted" if encrypted else "source.broken", f"{container.path}!/{member.filename}", (("error", type(error).__name__),)
                )
    yield from _told(container, others)


def _zip_name(member: zipfile.ZipInfo) -> str:
    """Zip writers that do not say UTF-8 often write it all the same."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _tar(container: Container) -> Iterator[Raw | Issue]:
    """A tar as a stream, so that a packed one is unpacked once, from front to back."""
    others: Counter[str] = Counter()
    with _Ending(Path(container.path)) as file, tarfile.open(fileobj=file, mode="r|") as archive:  # type: ignore[call-overload]  # it reads, and nothing else
        for member in archive:
            if not member.isfile():
                if not member.isdir():
                    others["link"] += 1
                continue
            if not _may_be_mail(member.name):
                others[_ending(member.name)] += 1
                continue
            stream = archive.extractfile(member)
            if stream is not None:
                yield from _member(stream, container, member.name, others)
            archive.members = []  # else the list of members grows with the archive
        if not file.complete:
            yield Issue("source.broken", container.path, (("error", "EOFError"),))
    yield from _told(container, others)


class _Ending:
    """A tar's bytes, unpacked. tarfile takes an archive that breaks off between two members for one that ends there; POSIX (pax, ustar) has it end in
    blocks of zeros."""

    def __init__(self, path: Path) -> None:
        self._stream = _unpacked_tar(path)
        self._last = b""

    @property
    def complete(self) -> bool:
        """Whether the last whole block that was read is one of zeros."""
        return len(self._last) == tarfile.BLOCKSIZE and not any(self._last)

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._last = (self._last + data)[-tarfile.BLOCKSIZE :]
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()


def _unpacked_tar(path: Path) -> IO[bytes]:
    """By what the file begins with, not by its name: "mail.tgz" may be anything."""
    with path.open("rb") as file:
        head = file.read(6)
    if head.startswith(b"\x1f\x8b"):
        import gzip

        return gzip.open(path, "rb")  # type: ignore[return-value]
    if head.startswith((b"\xfd7zXZ\0", b"\x5d\0\0")):
        import lzma

        return lzma.open(path, "rb")
    if head.startswith(b"BZh"):
        import bz2

        return bz2.open(path, "rb")
    return path.open("rb")


def _told(container: Container, others: Counter[str]) -> Iterator[Issue]:
    for kind, count in sorted(others.items()):
        yield Issue(FOREIGN.get(kind, "source.not-mail"), container.path, (("kind", kind), ("count", str(count))))


def _may_be_mail(name: str) -> bool:
    from entregent.sources.containers import is_companion

    base = name.rpartition("/")[2]
    if "/cur/" in name or "/new/" in name:
        return True
    return is_message_name(base) or not (is_companion(base) or _ending(base) in FOREIGN)


def _member(stream: IO[bytes], container: Container, name: str, others: Counter[str]) -> Iterator[Raw | Issue]:
    """A member of an archive: an mbox, or a file of one message."""
    path = f"{container.path}!/{name}"
    unpacked = _unpacked(stream, name)
    head = unpacked.read(SNIFF)
    if not head.strip():
        yield Issue("source.empty", path)
        return
    rest = _Joined(head, unpacked)
    parts = name.split("/")
    if looks_mbox(head):
        folder = "/".join(_folder_parts(parts[:-1]))
        yield from _slices(rest, path, folder_of_mbox(Path(name), folder))  # type: ignore[arg-type]
        return
    base = parts[-1]
    maildir = len(parts) > 1 and parts[-2] in ("cur", "new")
    if not (maildir or looks_mail(head) or is_message_name(base)):
        others[_ending(base)] += 1
        return
    folder = "/".join(_folder_parts(parts[:-2] if maildir else parts[:-1]))
    if maildir and folder.lower() in ("", "maildir", ".maildir"):
        folder = "INBOX"
    yield from _message(rest.read(mbox.LARGEST + 1), path, folder, folders.maildir_labels(base) if maildir else (), others)


def _folder_parts(parts: list[str]) -> list[str]:
    """The mail folder within an archive, without what an archive puts around it (Takeout/Mail, maildir/user)."""
    from entregent.sources.containers import part_of_folder

    named = [piece for part in parts if part not in ("", ".") for piece in part_of_folder(part)]
    if named and named[0].lower() == "takeout":
        return named[2:]
    return named[1:] if len(named) > 1 else named


def _unpacked(stream: IO[bytes], name: str) -> IO[bytes]:
    low = name.lower()
    if low.endswith(".gz"):
        import gzip

        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    if low.endswith((".xz", ".lzma")):
        import lzma

        return lzma.LZMAFile(stream)
    if low.endswith(".bz2"):
        import bz2

        return bz2.BZ2File(stream)
    return stream


class _Joined:
    """What was read of a stream that cannot be rewound, and the rest of it."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self.head = head
        self.stream = stream

    def read(self, size: int) -> bytes:
        if self.head:
            head, self.head = self.head, b""
            return head + self.stream.read(max(0, size - len(head)))
        return self.stream.read(size)


def _lzma_error() -> type[LZMAError]:
    from lzma import LZMAError

    return LZMAError
