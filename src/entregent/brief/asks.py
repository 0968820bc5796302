"""The requests of a draft: sentences that make one request are read as one Ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.brief import earlier, favours, standing, thirds
from entregent.model.brief import Ask
from entregent.model.speech import ASKS, FAVOURS, MARKS, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.brief.context import Material
    from entregent.model.brief import Third
    from entregent.model.speech import Mention, Sentence

BY_WORDS = (
    (frozenset({"lex:introduce", "lex:intro"}), "intro"),
    (frozenset({"lex:reference", "lex:recommend"}), "endorse"),
    (frozenset({"lex:cv", "lex:interview", "lex:hire"}), "job"),
    (frozenset({"lex:review"}), "review"),
    (frozenset({"lex:contact"}), "contacts"),
    (frozenset({"lex:coffee", "lex:meeting"}), "meet"),
    (frozenset({"lex:money"}), "money"),
    (frozenset({"lex:advice", "lex:advise"}), "advice"),
)
"""What is asked, by the words, where the reader is sure that a favour is asked and not of which kind; the most telling first."""
DOUBT = 0.5
"""An ask of no clear kind counts from this probability on that any favour is asked."""
LEAN = 0.15
"""In doubt between a favour and work it is work: by so much must a favour be likelier."""
MARKED = 0.5
HALF_HEARD = 0.2
"""A mark that stands beside asks alone, from MARKED on, makes an ask of a sentence that is heard as one from HALF_HEARD on."""
REMINDS = 0.6
"""From this score on, a sentence that refers to an earlier ask is a reminder by itself."""

REACH = 2
"""How many sentences away a mark (a way out, a purpose, whom it is for) still belongs to an ask."""

KIN_KINDS = frozenset({"intro", "contacts"})

TELLING_KINDS = {
    "intro": frozenset({"lex:introduce", "lex:intro", "lex:meet", "lex:contact", "lex:know"}),
    "contacts": frozenset({"lex:contact", "lex:know", "lex:introduce", "lex:intro", "lex:ONE", "lex:ANY", "lex:WHO"}),
    "meet": frozenset({"lex:meet", "lex:meeting", "lex:coffee", "lex:TIME", "lex:DAY", "lex:come", "lex:see"}),
}
"""Kinds on which rules of families 1 and 2 turn, with the words that speak for them."""
SURE = 0.3
VERY_SURE = 0.65
"""From SURE on a kind is taken; one of TELLING_KINDS for which no word speaks only from VERY_SURE on."""


def asks(material: Material) -> tuple[Ask, ...]:
    """The requests of the draft in order, each with its marks, beneficiary, target, purpose and history."""
    body = material.draft.body
    sentences = [
        sentence
        for sentence in material.draft.speech.sentences
        if (not sentence.traits & {"reported", "quoted"} or sentence.has("again")) and not standing.quoted_at(body, sentence.start)
    ]
    groups = _groups(sentences)
    if not any(kind != "work" for kind, _ in groups):
        groups += _reminders(material, sentences, {index for _, members in groups for index in members})
    return tuple(_ask(material, sentences, kind, members) for kind, members in groups)


def _reminders(material: Material, sentences: Sequence[Sentence], taken: set[int]) -> list[tuple[str, list[int]]]:
    """A draft that asks nothing in its own words but reminds of an open favour: the sentences that do, as an ask of that kind."""
    open_ask = earlier.still_open(material)
    members = [index for index, sentence in enumerate(sentences) if sentence.score("again") >= REMINDS and index not in taken]
    return [(open_ask.what, members)] if open_ask is not None and members else []


def kind_of(sentence: Sentence) -> str:
    """What the sentence asks for: the kind of its best ask label, "" where it asks nothing."""
    best = max((act for act in sentence.acts if act.label in FAVOURS), key=lambda act: act.score, default=None)
    work = sentence.score("ask:work")
    if best is None and not work and sentence.favour >= HALF_HEARD and any(sentence.score(mark) >= MARKED for mark in ("demanding", "vague")):
        return "favour"
    other = max(sentence.score(label) for label in ("decline", "accept", "offer", "promise", "help"))
    if best is not None and other > max(best.score, sentence.favour):
        return ""
    if best is None or (work > best.score and work > sentence.favour - LEAN):
        if work and sentence.gains is not None and sentence.gains.kind == "kin" and sentence.gains.head not in thirds.MINE:
            return "favour"
        return "work" if work else ""
    kind = best.label.removeprefix("ask:")
    if best.score >= (SURE if kind not in TELLING_KINDS or TELLING_KINDS[kind] & sentence.traits else VERY_SURE):
        return kind
    if sentence.favour < DOUBT:
        return ""
    by_words = next((likely for words, likely in BY_WORDS if words & sentence.traits), "")
    return by_words or ("favour" if kind in TELLING_KINDS else kind)


def _groups(sentences: Sequence[Sentence]) -> list[tuple[str, list[int]]]:
    """Indices of the sentences that ask, those of one request together: the same kind within reach, or a way out beside its ask."""
    groups: list[tuple[str, list[int]]] = []
    for index, sentence in enumerate(sentences):
        kind = kind_of(sentence)
        if not kind:
            continue
        if groups and (sentence.has("out") or {"out", "frame:out"} & sentence.traits) and "question" not in sentence.traits:
            groups[-1][1].append(index)
            continue
        if groups and index - groups[-1][1][-1] <= REACH:
            last_kind, members = groups[-1]
            together = kind == last_kind or {kind, last_kind} <= KIN_KINDS
            if together:
                members.append(index)
                continue
        groups.append((kind, [index]))
    return [(_kind(sentences, members), members) for _, members in groups]


def _kind(sentences: Sequence[Sentence], members: Sequence[int]) -> str:
    asking = [index for index in members if not sentences[index].has("out")] or list(members)
    return kind_of(sentences[max(asking, key=lambda index: (_strength(sentences[index]), -index))])


def _strength(sentence: Sentence) -> float:
    return max(sentence.favour, max((act.score for act in sentence.acts if act.label in ASKS), default=0.0))


def _ask(material: Material, sentences: Sequence[Sentence], kind: str, members: Sequence[int]) -> Ask:
    own = [sentences[index] for index in members]
    near = _near(sentences, members)
    marks = _marks(own, near)
    beneficiary = thirds.beneficiary(material, sentences, members, marks)
    target = _target(own, beneficiary) if kind in {"intro", "meet", "contacts"} else None
    topic = tuple(sorted({lemma for sentence in own for lemma in sentence.topic}))
    favour = favours.is_favour(material, kind, own, beneficiary)
    before = earlier.earlier(material, kind, favour, own, beneficiary, target, topic)
    return Ask(
        kind=kind,
        favour=favour,
        score=max(_strength(sentence) for sentence in own),
        spans=tuple(Span(sentence.start, sentence.end) for sentence in own),
        sentences=tuple(own),
        marks=marks,
        beneficiary=beneficiary,
        target=target,
        purpose=favours.has_purpose(sentences, own, near, before),
        question=favours.one_question(own, near, marks),
        small=favours.is_small(own, near, marks),
        concrete=favours.is_concrete(kind, own, near, marks, target, sentences),
        deadline=favours.reasoned_deadline(own, near),
        reasoned=any("deadline" in one.traits for one in (*own, *near)) and any("reason" in one.traits for one in (*own, *near)),
        renewed=favours.renewed(material, own, near, before),
        theirs_to_give=favours.theirs_to_give(material, own, near),
        offered=any("frame:was-offered" in sentence.traits and not sentence.has("reproach") for sentence in (*own, *near)),
        invited=standing.invited(material, kind, favour, beneficiary, topic),
        earlier=before,
        topic=topic,
    )


def _near(sentences: Sequence[Sentence], members: Sequence[int]) -> list[Sentence]:
    low, high = members[0] - REACH, members[-1] + REACH
    return [sentence for index, sentence in enumerate(sentences) if low <= index <= high and index not in members]


def _marks(own: Sequence[Sentence], near: Sequence[Sentence]) -> frozenset[str]:
    """The ask's own marks, and from its neighbours those that may stand in a sentence of their own."""
    marks = {mark for sentence in own for mark in MARKS if sentence.has(mark)}
    marks |= {mark for sentence in near if not kind_of(sentence) for mark in ("out", "again", "third", "known") if sentence.has(mark)}
    if any({"haste", "frame:demand"} & sentence.traits for sentence in own):
        marks.add("demanding")
    if any("frame:vague" in sentence.traits and "question" not in sentence.traits for sentence in own):
        marks.add("vague")
    return frozenset(marks)


def _target(own: Sequence[Sentence], beneficiary: Third | None) -> Mention | None:
    """Whom the introduction or meeting is with: somebody named or described who is not the one it is for."""
    mentions = [mention for sentence in own for mention in sentence.mentions if mention.kind != "pronoun"]
    if beneficiary is not None:
        mentions = [mention for mention in mentions if mention.text != beneficiary.mention.text and mention.owner != "writer"]
    order = {"reader": 0, "": 1, "writer": 2}
    return min(mentions, key=lambda mention: (order[mention.owner], mention.start), default=None)
