"""The archive: the same mailbox as a web mail exports it (one mbox with labels) and as an IMAP mirror keeps it (a Maildir++)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from tools.demo_mail import odd_forms
from tools.demo_mail.calendar_words import SHORT_DAYS, SHORT_MONTHS, header_date
from tools.demo_mail.forms import Fields, World, body_of, message_bytes
from tools.demo_mail.mime import Part, digest, encoded, fold

if TYPE_CHECKING:
    from tools.demo_mail.script import Actor, Script

LABELS = {
    "": "Boîte de réception", "Sent": "Messages envoyés", "Drafts": "Brouillons", "Junk": "Spam", "Trash": "Corbeille", "Listes": "Listes",
    "Comptabilité": "Comptabilité", "Archives.2024": "Archivé",
}  # fmt: skip
"""Maildir folder -> the label that the web mail's French pages give."""
UTF7 = {"Comptabilité": "Comptabilit&AOk-"}
HOST = "lisiere"


@dataclass(frozen=True, slots=True)
class Copy:
    """A message in a folder. A post to a list lies twice: as sent, and as the list brought it back."""

    script: Script
    folder: str
    data: bytes


def copies(world: World) -> list[Copy]:
    """Every message in its folder, oldest first."""
    found: list[Copy] = []
    for script in world.scripts.values():
        found.append(Copy(script, folder_of(script), _bytes(script, world, delivered=not script.sender.mine)))
        if script.through and script.sender.mine:
            found.append(Copy(script, "Listes", _bytes(script, world, delivered=True)))
    return found


def folder_of(script: Script) -> str:
    """Where its owner would look for it."""
    for form, folder in (("draft", "Drafts"), ("spam", "Junk"), ("trash", "Trash")):
        if form in script.form:
            return folder
    if script.sender.mine:
        return "Sent"
    if script.through or "bulk" in script.form:
        return "Listes"
    if script.sender.person == "sylvie":
        return "Comptabilité"
    return "Archives.2024" if script.when.year == 2024 and not script.form & {"machine", "bounce", "auto"} else ""


def _bytes(script: Script, world: World, *, delivered: bool) -> bytes:
    part: Part | None = None
    if "bounce" in script.form:
        failed = world.scripts[script.about]
        part = odd_forms.bounce(script, failed, _bytes(failed, world, delivered=False))
    extra = _delivery(script, world) if delivered else []
    if "auto" in script.form:
        extra += [("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")]
    if delivered and script.through:
        part = _listed(body_of(script, world), script.through)
    return message_bytes(script, world, extra, part)


def _delivery(script: Script, world: World) -> Fields:
    """What the servers on the way wrote above the message."""
    mark, sender = digest("way", script.key), script.through or script.sender
    domain = sender.address.split("@")[1]
    owner = next((actor for actor in (*script.to, *script.cc) if actor.mine), world.me)
    back = "" if "bounce" in script.form else f"{sender.address.split('@')[0]}-bounces@{domain}" if script.through else sender.address
    received = (
        f"from mail.{domain} (mail.{domain} [192.0.2.{int(mark[:2], 16) % 250 + 1}]) by mx.atelier-lisiere.example (Postfix) with ESMTPS "
        f"id {mark[2:13].upper()} for <{owner.address}>; {header_date(script.when.astimezone(UTC))}"
    )
    fields: Fields = [("Return-Path", f"<{back}>"), ("Delivered-To", owner.address), ("Received", received)]
    if script.through:
        name, host = sender.address.split("@")
        title, _, ident = sender.list_id.partition(" <")
        fields += [
            ("Sender", back), ("Precedence", "list"), ("List-Id", f"{encoded(title)} <{ident}"), ("List-Post", f"<mailto:{sender.address}>"),
            ("List-Unsubscribe", f"<https://{host}/options/{name}>"),
        ]  # fmt: skip
    elif int(mark[13], 16) % 3 == 0:
        fields.append(("Authentication-Results", f"mx.atelier-lisiere.example; dkim=pass header.d={domain}; spf=pass smtp.mailfrom={domain}"))
    return fields


def _listed(part: Part, through: Actor) -> Part:
    """A list's footer, put under plain text; other bodies pass as they are."""
    fields = dict(part.fields)
    if not fields["Content-Type"].startswith("text/plain") or fields.get("Content-Transfer-Encoding") not in ("7bit", "8bit"):
        return part
    name, host = through.address.split("@")
    rule = "_" * 47
    return Part(part.fields, part.content + f"\n{rule}\n{name} mailing list\n{through.address}\nhttps://{host}/listinfo/{name}\n".encode())


def mbox(found: list[Copy], world: World) -> bytes:
    """An export of all mail: `From ` lines of the web mail's kind, labels in French, `>From ` in bodies (mboxrd)."""
    out = []
    for copy in found:
        script = copy.script
        moment = script.when.astimezone(UTC)
        day, month = SHORT_DAYS["en"][moment.weekday()], SHORT_MONTHS["en"][moment.month - 1]
        number = int(digest("gm", script.key, copy.folder)[:15], 16)
        line = f"From {number}@xxx {day} {month} {moment.day:02d} {moment:%H:%M:%S} +0000 {moment.year}\n"
        labels = [LABELS[copy.folder], "Non lus" if "unread" in script.form else "Ouvert", *(["Suivis"] if "flagged" in script.form else [])]
        thread = int(digest("gm", (world.chain(script) or (script.key,))[0])[:15], 16)
        head = f"X-GM-THRID: {thread}\n{fold('X-Gmail-Labels', encoded(','.join(labels)))}\n"
        body = re.sub(rb"^(>*From )", rb">\1", copy.data, flags=re.M)
        out.append(line.encode() + head.encode() + body.rstrip(b"\n") + b"\n\n")
    return b"".join(out)


def maildir(found: list[Copy], world: World) -> dict[str, bytes]:
    """The Maildir's files by path below it. What git would lose, the empty directories that make a Maildir, holds a hidden file."""
    answered = {script.parent for script in world.scripts.values() if script.sender.mine}
    passed = {script.forwards for script in world.scripts.values() if script.sender.mine}
    files: dict[str, bytes] = {}
    for folder in LABELS:
        where = _directory(folder)
        files |= {f"{where}{name}/.gitkeep": b"" for name in ("cur", "new", "tmp")}
        if folder:
            files[f"{where}maildirfolder"] = b""
    for copy in found:
        script = copy.script
        flags = "".join(
            flag
            for flag, is_set in (
                ("D", "draft" in script.form), ("F", "flagged" in script.form), ("P", script.key in passed), ("R", script.key in answered),
                ("S", "unread" not in script.form), ("T", "trash" in script.form),
            )
            if is_set
        )  # fmt: skip
        micro, process = int(digest("m", script.key, copy.folder)[:5], 16) % 1000000, int(digest("p", script.key)[:3], 16)
        unique = f"{int(script.when.timestamp())}.M{micro}P{process}.{HOST},S={len(copy.data)}"
        place, tail = ("new", "") if "unread" in script.form else ("cur", f":2,{flags}")
        files[f"{_directory(copy.folder)}{place}/{unique}{tail}"] = copy.data
    return files


def _directory(folder: str) -> str:
    return f".{UTF7.get(folder, folder)}/" if folder else ""
