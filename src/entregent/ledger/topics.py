"""Whether two entries are about the same thing, whatever the words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from entregent.ledger.conversations import bare_subject
from entregent.ledger.lists import closed
from entregent.ledger.names import fold
from entregent.ledger.patterns import Pattern

if TYPE_CHECKING:
    from entregent.model.account import Entry

_WORDS = Pattern(r"[^\W\d_]{3,}")
_SUBJECT_STOP = closed(
    """
    a about after again all an and any are ask asking at back been before best big but by can chance contact could day dear did favor
    favour few fire first follow for from get good got great had has have help hello her here hey hi him his how if important in into is
    it its just last least let little lunch me message more mr mrs my need new news next not note now of off on one or our out please
    question questions quick re regarding reminder request second see she short small some thank thanks that the their them then there
    these they thing things this time to today tomorrow two update up urgent us was we week were what when who will with would year yes
    yesterday you your afin ai aide apres au aujourd aux avec avez bien bonjour bonne bonsoir bref cas ce cela ces cet cette chez cher
    chere comme coucou dans de demain demande depuis des deux disponible du elle elles en encore est et etes etre fait hier ici il ils
    important info jour journee je juste la le les leur lui ma mail mais merci mes message mon ne nos notre nous nouvelle nouvelles on
    ou oui par pas petit petite peu plus point pour quand que question questions quelque qui rappel relance reponse rapide sa salut sans
    ses si son sont sous suite sur ta tes toi ton tous tout toute tres trois tu un une urgent vos votre vous
    """
)
"""Function words and what subjects say about themselves, folded."""


@lru_cache(maxsize=8192)
def subject_topic(subject: str) -> frozenset[str]:
    """The content words of a subject, folded."""
    return frozenset(word for word in _WORDS.findall(bare_subject(subject)[0]) if word not in _SUBJECT_STOP)


def shared(one: Entry, topic: frozenset[str]) -> int:
    """How many content words an entry shares with a topic (both may mix lemmas and subject words)."""
    return len(_folded(one.topic) & topic)


@lru_cache(maxsize=8192)
def _folded(topic: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in topic)


def about_same(one: Entry, other: Entry) -> bool:
    """Two content words in common, or one where either has hardly any more."""
    common = _folded(one.topic) & _folded(other.topic)
    return len(common) >= 2 or (len(common) == 1 and min(len(one.topic), len(other.topic)) <= 2)


def folded(words: tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    """Content words without case and accents."""
    return _folded(tuple(sorted(words)))


def same_request(later: Entry, earlier: Entry) -> bool:
    """Whether two asks by the same side ask for the same thing: not the same words, but the same kind with the same target, beneficiary or
    topic, or a topic so alike that the kind may have been misread."""
    if (later.what == "work") != (earlier.what == "work"):
        return False
    same_kind = later.what == earlier.what
    if later.target and earlier.target and _same_name(later.target, earlier.target):
        return same_kind or about_same(later, earlier)
    if later.beneficiary and earlier.beneficiary:
        return _same_name(later.beneficiary, earlier.beneficiary) and (same_kind or about_same(later, earlier))
    if later.target and earlier.target and same_kind and later.what in {"intro", "meet"}:
        return False
    return about_same(later, earlier) and (same_kind or len(_folded(later.topic) & _folded(earlier.topic)) >= 3)


def _same_name(one: str, other: str) -> bool:
    first, second = set(fold(one).split()), set(fold(other).split())
    return first <= second or second <= first
