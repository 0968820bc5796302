"""What lies at a path: finding the containers of mail, and telling whether one has changed, without reading them."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from entregent.model.issue import Issue
from entregent.sources import folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOREIGN = {
    ".pst": "source.pst",
    ".ost": "source.ost",
    ".olm": "source.olm",
    ".nsf": "source.nsf",
    ".dbx": "source.dbx",
    ".msg": "source.msg",
    ".mbs": "source.mbs",
}
"""Formats that are answered with how to export from them."""

_MAGIC = {
    b"!BDN": "source.pst",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "source.msg",
    b"\xcf\xad\x12\xfe": "source.dbx",
    b"\x1a\x00\x00\x04\x00\x00": "source.nsf",
}
"""What these formats begin with, whatever the file is called."""

PACKED = {".gz": "gz", ".xz": "xz", ".bz2": "bz2", ".lzma": "xz"}
ARCHIVES = (".tgz", ".tar", ".tar.gz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".tbz", ".zip")
_MESSAGE_NAME = re.compile(r"\d+[._]?\Z|.*\.(?:eml|emlx|mht|mhtml|rfc822|mail)\Z", re.I)
_HOUSEKEEPING = re.compile(r"maildirfolder|maildirsize|dovecot[-.].*|subscriptions|courier[a-z]*", re.I)
"""What mail stores keep for themselves: nobody takes it for mail, so that it is not worth a word in a report."""
_COMPANION = re.compile(
    r".*\.(?:msf|dat|html?|sqlite(?:-wal|-shm)?|db|json|js|css|png|jpe?g|gif|svg|ico|pdf|docx?|xlsx?|pptx?|odt|ods|csv|vcf|ics|plist|log|lock|index|cache|exe|mp[34]|mov|wav|tiff?|webp)\Z"
    r"|\.|\..*|~.*|.*~",
    re.I,
)
_FIRST_FIELD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:>?From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,80}[ \t]*:[^\n]*(?:\n|\Z))")
_MAIL_FIELD = re.compile(
    rb"(?:^|\n)(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|x-[!-9;-~]{1,60}|delivered-to|reply-to|sender|content-type)"
    rb"[ \t]*:",
    re.I,
)
_MONTHLY = re.compile(r"\d{4}-?(?:[A-Z][a-z]+|\d\d|q\d|\d{8})?\Z")
SNIFF = 4096


@dataclass(frozen=True, slots=True)
class Container:
    """Something that holds messages.

    `kind`: `mbox`, `maildir` (one folder: its cur and new), `files` (a directory of message files), `file` (one message), `zip`, `tar`.
    `folder`: the mail folder's name as its reader would say it, "" where labels or members tell. `size`: bytes, 0 for a directory
    (`weigh` counts them).
    `stamp` changes whenever the content may have; an mbox's also says whether it has merely grown (`resume`).
    """

    path: str
    kind: str
    folder: str
    size: int
    stamp: str


class _Found(NamedTuple):
    containers: list[Container]
    issues: list[Issue]
    others: Counter[str]
    seen: set[tuple[int, int]]


def find(paths: Sequence[Path]) -> tuple[tuple[Container, ...], tuple[Issue, ...]]:
    """The containers at and below `paths`, in a stable order, and what is no mail, counted by kind.

    Links are followed, each directory once. Costs a listing of each directory and the first bytes of each file of unknown name; messages are
    not opened, so that 20,000 unchanged files are recognised in a few hundredths of a second.
    """
    found = _Found([], [], Counter(), set())
    for path in paths:
        before = len(found.containers), len(found.issues)
        others = found.others.copy()
        _visit(path, found)
        _tell_others(path, found, others)
        if (len(found.containers), len(found.issues)) == before:
            found.issues.append(Issue("source.nothing", str(path)))
    return tuple(found.containers), tuple(found.issues)


def _tell_others(path: Path, found: _Found, before: Counter[str]) -> None:
    for kind, count in sorted((found.others - before).items()):
        found.issues.append(Issue("source.not-mail", str(path), (("kind", kind), ("count", str(count)))))


def _visit(path: Path, found: _Found) -> None:
    try:
        status = path.stat()
    except OSError as error:
        looping = path.is_symlink()
        found.issues.append(
            Issue("source.loop" if looping else "source.missing" if isinstance(error, FileNotFoundError) else "source.unreadable", str(path))
        )
        return
    if stat.S_ISDIR(status.st_mode):
        waiting: list[_Place] = [_Place(path, (), path.resolve().name)]
        while waiting:
            waiting += reversed(_directory(waiting.pop(), found))
    else:
        _file(path, path.name, status, "", found, alone=True)


class _Place(NamedTuple):
    """A directory to visit; `parts` of its mail folder's name; `top` what to call it where that is empty."""

    path: Path
    parts: tuple[str, ...]
    top: str


