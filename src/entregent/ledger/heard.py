"""Who wrote a message to whom, as the account of one person sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from entregent.ledger.names import fold, handle, name_handle, name_of
from entregent.model.account import Exchange, Side
from entregent.model.mail import Address, Message, local_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from entregent.model.people import Person
    from entregent.model.speech import Sentence, Speech

CIRCULAR = 8
"""From this many addressees on, what a message asks is asked of nobody in particular."""


class Marked(NamedTuple):
    """A sentence with acts: where it stands in the message, and its scores by label."""

    number: int
    sentence: Sentence
    scores: dict[str, float]


class Heard(NamedTuple):
    """One message between me and the person.

    `place`: where the other side stands: in To; in Cc beside somebody else in To, or in To of a message that greets somebody else ("cc");
    nowhere to be seen, in blind copy ("hidden"). `names`, `others_names`: folded words by which the other side, and further people on the
    message, may be called. `answers`: whether it follows another message.
    """

    message: Message
    speech: Speech
    by: Side
    date: dt.datetime
    day: dt.date
    thread: str
    place: Literal["to", "cc", "hidden"]
    others: tuple[str, ...]
    names: frozenset[str]
    others_names: frozenset[str]
    answers: bool
    marked: tuple[Marked, ...]
    """The sentences that do anything, found once: most do nothing."""

    @property
    def direct(self) -> bool:
        """Whether it counts as written to the other side: visibly addressed, neither by list nor by machine."""
        return self.place != "hidden" and self.message.kind in {"personal", "calendar"}

    @property
    def circular(self) -> bool:
        """Whether it went to many at once."""
        return len(self.others) + 1 >= CIRCULAR

    def exchange(self, opens: bool) -> Exchange:
        """The exchange that it is."""
        return Exchange(self.message.id, self.date, self.day, self.by, self.direct, self.thread, self.message.subject, self.others, opens=opens)


def handles_of(person: Person) -> frozenset[str]:
    """Every handle a person is met under: addresses, key, and their full names where a message gives a name alone."""
    names = {name_handle(spelling) for spelling in (person.name, *person.spellings) if name_of(spelling).full}
    return frozenset({person.key, *person.addresses, *names} - {""})


def between(
    person: Person, messages: Iterable[tuple[Message, Speech]], me: frozenset[str], threads: dict[str, str]
) -> list[Heard]:  # fmt: skip
    """The messages from me to the person and from the person to me, oldest first, each id once. What has no date cannot be placed and is left
    out, and so is what a third person wrote. `me` may hold a delegate's addresses; where the person is that delegate, these count as theirs."""
    theirs = handles_of(person)
    mine = me - theirs
    called = {"me": _called(person.spellings or (person.name,)), "other": frozenset[str]()}
    found: dict[str, Heard] = {}
    for message, speech in messages:
        if message.date is None or message.id in found:
            continue
        sender = handle(message.sender)
        if sender in mine or (message.written_by is not None and handle(message.written_by) in mine and sender not in theirs):
            heard = _from_me(message, speech, mine, theirs, called["me"], threads)
        elif sender in theirs:
            heard = _from_them(message, speech, mine, theirs, threads)
        else:
            continue
        if heard is not None:
            found[message.id] = heard
    return sorted(found.values(), key=lambda heard: (heard.date, heard.message.id))


def _from_me(
    message: Message, speech: Speech, mine: frozenset[str], theirs: frozenset[str], called: frozenset[str], threads: dict[str, str]
) -> Heard | None:  # fmt: skip
    to, cc = {handle(address) for address in message.to}, {handle(address) for address in (*message.cc, *message.bcc)}
    if not (to | cc) & theirs:
        return None
    visible = to | {handle(address) for address in message.cc}
    place: Literal["to", "cc", "hidden"] = "to" if to & theirs or not to - mine else "cc" if visible & theirs else "hidden"
    return _heard(message, speech, "me", place, to | cc, mine | theirs, called, threads)


def _from_them(message: Message, speech: Speech, mine: frozenset[str], theirs: frozenset[str], threads: dict[str, str]) -> Heard | None:
    to, cc = {handle(address) for address in message.to}, {handle(address) for address in message.cc}
    place: Literal["to", "cc", "hidden"] = "to" if to & mine else "cc" if cc & mine else "hidden"
    if place == "cc" and not to - theirs - mine:
        place = "to"
    called = _called([address.name for address in (*message.to, *message.cc) if handle(address) in mine])
    return _heard(message, speech, "other", place, to | cc, mine | theirs, called, threads)


def _heard(
    message: Message, speech: Speech, by: Side, place: Literal["to", "cc", "hidden"], on_it: set[str],
    both: frozenset[str], called: frozenset[str], threads: dict[str, str],
) -> Heard:  # fmt: skip
    moment = message.date
    assert moment is not None  # noqa: S101  (the caller leaves undated messages out)
    thread = threads.get(message.id, message.id)
    answers = bool(message.in_reply_to or message.references) or thread != message.id
    others = tuple(sorted(on_it - both - {""}))
    marked = tuple(Marked(number, sentence, dict(sentence.acts)) for number, sentence in enumerate(speech.sentences) if sentence.acts)
    names = (
        _called([address.name or _local(address) for address in (*message.to, *message.cc) if handle(address) in others]) if others else frozenset()
    )
    if place == "to" and _greets_others(speech, names - called, called):
        place = "cc"
    return Heard(message, speech, by, moment, local_day(moment, message.offset), thread, place, others, called, names - called, answers, marked)


def _greets_others(speech: Speech, others: frozenset[str], called: frozenset[str]) -> bool:
    """Whether the greeting is for somebody else on the message: "Hi Sam," to Sam and Ruth is written to Sam."""
    if not others or not speech.sentences:
        return False
    words = set(fold(speech.sentences[0].text).replace(",", " ").replace("!", " ").replace(".", " ").split())
    return len(words) <= 5 and not words.isdisjoint(others) and words.isdisjoint(called)


def _local(address: Address) -> str:
    return address.email.partition("@")[0].replace(".", " ").replace("_", " ")


def _called(spellings: Sequence[str]) -> frozenset[str]:
    return frozenset(token for spelling in spellings for token in name_of(spelling).tokens)


def names_them(text: str, heard: Heard) -> bool:
    """Whether the text calls the other side by name."""
    return bool(heard.names) and not heard.names.isdisjoint(fold(text).replace(",", " ").replace(".", " ").replace("!", " ").split())


def calls_another(text: str, heard: Heard) -> bool:
    """Whether a sentence opens by calling somebody else on the message: "Sam, could you ..." """
    if not heard.others_names:
        return False
    first, comma, _ = text[:30].partition(",")
    words = fold(first).removeprefix("hi ").removeprefix("dear ").removeprefix("bonjour ").split()
    return bool(comma) and 1 <= len(words) <= 2 and words[0] in heard.others_names and words[0] not in heard.names
