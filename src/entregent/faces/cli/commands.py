"""Which commands there are and what each takes, as plain data.

Parser, help pages and shell completion are made from these tables; the words stand in `faces/words` under the same names. A new command is
an entry here, a function `run(options, screen) -> int` somewhere, and its help in each language.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "path", "date", "since", "days", "choice", "switch"]
"""`since`: a date, a month or a year. `days`: a positive number. `path`: completed with files."""


class Operand(NamedTuple):
    """A positional argument. `many`: `""` exactly one, `?` one or none, `+` one or more."""

    name: str
    kind: Kind = "text"
    many: Literal["", "?", "+"] = ""
    choices: tuple[str, ...] = ()


class Flag(NamedTuple):
    """An option. `names`: the one that help shows, then others. `value`: the key of its placeholder's words. `dest`: the attribute it sets.
    `many`: may be given several times."""

    names: tuple[str, ...]
    dest: str
    kind: Kind = "text"
    value: str = ""
    many: bool = False
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name that help, words and errors use."""
        return self.names[0]


class Command(NamedTuple):
    """`run`: `module:function` inside `entregent.faces.cli`, imported when called."""

    name: str
    run: str
    operands: tuple[Operand, ...] = ()
    flags: tuple[Flag, ...] = ()


STAGES = ("stranger", "new", "established", "close", "dormant")
KINDS = (
    "ask",
    "offer",
    "invitation",
    "help",
    "thanks",
    "promise",
    "answer",
    "acceptance",
    "refusal",
    "introduction",
    "report",
    "reproach",
    "apology",
)
WHATS = ("intro", "contacts", "job", "endorse", "meet", "advice", "review", "money", "favour", "work")
CORRECTIONS = (*KINDS, *(f"ask:{what}" for what in WHATS), "no-favour", "nothing")
"""What the user can say that an entry is: its right kind (an ask with what was asked), a business request, or nothing at all."""

DB = Flag(("--db",), "db", "path", "path")
FORMAT = Flag(("--format",), "format", "choice", "format", choices=("text", "json"))
AS_OF = Flag(("--as-of",), "as_of", "date", "date")
ON = Flag(("--on",), "on", "date", "date")
ROLE = Flag(("--role",), "role", "text", "role")
SINCE = Flag(("--known-since",), "known_since", "since", "date")

COMMANDS = (
    Command(
        "import", "importing:run",
        (Operand("PATH", "path", "+"),),
        (
            Flag(("--me",), "me", "text", "address", many=True),
            Flag(("--exclude",), "exclude", "text", "what", many=True),
            Flag(("--yes", "-y"), "yes", "switch"),
            DB, FORMAT,
        ),
    ),
    Command(
        "check", "check:run",
        (Operand("DRAFT", "path", "?"),),
        (
            Flag(("--with", "--to"), "other", "text", "who"),
            Flag(("--me",), "me", "text", "address"),
            Flag(("--history",), "history", "path", "path", many=True),
            Flag(("--inbound",), "inbound", "switch"),
            Flag(("--stage",), "stage", "choice", "stage", choices=STAGES),
            SINCE, ROLE, AS_OF,
            Flag(("--lang",), "lang", "choice", "lang", choices=("en", "fr")),
            FORMAT, DB,
        ),
    ),
    Command("who", "people:who", (Operand("NAME", "text", "+"),), (AS_OF, FORMAT, DB)),
    Command("people", "people:run", (), (Flag(("--horizon",), "horizon", "days", "days"), AS_OF, FORMAT, DB)),
    Command("acts", "acts:run", (Operand("FILE", "path"),), (Flag(("--lang",), "lang", "choice", "lang", choices=("en", "fr")), FORMAT)),
    Command(
        "note", "saying:note",
        (Operand("PERSON"), Operand("TEXT", "text", "?")),
        (
            Flag(("--met",), "met", "switch"),
            Flag(("--remark",), "remark", "switch"),
            ON, ROLE, SINCE, DB,
        ),
    ),
    Command("thanked", "saying:thanked", (Operand("PERSON"),), (Flag(("--for",), "entry", "text", "entry"), ON, DB)),
    Command("correct", "saying:correct", (Operand("ENTRY"), Operand("KIND", "choice", choices=CORRECTIONS)), (DB,)),
    Command("dismiss", "saying:dismiss", (Operand("FINDING"),), (DB,)),
    Command("merge", "saying:merge", (Operand("PERSON"), Operand("OTHER")), (DB,)),
    Command("split", "saying:split", (Operand("PERSON"), Operand("ADDRESS")), (DB,)),
    Command("completion", "completion:run", (Operand("SHELL", "choice", choices=("bash", "zsh", "fish")),), ()),
)  # fmt: skip

GROUPS = (("check", "who", "people", "acts"), ("import",), ("note", "thanked", "correct", "dismiss", "merge", "split"), ("completion",))
"""The commands as the first help page groups them; every command stands in one group, which a test checks."""


def find(name: str) -> Command | None:
    """The command of that name."""
    return next((command for command in COMMANDS if command.name == name), None)
