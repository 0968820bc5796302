"""The help pages: what a command is for, examples to copy, what it takes, what it reads and never does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from entregent.faces.cli.commands import COMMANDS, GROUPS
from entregent.faces.cli.screen import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from entregent.faces.cli.commands import Command, Flag, Operand
    from entregent.faces.cli.screen import Screen
    from entregent.faces.words import Words

_WIDEST_NAME = 24


def overview(screen: Screen) -> None:
    """The first page: what Entregent is, its commands by what one wants, and where to begin."""
    words, pages = screen.words, screen.words.table("help")
    screen.paragraph(screen.style("entregent", "bold") + " " + words.typeset(pages["entregent"]["about"]))
    for number, names in enumerate(GROUPS):
        screen.say()
        screen.say(screen.style(words.say(f"help.group.{number}"), "title"))
        for name in names:
            _entry(name, words.typeset(pages[name]["short"]), screen, 12)
    _examples(pages["entregent"]["examples"], screen)
    screen.say()
    screen.paragraph(words.typeset(pages["entregent"]["never"]))
    screen.say()
    screen.paragraph(words.say("help.more"))


def page(command: Command, screen: Screen) -> None:
    """The page of one command."""
    words, pages = screen.words, screen.words.table("help")
    own = pages[command.name]
    for line in wrapped(usage(command, words), screen.width, "    ", first=""):
        screen.say(screen.style(line, "bold"))
    screen.say()
    about = own["about"].replace("{choices}", ", ".join(choice for operand in command.operands for choice in operand.choices))
    screen.paragraph(words.typeset(about).replace("\n", "\n\n"))
    _examples(own["examples"], screen)
    if command.operands:
        screen.say()
        screen.say(screen.style(words.say("help.takes"), "title"))
        for operand in command.operands:
            _entry(placeholder(operand, words), _what(operand, own, pages, words), screen)
    screen.say()
    screen.say(screen.style(words.say("help.options"), "title"))
    for flag in command.flags:
        _entry(_shown(flag, words), _what(flag, own, pages, words), screen)
    _entry("-h, --help", words.say("help.help"), screen)
    if own.get("never"):
        screen.say()
        screen.paragraph(words.typeset(own["never"]))


def usage(command: Command, words: Words) -> str:
    """`entregent check [DRAFT] [--with NAME] ...`: no-break spaces keep an option and its value on one line."""
    parts = ["entregent", command.name]
    for operand in command.operands:
        name = placeholder(operand, words)
        parts.append({"": name, "?": f"[{name}]", "+": f"{name}..."}[operand.many])
    for flag in command.flags:
        value = f"\u00a0{_value(flag, words)}" if flag.kind != "switch" else ""
        parts.append(f"[{flag.name}{value}]" + ("..." if flag.many else ""))
    return " ".join(parts)


def what(place: Operand | Flag, command: Command, words: Words) -> str:
    """The help text of one operand or flag of a command."""
    pages = words.table("help")
    return _what(place, pages[command.name], pages, words)


def placeholder(operand: Operand, words: Words) -> str:
    """The operand's name in the user's language."""
    name: str = words.table("help")["names"].get(operand.name, operand.name)
    return name


def nearest(name: str) -> str:
    """The command that somebody who typed `name` probably meant, or ""."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, [command.name for command in COMMANDS], 1, 0.6)), "")


def _what(place: Operand | Flag, own: Mapping[str, Any], pages: Mapping[str, Any], words: Words) -> str:
    text: str = own["takes"].get(place.name) or pages["common"][place.name]
    if 2 < len(place.choices) < 8 and "{choices}" not in text:
        text += f" ({words.say('help.choices', choices=', '.join(place.choices))})"
    elif getattr(place, "many", False) is True:
        text += f" ({words.say('help.repeat')})"
    return words.typeset(text.replace("{choices}", ", ".join(place.choices)))


def _value(flag: Flag, words: Words) -> str:
    if flag.kind == "choice" and len(flag.choices) <= 2:
        return "|".join(flag.choices)
    value: str = words.table("help")["names"][flag.value]
    return value


def _shown(flag: Flag, words: Words) -> str:
    names = ", ".join(flag.names)
    return names if flag.kind == "switch" else f"{names} {_value(flag, words)}"


def _entry(name: str, text: str, screen: Screen, width: int = _WIDEST_NAME) -> None:
    width = min(width, screen.width // 3)
    indent = " " * (width + 2)
    if columns(name) > width - 2:
        screen.say("  " + screen.style(name, "bold"))
        screen.paragraph(text, indent)
    else:
        screen.paragraph(text, indent, first="  " + screen.style(name, "bold") + " " * (width - columns(name)))


def _examples(examples: tuple[tuple[str, str], ...], screen: Screen) -> None:
    screen.say()
    screen.say(screen.style(screen.words.say("help.examples"), "title"))
    for line, told in examples:
        # an example is to be copied: it is never broken
        screen.say("  " + screen.style(line, "bold"))
        if told:
            screen.paragraph(screen.words.typeset(told), "      ")
