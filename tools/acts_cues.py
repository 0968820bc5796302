"""Cues alone: what a sentence does, told from its frames and the classes of its words without any learning. The measure that the act reader has
to beat (`make evaluate`). A fair attempt: the frames of asking, and what is asked by the classes of verbs and things beside them."""

from __future__ import annotations

from entregent.language.grammar import traits
from entregent.language.reader import parse

ASKING = frozenset({"frame:polite", "frame:hint", "frame:demand", "frame:vague", "frame:miracle"})
KINDS = (
    (frozenset({"lex:introduce", "lex:intro"}), "ask:intro"),
    (frozenset({"lex:reference", "lex:recommend"}), "ask:endorse"),
    (frozenset({"lex:cv", "lex:interview", "lex:hire", "lex:job"}), "ask:job"),
    (frozenset({"lex:contact"}), "ask:contacts"),
    (frozenset({"lex:review", "lex:feedback"}), "ask:review"),
    (frozenset({"lex:coffee", "lex:meeting", "lex:meet"}), "ask:meet"),
    (frozenset({"lex:advice", "lex:advise"}), "ask:advice"),
    (frozenset({"lex:money", "lex:free"}), "ask:money"),
    (frozenset({"lex:lend", "lex:share", "lex:access", "lex:favour", "lex:help"}), "ask:favour"),
)
"""What is asked, by the classes of the sentence's words; the most telling first."""
PLAIN = {
    "frame:again": "again",
    "frame:out": "out",
    "frame:thanks-form": "thanks-form",
    "frame:thanks-done": "thanks",
    "frame:reproach": "reproach",
    "frame:blame": "reproach",
    "frame:report": "report",
    "frame:promise": "promise",
    "frame:decline": "decline",
    "frame:accept": "accept",
    "frame:apology": "apology",
    "frame:offer": "offer",
    "frame:invite": "invite",
    "frame:introducing": "intro",
    "frame:help-given": "help",
}
MARKS = {"frame:vague": "vague", "frame:demand": "demanding", "frame:miracle": "miracle", "frame:known": "known", "frame:purpose": "purpose"}


def cues(text: str, language: str, index: int, count: int) -> frozenset[str]:
    """The labels of sentence `index` of `count` in a message, by cues alone."""
    row = parse(text, language)
    found = traits.traits(row.words, row.hits, row.acts, text, index, count)
    labels = {label for frame, label in PLAIN.items() if frame in found}
    asks = bool(ASKING & found) or ("question" in found and "subject:you" in found) or "lex:PLEASE" in found
    if "thanks" in labels:
        labels.discard("thanks-form")
    if asks and not labels & {"thanks", "thanks-form", "reproach", "report", "decline"}:
        labels.add(next((kind for words, kind in KINDS if words & found), "ask:work"))
        labels |= {label for frame, label in MARKS.items() if frame in found}
        if {"lex:kin", "lex:friend", "lex:protege"} & found and "lex:MY" in found:
            labels.add("third")
    return frozenset(labels)
