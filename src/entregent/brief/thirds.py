"""Third persons of a draft, and what shows that the recipient knows them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from entregent.model.brief import Third
from entregent.model.speech import Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from entregent.brief.context import Material
    from entregent.model.speech import Sentence, Speech

BACK = 5
"""How many sentences before an ask introduce whom it is for."""
KNOWN = 0.7
"""From this score on, the reader's `known` is taken for evidence that recipient and third person know each other."""

_WRITERS = re.compile(
    r"^(?:my|our|mon|ma|mes|notre|nos|one of (?:my|our)|une? de (?:mes|nos)|l['’]une? de (?:mes|nos))\b"
    r"|\b(?:of|de|d['’]) ?(?:mine|ours|my|our|mes|mon|ma|nos|notre)\b|\bà moi\b"
    r"|^(?:an?|une?|the|le|la|l['’]) ?(?:\w+ ){0,2}(?:friend|mate|pal|buddy|cousin|niece|nephew|neighbou?r|acquaintance|lad next door)"
    r"|^(?:une?|l['’]|le|la) ?(?:\w+ ){0,2}(?:amie?|copain|copine|pote|cousine?|nièce|neveu|voisine?|connaissance)",
    re.IGNORECASE,
)

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
    before = list(reversed(sentences[max(0, members[0] - BACK) : members[0]]))
    after = sentences[members[-1] + 1 : members[-1] + 2]
    mention = None
    if any(sentence.has("third") for sentence in own) or "third" in marks:
        mention = _first(own, _mine) or _first(before, _mine) or _first(own, _named) or _first(before, _named) or _first(after, _mine)
        mention = mention or _first(own, _anybody) or Mention(own[0].start, own[0].start, "", "pronoun", "", "", "")
    elif not _for_writer(own):
        mention = _first(own, _mine)
        if mention is None and any(_speaks_of_third(sentence) for sentence in own):
            mention = _first(before, _mine)
    return third(material, mention, sentences) if mention else None


def third(material: Material, mention: Mention, sentences: Sequence[Sentence]) -> Third:
    """The third person with what shows that the recipient knows them."""
    known_by, evidence = _known(material, mention, sentences)
    return Third(mention, known_by, evidence, mine=mention.owner == "writer" and mention.head in MINE)


def _first(sentences: Sequence[Sentence], fits: Callable[[Mention], bool]) -> Mention | None:
    return next((mention for sentence in sentences for mention in sentence.mentions if fits(mention)), None)


def _mine(mention: Mention) -> bool:
    """Somebody who by the words is the writer's: "my niece", "a friend", "one of my students"; not any child or colleague that is mentioned."""
    return mention.owner == "writer" and bool(_WRITERS.search(mention.text))


def _named(mention: Mention) -> bool:
    return mention.kind == "name" and mention.owner != "reader"


def _anybody(mention: Mention) -> bool:
    return mention.owner != "reader"


def _for_writer(own: Sequence[Sentence]) -> bool:
    """Whether the asking words themselves say that it is for the writer ("introduce me to my cousin's boss")."""
    return any({"lex:ME", "lex:US"} & sentence.traits and not _first([sentence], _mine) for sentence in own)


def _speaks_of_third(sentence: Sentence) -> bool:
    pronoun = any(mention.kind == "pronoun" for mention in sentence.mentions)
    return pronoun or bool({"lex:SHE", "lex:THEIR", "lex:THEY"} & sentence.traits)


def _known(material: Material, mention: Mention, sentences: Sequence[Sentence]) -> tuple[str, tuple[str, ...]]:
    about = _about(mention, sentences)
    if mention.owner == "reader":
        return "draft", ()
    if not any(_strangers(sentence) for sentence in about) and any(_tells_tie(sentence, mention) for sentence in about):
        return "draft", ()
    names = {fold(mention.name)} if mention.name else set()
    for name in sorted(names):
        if material.links.get(name):
            return "history", material.links[name]
    return "", ()


def _about(mention: Mention, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that speak of the mentioned person: where they are named, and what follows it with a pronoun."""
    found = []
    following = False
    for sentence in sentences:
        named = sentence.start <= mention.start < sentence.end or (
            bool(mention.name) and any(other.name and _same_name(other.name, mention.name) for other in sentence.mentions)
        )
        if named or (following and _speaks_of_third(sentence)):
            found.append(sentence)
            following = True
    return found


def _same_name(one: str, other: str) -> bool:
    first, second = fold(one).split(), fold(other).split()
    return bool(set(first) & set(second))


def _strangers(sentence: Sentence) -> bool:
    """The draft says that the two do not know each other ("you haven't met him")."""
    return "negated" in sentence.traits and bool({"lex:know", "lex:meet"} & sentence.traits) and bool({"lex:YOU", "subject:you"} & sentence.traits)


def _tells_tie(sentence: Sentence, mention: Mention) -> bool:
    """The draft says that they know each other: the reader did something with them, or they greet the reader."""
    if sentence.score("known") >= KNOWN:
        return True
    if "question" in sentence.traits or "negated" in sentence.traits:
        return False
    together = "subject:you" in sentence.traits and "past" in sentence.traits and not {"modal", "conditional"} & sentence.traits
    return together and any(other.start >= sentence.start for other in sentence.mentions if other.text == mention.text or other.kind != "post")
