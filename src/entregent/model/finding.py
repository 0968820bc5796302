"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from entregent.model.relation import Relation
from entregent.model.speech import Span

Severity = Literal["note", "warn", "stop"]
Send = Literal["yes", "after_edit", "better_not"]


class Evidence(NamedTuple):
    """A message of the history that decided; `quote` is short and to the letter."""

    message_id: str
    day: date
    quote: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's verdict, before it is worded. `variant` chooses among the rule's words; `facts` fill them: names, days, counts, quotes as values
    (dates stay dates). `edit` is the kind of replacement that would do: to take the spans out, or to add thanks before them."""

    code: str
    severity: Severity
    spans: tuple[Span, ...]
    variant: str = "why"
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    edit: Literal["", "remove", "thank"] = ""


class NotAssessed(NamedTuple):
    """A rule that could not be judged; `reason` is a key of words ("no-history", "language", "encrypted")."""

    code: str
    reason: str


class Edit(NamedTuple):
    """Replace `start:end` of the body by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A worded finding; one a code, all its spans in it."""

    id: str
    code: str
    name: str
    severity: Severity
    spans: tuple[Span, ...]
    why: str
    evidence: tuple[Evidence, ...]
    handling: str
    edits: tuple[Edit, ...] = ()
    send: Send = "yes"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read: the first and last day, how many messages, languages that were not read."""

    first: date | None = None
    last: date | None = None
    messages: int = 0
    unread_languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to `check`. `text` is the body that the spans speak of; `not_assessed` as (code, words)."""

    language: str
    direction: Literal["out", "in"]
    text: str
    rendered: bool
    relation: Relation | None
    findings: tuple[Finding, ...]
    not_assessed: tuple[tuple[str, str], ...]
    coverage: Coverage

    @property
    def stops(self) -> bool:
        """Whether any finding is of level `stop`."""
        return any(finding.severity == "stop" for finding in self.findings)
