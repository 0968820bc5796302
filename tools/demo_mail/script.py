"""Reads the cast and the scripts.

A script is a text of messages, each headed by one line:

    ## KEY DATE TIME SENDER > TO, TO + CC re          an answer to the message above it in the file
    ## KEY DATE TIME SENDER > TO re OTHER             an answer to the message OTHER
    ## KEY DATE TIME SENDER > TO fwd OTHER            OTHER, forwarded
    Subject: ...                                      absent: the subject of what is answered, with the program's prefix
    Form: phone, noquote                              what is unusual about it
    Attach: name.pdf, other.png                       may also stand last
    Invite: START END PLACE

and then the body, as it was typed. Times are the sender's local time. Lines that start with a single # are remarks.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.demo_mail.calendar_words import localise
from tools.demo_mail.mime import digest

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ("Subject", "Form", "Attach", "Invite")
FORMS = frozenset(
    [
        "phone",
        "noquote",
        "interleaved",
        "unthreaded",
        "nosig",
        "unread",
        "flagged",
        "bulk",
        "machine",
        "bounce",
        "auto",
        "spam",
        "draft",
        "trash",
        "html-only",
        "pgp",
        "invite",
        "invite-reply",
        "invite-cancel",
    ]
)
_HEAD = re.compile(r"## (\S+) (\d{4}-\d\d-\d\d \d\d:\d\d) (\S+) > ([^+]+?)(?: \+ (.+?))?(?: (re|fwd)(?: (\S+))?)?$")
_PREFIX = re.compile(r"^(?:re|tr|fwd?|fw)\s?: ", re.I)


class Stay(NamedTuple):
    """Where somebody's clock stands, from a day on."""

    first: date
    zone: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One address of one person, with the habits of the program behind it. `person` is the key in the cast, `mine` whether it is the owner's."""

    person: str
    name: str
    address: str
    program: str
    language: str
    stays: tuple[Stay, ...]
    signs: str = "never"
    signature: str = ""
    footer: str = ""
    logo: bool = False
    list_id: str = ""
    tag: str = ""

    @property
    def mine(self) -> bool:
        """Whether this is the mailbox's owner."""
        return self.person == "me"

    def zone_on(self, day: date) -> str:
        """The zone of their clock on a day."""
        return [stay.zone for stay in self.stays if stay.first <= day][-1]


class Invite(NamedTuple):
    """An appointment, in the sender's local time."""

    start: datetime
    end: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Script:
    """One message as written. `parent`: what it answers, `forwards`: what it forwards, `about`: what a bounce or automatic reply is about (keys)."""

    key: str
    when: datetime
    sender: Actor
    to: tuple[Actor, ...]
    cc: tuple[Actor, ...]
    subject: str
    body: str
    form: frozenset[str]
    parent: str = ""
    forwards: str = ""
    about: str = ""
    attach: tuple[str, ...] = ()
    invite: Invite | None = None

    @property
    def through(self) -> Actor | None:
        """The mailing list that distributes it, if one does."""
        return next((actor for actor in self.to if actor.list_id), None)


def bare(subject: str) -> str:
    """The subject without answering and forwarding prefixes."""
    while (shorter := _PREFIX.sub("", subject)) != subject:
        subject = shorter
    return subject


def cast(path: Path) -> dict[str, Actor]:
    """The actors by the names that scripts use: `benoit`, `benoit.2`."""
    actors: dict[str, Actor] = {}
    for person, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
        stays = tuple(Stay(stay["from"], stay["zone"]) for stay in told.get("stays", ())) or (Stay(date.min, told.get("zone", "london")),)
        main = _actor(person, told, stays)
        actors[person] = main
        for number, other in enumerate(told.get("other", ()), 2):
            actors[f"{person}.{number}"] = replace(_actor(person, other, stays), signature=main.signature)
    return actors


def _actor(person: str, told: dict[str, Any], stays: tuple[Stay, ...]) -> Actor:
    return Actor(
        person, told["name"], told["address"], told.get("program", "list"), told.get("language", "en"), stays, told.get("signs", "never"),
        told.get("signature", "").strip("\n"), told.get("footer", "").strip("\n"), told.get("logo", False), told.get("list", ""), told.get("tag", ""),
    )  # fmt: skip


