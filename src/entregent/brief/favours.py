"""Whether a request is a favour, and how it is asked. The catalogue's "Words" decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.model.roles import DECIDING, ROUTES, WORK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.brief.context import Material
    from entregent.model.brief import Earlier, Third
    from entregent.model.speech import Mention, Sentence

PUBLIC_DOMAINS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "yahoo.fr",
        "hotmail.com",
        "hotmail.fr",
        "outlook.com",
        "outlook.fr",
        "live.com",
        "live.fr",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "laposte.net",
        "aol.com",
        "icloud.com",
        "me.com",
        "gmx.net",
        "gmx.de",
        "proton.me",
        "protonmail.com",
        "bluewin.ch",
        "videotron.ca",
        "sympatico.ca",
        "skynet.be",
        "telenet.be",
    ]
)

DESK_NAMES = frozenset(
    ["service", "bureau", "desk", "support", "accueil", "secrétariat", "helpdesk", "réception", "team", "équipe", "department", "département"]
)
"""Words of a display name that make it a desk's."""
DESKS = frozenset(
    [
        "info",
        "contact",
        "support",
        "help",
        "helpdesk",
        "press",
        "presse",
        "service",
        "sales",
        "recruitment",
        "recrutement",
        "jobs",
        "careers",
        "emplois",
        "hr",
        "rh",
        "office",
        "secretariat",
        "admin",
        "accueil",
        "billing",
        "compta",
    ]
)


def is_favour(material: Material, kind: str, own: Sequence[Sentence], beneficiary: Third | None) -> bool:
    """A favour unless it is work by its words, by the role of the asked person, by a shared organisation, or a claim to what is owed."""
    if kind == "work" or (kind in {"contacts", "intro", "advice"} and any("frame:in-charge" in sentence.traits for sentence in own)):
        return False
    if kind == "contacts" and max(sentence.favour for sentence in own) < 0.8 and _work_around(material, own):
        return False
    traits = {trait for sentence in own for trait in sentence.traits}
    if "commerce" in traits and kind in {"money", "favour", "advice"}:
        return False
    private = beneficiary is not None and beneficiary.mention.kind == "kin"
    if private:
        return True
    theirs = role(material)
    if theirs in WORK or routed(theirs, kind):
        return theirs == "colleague" and kind in {"endorse", "job", "money"}
    return not same_organisation(material) or kind in {"endorse", "money"}


def _work_around(material: Material, own: Sequence[Sentence]) -> bool:
    """Whether the draft asks for work beside this: a doubtful "who else" in it belongs to that work."""
    return any(sentence.score("ask:work") >= 0.5 for sentence in material.draft.speech.sentences if sentence not in own)


def routed(role: str, kind: str) -> bool:
    """Whether it is the role's own work to answer such an ask."""
    kinds = ROUTES.get(role, frozenset())
    return kinds is None or kind in kinds


def role(material: Material) -> str:
    """The asked person's role: as said, else as their address shows it."""
    return material.role or ("recruiter" if is_recruiter(material) else "desk" if is_desk(material) else "")


def same_organisation(material: Material) -> bool:
    """Whether asker and asked write from one organisation's domain."""
    mine, theirs = material.domains
    return bool(mine) and mine == theirs and mine not in PUBLIC_DOMAINS


def is_desk(material: Material) -> bool:
    """Whether the recipient's address or name is a desk's and not a person's."""
    if material.asked is None:
        return False
    named = set(material.asked.name.lower().replace("'", " ").split()) & DESK_NAMES
    return bool(named) or any(address.split("@")[0].split("+")[0] in DESKS for address in material.asked.addresses)


def is_recruiter(material: Material) -> bool:
    """Whether the recipient writes from a recruiter's domain."""
    return any(word in material.domains[1] for word in ("recrut", "recruit", "talent", "interim", "staffing", "headhunt", "personnel"))


def has_purpose(sentences: Sequence[Sentence], own: Sequence[Sentence], near: Sequence[Sentence], before: Sequence[Earlier]) -> bool:
    """Whether it is said concretely what the introduction, meeting or time is for: here, or when the same was asked before."""
    if any(sentence.has("purpose") for sentence in (*own, *near)):
        return True
    if any("purpose" in earlier.entry.marks for earlier in before):
        return True
    return any(sentence.score("purpose") >= 0.6 for sentence in sentences)


ACTING = frozenset(
    f"lex:{name}" for name in ("introduce", "pass", "recommend", "hire", "meet", "send", "lend", "share", "cv", "reference", "interview", "review")
)
"""Classes of verbs and things by which the reader would do more than answer."""


def one_question(own: Sequence[Sentence], near: Sequence[Sentence], marks: frozenset[str]) -> bool:
    """One precise question that can be answered without acting for anybody: a question, said to be small, and no verb of acting in it."""
    if marks & {"vague", "miracle"} or any(sentence.traits & ACTING for sentence in own):
        return False
    asking = [sentence for sentence in own if "question" in sentence.traits]
    if not asking and not any("lex:question" in sentence.traits for sentence in own):
        return False
    small = any("small" in sentence.traits for sentence in (*own, *near))
    return small or (len(asking) == 1 and "wh" in asking[0].traits and asking[0].has("ask:advice"))


def is_small(own: Sequence[Sentence], near: Sequence[Sentence], marks: frozenset[str]) -> bool:
    """Two minutes: by its words, or a plain question."""
    said = any("small" in sentence.traits and "negated" not in sentence.traits for sentence in own)
    return said or one_question(own, near, marks)


def is_concrete(
    kind: str, own: Sequence[Sentence], near: Sequence[Sentence], marks: frozenset[str], target: Mention | None, sentences: Sequence[Sentence]
) -> bool:
    """Whether it can be answered or done as it stands. Contacts need a person, a public notice, or an interest and goal.

    What lets the recipient choose may stand anywhere in the draft.
    """
    if kind == "contacts":
        told = any(sentence.has("purpose") or {"frame:notice", "frame:goal"} & sentence.traits for sentence in (*own, *near))
        goal = any("frame:goal" in sentence.traits for sentence in sentences)
        return told or goal or (target is not None and target.kind == "name")
    if "vague" not in marks:
        return True
    return any(sentence.has("purpose") or ("wh" in sentence.traits and not sentence.has("vague")) for sentence in (*own, *near))


def reasoned_deadline(own: Sequence[Sentence], near: Sequence[Sentence]) -> bool:
    """A day by which, with its reason, in the ask or beside it."""
    dated = any("deadline" in sentence.traits for sentence in (*own, *near))
    return (dated and any("reason" in sentence.traits for sentence in (*own, *near))) or (
        dated and any("haste" not in sentence.traits for sentence in own)
    )


def renewed(material: Material, own: Sequence[Sentence], near: Sequence[Sentence], before: Sequence[Earlier]) -> bool:
    """Whether something makes this another request than the earlier one: new facts, a reminder asked for, a missing attachment."""
    if not before:
        return False
    if any({"frame:resend", "frame:new-fact", "frame:asked-reminder"} & sentence.traits for sentence in (*own, *near)):
        return True
    last = before[-1].entry
    return any(entry.by == "other" and entry.kind == "invitation" and entry.date > last.date for entry in material.account.entries)


def theirs_to_give(material: Material, own: Sequence[Sentence], near: Sequence[Sentence]) -> bool:
    """Whether the asked person decides on the outcome: by role, or as the draft says."""
    if role(material) in DECIDING:
        return True
    return any("frame:decides" in sentence.traits for sentence in (*own, *near))
