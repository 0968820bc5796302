"""What a judge must know of a draft: all that a rule may consider stands here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entregent.model.account import Account, Entry
from entregent.model.people import Person
from entregent.model.relation import Relation
from entregent.model.speech import Mention, Sentence, Span, Speech


@dataclass(frozen=True, slots=True)
class Draft:
    """`recipients`: further people addressed (name, address), the first To apart."""

    subject: str
    body: str
    speech: Speech
    rendered: bool = False
    recipients: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Third:
    """A third person of the draft. `known_by`: what shows that the recipient knows them ("draft", "thread", "their-words",
    "history", ""), `evidence` the entries or message ids behind it. `mine`: the writer stands for them in a role (colleague, employee,
    client, patient, pupil)."""

    mention: Mention
    known_by: str = ""
    evidence: tuple[str, ...] = ()
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier ask of the same thing by the asker. `fate`: what became of it; `refusal`: the entry that refused it."""

    entry: Entry
    fate: Literal["helped", "accepted", "refused", "answered", "open"]
    refusal: Entry | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One request of the draft: the sentences that make it, read together.

    `kind`: as Entry.what; `favour`: by the catalogue (not shared work, not a role's duty, not a claim to what is owed). `spans`: the asking
    sentences. `beneficiary`: a third person who gains, or None (the asker gains). `target`: whom an introduction or meeting is with.
    `purpose`: said in the draft or in the history of this request. `question`: one precise question that the recipient can answer
    without acting. `small`: two minutes. `concrete`: can be answered or acted on as it stands; for contacts: an interest
    and goal let the recipient choose. `deadline`: a day by which;
    `reasoned`: with its reason. `renewed`: what makes it another request than the earlier one: new facts, a reminder asked for, a
    missing attachment, a
    claim to what is owed. `theirs_to_give`: the recipient decides on the outcome asked for. `offered`: the draft recalls the recipient's
    own offer of it. `invited`: the recipient's offer or invitation that covers it. `earlier`: the same thing asked before.
    """

    kind: str
    favour: bool
    score: float
    spans: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    marks: frozenset[str] = frozenset()
    beneficiary: Third | None = None
    target: Mention | None = None
    purpose: bool = False
    question: bool = False
    small: bool = False
    concrete: bool = True
    deadline: bool = False
    reasoned: bool = False
    renewed: bool = False
    theirs_to_give: bool = False
    offered: bool = False
    invited: Entry | None = None
    earlier: tuple[Earlier, ...] = ()
    topic: tuple[str, ...] = ()

    @property
    def welcome(self) -> bool:
        """Whether the recipient offered it, by their own message or as the draft recalls."""
        return self.offered or self.invited is not None


@dataclass(frozen=True, slots=True)
class Opening:
    """A message by which the asker opened a conversation: what it was for, the act that says so."""

    kind: Literal["ask", "help", "thanks", "report", "offer", "touch"]
    day: date
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Connecting:
    """The draft introduces the recipient and `name` to each other. `agreed`: both did, by their own message or as the draft tells; `purpose`: it
    says what for; `shared_work`: they share an employer or a piece of work, or it is the role of one to be written to."""

    name: str
    spans: tuple[Span, ...]
    agreed: bool = False
    purpose: bool = False
    shared_work: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """`asker` writes the draft, `asked` reads it: for direction `out` the asker is me. `account` is told from the asker's side: in it `me` is the
    asker, so that a rule reads both directions alike. `relation` is None where nothing is on record and nothing was said.
    `tie`: what the draft itself tells of the relation: `first` (a first contact), `older` (an older tie), "".
    `unthanked`: help the asker got within 12 months and neither thanked for nor reported on. `thanked_here`, `offered_here`: the spans in which
    the draft thanks for something done, or offers something concrete. `openings`: the asker's last openings of a conversation, newest
    first. `favours_for_thirds`: the asker's earlier favours for third persons, newest first.
    """

    direction: Literal["out", "in"]
    language: str
    as_of: date
    draft: Draft
    asker: Person | None
    asked: Person | None
    account: Account
    relation: Relation | None
    role: str = ""
    same_organisation: bool = False
    tie: Literal["first", "older", ""] = ""
    asks: tuple[Ask, ...] = ()
    thirds: tuple[Third, ...] = ()
    unthanked: tuple[Entry, ...] = ()
    thanked_here: tuple[Span, ...] = ()
    offered_here: tuple[Span, ...] = ()
    reproaches: tuple[Sentence, ...] = ()
    openings: tuple[Opening, ...] = ()
    favours_for_thirds: tuple[Entry, ...] = ()
    invitations: tuple[Entry, ...] = ()
    introduction: Connecting | None = None

    @property
    def on_record(self) -> bool:
        """Whether anything between the two was read or said: else the rules that need history are not assessed."""
        return bool(self.account.exchanges) or self.relation is not None
