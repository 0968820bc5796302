"""`entregent people` and `entregent who`: everybody in a line each, and one person in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.faces.cli.codes import OK
from entregent.faces.cli.files import ledger
from entregent.faces.cli.report import one_sided
from entregent.faces.cli.screen import clean, columns, table

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from datetime import date

    from entregent.app.people import Standing
    from entregent.faces.cli.screen import Screen
    from entregent.faces.words import Words

HORIZON = 180
_LONGEST_NAME, _SHORTEST_NAME = 28, 16


def run(options: Namespace, screen: Screen) -> int:
    """Print everybody to whom the user wrote."""
    db = ledger(options.db)
    from entregent.app.people import people

    horizon = options.horizon or HORIZON
    found = people(db, as_of=options.as_of, horizon=horizon)
    if options.format == "json":
        from entregent.faces.cli.printing import as_json
        from entregent.faces.shapes import person

        as_json([person(one.person, one.relation, one.horizon, one.silence) for one in found], screen)
    else:
        render(found, screen, options.as_of)
    return OK


def who(options: Namespace, screen: Screen) -> int:
    """Print one person in full."""
    db = ledger(options.db)
    from entregent.app.people import who as portrait

    found = portrait(db, " ".join(options.name), as_of=options.as_of)
    if options.format == "json":
        from entregent.faces.cli.printing import as_json
        from entregent.faces.shapes import portrait as shape

        as_json(shape(found), screen)
    else:
        from entregent.faces.cli.portrait import render as render_one

        render_one(found, screen, options.as_of)
    return OK


def say(words: Words, key: str, **facts: object) -> str:
    """A sentence about people."""
    return words.fill(words.table("people")[key], facts)


def render(found: Sequence[Standing], screen: Screen, as_of: date | None) -> None:
    """A line for each: name, how it stands, the last exchange, help without thanks. On a narrow terminal two lines."""
    words = screen.words
    if not found:
        screen.paragraph(say(words, "people.none"))
        return
    head = say(words, "people.head", n=len(found))
    screen.paragraph(f"{head} ({say(words, 'people.as-of', day=as_of)})" if as_of else head)
    screen.say()
    rows = [[clean(one.person.name), standing(one, words), _last(one, words)] for one in found]
    room = screen.width - 4 - sum(max(columns(row[column]) for row in rows) for column in (1, 2))
    wide = room >= _SHORTEST_NAME
    if wide:
        rows = table([[short(name, min(room, _LONGEST_NAME)), *more] for name, *more in rows])
    for one, row in zip(found, rows, strict=True):
        if wide:
            screen.say(screen.style(row[0], "bold") + row[1] + screen.style(row[2], "dim"))
        else:
            screen.say(screen.style(row[0], "bold"))
            screen.paragraph(" · ".join(part for part in row[1:] if part), "    ")
        if one.relation.balance.unthanked:
            screen.say("    " + say(words, "people.unthanked", n=one.relation.balance.unthanked))


def standing(one: Standing, words: Words) -> str:
    """`new · in touch`."""
    stage, state = one.relation.stage, one.relation.state
    silent = one_sided(one.relation)
    parts = [say(words, f"short.{stage}.{silent}" if silent else f"short.{stage}")]
    if words.known(f"state.{state}") and stage not in {"stranger", "dormant"}:
        parts.append(say(words, "short.silent") if state == "silent" else words.say(f"state.{state}"))
    return " · ".join(parts)


def short(text: str, width: int) -> str:
    """At most `width` columns of it."""
    if columns(text) <= width:
        return text
    while columns(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _last(one: Standing, words: Words) -> str:
    return words.day(one.relation.last_exchange) if one.relation.last_exchange else ""
