"""Folder names and flags: what a mailbox calls its rooms, and what stays out because of it."""

from __future__ import annotations

import base64
import fnmatch
import re
import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from entregent.sources.headers import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from entregent.model.mail import Message, Raw

_SPAM = frozenset({
    "spam", "junk", "junk mail", "junk e-mail", "junk email", "junk-e-mail", "bulk mail", "bulk", "courrier indesirable",
    "courriers indesirables", "indesirable",
    "indesirables", "pourriel", "pourriels", "messages indesirables",
})  # fmt: skip
_TRASH = frozenset({
    "trash", "corbeille", "deleted messages", "deleted items", "messages supprimes", "elements supprimes", "poubelle", "wastebasket",
})  # fmt: skip
_DRAFTS = frozenset({"drafts", "draft", "brouillons", "brouillon", "templates", "modeles", "unsent messages", "messages en attente d'envoi"})
_CHATS = frozenset({"chat", "chats", "conversation history", "historique des conversations", "historique des conversations instantanees"})
_GMAIL_ONLY = {"bin": "trash", "discussions": "chat", "discussion": "chat", "tous les messages supprimes": "trash"}
"""Names that only Gmail's own folders and labels carry this way; elsewhere "Discussions" is somebody's folder."""

_FLAGS = {"S": "seen", "R": "replied", "F": "flagged", "T": "deleted", "D": "draft", "P": "passed"}
_OUT = {"deleted": "deleted", "draft": "draft", "junk": "spam"}
GMAIL = "gmail-label:"


def stays_out(item: Raw | Message) -> str:
    """Why a message is left out of everything: "spam", "trash", "draft", "chat" or "deleted"; "" where it comes in.

    Told by flags, Gmail's labels and the folder's name as programs in English and French give it. A folder named `deleted_items`
    comes in: with an underscore it is no program's trash but a records export (the Enron archive), where people's filing by deletion
    is real correspondence; whoever wants it out excludes the folder. A spam score in the headers decides nothing: filters err, folders are chosen.
    """
    for label in item.labels:
        if label in _OUT:
            return _OUT[label]
        if label.startswith(GMAIL):
            reason = _by_name(label[len(GMAIL) :], gmail=True)
            if reason:
                return reason
    return _by_folder(item.folder) if item.folder else ""


def _by_folder(folder: str) -> str:
    """Any part of the path decides: a folder within the trash is trash."""
    parts = folder.split("/")
    gmail = parts[0].lower() in ("[gmail]", "[google mail]")
    for part in parts:
        reason = _by_name(part, gmail=gmail)
        if reason:
            return reason
    return ""


def _by_name(name: str, *, gmail: bool) -> str:
    plain = plainly(name)
    if plain in _SPAM:
        return "spam"
    if plain in _TRASH:
        return "trash"
    if plain in _DRAFTS:
        return "draft"
    if plain in _CHATS:
        return "chat"
    return _GMAIL_ONLY.get(plain, "") if gmail else ""


def plainly(name: str) -> str:
    """A name in lower case, without accents and typographic apostrophes, blanks single."""
    lowered = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    return " ".join("".join(letter for letter in lowered if not unicodedata.combining(letter)).split())


def maildir_labels(name: str) -> tuple[str, ...]:
    """The flags of a Maildir file name (`...:2,RS`; `;2,` and `!2,` where a file system forbids colons) as labels."""
    match = re.search(r"[:;!]2,([A-Za-z]*)\Z", name)
    return tuple(_FLAGS[flag] for flag in match[1] if flag in _FLAGS) if match else ()


def maildir_key(name: str) -> str:
    """The part of a Maildir file name that stays when flags change."""
    return re.sub(r"[:;!]2,[A-Za-z]*\Z", "", name)


def maildir_folder(name: str) -> str:
    """`.Sent` or `.INBOX.Envoy&AOk-s` of Maildir++ as "Sent", "INBOX/Envoyés" (modified UTF-7: RFC 3501 section 5.1.3)."""
    return "/".join(_modified_utf7(part) for part in name.strip(".").split("."))


