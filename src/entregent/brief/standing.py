"""How it stands: thanks and offers in the draft, invitations that still hold, openings, ties, reproaches, introductions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from entregent.brief.favours import same_organisation
from entregent.brief.thirds import fold
from entregent.model.brief import Connecting, Opening
from entregent.model.speech import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from entregent.brief.context import Material
    from entregent.model.account import Entry
    from entregent.model.brief import Third
    from entregent.model.speech import Sentence

YEAR = timedelta(days=365)
OPENINGS = 6
"""How many of the asker's last openings are looked at."""
OFFERED = 0.45
"""From this score on, an offer in the draft counts as one."""


def spans_with(sentences: Sequence[Sentence], *labels: str) -> tuple[Span, ...]:
    """The spans of the sentences with any of the labels."""
    return tuple(Span(sentence.start, sentence.end) for sentence in sentences if sentence.has(*labels))


def offers(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The spans of concrete offers: "if there is ever anything I can do" is none."""
    return tuple(
        Span(one.start, one.end)
        for one in sentences
        if (one.score("offer") >= OFFERED and "conditional-if" not in one.traits and one.score("offer") >= one.score("invite"))
        or one.score("help") >= OFFERED
    )


def tie(material: Material) -> Literal["first", "older", ""]:
    """What the draft itself tells of the relation."""
    sentences = material.draft.speech.sentences
    answers = material.draft.subject.lower().startswith(("re:", "re :", "aw:", "réf", "tr:", "fw:", "fwd:"))
    first = not answers and any("first-contact" in sentence.traits for sentence in sentences)
    if any(
        "older-tie" in sentence.traits and {"lex:YOU", "lex:YOUR", "lex:US", "subject:you", "subject:us"} & sentence.traits for sentence in sentences
    ):
        return "" if first else "older"
    return "first" if first else ""


def invitations(material: Material) -> tuple[Entry, ...]:
    """What the asked person offered or invited the asker to, oldest first."""
    return tuple(entry for entry in material.account.entries if entry.by == "other" and entry.kind in {"offer", "invitation"})


def invited(material: Material, kind: str, favour: bool, beneficiary: Third | None, topic: Sequence[str]) -> Entry | None:
    """The invitation of the last twelve months that covers this ask: it speaks of the same, or of the same person."""
    if not favour:
        return None
    name = fold(beneficiary.mention.name) if beneficiary else ""
    for entry in reversed(invitations(material)):
        if material.as_of - entry.day > YEAR:
            continue
        shared = set(topic) & set(entry.topic)
        if shared or (name and name in fold(entry.quote)) or (entry.what == kind and entry.what):
            return entry
    return None


def unthanked(material: Material) -> tuple[Entry, ...]:
    """Help by the asked person of the last twelve months, neither thanked for nor reported on, oldest first."""
    account = material.account
    return tuple(
        entry
        for entry in account.entries
        if entry.kind == "help"
        and entry.by == "other"
        and material.as_of - entry.day <= YEAR
        and not any(pair.bond in {"thanked", "reported"} for pair in material.pairs.get(entry.key, ()))
    )


def favours_for_thirds(material: Material) -> tuple[Entry, ...]:
    """The asker's earlier favours for third persons, newest first."""
    found = [
        entry
        for entry in material.account.entries
        if entry.kind == "ask" and entry.by == "me" and entry.what != "work" and ("third" in entry.marks or entry.beneficiary)
    ]
    return tuple(reversed(found))


def openings(material: Material) -> tuple[Opening, ...]:
    """What the asker's openings of a conversation were for, newest first."""
    found = []
    for exchange in reversed(material.account.exchanges):
        if exchange.by != "me" or not exchange.opens:
            continue
        found.append(_opening(exchange.day, [entry for entry in material.told.get(exchange.message_id, ()) if entry.by == "me"]))
        if len(found) == OPENINGS:
            break
    return tuple(found)


def _opening(day: dt.date, entries: Sequence[Entry]) -> Opening:
    gift = next((entry for entry in entries if entry.kind in {"help", "thanks", "report", "offer"}), None)
    ask = next((entry for entry in entries if entry.kind == "ask" and entry.what != "work"), None)
    if ask is not None and gift is None:
        return Opening("ask", day, ask)
    if gift is not None:
        return Opening(gift.kind, day, gift)  # type: ignore[arg-type]
    return Opening("touch", day)


def reproaches(material: Material) -> tuple[Sentence, ...]:
    """Sentences that blame the reader, but for reported words, evident jokes between close people, and complaints about a paid service."""
    sentences = material.draft.speech.sentences
    body = material.draft.body
    blamed = [sentence for sentence in sentences if _blames(sentence) and not quoted_at(body, sentence.start)]
    if not blamed:
        return ()
    if any(sentence.traits & {"commerce"} for sentence in sentences):
        return ()
    close = material.relation is not None and material.relation.stage == "close"
    if same_organisation(material) and not any("blame" in sentence.traits for sentence in blamed):
        return ()
    if close and any("joke" in sentence.traits for sentence in blamed):
        return ()
    return tuple(blamed)


def _blames(sentence: Sentence) -> bool:
    """A reproach by its score, surer where no wording of blame speaks for it; a mere reminder is none."""
    score = sentence.score("reproach")
    if not score or sentence.traits & {"reported", "quoted"} or sentence.score("again") > score or sentence.has("apology", "thanks"):
        return False
    return score >= (0.5 if "blame" in sentence.traits else 0.6 if "reproach" in sentence.traits else 0.9)


def quoted_at(body: str, position: int) -> bool:
    """Whether a quotation in « » or “ ” that began before `position` is still open there: others' words, told by the writer."""
    before = body[:position]
    return before.count("«") > before.count("»") or before.count("\N{LEFT DOUBLE QUOTATION MARK}") > before.count("\N{RIGHT DOUBLE QUOTATION MARK}")


def introduction(material: Material) -> Connecting | None:
    """The draft's own introduction of two people, with what shows that both agreed and what for."""
    sentences = material.draft.speech.sentences
    introducing = [sentence for sentence in sentences if sentence.has("intro")]
    if not introducing:
        return None
    names = [mention.name for sentence in introducing for mention in sentence.mentions if mention.name]
    return Connecting(
        name=names[0] if names else "",
        spans=tuple(Span(sentence.start, sentence.end) for sentence in introducing),
        agreed=any("frame:agreed" in sentence.traits for sentence in sentences),
        purpose=any(sentence.has("purpose") for sentence in sentences),
        shared_work=same_organisation(material),
    )
