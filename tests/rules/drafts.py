"""Reads the drafts that lie beside each rule (docs/drafts.md) and puts them to the whole check, history and all."""

from __future__ import annotations

import datetime as dt
import email.message
import email.utils
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import entregent.rules
from entregent.app.checking import check

RULES = Path(entregent.rules.__file__).parent
NOW = dt.datetime(2026, 6, 15, 12, 0, tzinfo=dt.UTC)
ME = "Alex Martin <alex@martin.example>"
OTHER = "Ruth Okafor <ruth.okafor@harbour.example>"

_LINE = re.compile(
    r"^(?P<days>\d+) days? ago, (?P<who>me|other|[^<\[:]+<[^>]+>)(?: to (?P<to>[^;\[:]+?))?(?:; cc (?P<cc>[^\[:]+?))?"
    r"\s*(?:\[(?P<subject>[^\]]*)\])?: ?(?P<body>.*)$",
    re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """One draft with its expectation; `where` names file and title."""

    code: str
    where: str
    language: str
    fires: bool
    spans: tuple[str, ...]
    not_yet: bool
    fields: dict[str, Any]


def examples() -> list[Example]:
    """All drafts of all rules."""
    found = []
    for path in sorted(RULES.glob("e*/drafts_*.toml")):
        code = path.parent.name[:4].upper()
        for draft in tomllib.loads(path.read_text(encoding="utf-8")).get("draft", []):
            where = f"{code}-{path.stem[-2:]}: {draft['title']}"
            found.append(Example(code, where, path.stem[-2:], draft["fires"], tuple(draft.get("spans", ())), draft.get("not_yet", False), draft))
    return found


def write(example: Example, folder: Path) -> tuple[Path, list[Path]]:
    """The draft and its history as mail files."""
    names = {"me": example.fields.get("me", ME), "other": example.fields.get("other", OTHER)}
    ids: dict[str, str] = {}
    mbox = b""
    for number, line in enumerate(example.fields.get("history", ())):
        mbox += b"From someone@drafts.example Mon Jun 15 12:00:00 2026\n"
        mbox += _past(line, number, names, ids).as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n\n"
    history = folder / "history.mbox"
    if mbox:
        history.write_bytes(mbox)
    inbound = example.fields.get("direction") == "in"
    message = email.message.EmailMessage()
    message["From"], message["To"] = (names["other"], names["me"]) if inbound else (names["me"], names["other"])
    message["Subject"] = example.fields.get("subject", "")
    message["Date"] = email.utils.format_datetime(NOW)
    message.set_content(example.fields["text"].strip() + "\n", cte="8bit")
    draft = folder / "draft.eml"
    draft.write_bytes(message.as_bytes())
    return draft, [history] if mbox else []


def _past(line: str, number: int, names: dict[str, str], ids: dict[str, str]) -> email.message.EmailMessage:
    match = _LINE.match(line)
    assert match is not None, f"not a line of history: {line!r}"
    who = match["who"].strip()
    message = email.message.EmailMessage()
    message["From"] = names.get(who, who)
    opposite = names["other"] if who == "me" else names["me"]
    message["To"] = ", ".join(names.get(part.strip(), part.strip()) for part in match["to"].split(",")) if match["to"] else opposite
    if match["cc"]:
        message["Cc"] = ", ".join(names.get(part.strip(), part.strip()) for part in match["cc"].split(","))
    subject = match["subject"] or ""
    message["Subject"] = subject
    message["Date"] = email.utils.format_datetime(NOW - dt.timedelta(days=int(match["days"])) + dt.timedelta(minutes=number))
    identity = message["Message-ID"] = f"<draft-{number}@drafts.example>"
    plain = re.sub(r"^(?:re|tr|fwd?) ?: *", "", subject, flags=re.IGNORECASE).strip().lower()
    if plain != subject.strip().lower() and plain in ids:
        message["In-Reply-To"] = message["References"] = ids[plain]
    ids[plain] = identity
    message.set_content(match["body"].strip() + "\n", cte="8bit")
    return message


def address(mailbox: str) -> str:
    """The bare address of `Name <address>`."""
    return email.utils.parseaddr(mailbox)[1]


def judged_wrongly(example: Example, folder: Path) -> str:
    """What the check gets wrong about a draft; "" where it is judged as its author expects."""
    draft, history = write(example, folder)
    report = check(
        draft,
        other=address(example.fields.get("other", OTHER)),
        me=address(example.fields.get("me", ME)),
        history=history,
        inbound=example.fields.get("direction") == "in",
        as_of="2026-06-15",
        **{key: example.fields[key] for key in ("role", "stage", "known_since") if key in example.fields},
    )
    found = {finding.code: finding for finding in report.findings}
    if not example.fires:
        return f"{example.code} is reported" if example.code in found else ""
    if example.code not in found:
        return f"{example.code} is not reported"
    for span in example.spans:
        start = report.text.index(span)
        if not any(one.start < start + len(span) and start < one.end for one in found[example.code].spans):
            return f"no span on {span!r}"
    return ""
