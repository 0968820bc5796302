"""Entries of one message: what its sentences ask, offer, thank for and so on, before anything is known of other messages."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from entregent.ledger.due import due
from entregent.ledger.heard import Heard, calls_another, names_them
from entregent.ledger.names import fold
from entregent.ledger.patterns import Pattern
from entregent.ledger.topics import folded, subject_topic
from entregent.model.account import Entry, EntryKind
from entregent.model.speech import ASKS, MARKS, Mention, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

LIKELY = 0.5
"""An act that nothing around it speaks for is entered where it is likelier than not."""
NEAR = 0.25
"""An act that the conversation speaks for (thanks right after help) is entered from here."""
_ASK = 0.4
"""Requests are entered from here: missing one hides all that was answered to it."""
_SURE_REPROACH = 0.7
"""A reproach put into somebody's mouth is worse than one passed over, and in real mail there are next to none."""
_TALE = 30
"""A statement of so many words that neither asks nor orders is seldom a request: it must be likelier than not, clearly."""
_REPORT = 20
_TOLD = 0.95
_READER = Pattern(
    r"\b(?:you|your|yours|yourself|u|ur|please|pls|vous|votre|vos|tu|te|toi|ton|ta|tes|svp|stp)\b|\bt'|-(?:vous|tu|toi|moi)\b|\by'all\b"
)
"""Words that turn to the reader; folded."""
_FEW = 4
"""Further people on a message that introduces somebody; more make it a circular."""
_BACK = 4
"""How many sentences before an ask may introduce whom it is for."""
_PLAIN: dict[str, EntryKind] = {
    "offer": "offer", "invite": "invitation", "thanks": "thanks", "promise": "promise", "report": "report", "reproach": "reproach",
    "apology": "apology", "intro": "introduction",
}  # fmt: skip


def key_of(message_id: str, kind: str, start: int, end: int) -> str:
    """A stable name: the same message read the same way has the same keys after any rebuild."""
    return hashlib.blake2s(f"{message_id}\0{kind}\0{start}\0{end}".encode(), digest_size=8).hexdigest()


def entry(heard: Heard, kind: EntryKind, sentence: Sentence | None, score: float, what: str = "") -> Entry:
    """An entry at a sentence; at the message as a whole where there is none (an attachment, a language that is not read)."""
    start, end, quote = (sentence.start, sentence.end, sentence.text) if sentence else (0, 0, "")
    topic = tuple(sorted(folded(sentence.topic if sentence else ()) | subject_topic(heard.message.subject)))
    return Entry(
        key_of(heard.message.id, kind, start, end), kind, heard.by, heard.message.id, heard.date, heard.day, start, end, quote, round(score, 4),
        what=what, topic=topic,
    )  # fmt: skip


def reaches(heard: Heard, kind: str, sentence: Sentence) -> bool:
    """Whether an act is meant for the other side: in Cc or a circular, only what calls them by name, and whatever introduces."""
    if heard.message.kind in {"list", "machine"} or heard.place == "hidden":
        return False
    if calls_another(sentence.text, heard):
        return False
    if heard.place == "to" and not heard.circular:
        return True
    if heard.place == "to" and kind in {"thanks", "apology"}:
        return True
    return kind == "introduction" or names_them(sentence.text, heard)


def plain_entries(heard: Heard) -> list[Entry]:
    """Offers, invitations, thanks, promises, reports, reproaches, apologies and introductions, each run of adjacent sentences once."""
    found: list[Entry] = []
    latest: dict[EntryKind, tuple[int, int]] = {}
    for number, sentence, scores in heard.marked:
        for label, score in scores.items():
            kind = _PLAIN.get(label)
            if kind is None or score < _least(kind) or not reaches(heard, kind, sentence):
                continue
            if kind == "introduction" and not _introduces(heard, sentence):
                continue
            before, place = latest.get(kind, (-5, 0))
            if number - before == 1:
                found[place] = _extended(heard, found[place], sentence, score)
            else:
                place = len(found)
                found.append(_plain(heard, kind, sentence, score))
            latest[kind] = (number, place)
    return found


def _least(kind: EntryKind) -> float:
    return NEAR if kind == "thanks" else _SURE_REPROACH if kind == "reproach" else LIKELY


