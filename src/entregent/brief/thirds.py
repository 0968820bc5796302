"""Third persons of a draft, and what shows that the recipient knows them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from entregent.model.brief import Third
from entregent.model.speech import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.brief.context import Material
    from entregent.model.speech import Sentence, Speech

BACK = 4
"""How many sentences before an ask introduce whom it is for."""

MINE = frozenset(
    [
        "colleague",
        "employee",
        "client",
        "customer",
        "patient",
        "pupil",
        "apprentice",
        "intern",
        "trainee",
        "assistant",
        "team",
        "teammate",
        "collègue",
        "employé",
        "employée",
        "salarié",
        "salariée",
        "cliente",
        "patiente",
        "élève",
        "apprenti",
        "apprentie",
        "stagiaire",
        "assistante",
        "équipe",
    ]
)
"""Heads of people for whom the writer stands in a role of their own ("one of my pupils")."""


def names_to_look_up(speech: Speech) -> tuple[str, ...]:
    """The proper names of third persons in a draft, folded, for `app` to look up who knows them."""
    return tuple(sorted({fold(mention.name) for sentence in speech.sentences for mention in sentence.mentions if mention.name}))


def fold(name: str) -> str:
    """Lower case without accents, blanks single: how names are compared."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"\s+", " ", "".join(char for char in plain if not unicodedata.combining(char))).strip().lower()


def beneficiary(material: Material, sentences: Sequence[Sentence], members: Sequence[int], marks: frozenset[str]) -> Third | None:
    """Who gains by the ask, where that is neither writer nor reader; None where the writer gains."""
    own = [sentences[index] for index in members]
    if not any(sentence.has("third") for sentence in own) and "third" not in marks:
        return None
    before = sentences[max(0, members[0] - BACK) : members[0]]
    after = sentences[members[-1] + 1 : members[-1] + 2]
    mention = _best(own) or _best(list(reversed(before))) or _best(after) or _any(own)
    if mention is None:
        mention = Mention(own[0].start, own[0].start, "", "pronoun", "", "", "")
    return third(material, mention, sentences)


def third(material: Material, mention: Mention, sentences: Sequence[Sentence]) -> Third:
    """The third person with what shows that the recipient knows them."""
    known_by, evidence = _known(material, mention, sentences)
    return Third(mention, known_by, evidence, mine=mention.owner == "writer" and mention.head in MINE)


def _best(sentences: Sequence[Sentence]) -> Mention | None:
    """The first sentence's likeliest: somebody of the writer's, then a name that is nobody's."""
    for sentence in sentences:
        mentions = [mention for mention in sentence.mentions if mention.kind != "pronoun" and mention.owner != "reader"]
        chosen = next((mention for mention in mentions if mention.owner == "writer"), None) or next(
            (mention for mention in mentions if mention.kind == "name"), None
        )
        if chosen is not None:
            return chosen
    return None


def _any(sentences: Sequence[Sentence]) -> Mention | None:
    return next((mention for sentence in sentences for mention in sentence.mentions), None)


def _known(material: Material, mention: Mention, sentences: Sequence[Sentence]) -> tuple[str, tuple[str, ...]]:
    if mention.owner == "reader" or any(sentence.has("known") for sentence in sentences):
        return "draft", ()
    names = {fold(mention.name)} if mention.name else set()
    names |= {fold(other.name) for sentence in sentences for other in sentence.mentions if other.name and other.owner != "reader" and not names}
    for name in sorted(names):
        if material.links.get(name):
            return "history", material.links[name]
    return "", ()
