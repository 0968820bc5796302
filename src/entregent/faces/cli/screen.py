"""What the command line knows of the terminal: width, colours, which characters it can show, and how text is laid out on it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from entregent.faces.words import Words

WIDEST, NARROWEST, PIPED = 92, 32, 80
"""Lines longer than about 90 columns are hard to read, however wide the terminal; a pipe gets 80."""

STYLES = {
    "bold": "1", "title": "1", "dim": "2", "good": "32", "stop": "1;31", "warn": "1;33", "note": "1;36",
    "stop-mark": "4;31", "warn-mark": "4;33", "note-mark": "4;36",
}  # fmt: skip

_PLAIN = str.maketrans(
    {
        "│": "|",
        "┃": ">",
        "─": "-",
        "·": "-",
        "•": "*",
        "…": "...",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "→": "->",
        "\u202f": " ",
        "\u00a0": " ",
    }
)


class Screen(NamedTuple):
    """Where a command prints. `width`: in columns. `colour`: whether escape sequences may be used. `words`: of the interface. `asks`: whether a
    person sits there who can be asked (both stdin and stderr are a terminal). `live`: whether stderr is a terminal, so that progress can be shown."""

    out: TextIO
    err: TextIO
    words: Words
    width: int = PIPED
    colour: bool = False
    asks: bool = False
    live: bool = False

    def say(self, text: str = "") -> None:
        """A line on stdout."""
        self.out.write(shown(text, self.out) + "\n")

    def tell(self, text: str = "") -> None:
        """A line on stderr."""
        self.err.write(shown(text, self.err) + "\n")

    def paragraph(self, text: str, indent: str = "", first: str | None = None) -> None:
        """Wrapped text on stdout."""
        for line in wrapped(text, self.width, indent, first):
            self.say(line)

    def advise(self, text: str, indent: str = "", first: str | None = None) -> None:
        """Wrapped text on stderr."""
        for line in wrapped(text, self.width, indent, first):
            self.tell(line)

    def style(self, text: str, style: str) -> str:
        """The text in a style of STYLES, where the terminal shows any."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and text else text


def screen(words: Words, environ: Mapping[str, str] = os.environ) -> Screen:
    """The screen of this process. NO_COLOR turns colours off (https://no-color.org), FORCE_COLOR turns them on in a pipe, COLUMNS sets the width."""
    out, err = sys.stdout, sys.stderr
    tty = _is_terminal(out)
    return Screen(out, err, words, _width(out, environ), _coloured(tty, environ), _is_terminal(sys.stdin) and _is_terminal(err), _is_terminal(err))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _coloured(tty: bool, environ: Mapping[str, str]) -> bool:
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    if environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    # a Windows console shows escape sequences where something has switched them on; its newer terminals say that they have
    return tty and (os.name != "nt" or bool(environ.get("WT_SESSION") or environ.get("ANSICON") or environ.get("TERM")))


def _width(out: TextIO, environ: Mapping[str, str]) -> int:
    said = environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said) > 0:
        return max(NARROWEST, min(WIDEST, int(said)))
    try:
        # some terminals say 0: they do not know
        return max(NARROWEST, min(WIDEST, os.get_terminal_size(out.fileno()).columns or PIPED))
    except (OSError, ValueError, AttributeError):
        return PIPED


def shown(text: str, stream: TextIO) -> str:
    """The text as the stream can take it: where it knows neither guillemets nor rules, plain ASCII stands for them, and `?` for the rest."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if encoding.lower().replace("-", "") == "utf8" or text.isascii():
        return text
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def clean(text: str) -> str:
    """Foreign text made safe to print: mail may hold escape sequences, bells, marks that reverse the writing. A character stays one character."""
    if text.isprintable():
        return text
    return "".join(_safe(character) for character in text)


def _safe(character: str) -> str:
    if character in "\n\u00a0\u202f" or character.isprintable():
        return character
    # joiners hold emoji and Indic letters together and are harmless
    return " " if character == "\t" or character.isspace() else character if character in "\u200c\u200d" else "\ufffd"


def columns(text: str) -> int:
    """How many columns a text takes: letters with accents one, however they are composed; East Asian and emoji two."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    code = ord(character)
    if code < 0x300:
        return 1
    import unicodedata  # 2 ms: only for text that needs it

    if unicodedata.combining(character) or character in "\u200b\u200c\u200d\ufe0f\u2060":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The spans of the lines into which `text` breaks at spaces and newlines, each at most `width` columns; longer words are cut.
    No-break spaces hold."""
    start = 0
    for line in text.split("\n"):
        yield from _broken(line, start, width)
        start += len(line) + 1


def _broken(line: str, offset: int, width: int) -> Iterator[tuple[int, int]]:
    start, place, used, space = 0, 0, 0, -1
    while place < len(line):
        wide = 1 if line[place] < "\u0300" else _columns(line[place])
        if used + wide > width and line[place] != " " and place > start:
            end = space if space > start else place
            yield offset + start, offset + end
            start = place = end + (line[end] == " ")
            used, space = 0, -1
            continue
        if line[place] == " ":
            space = place
        used += wide
        place += 1
    yield offset + start, offset + len(line)


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """The lines of `text`, each after `indent`, the first one after `first` where that is given."""
    room = max(16, width - columns(indent))
    made = [text[start:end].rstrip(" ") for start, end in lines(text, room)]
    return [(first if first is not None and number == 0 else indent if line else "") + line for number, line in enumerate(made)]


def table(rows: Iterable[Sequence[str]], gap: int = 2) -> list[list[str]]:
    """Rows padded so that their columns stand below each other; the last column is left as it is."""
    kept = [list(row) for row in rows]
    for column in range(max((len(row) for row in kept), default=0) - 1):
        widest = max(columns(row[column]) for row in kept)
        for row in kept:
            row[column] += " " * (widest - columns(row[column]) + gap)
    return kept
