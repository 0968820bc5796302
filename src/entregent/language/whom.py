"""Who gains by what is asked, where that is neither the writer nor the reader: read from the ask and the sentences around it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from entregent.model.speech import ASKS, Mention, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BACK = 5
"""How many sentences before an ask may introduce whom it is for."""
NEAR = 3
"""The same where nothing but a pronoun speaks for a third person."""
_MEETS = frozenset({"ask:intro", "ask:contacts", "ask:meet"})
"""Asks whose pronouns mostly mean whom one is to meet, not who gains."""


@cache
def _writers() -> re.Pattern[str]:
    """Somebody who by the words is the writer's; not any child or colleague that is mentioned."""
    return re.compile(
        r"^(?:my|our|mon|ma|mes|notre|nos|one of (?:my|our)|une? de (?:mes|nos)|l['’]une? de (?:mes|nos))\b"
        r"|\b(?:of|de|d['’]) ?(?:mine|ours|my|our|mes|mon|ma|nos|notre)\b|\bà moi\b"
        r"|^(?:an?|the) (?:\w+ ){0,2}(?:friend|mate|pal|buddy|cousin|niece|nephew|neighbou?r|acquaintance|lad next door)"
        r"|^(?:une?|le|la|l['’]) ?(?:\w+ ){0,2}(?:amie?|copain|copine|pote|cousine?|nièce|neveu|voisine?|connaissance)",
        re.IGNORECASE,
    )


@cache
def _for_me() -> re.Pattern[str]:
    """Wording by which the writer gains: "introduce me", "pour moi", "vous me donneriez"."""
    return re.compile(
        r"\b(?:introduce|connect|meet|help|give|get|send|put|let|recommend|refer|tell|show|lend|write|find|for) (?:me|us)\b|\bwith (?:me|us)\b"
        r"|\b(?:pour|avec|à|chez) (?:moi|nous)\b|-moi\b|(?<!je )(?<!j['’])\bme (?!permets|demand)\w+|\bm['’](?!appelle)\w+",
        re.IGNORECASE,
    )


@cache
def _of_third() -> re.Pattern[str]:
    return re.compile(r"\b(?:his|her|hers|their|theirs|him|them|son|sa|ses|leur|leurs|lui)\b", re.IGNORECASE)


def with_gains(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those that ask something with `gains` set to the third person who gains, where there is one."""
    return tuple(replace(sentence, gains=_gains(sentences, number)) if sentence.has(*ASKS) else sentence for number, sentence in enumerate(sentences))


@cache
def _along() -> re.Pattern[str]:
    """The third person only comes along."""
    return re.compile(
        r"\b(?:com(?:es?|ing)|tags?|tagging|travell?(?:s|ing)) (?:along|with me|with us)|\bbring(?:ing)? (?:my|our)\b"
        r"|\b(?:m['’]|nous )accompagn|\bvien(?:t|dra|drait) (?:simplement )?avec (?:moi|nous)|\bsera du voyage",
        re.IGNORECASE,
    )


def _gains(sentences: Sequence[Sentence], number: int) -> Mention | None:
    own = sentences[number]
    if any(_along().search(sentence.text) for sentence in sentences[max(0, number - 2) : number + 3]):
        return None
    before = list(reversed(sentences[max(0, number - BACK) : number]))
    if own.has("third"):
        return _told(own, before, sentences[number + 1 : number + 2])
    kind = max((act for act in own.acts if act.label in ASKS), key=lambda act: act.score).label
    if own.has("out") or kind in _MEETS or (_for_me().search(own.text) and not _first([own], _kin)):
        return None
    return _first([own], _kin) or (_first(before[:NEAR], _kin) if _speaks_of_third(own) else None)


def _told(own: Sentence, before: Sequence[Sentence], after: Sequence[Sentence]) -> Mention:
    """The reader hears a third person: the likeliest of those that are mentioned, or nobody in particular."""
    heard = [sentence for sentence in before if sentence.has("third")]
    pronoun = _speaks_of_third(own)
    tries = (
        ([own], _mine),
        (heard if pronoun else (), _somebody),
        (before, _mine),
        ([own], _named),
        (heard, _somebody),
        (before, _named),
        (after, _mine),
        ([own], _anybody),
    )
    readers = next((mention for mention in own.mentions if mention.owner == "reader" and mention.kind != "pronoun"), None)
    found = next((mention for where, fits in tries[:-1] for mention in [_first(where, fits)] if mention), None) or readers
    found = found or next((mention for where, fits in tries for mention in [_first(where, fits)] if mention), None)
    return found or Mention(own.start, own.start, "", "pronoun", "", "", "")


def _first(sentences: Iterable[Sentence], fits: Callable[[Mention], bool]) -> Mention | None:
    return next((mention for sentence in sentences for mention in sentence.mentions if fits(mention)), None)


def _mine(mention: Mention) -> bool:
    return mention.owner == "writer" and bool(_writers().search(mention.text))


def _kin(mention: Mention) -> bool:
    return mention.kind == "kin" and _mine(mention)


def _somebody(mention: Mention) -> bool:
    return mention.kind in {"kin", "name"} and mention.owner != "reader"


def _named(mention: Mention) -> bool:
    return mention.kind == "name" and mention.owner != "reader"


def _anybody(mention: Mention) -> bool:
    return mention.owner != "reader"


def _speaks_of_third(sentence: Sentence) -> bool:
    return any(mention.kind == "pronoun" for mention in sentence.mentions) or bool(_of_third().search(sentence.text))
