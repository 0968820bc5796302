"""The script's entry: find the command, run it, word whatever went wrong. The exit codes stand in `codes`."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from entregent.faces.cli.codes import INTERNAL, INTERRUPTED, OK, PIPE, USAGE
from entregent.faces.cli.commands import find
from entregent.faces.cli.screen import screen as make_screen
from entregent.faces.words import interface_language, words
from entregent.model.issue import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.faces.cli.commands import Command
    from entregent.faces.cli.screen import Screen


_SHORT = frozenset({"check", "who", "acts"})
"""Commands that are over in a tenth of a second."""


def run() -> None:
    """What the script `entregent` calls."""
    if sys.argv[1:2] and sys.argv[1] in _SHORT:
        gc.disable()  # it would walk all that was just imported, and the process is over before it could pay
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run the command line `argv` (without the program's name) and give the exit code; prints to sys.stdout and sys.stderr."""
    screen = make_screen(words(interface_language()))
    command = find(argv[0]) if argv else None
    try:
        code = _command(command, argv[1:], screen) if command else _top(argv, screen)
        screen.out.flush()
        return code
    except Trouble as trouble:
        return _troubled(trouble, screen)
    except KeyboardInterrupt:
        screen.tell()
        screen.advise(screen.words.say("interrupted.import" if command and command.name == "import" else "interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        _let_go(screen)
        return PIPE
    except Exception as error:
        return _internal(error, screen)


def _command(command: Command, argv: Sequence[str], screen: Screen) -> int:
    from entregent.faces.cli.parser import parse

    options = parse(command, argv, screen.words)
    if options.help:
        from entregent.faces.cli.help import page

        page(command, screen)
        return OK
    module, _, function = command.run.partition(":")
    code: int = getattr(import_module(f"entregent.faces.cli.{module}"), function)(options, screen)
    return code


def _top(argv: Sequence[str], screen: Screen) -> int:
    from entregent.faces.cli.help import overview, page

    asked = argv[0] if argv else "--help"
    if asked in {"--version", "-V"}:
        from entregent.version import __version__

        screen.say(f"entregent {__version__}")
        return OK
    if asked in {"-h", "--help", "help"}:
        command = find(argv[1]) if len(argv) > 1 else None
        if command:
            page(command, screen)
        else:
            overview(screen)
        return OK if argv else USAGE
    from entregent.faces.cli.help import nearest

    guess = nearest(asked)
    raise Trouble("command.meant" if guess else "command.unknown", command=asked, guess=guess)


def _troubled(trouble: Trouble, screen: Screen) -> int:
    told = screen.words.trouble(trouble)
    screen.advise(screen.words.say("error", what=told.what), "  ", first="")
    for issue in issues if isinstance(issues := trouble.facts.get("issues"), tuple) else ():
        screen.tell(f"  {issue.subject}")
        screen.advise(screen.words.issue(issue), "    ")
    for line in told.do.split("\n"):
        screen.advise(line, "  ")
    return USAGE


def _let_go(screen: Screen) -> None:
    """Whoever read our output has seen enough. What is still buffered must not make a noise when Python closes the stream."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), screen.out.fileno())
    except (OSError, ValueError, AttributeError):  # not a file: nothing will be flushed at exit either
        return


def _internal(error: Exception, screen: Screen) -> int:
    """Where it broke, without what it was reading: an exception's own text may quote mail."""
    import traceback

    from entregent.version import __version__

    screen.advise(screen.words.say("error", what=screen.words.say("internal", kind=type(error).__name__)), "  ", first="")
    screen.advise(screen.words.say("internal.do"), "  ")
    screen.tell(f"  entregent {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    for frame in traceback.extract_tb(error.__traceback__)[-8:]:
        screen.tell(f"  {_inside(frame.filename)}:{frame.lineno} {frame.name}")
    if os.environ.get("ENTREGENT_DEBUG"):
        traceback.print_exception(error, file=screen.err)
    return INTERNAL


def _inside(path: str) -> str:
    """A source file without the folders that say where it is installed, and so whose machine it is."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[len(parts) - 1 - parts[::-1].index("entregent") :] if "entregent" in parts else parts[-1:])