def _plain(heard: Heard, kind: EntryKind, sentence: Sentence, score: float) -> Entry:
    made = entry(heard, kind, sentence, score)
    people = [mention for mention in sentence.mentions if mention.kind != "pronoun"]
    if people and kind in {"introduction", "promise", "invitation", "offer"}:
        made = replace(made, target=_label_of(people[0]))
    return replace(made, due=due(sentence.text, heard.day)) if kind == "promise" else made


def _introduces(heard: Heard, sentence: Sentence) -> bool:
    """An introduction calls by name somebody who is on the message too, one of a few; or gives a name with an address to write to."""
    if 1 <= len(heard.others) <= _FEW:
        words = set(fold(sentence.text).replace(",", " ").replace(".", " ").replace(":", " ").split())
        return not words.isdisjoint(heard.others_names)
    return any(mention.name for mention in sentence.mentions) and "@" in heard.message.body


def _extended(heard: Heard, made: Entry, sentence: Sentence, score: float) -> Entry:
    """The entry with one more sentence; the key stays the first sentence's, the words are those of the surer one."""
    topic = tuple(sorted(set(made.topic) | folded(sentence.topic)))
    quote = sentence.text if score > made.score else made.quote
    known = made.due or (due(sentence.text, heard.day) if made.due is None and made.kind in {"ask", "promise"} else None)
    return replace(made, end=sentence.end, topic=topic, quote=quote, score=max(made.score, round(score, 4)), due=known)


def asks(heard: Heard) -> list[Entry]:
    """The requests of a message, several sentences that make one request as one entry, with the marks of sentences beside them."""
    sentences = heard.speech.sentences
    found: list[tuple[Entry, list[int]]] = []
    for number, sentence, _ in heard.marked:
        what, score = asked(sentence)
        if (
            not what
            or score < _floor(sentence)
            or not any(word.isalpha() for word in sentence.text.rstrip("?!. ").split())
            or not reaches(heard, "ask", sentence)
            or (what == "work" and heard.circular)
        ):
            continue
        place = _same_ask(found, what, number, sentence, sentences)
        if place is None:
            made = replace(entry(heard, "ask", sentence, score, what), marks=_marks(sentence), due=due(sentence.text, heard.day))
            found.append((made, [number]))
        else:
            made, numbers = found[place]
            near = number - numbers[-1] <= 2
            grown = _extended(heard, made, sentence, score)
            if score > made.score and made.what != what and not (made.what != "work" and what == "work"):
                grown = replace(grown, what=what)
            found[place] = (replace(grown, marks=made.marks | _marks(sentence), end=grown.end if near else made.end), [*numbers, number])
    taken = {number for _, numbers in found for number in numbers}
    result = []
    for made, numbers in found:
        marks = made.marks | _marks_beside(sentences, numbers, taken)
        result.append(_with_people(replace(made, marks=marks), sentences, numbers))
    return result


def _floor(sentence: Sentence) -> float:
    """How likely a request must be to be entered. In real mail long sentences that neither ask nor order and never turn to the reader are read as
    requests ten times as often as they are some."""
    if not sentence.traits.isdisjoint({"question", "imperative"}) or "?" in sentence.text:
        return _ASK
    words = len(sentence.text.split())
    if words >= _REPORT and not _READER.search(fold(sentence.text)):
        return _TOLD
    return LIKELY + 0.1 if words >= _TALE and "conditional" not in sentence.traits else _ASK


def asked(sentence: Sentence) -> tuple[str, float]:
    """The kind asked for by a sentence and how sure it is that it asks at all; ("", 0.0) for no ask. Kinds of favour stand together against
    work: which one it is may be in doubt where that it is one is not."""
    best, what, work, favour, none = 0.0, "", 0.0, 0.0, 1.0
    for label, score in sentence.acts:
        if label == "ask:work":
            work = score
        elif label.startswith("ask:"):
            favour += score
            if score > best:
                best, what = score, label[4:]
        else:
            continue
        none *= 1.0 - score
    if none == 1.0:
        return "", 0.0
    favour = max(favour, sentence.favour if what else 0.0)
    if _for_kin(sentence):
        return what or "favour", max(1.0 - none, favour)
    return (what if favour > work else "work"), max(1.0 - none, favour)


def _for_kin(sentence: Sentence) -> bool:
    """Whether kin or a friend of the writer gains: no piece of shared work, whatever the words."""
    return sentence.gains is not None and sentence.gains.kind == "kin" and sentence.gains.owner == "writer"


