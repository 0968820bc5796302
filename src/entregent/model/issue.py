"""What can go wrong: an Issue is bad data that is reported, a Trouble is a call that cannot be carried out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """Something in the data that a reader of the report should know of; never an exception.

    `key` names the words (`faces/words`), `subject` what it happened to (a path, a Message-ID), `facts` the values that the
    words mention, as pairs. Neither may hold message text.
    """

    key: str
    subject: str = ""
    facts: tuple[tuple[str, str], ...] = ()


class Trouble(Exception):
    """A call that cannot be carried out. The faces word it from its key and facts; the user reads what happened, to what,
    and what to do. `Trouble("file.missing", path="draft.eml")`.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.key} ({told})" if told else self.key
