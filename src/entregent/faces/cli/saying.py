"""What the user says of people, entries and findings; each answer says what it was taken for and how to take it back."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from entregent.faces.cli.codes import OK
from entregent.faces.cli.files import ledger
from entregent.faces.cli.screen import clean
from entregent.model.issue import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from entregent.faces.cli.screen import Screen
    from entregent.model.people import Person


def note(options: Namespace, screen: Screen) -> int:
    """Log a meeting or a remark, a role, since when."""
    if options.met and options.remark:
        raise Trouble("note.both")
    if not (options.text or options.met or options.role or options.known_since):
        raise Trouble("note.empty", person=options.person)
    db = ledger(options.db)
    from entregent.app.saying import note as log
    from entregent.app.saying import today
    from entregent.faces.cli.meetings import tells_of_meeting
    from entregent.faces.words.roles import canonical, shown

    text = options.text or ""
    met = options.met or (not options.remark and tells_of_meeting(text))
    role = canonical(options.role) if options.role else None
    person = log(db, options.person, text, day=options.on, met=met, role=role, known_since=options.known_since)
    name = clean(person.name)
    if text or options.met:
        _say(screen, "met" if met else "remark", name=name, day=options.on or today())
        if not (options.met or options.remark):
            _say(screen, "met.taken" if met else "remark.taken", handle=shlex.quote(_handle(person)), text=shlex.quote(text))
    if role:
        _say(screen, "role", name=name, role=clean(shown(role, screen.words.language)))
    if options.known_since:
        _say(screen, "since", name=name, day=options.known_since)
    return OK


def thanked(options: Namespace, screen: Screen) -> int:
    """Thanks given in person."""
    db = ledger(options.db)
    from entregent.app.saying import thanked as log
    from entregent.app.saying import today

    person = log(db, options.person, entry=options.entry or "", day=options.on)
    _say(screen, "thanked.one" if options.entry else "thanked", name=clean(person.name), day=options.on or today())
    return OK


def correct(options: Namespace, screen: Screen) -> int:
    """What an entry really is."""
    db = ledger(options.db)
    from entregent.app.saying import correct as log

    person, entry = log(db, options.entry, options.kind)
    key = f"corrected.{options.kind}" if options.kind in {"nothing", "no-favour"} else "corrected"
    was = f"ask:{entry.what}" if entry.what else entry.kind
    _say(screen, key, name=clean(person.name), day=entry.day, kind=options.kind, was=was)
    return OK


def dismiss(options: Namespace, screen: Screen) -> int:
    """Set a finding aside."""
    finding = options.finding.strip().lower()
    if len(finding) < 6 or not all(letter in "0123456789abcdef" for letter in finding):
        raise Trouble("finding.unknown", finding=options.finding)
    db = ledger(options.db)
    from entregent.app.saying import dismiss as log

    log(db, finding)
    _say(screen, "dismissed")
    return OK


def merge(options: Namespace, screen: Screen) -> int:
    """Two are one."""
    db = ledger(options.db)
    from entregent.app.saying import merge as log

    person = log(db, options.person, options.other)
    _say(screen, "merged", name=clean(person.name), addresses=", ".join(person.addresses))
    _say(screen, "merged.undo", handle=shlex.quote(_handle(person)))
    return OK


def split(options: Namespace, screen: Screen) -> int:
    """An address is somebody else's."""
    db = ledger(options.db)
    from entregent.app.saying import split as log

    person, other = log(db, options.person, options.address)
    _say(screen, "split", address=clean(options.address), name=clean(person.name))
    _say(screen, "split.other" if other else "split.nobody", name=clean(other.name) if other else "")
    return OK


def _say(screen: Screen, key: str, **facts: object) -> None:
    words = screen.words
    screen.paragraph(words.fill(words.table("saying")[key], facts))


def _handle(person: Person) -> str:
    return person.addresses[0] if person.addresses else person.name