def _marks(sentence: Sentence) -> frozenset[str]:
    return frozenset(act.label for act in sentence.acts if act.label in MARKS)


def _same_ask(found: list[tuple[Entry, list[int]]], what: str, number: int, sentence: Sentence, sentences: Sequence[Sentence]) -> int | None:
    """The ask that this sentence goes on with: the one just before, or a favour of the same kind anywhere in the message."""
    topic = folded(sentence.topic)
    for place in range(len(found) - 1, -1, -1):
        made, numbers = found[place]
        gap = number - numbers[-1]
        beside = gap == 1 or (gap == 2 and not any(act.label in ASKS for act in sentences[number - 1].acts))
        if made.what == what:
            listed = gap == 1 and what == "work" and _own_thing(made, topic, sentence)
            if (beside and not listed) or (what != "work" and not _other_person(made, sentence)):
                return place
        elif beside and "work" not in {made.what, what} and _goes_on(made, topic, sentence, gap):
            return place
    return None


def _goes_on(made: Entry, topic: frozenset[str], sentence: Sentence, gap: int) -> bool:
    """Whether a sentence read as another kind of favour goes on with the ask before it: "Could you introduce us? I'd love an hour of his time."""
    fresh = topic - set(made.topic)
    pronoun = any(mention.kind == "pronoun" for mention in sentence.mentions)
    return len(fresh) < len(topic) or (gap == 1 and (pronoun or len(fresh) <= 1))


def _own_thing(made: Entry, topic: frozenset[str], sentence: Sentence) -> bool:
    """Two tasks in a row are two requests where they share no word and neither is a mere continuation."""
    return len(topic) >= 2 and not topic & set(made.topic) and "question" not in sentence.traits


def _other_person(made: Entry, sentence: Sentence) -> bool:
    names = {mention.name for mention in sentence.mentions if mention.name}
    return bool(names and made.quote and not any(name in made.quote for name in names) and "third" in _marks(sentence) and "third" in made.marks)


def _marks_beside(sentences: Sequence[Sentence], numbers: list[int], taken: set[int]) -> frozenset[str]:
    """Marks of sentences that ask nothing themselves and stand next to the ask, an intervening one allowed after it."""
    found: set[str] = set()
    for number in (numbers[0] - 1, numbers[-1] + 1, numbers[-1] + 2):
        if 0 <= number < len(sentences) and number not in taken:
            found |= _marks(sentences[number]) - {"vague", "demanding", "miracle"}
    return frozenset(found)


def _with_people(made: Entry, sentences: Sequence[Sentence], numbers: list[int]) -> Entry:
    """Who gains, and whom the asker wants to reach, by the sentences of the ask and those just before it."""
    own = [mention for number in numbers for mention in sentences[number].mentions]
    before = [mention for number in range(numbers[0] - 1, max(-1, numbers[0] - 1 - _BACK), -1) for mention in sentences[number].mentions]
    gains = next((sentences[number].gains for number in numbers if sentences[number].gains is not None), None)
    if gains is None and "third" in made.marks:
        gains = _of_writer(own) or _of_writer(before) or _named(own) or _named(before)
    beneficiary = ((_label_of(gains) if gains.kind != "pronoun" else "") or "?") if gains else ""
    target = ""
    if made.what in {"intro", "meet", "contacts"}:
        rest = [
            mention for mention in own if mention.kind in {"name", "post", "kin"} and mention.owner != "writer" and _label_of(mention) != beneficiary
        ]
        chosen = next((m for m in rest if m.kind == "name"), None) or next(iter(rest), None)
        target = _label_of(chosen) if chosen else ""
        if not target and any(mention.kind == "pronoun" for mention in own) and "third" not in made.marks:
            earlier = next((m for m in before if m.kind == "name" and m.owner != "writer"), None)
            target = _label_of(earlier) if earlier else ""
    return replace(made, beneficiary=beneficiary, target=target)


def _of_writer(mentions: Sequence[Mention]) -> Mention | None:
    mine = [mention for mention in mentions if mention.owner == "writer" and mention.kind != "pronoun"]
    return next((mention for mention in mine if mention.name), None) or next(iter(mine), None)


def _named(mentions: Sequence[Mention]) -> Mention | None:
    return next((mention for mention in mentions if mention.kind in {"name", "kin"} and mention.owner != "reader"), None)


def _label_of(mention: Mention) -> str:
    return mention.name or mention.head or mention.text