def _modified_utf7(name: str) -> str:
    def decoded(match: re.Match[str]) -> str:
        if not match[1]:
            return "&"
        data = match[1].replace(",", "/")
        try:
            return base64.b64decode(data + "=" * (-len(data) % 4)).decode("utf-16-be")
        except ValueError:
            return match[0]

    return re.sub(r"&([A-Za-z0-9+,]*)-", decoded, name) if "&" in name else name


_STATUS = re.compile(rb"^(X-Gmail-Labels|X-Mozilla-Status|X-Status|X-Folder):[ \t]*((?:[^\n]|\n[ \t])*)", re.I | re.M)


def labels_of(data: bytes) -> tuple[str, ...]:
    """Labels that a message carries in its own headers: Gmail's, Thunderbird's deleted bit (0x0008), the X-Status of older programs."""
    end = data.find(b"\n\n", 0, 60_000)
    if end < 0:
        end = data.find(b"\r\n\r\n", 0, 60_000)
    head = data[: end if end >= 0 else 60_000]
    if b"X-Gmail-L" not in head and b"X-Mozilla-S" not in head and b"X-Status" not in head:
        return ()
    found: list[str] = []
    for name, value in _STATUS.findall(head):
        low = name.lower()
        text = value.decode("utf-8", "replace").strip()
        if low == b"x-gmail-labels":
            found += [GMAIL + label for label in gmail_labels(text)]
        elif low == b"x-mozilla-status":
            bits = int(text[:4], 16) if re.fullmatch(r"[0-9A-Fa-f]{4}.*", text) else 0
            found += ["deleted"] if bits & 0x0008 else []
        elif low == b"x-status":
            found += [_FLAGS[flag] for flag in {"D": "T", "T": "D"} if flag in text for flag in [{"D": "T", "T": "D"}[flag]]]
    return tuple(dict.fromkeys(found))


def gmail_labels(value: str) -> list[str]:
    """The labels of an X-Gmail-Labels field: folded, encoded (RFC 2047, each word or the whole), separated by commas, quoted where they hold one."""
    text = words(re.sub(r"\r?\n[ \t]+", " ", value))
    return [label for part in re.findall(r'"[^"]*"|[^,]+', text) if (label := " ".join(part.strip().strip('"').split()))]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What the user keeps out before anything is stored. Addresses and domains meet anybody on the message; folders and labels are
    names or patterns ("Private", "famille/*"), and a folder stands for those within it. Case and accents do not count."""

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def reason(self, message: Message, raw: Raw | None = None) -> str:
        """ "address", "domain", "folder" or "label", the first that meets; "" where none does."""
        if self.addresses or self.domains:
            people = chain((message.sender,), message.to, message.cc, message.bcc, (message.written_by,) if message.written_by else ())
            for person in people:
                if person.email in self._addresses():
                    return "address"
                if self._in_domain(person.email):
                    return "domain"
        folder = message.folder or (raw.folder if raw else "")
        if self.folders and folder and _named(folder, self.folders):
            return "folder"
        labels = chain(message.labels, raw.labels if raw else ())
        if self.labels and any(_meets(label.removeprefix(GMAIL), self.labels) for label in labels):
            return "label"
        return ""

    def _addresses(self) -> frozenset[str]:
        return self.addresses if all(address.islower() for address in self.addresses) else frozenset(address.lower() for address in self.addresses)

    def _in_domain(self, email: str) -> bool:
        domain = email.rpartition("@")[2]
        return any(domain == (wanted := given.lower().lstrip("@.")) or domain.endswith("." + wanted) for given in self.domains if domain)


def _named(folder: str, patterns: Iterable[str]) -> bool:
    parts = folder.split("/")
    names = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)] + parts
    return any(_meets(name, patterns) for name in names)


def _meets(name: str, patterns: Iterable[str]) -> bool:
    plain = plainly(name)
    return any(fnmatch.fnmatchcase(plain, plainly(pattern)) for pattern in patterns)
