"""What a message says: its own text, sentence by sentence, with the acts of `docs/acts.md`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

ASKS = (
    "ask:intro", "ask:contacts", "ask:job", "ask:endorse", "ask:meet",
    "ask:advice", "ask:review", "ask:money", "ask:favour", "ask:work",
)  # fmt: skip
FAVOURS = ASKS[:-1]
MARKS = ("third", "known", "purpose", "vague", "demanding", "miracle", "again", "out")
OTHERS = (
    "reproach", "offer", "invite", "thanks", "thanks-form", "report",
    "help", "intro", "promise", "decline", "accept", "apology",
)  # fmt: skip
LABELS = ASKS + MARKS + OTHERS
"""Every label of acts.md, in the order of the page; indices into it are stable."""


class Span(NamedTuple):
    """Half-open, in code points of the body."""

    start: int
    end: int


class Act(NamedTuple):
    """A label of LABELS with its calibrated probability in [0, 1]."""

    label: str
    score: float


class Mention(NamedTuple):
    """A third person (neither writer nor reader) as a sentence names them; offsets in the body.

    `kind`: `name` ("Sam Fields", "Mme Ekra"), `kin` ("my niece", "un ami", "one of my students": whoever stands in a relation to the
    writer),
    `post` ("your CFO", "la directrice"), `pronoun` ("she", "lui"). `owner`: whose they are by the words: `writer` ("my friend"),
    `reader` ("your boss"), `` (nobody's). `name` is the proper name without titles, "" where there is none; `head` the lemma
    of the noun ("niece", "patron").
    """

    start: int
    end: int
    text: str
    kind: Literal["name", "kin", "post", "pronoun"]
    owner: Literal["writer", "reader", ""]
    name: str
    head: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, greeting line, list item or closing of the writer's own text; `body[start:end] == text`.

    `acts` are those above the reader's threshold, in the order of LABELS. `topic`: content lemmas (no function words, no verbs
    of asking), sorted and unique: what it is about, for recognising the same request in other words. `gains`: of an ask, the third person
    who gains by it; None where writer or reader do. `favour`: the probability that it asks for any favour, of whatever kind.
    `traits`: grammar read from the sentence, from the closed list in `language.TRAITS` ("question", "imperative", "negated", "conditional",
    "reported", "past", ...).
    """

    start: int
    end: int
    text: str
    language: str
    acts: tuple[Act, ...] = ()
    mentions: tuple[Mention, ...] = ()
    topic: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    gains: Mention | None = None
    favour: float = 0.0

    def score(self, label: str) -> float:
        """The probability of `label`, 0.0 where the reader did not report it."""
        return next((act.score for act in self.acts if act.label == label), 0.0)

    def has(self, *labels: str) -> bool:
        """Whether any of `labels` is among the acts."""
        return any(act.label in labels for act in self.acts)


@dataclass(frozen=True, slots=True)
class Speech:
    """A body as the language room reads it.

    `language`: ISO 639-1 of the own text, "" where there is too little to tell; sentences are given only where it is one that is read
    (`read` is false otherwise; it is true where there is nothing of one's own to read). `own`: the spans that the writer wrote here, in order:
    quotes, forwards, signatures and footers are outside.
    """

    language: str
    read: bool
    own: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