def _directory(place: _Place, found: _Found) -> list[_Place]:
    """Sorts a directory in; returns those below it."""
    path, parts, top = place
    try:
        status = path.stat()
        if _again(status, found):
            found.issues.append(Issue("source.loop", str(path)))
            return []
        entries = sorted(os.scandir(path), key=attrgetter("name"))
    except OSError:
        found.issues.append(Issue("source.unreadable", str(path)))
        return []
    names = {entry.name for entry in entries}
    if "cur" in names and ("new" in names or "tmp" in names) and (path / "cur").is_dir():
        found.containers.append(_maildir(path, "/".join(parts) or _root_name(path, names, top)))
        entries = [entry for entry in entries if entry.name not in ("cur", "new", "tmp")]
    directories, files = _sorted_out(entries, found)
    rest = [entry for entry in files if not is_message_name(entry.name)]
    folder = "/".join(parts)
    loose = False
    for entry in rest:
        loose |= _file(Path(entry.path), entry.name, None, folder, found, alone=False)
    messages = len(files) > len(rest)
    if messages or loose:
        found.containers.append(Container(str(path), "files", folder or top, 0, _stamp_of_files(files)))
    only = not messages and not loose and not parts and len(directories) == 1 and not rest
    return [
        _Place(
            Path(entry.path), () if only else (*parts, *part_of_folder(entry.name)), ("/".join(part_of_folder(entry.name)) or top) if only else top
        )
        for entry in sorted(directories, key=lambda entry: _natural(entry.name))
    ]


def _sorted_out(entries: list[os.DirEntry[str]], found: _Found) -> tuple[list[os.DirEntry[str]], list[os.DirEntry[str]]]:
    directories, files = [], []
    for entry in entries:
        try:
            if entry.is_dir():
                directories.append(entry)
            elif entry.is_file():
                files.append(entry)
            else:
                found.issues.append(Issue("source.loop" if entry.is_symlink() else "source.unreadable", entry.path))
        except OSError:
            found.issues.append(Issue("source.loop" if entry.is_symlink() else "source.unreadable", entry.path))
    return directories, files


def part_of_folder(name: str) -> tuple[str, ...]:
    """A directory's contribution to the folder's name: Thunderbird's `.sbd`, Apple's `.mbox` and `Messages`, Maildir++'s dots."""
    low = name.lower()
    if low in ("messages", "attachments", "data") or re.fullmatch(r"[0-9A-F]{8}-[0-9A-F-]{27}|\d", name):
        return ()
    if low.endswith((".sbd", ".mbox", ".imapmbox")):
        return (name.rpartition(".")[0],)
    if name.startswith(".") and len(name) > 1:
        return tuple(folders.maildir_folder(name).split("/"))
    return (name,)


def _root_name(path: Path, names: set[str], top: str) -> str:
    """A Maildir at the top is the inbox where it has subfolders or the usual name, else a folder of its own."""
    if path.name.lower() in ("maildir", "mail", ".maildir", "inbox") or any(
        name.startswith(".") and (path / name / "cur").is_dir() for name in names
    ):
        return "INBOX"
    return top


