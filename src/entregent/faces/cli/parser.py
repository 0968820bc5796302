"""From words on the command line to options: argparse, built for the called command alone, speaking the user's language.

argparse takes its own sentences from two functions, `_` and `ngettext`, which are made for translation but fixed to the gettext catalogues of the
system. While a command line is parsed they are replaced by a look-up in `faces/words/LL/usage.py`; a sentence that a later Python may add stays
English.
"""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NoReturn

from entregent.model.issue import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from entregent.faces.cli.commands import Command, Flag, Kind, Operand
    from entregent.faces.words import Words


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises where the original prints and exits."""

    def error(self, message: str) -> NoReturn:
        """Say so to the caller, who words it; `message` is in the user's language already."""
        raise Trouble("usage", message=message, command=self.prog)


def parse(command: Command, argv: Sequence[str], words: Words) -> argparse.Namespace:
    """The options of `command` in `argv` (without the command's own name). `help` is set where help was asked for, whatever else is missing.

    Raises Trouble `usage` for what cannot be understood, and `date.bad`, `since.bad`, `days.bad` for values that are none.
    """
    if any(word in {"-h", "--help"} for word in _before_dashes(argv)):
        return argparse.Namespace(help=True)
    parser = Parser(prog=f"entregent {command.name}", usage="", add_help=False)
    for operand in command.operands:
        _add_operand(parser, operand)
    for flag in command.flags:
        _add_flag(parser, flag)
    with _speaking(words):
        options = parser.parse_intermixed_args(list(argv))
    options.help = False
    places: list[Operand | Flag] = [*command.operands, *command.flags]
    for place in places:
        dest = _dest(place)
        setattr(options, dest, _converted(place.kind, getattr(options, dest), words))
    return options


def _before_dashes(argv: Sequence[str]) -> Sequence[str]:
    return argv[: argv.index("--")] if "--" in argv else argv


def _dest(place: Operand | Flag) -> str:
    return getattr(place, "dest", "") or place.name.lower()


def _add_operand(parser: Parser, operand: Operand) -> None:
    more: dict[str, Any] = {"nargs": operand.many} if operand.many else {}
    parser.add_argument(operand.name.lower(), metavar=operand.name, choices=operand.choices or None, **more)


def _add_flag(parser: Parser, flag: Flag) -> None:
    if flag.kind == "switch":
        parser.add_argument(*flag.names, dest=flag.dest, action="store_true")
    elif flag.many:
        parser.add_argument(*flag.names, dest=flag.dest, action="append", default=[])
    else:
        parser.add_argument(*flag.names, dest=flag.dest, choices=flag.choices or None)


def _converted(kind: Kind, value: Any, words: Words) -> Any:
    if value is None or kind not in {"date", "since", "days"}:
        return value
    if kind == "days":
        return _days(value)
    return _day(value, words, partial=kind == "since")


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 36_600:
        raise Trouble("days.bad", value=text)
    return int(text)


def _day(text: str, words: Words, *, partial: bool) -> date:
    """ISO 8601 (`2026-06-15`), today or yesterday in the user's language; where `partial`, a month or a year stands for its first day."""
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall is meant
    named = {words.table("usage")["today"]: today, words.table("usage")["yesterday"]: today - timedelta(days=1)}
    named |= {"today": today, "yesterday": today - timedelta(days=1)}
    if text.lower() in named:
        return named[text.lower()]
    full = text + "-01" * (2 - text.count("-")) if partial and 4 <= len(text) <= 7 else text
    try:
        return date.fromisoformat(full)
    except ValueError:
        raise Trouble("since.bad" if partial else "date.bad", value=text) from None


@contextmanager
def _speaking(words: Words) -> Iterator[None]:
    table = words.table("usage")

    def one(text: str) -> str:
        return words.typeset(table.get(text, text))

    def some(single: str, plural: str, number: int) -> str:
        return one(single if number == 1 else plural)

    before = {name: getattr(argparse, name) for name in ("_", "ngettext")}
    vars(argparse).update({"_": one, "ngettext": some})
    try:
        yield
    finally:
        vars(argparse).update(before)