def scripts(folder: Path, actors: dict[str, Actor]) -> dict[str, Script]:
    """All messages of the folder's scripts by key, oldest first. Raises ValueError that names the place of what is wrong."""
    found: dict[str, Script] = {}
    for path in sorted(folder.glob("*.txt")):
        above = ""
        for block in re.split(r"^(?=## )", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            script = _message(block, actors, above, path.name)
            if script.key in found:
                raise ValueError(f"{path.name}: {script.key} is told twice")
            found[script.key] = script
            above = script.key
    ordered = dict(sorted(found.items(), key=lambda item: (item[1].when, item[0])))
    return _titled(ordered)


def _message(block: str, actors: dict[str, Actor], above: str, place: str) -> Script:
    head, *lines = [line for line in block.splitlines() if not re.match(r"#(?!#)", line)]
    match = _HEAD.match(head)
    if match is None:
        raise ValueError(f"{place}: cannot read {head!r}")
    key, when, sender, to, cc, link, linked = match.groups()
    fields, lines = _fields(lines)
    try:
        author = actors[sender]
        people = [tuple(actors[name.strip()] for name in (names or "").split(",") if name.strip()) for names in (to, cc)]
    except KeyError as error:
        raise ValueError(f"{place}: {key}: nobody in the cast is called {error}") from None
    forms = dict((*word.split(" ", 1), "")[:2] for word in re.split(r",\s*", fields.get("Form", "")) if word)
    if strange := set(forms) - FORMS:
        raise ValueError(f"{place}: {key}: unknown form {', '.join(sorted(strange))}")
    local = datetime.fromisoformat(when)
    moment = localise(local.replace(second=int(digest("second", key)[:4], 16) % 60), author.zone_on(local.date()))
    about = forms.get("bounce") or forms.get("auto") or ""
    return Script(
        key, moment, author, people[0], people[1], fields.get("Subject", ""), "\n".join(lines).strip("\n"), frozenset(forms),
        parent=(linked or above) if link == "re" else "", forwards=(linked or above) if link == "fwd" else "", about=about,
        attach=tuple(re.split(r",\s+", fields["Attach"])) if "Attach" in fields else (),
        invite=_invite(fields["Invite"], author) if "Invite" in fields else None,
    )  # fmt: skip


def _fields(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields that stand first, and an Attach that stands last."""
    fields: dict[str, str] = {}
    while lines and (match := re.match(rf"({'|'.join(FIELDS)}): (.*)", lines[0])):
        fields[match[1]] = match[2].strip()
        lines = lines[1:]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if lines and (match := re.match(r"Attach: (.*)", lines[-1])):
        fields["Attach"] = match[1].strip()
        lines = lines[:-1]
    return fields, lines


def _invite(told: str, author: Actor) -> Invite:
    match = re.match(r"(\S+ \S+) (\S+ \S+) (.*)", told)
    if match is None:
        raise ValueError(f"cannot read the invitation {told!r}")
    start, end = (datetime.fromisoformat(text) for text in match.groups()[:2])
    return Invite(localise(start, author.zone_on(start.date())), localise(end, author.zone_on(end.date())), match[3])


def _titled(found: dict[str, Script]) -> dict[str, Script]:
    """Gives answers and forwards their subjects, oldest first, so that a chain finds its own."""
    for key, script in found.items():
        origin = script.parent or script.forwards
        if not origin:
            continue
        if origin not in found or found[origin].when >= script.when:
            raise ValueError(f"{key} answers {origin}, which is not there or not earlier")
        if not script.subject:
            found[key] = replace(script, subject=_prefix(script) + bare(found[origin].subject))
    return found


def _prefix(script: Script) -> str:
    outlook = script.sender.program == "outlook" and "phone" not in script.form
    if script.forwards:
        return {"fr": "TR: ", "en": "FW: ", "nl": "FW: "}[script.sender.language] if outlook else "Fwd: "
    return "RE: " if outlook else "Re: "