def is_message_name(name: str) -> bool:
    """Whether a name alone says that the file is one message: `.eml`, `.emlx`, or a number as MH, Enron and news spools give."""
    return bool(_MESSAGE_NAME.match(name))


def is_companion(name: str) -> bool:
    """Whether a name alone says that a file is something beside the mail: an index, a picture, a settings file."""
    return bool(_COMPANION.match(name) or _HOUSEKEEPING.fullmatch(name))


def _file(path: Path, name: str, status: os.stat_result | None, folder: str, found: _Found, *, alone: bool) -> bool:
    """Sorts one file in; true where it is a single message, which its directory's container will hold."""
    low = name.lower()
    suffix = low[low.rfind(".") :] if "." in low else ""
    try:
        status = status or path.stat()
        if suffix in FOREIGN:
            found.issues.append(Issue(FOREIGN[suffix], str(path)))
            return False
        if not alone and _HOUSEKEEPING.fullmatch(name):
            return False
        if not alone and is_companion(name):
            found.others[suffix or name] += 1
            return False
        if status.st_size == 0:
            found.issues.append(Issue("source.empty", str(path)))
            return False
        if low.endswith(ARCHIVES):
            kind = "zip" if suffix == ".zip" else "tar"
            found.containers.append(Container(str(path), kind, "", status.st_size, stamp_of_file(path, status)))
            return False
        with open_packed(path) as stream:
            head = stream.read(SNIFF)
    except (OSError, EOFError, ValueError):
        found.issues.append(Issue("source.unreadable", str(path)))
        return False
    return _by_head(path, name, status, folder, found, head, alone=alone)


def _by_head(path: Path, name: str, status: os.stat_result, folder: str, found: _Found, head: bytes, *, alone: bool) -> bool:
    foreign = next((key for magic, key in _MAGIC.items() if head.startswith(magic)), "")
    if foreign:
        found.issues.append(Issue(foreign, str(path)))
        return False
    if looks_mbox(head):
        named = folder_of_mbox(path, folder)
        found.containers.append(Container(str(path), "mbox", named, status.st_size, stamp_of_file(path, status)))
        return False
    if looks_mail(head) or (alone and is_message_name(name)):
        if alone or is_packed(name):
            found.containers.append(Container(str(path), "file", folder, status.st_size, stamp_of_file(path, status)))
            return False
        return True
    found.others[name[name.rfind(".") :].lower() if "." in name else name] += 1
    return False


def looks_mbox(head: bytes) -> bool:
    """Whether bytes begin as an mbox does: a `From ` line, dated or alone, and a header below it."""
    from entregent.sources.mbox import is_boundary

    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    line, newline, rest = head.partition(b"\n")
    return bool(newline) and line.startswith(b"From ") and is_boundary(line, rest[:100].split(b"\n", 1)[0] + b"\n", blank_before=True)


def looks_mail(head: bytes) -> bool:
    """Whether bytes begin with fields, one of them a mail's."""
    if b"\0" in head[:200]:
        return False
    block = head.replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip().partition(b"\n\n")[0]
    return bool(_FIRST_FIELD.match(block)) and bool(_MAIL_FIELD.search(block))


def folder_of_mbox(path: Path, folder: str) -> str:
    """What the reader of an mbox calls it: its name without endings; Apple's `Sent.mbox/mbox` and a list's monthly file take the directory's;
    Takeout's is "", for its labels tell."""
    name = path.name
    for ending in (".gz", ".xz", ".bz2", ".lzma", ".mbox", ".mbx", ".txt", ".mboxrd", ".mboxcl2", ".mboxcl", ".mboxo"):
        name = name[: -len(ending)] if name.lower().endswith(ending) and len(name) > len(ending) else name
    low = folders.plainly(name)
    if low.startswith(("all mail", "tous les messages")):
        return folder
    if low in ("mbox", "mailbox") or _MONTHLY.match(name):
        return folder or (path.parent.name.removesuffix(".mbox") if path.parent.name else name)
    return f"{folder}/{name}" if folder else name


