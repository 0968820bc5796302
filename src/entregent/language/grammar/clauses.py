"""Who does what to whom: a shallow reading of clauses, the same for both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.grammar.lexicon import Lexeme
    from entregent.language.grammar.phrases import Hit

_BREAKS = frozenset(',;:.!?()…«»"“”[]') | {"...", "!!", "??", "?!"}
_LINKS = frozenset({"AND", "IF", "BECAUSE", "WHO", "WHEN", "WHAT"})
_PERSONS = {"ME": "me", "US": "us", "YOU": "you", "SHE": "they", "THEY": "they", "IT": "it", "ONE": "one"}
_PEOPLE = {
    "kin": "kin",
    "friend": "kin",
    "protege": "kin",
    "role": "role",
    "ONE": "one",
    "gatekeeper": "role",
    "NAME": "name",
    "GIVEN": "name",
    "TITLE": "name",
}
_DETERMINERS = frozenset({"THE", "MY", "YOUR", "THEIR", "ANY"})
_HELPERS = frozenset({"CAN", "MAY", "MUST", "WILL", "DO", "HAVE", "BE"})
_OBJECTS_FR = frozenset(
    {
        "me",
        "m'",
        "te",
        "t'",
        "lui",
        "leur",
        "le",
        "la",
        "les",
        "l'",
        "moi",
        "-moi",
        "toi",
        "-toi",
        "eux",
        "se",
        "s'",
        "y",
        "en",
        "-lui",
        "-leur",
        "-le",
        "-la",
        "-les",
    }
)
_OBJECTS_EN = frozenset({"me", "us", "him", "them"})
_INVERTED = frozenset({"-vous", "-tu", "-il", "-elle", "-je", "-on", "-nous", "-t-il", "-t-elle", "-ils", "-elles", "-t-on"})


class Clause(NamedTuple):
    """A verb with what belongs to it. `subject`: me, us, you, they, it, one, name, kin, role or ""; `mood`: c conditional, f future, p present, d
    past,
    m imperative, n infinitive, g -ing; `verb`: lemma; `classes`: of the verb; `objects`: persons it is done to or for; `things`: classes of nouns
    after it."""

    subject: str
    mood: str
    negated: bool
    question: bool
    helper: str
    verb: str
    classes: tuple[str, ...]
    objects: tuple[str, ...]
    things: tuple[str, ...]
    at: int

    @property
    def key(self) -> tuple[object, ...]:
        """What the model tells clauses apart by: all but verb and place."""
        return (self.subject, self.mood, self.negated, self.question, self.classes, self.objects, self.things)


class _State:
    """What has been heard of the clause so far."""

    __slots__ = ("aux", "before", "first", "helper", "mood", "negated", "subject", "wh")

    def __init__(self, wh: bool = False, before: str = "") -> None:
        self.subject = ""
        self.before = before  # a person named just before a comma: "Sam, a friend of mine, told me"
        self.mood = ""
        self.helper = ""
        self.aux = ""
        self.negated = False
        self.first = True
        self.wh = wh


def clauses(words: Sequence[Lexeme], hits: Sequence[Hit]) -> list[Clause]:
    """The clauses of a sentence, in order of their verbs."""
    spans: dict[int, list[str]] = {}
    for hit in hits:
        if not hit.name.startswith("frame:"):
            spans.setdefault(hit.start, []).append(hit.name)
    found: list[Clause] = []
    state = _State()
    for at, word in enumerate(words):
        first = word.classes[0] if word.classes else ""
        if word.form in _BREAKS or first in _LINKS:
            state = _State(first in ("WHAT", "WHO"), (state.subject or state.before) if word.form == "," and state.first else "")
            continue
        person = _PERSONS.get(first)
        if person is not None:
            _hear_person(state, word, person, words, at)
        elif first == "NOT":
            state.negated = True
        elif word.kind == "verb" and word.analyses and not (at and words[at - 1].classes[:1] and words[at - 1].classes[0] in _DETERMINERS):
            clause = _hear_verb(state, word, first, at, words, spans.get(at, []))
            if clause is not None:
                found.append(clause)
        elif first in _PEOPLE and not state.subject and state.first:
            state.subject = _PEOPLE[first]
            continue
        elif not first and word.capital and at and not state.subject:
            state.subject = "name"
        if first not in ("PLEASE", "GREET", "EVER", "AND"):
            state.first = state.first and (first in ("MY", "YOUR", "THE", "THEIR", "NOT", "OF") or word.capital or person is not None)
    return found


def _hear_person(state: _State, word: Lexeme, person: str, words: Sequence[Lexeme], at: int) -> None:
    if word.form in _INVERTED:
        state.subject = person
    elif word.form in _OBJECTS_FR or word.form in _OBJECTS_EN:
        return
    elif not state.subject:
        state.subject = person
    elif at + 1 < len(words) and words[at + 1].kind == "verb":
        # "I was hoping you might": a new subject before its own verb.
        state.subject, state.helper, state.mood = person, "", ""


def _mood(word: Lexeme, state: _State) -> str:
    moods = {a[0] for a in word.analyses}
    if state.subject == "" and state.first and ("m" in moods or ("n" in moods and not word.form.endswith(("er", "ir", "re")))):
        return "m"
    for mood in "cfsidqgpnm":
        if mood in moods:
            return "d" if mood in "iq" else mood
    return ""


def _hear_verb(state: _State, word: Lexeme, first: str, at: int, words: Sequence[Lexeme], phrases: list[str]) -> Clause | None:
    mood = _mood(word, state)
    if first in _HELPERS and not phrases:
        state.helper = state.helper or first
        state.aux = first
        if mood in "cf" or not state.mood:
            state.mood = mood
        if not state.subject:
            state.subject = _by_ending(word)
        state.first = False
        if first not in ("BE", "HAVE", "DO") or _verb_follows(words, at):
            return None
    subject = state.subject or _by_ending(word) or (state.before if mood in ("d", "p", "c", "f") else "")
    whole = state.mood if state.helper and state.mood in ("c", "f", "d") else "d" if state.helper == "HAVE" else mood
    if state.helper in ("CAN", "MAY", "MUST") and whole not in ("c", "f"):
        whole = "o"
    if whole == "m" and state.helper:
        whole = "p"
    question = state.wh or (bool(state.helper) and at > 1 and words[at - 1].classes[:1] == ("YOU",))
    objects, things = _after(words, at)
    objects = (
        tuple(_PERSONS[w.classes[0]] for w in words[max(0, at - 3) : at] if w.form in _OBJECTS_FR and w.classes and w.classes[0] in _PERSONS)
        + objects
    )
    classes = tuple(dict.fromkeys([*phrases, *word.classes]))
    clause = Clause(subject, whole, state.negated, question, state.helper, word.lemma, classes, objects, things, at)
    state.first = False
    state.helper = ""
    state.negated = False
    if whole != "m":
        state.subject = subject
    return clause


def _by_ending(word: Lexeme) -> str:
    persons = {a[-1] for a in word.analyses if len(a) > 1}
    if persons == {"2"}:
        return "you"
    if persons == {"1"}:
        return "me"
    return ""


def _verb_follows(words: Sequence[Lexeme], at: int) -> bool:
    for word in words[at + 1 : at + 5]:
        if word.form in _BREAKS:
            return False
        if word.kind == "verb" and word.analyses:
            return True
        if word.classes and word.classes[0] in ("THE", "OF", "FOR", "TO", "MY", "YOUR"):
            return False
    return False


def _after(words: Sequence[Lexeme], at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    objects, things = [], []
    for k, word in enumerate(words[at + 1 : at + 9]):
        if word.form in (".", "?", "!", ";", ":"):
            break
        first = word.classes[0] if word.classes else ""
        if word.form == "her" and stands_alone(words, at + 1 + k):
            objects.append("they")
        elif first in _PERSONS and first != "IT":
            objects.append(_PERSONS[first])
        elif first in _PEOPLE:
            objects.append(_PEOPLE[first])
        elif first and first.islower() and word.kind == "noun":
            things.append(first)
        elif word.capital and not first:
            objects.append("name")
        elif word.kind == "verb" and word.can("c", "f", "p", "i") and not word.can("n", "q", "m"):
            break
    return tuple(dict.fromkeys(objects)), tuple(dict.fromkeys(things))


_AFTER_HER = frozenset(
    {"TO", "OF", "FOR", "WITH", "AND", "IF", "WHEN", "WHAT", "WHO", "BECAUSE", "THE", "MY", "YOUR", "TIME", "DAY", "ONE", "ANY", "AGAIN", "HASTE"}
)


def stands_alone(words: Sequence[Lexeme], at: int) -> bool:
    """Whether "her" at `at` is a person ("with her.") and not an owner ("her report")."""
    if at + 1 >= len(words):
        return True
    following = words[at + 1]
    return not following.form[0].isalnum() or (bool(following.classes) and following.classes[0] in _AFTER_HER)