def is_packed(name: str) -> bool:
    return name[name.rfind(".") :].lower() in PACKED if "." in name else False


def open_packed(path: Path) -> IO[bytes]:
    """A file as the stream of what it holds, unpacked where its name says so."""
    packing = PACKED.get(path.suffix.lower(), "")
    if packing == "gz":
        import gzip

        return gzip.open(path, "rb")  # type: ignore[return-value]
    if packing == "xz":
        import lzma

        return lzma.open(path, "rb")
    if packing == "bz2":
        import bz2

        return bz2.open(path, "rb")
    return path.open("rb")


# -- stamps -------------------------------------------------------------------------------------------------------------------------------------


def _maildir(path: Path, folder: str) -> Container:
    """A delivery, a deletion and a change of flags each rename a file, which changes the directory's time; the files need no look."""
    times = []
    for name in ("cur", "new"):
        try:
            times.append(str((path / name).stat().st_mtime_ns))
        except OSError:
            times.append("-")
    return Container(str(path), "maildir", folder, 0, "-".join(times))


def _stamp_of_files(files: list[os.DirEntry[str]]) -> str:
    """Names, sizes and times of a directory's files."""
    told = []
    for entry in files:
        try:
            status = entry.stat()
            told.append(f"{entry.name}\0{status.st_size}\0{status.st_mtime_ns}")
        except OSError:
            told.append(entry.name)
    return hashlib.blake2b("\n".join(told).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


_PROBE = 2048


def stamp_of_file(path: Path, status: os.stat_result) -> str:
    """`size:mtime:head:tail`, the latter two fingerprints of the first and last bytes."""
    try:
        with path.open("rb") as stream:
            head, tail = _probe(stream, status.st_size)
    except OSError:
        head = tail = "-"
    return f"{status.st_size}:{status.st_mtime_ns}:{head}:{tail}"


def resume(container: Container, stamp: str) -> int:
    """The offset from which to `read` a container whose stamp was `stamp` when it was last read.

    Its former size if an mbox has only grown since (its first and last bytes of then are where they were, and a message follows), else 0."""
    parts = stamp.split(":")
    if container.kind != "mbox" or len(parts) != 4 or not parts[0].isdecimal() or is_packed(container.path):
        return 0
    former = int(parts[0])
    if not 0 < former < container.size:
        return 0
    try:
        with open(container.path, "rb") as stream:
            same = _probe(stream, former) == (parts[2], parts[3])
            stream.seek(former)
            following = stream.read(200).lstrip(b"\r\n")
    except OSError:
        return 0
    return former if same and following.startswith(b"From ") else 0


def _probe(stream: IO[bytes], size: int) -> tuple[str, str]:
    head = stream.read(min(_PROBE, size))
    stream.seek(max(0, size - _PROBE))
    tail = stream.read(min(_PROBE, size))
    return hashlib.blake2b(head, digest_size=8).hexdigest(), hashlib.blake2b(tail, digest_size=8).hexdigest()


def _again(status: os.stat_result, found: _Found) -> bool:
    key = (status.st_dev, status.st_ino)
    if key in found.seen and status.st_ino:
        return True
    found.seen.add(key)
    return False


_DIGITS = re.compile(r"(\d{1,18})")


def _natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Sorts `9.` before `10.`."""
    return tuple((0, int(part)) if part.isdecimal() and part.isascii() else (1, part) for part in _DIGITS.split(name) if part)


def message_files(container: Container) -> Iterator[os.DirEntry[str]]:
    """The files of a `maildir` or `files` container, in order."""
    places = [os.path.join(container.path, name) for name in ("cur", "new")] if container.kind == "maildir" else [container.path]
    for place in places:
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        natural = container.kind == "files"
        for entry in sorted(entries, key=lambda entry: _natural(entry.name) if natural else ((1, entry.name),)):
            if container.kind == "maildir" and entry.name.startswith("."):
                continue
            yield entry
