"""The book of one relation, written up message by message, oldest first.

Every entry and pair depends on this and earlier messages alone: a book closed at an earlier day is the beginning of one closed later.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from entregent.ledger.answers import Reply, bare_thanks, handed_over, helps_with, latent, read_reply, says_nothing_else
from entregent.ledger.entries import LIKELY, asks, entry, plain_entries, reaches
from entregent.ledger.said import corrected
from entregent.ledger.topics import about_same, folded, same_request, shared
from entregent.model.account import Bond, Entry, Pair, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from entregent.ledger.heard import Heard
    from entregent.model.speech import Sentence

_REMEMBER = timedelta(days=400)
_NEXT = timedelta(days=21)
"""A message that follows an ask at once, in a thread of its own, may answer it this long."""
_KEPT = timedelta(days=180)
_REMINDED = timedelta(days=120)
_LATEST = 24
"""How many earlier asks, promises and pieces of help a message is compared with."""
_NO_ELSEWHERE = 0.6
"""How sure a refusal must be to refuse what was asked in another conversation."""
_FAVOUR_AT_WORK = 0.65
"""Between people who share work, a request is work unless it is surely a favour."""
_OVER = frozenset({"helped", "withdrawn"})
_VOLUNTEERED = 0.55
"""From this score help that nobody asked for counts."""


class _Ask:
    """A request, what became of it, and the one that it repeats."""

    __slots__ = ("before", "entry", "fate", "heard")

    def __init__(self, entry: Entry, heard: Heard, before: _Ask | None) -> None:
        self.entry = entry
        self.heard = heard
        self.fate: set[str] = set()
        self.before = before


class _Open:
    """Help, an offer or a promise, where it was written, and whether it is thanked for, taken up or kept."""

    __slots__ = ("closed", "entry", "heard")

    def __init__(self, entry: Entry, heard: Heard) -> None:
        self.entry = entry
        self.heard = heard
        self.closed = False


class Book:
    """Write up with `add`, in order; read `entries` and `pairs`. `corrections`: entry key -> kind, "ask:..." or "nothing", as the user said;
    `shared_work`: between colleagues nothing volunteered counts as help, since work passed along is not."""

    def __init__(self, corrections: Mapping[str, str], *, shared_work: bool) -> None:
        self.entries: list[Entry] = []
        self.pairs: list[Pair] = []
        self._corrections = corrections
        self._shared_work = shared_work
        self._asks: dict[Side, list[_Ask]] = {"me": [], "other": []}
        self._help: dict[Side, list[_Open]] = {"me": [], "other": []}
        self._promises: dict[Side, list[_Open]] = {"me": [], "other": []}
        self._offers: dict[Side, list[_Open]] = {"me": [], "other": []}
        self._questions: dict[tuple[str, Side], Sentence] = {}
        self._wrote: dict[tuple[str, Side], Heard] = {}
        self._last: Heard | None = None
        self._last_by: dict[Side, Heard] = {}

    def add(self, heard: Heard) -> None:
        """Write up the next message."""
        if heard.message.kind in {"list", "machine"}:
            return
        plain = [made for made in (self._corrected(one) for one in plain_entries(heard)) if made]
        meant = self._thanks(heard, [made for made in plain if made.kind in {"thanks", "report"}])
        plain = [made for made in plain if made.score >= LIKELY or made.key in meant]
        own_open = any(ask.heard.thread == heard.thread for ask in self._asks[heard.by][-_LATEST:])
        reply = read_reply(heard, labels_alone=not (own_open or self._waits(heard)), own_open=own_open)
        used = self._answer(heard, reply, plain)
        if not used and not self._answers_question(heard, reply):
            self._volunteered(heard, reply)
        self._plain(heard, plain)
        self._own_asks(heard, reply)
        self._wrote[heard.thread, heard.by] = heard
        self._last = self._last_by[heard.by] = heard

    def _waits(self, heard: Heard) -> bool:
        """Whether anything is open, in this conversation or in the message just before, that this one could answer.
        Elsewhere labels alone decide."""
        other = _other(heard.by)
        if (heard.thread, other) in self._questions:
            return True
        near = {heard.thread, self._last.thread if self._last is not None and self._last.by == other else ""}
        return any(ask.heard.thread in near and not ask.fate & _OVER for ask in self._asks[other][-_LATEST:]) or any(
            one.heard.thread in near and not one.closed for one in self._offers[other][-_LATEST:]
        )

    def _corrected(self, made: Entry) -> Entry | None:
        return corrected(made, self._corrections.get(made.key))

    def _write(self, made: Entry | None) -> Entry | None:
        made = made and self._corrected(made)
        if made is not None and all(other.key != made.key for other in self.entries[-12:]):
            self.entries.append(made)
        return made

    def _pair(self, earlier: str, later: str, bond: Bond) -> None:
        pair = Pair(earlier, later, bond)
        if earlier != later and pair not in self.pairs[-24:]:
            self.pairs.append(pair)

    # Asks answered ----------------------------------------------------------------------------------------------------------------

    def _answer(self, heard: Heard, reply: Reply, plain: list[Entry]) -> bool:
        """Settle the asks that this message answers, and take back the writer's own that it drops; whether it answered any."""
        if reply.drops is not None and not any(made.kind == "ask" for made in plain):
            self._withdraw(heard, reply.drops)
        if heard.place == "hidden" or not reply.anything:
            return False
        targets = self._targets(heard, reply)
        for ask, in_thread in targets:
            self._settle(heard, reply, ask, plain, in_thread=in_thread)
        if not targets:
            self._offers_taken(heard, reply)
        return bool(targets)

    def _targets(self, heard: Heard, reply: Reply) -> list[tuple[_Ask, bool]]:
        """The asks of the other side that a message answers: in its thread those of the message it replies to (the latest asking one), and older ones
        on its topic or promised; else the one just before it, or one on the same topic."""
        opened = [ask for ask in self._asks[_other(heard.by)][-_LATEST:] if heard.date - ask.entry.date <= _REMEMBER and self._can_settle(ask, reply)]
        if not opened:
            return []
        here = [ask for ask in opened if ask.heard.thread == heard.thread]
        named = [ask for ask in here if ask.heard.message.id == heard.message.in_reply_to]
        if here:
            newest = (named or here)[-1].heard.message.id
            chosen = [ask for ask in here if ask.heard.message.id == newest or "accepted" in ask.fate or shared(ask.entry, reply.topic) >= 2]
            if len(chosen) > 1 and reply.explicit:
                alike = [ask for ask in chosen if shared(ask.entry, reply.topic)]
                chosen = alike or chosen
            return [(ask, True) for ask in chosen]
        if not reply.explicit and not reply.substance:
            return []
        doubtful = reply.no is not None and reply.no.score("decline") < _NO_ELSEWHERE
        alike = [ask for ask in opened if shared(ask.entry, reply.topic) >= (1 if reply.explicit and not doubtful else 2)]
        if doubtful and not (reply.helps or reply.yes):
            return []
        if alike:
            return [(alike[-1], False)]
        just = opened[-1]
        follows = self._last is not None and self._last.message.id == just.heard.message.id and heard.date - just.entry.date <= _NEXT
        return [(just, False)] if follows and reply.explicit and not heard.answers else []

    def _can_settle(self, ask: _Ask, reply: Reply) -> bool:
        if ask.fate & _OVER:
            return False
        if "refused" in ask.fate:
            return bool(reply.helps or reply.yes)
        return not (ask.entry.what == "work" and "answered" in ask.fate and "accepted" not in ask.fate)

    def _settle(self, heard: Heard, reply: Reply, ask: _Ask, plain: list[Entry], *, in_thread: bool) -> None:
        what, topic = ask.entry.what, folded(ask.entry.topic)
        done = helps_with(reply, what, topic, in_thread=in_thread) if what != "work" else None
        settled = False
        if reply.no is not None and (reply.yes is None or reply.no.score("decline") >= reply.yes.score("accept")):
            settled = self._fate(ask, self._write(entry(heard, "refusal", reply.no, max(0.5, reply.no.score("decline")))), "refused")
        elif reply.yes is not None and not (done and what in {"advice", "review"}):
            settled = self._fate(ask, self._write(entry(heard, "acceptance", reply.yes, max(0.5, reply.yes.score("accept")))), "accepted")
        if done is not None:
            made = self._write(replace(entry(heard, "help", *done), beneficiary=ask.entry.beneficiary, target=ask.entry.target))
            if made is not None and made.kind == "help":
                self._keep_help(heard, made)
                self._keeps(heard, made)
                settled = self._fate(ask, made, "helped") or settled
        if settled:
            return
        promised = next((made for made in plain if made.kind == "promise"), None)
        if promised is not None:
            self._fate(ask, promised, "accepted")
        elif what == "meet" and reply.statement is not None and reply.question is None and in_thread:
            self._fate(ask, self._write(entry(heard, "acceptance", reply.statement, 0.5)), "accepted")
        elif in_thread or reply.explicit:
            made = self._write(entry(heard, "answer", reply.question or reply.done or reply.statement, 0.5))
            self._fate(ask, made, "answered")
            if made is not None and (reply.done or reply.attachment):
                self._keeps(heard, made)

    def _fate(self, ask: _Ask, made: Entry | None, bond: Bond) -> bool:
        """What became of an ask also became of those that it repeats."""
        if made is None:
            return False
        link: _Ask | None = ask
        for _ in range(_LATEST):
            if link is None:
                break
            if bond not in link.fate:
                link.fate.add(bond)
                self._pair(link.entry.key, made.key, bond)
            link = link.before
        return True

    def _withdraw(self, heard: Heard, sentence: Sentence) -> None:
        here = [ask for ask in self._asks[heard.by][-_LATEST:] if ask.heard.thread == heard.thread]
        mine = [ask for ask in here if not ask.fate & {"helped", "refused", "withdrawn"}]
        if mine and heard.message.id != mine[-1].heard.message.id:
            self._fate(mine[-1], self._write(entry(heard, "answer", sentence, 0.5)), "withdrawn")

    def _offers_taken(self, heard: Heard, reply: Reply) -> None:
        """Yes or no to an offer or invitation, where no ask was meant."""
        sentence = reply.no or reply.yes
        last = next((one for one in reversed(self._offers[_other(heard.by)]) if not one.closed), None)
        if sentence is None or last is None or (last.heard.thread != heard.thread and last.heard is not self._last):
            return
        made = self._write(entry(heard, "refusal" if reply.no else "acceptance", sentence, 0.5))
        if made is not None:
            last.closed = True
            self._pair(last.entry.key, made.key, "refused" if reply.no else "accepted")

    # Help and thanks --------------------------------------------------------------------------------------------------------------

    def _volunteered(self, heard: Heard, reply: Reply) -> None:
        """A good thing that nobody asked for; not between colleagues, not beside a work request, not to many."""
        helps = reply.helps
        if self._shared_work or heard.circular or helps is None or helps.score("help") < _VOLUNTEERED or heard.message.kind != "personal":
            return
        if (
            not reaches(heard, "help", helps)
            or len(helps.text.split()) < 4
            or any(scores.get("ask:work", 0.0) >= 0.5 for _, _, scores in heard.marked)
        ):
            return
        if self._work_in(heard.thread):
            return
        made = self._write(entry(heard, "help", helps, helps.score("help")))
        if made is not None and made.kind == "help":
            self._keep_help(heard, made)
            self._keeps(heard, made)

    def _answers_question(self, heard: Heard, reply: Reply) -> bool:
        """Help that answers a question which was not read as an ask: a thing handed over or done, never words alone, and not in shared work."""
        question = self._questions.get((heard.thread, _other(heard.by)))
        shown = handed_over(reply)
        if question is None or not shown or self._shared_work or self._work_in(heard.thread) or not heard.direct:
            return False
        made = self._write(entry(heard, "help", None if isinstance(shown, bool) else shown, 0.55))
        if made is not None and made.kind == "help":
            del self._questions[heard.thread, _other(heard.by)]
            self._keep_help(heard, made)
            self._keeps(heard, made)
        return True

    def _work_in(self, thread: str) -> bool:
        return any(ask.entry.what == "work" and ask.heard.thread == thread for side in self._asks.values() for ask in side[-_LATEST:])

    def _keep_help(self, heard: Heard, made: Entry) -> None:
        if all(one.entry.key != made.key for one in self._help[heard.by][-3:]):
            self._help[heard.by].append(_Open(made, heard))

    def _thanks(self, heard: Heard, thanks: list[Entry]) -> set[str]:
        """Thanks and reports close help got before: in the thread, given since the writer's last message, or on the topic. The keys that did."""
        used: set[str] = set()
        got = [one for one in self._help[_other(heard.by)][-_LATEST:] if heard.date - one.entry.date <= _REMEMBER]
        if not got:
            return used
        formal = None if any(made.kind == "thanks" for made in thanks) else bare_thanks(heard)
        if formal is not None and any(self._near(heard, one) for one in got):
            written = self._write(entry(heard, "thanks", formal, 0.6))
            thanks = [*thanks, written] if written is not None and written.kind == "thanks" else thanks
        for made in thanks:
            near = [one for one in got if self._near(heard, one)]
            meant = near + [one for one in got if one not in near and about_same(made, one.entry)]
            if not meant and made.kind == "thanks" and says_nothing_else(made, heard):
                meant = [one for one in got if not one.closed and (heard.date - one.entry.date).days <= 90][-1:]
            for one in meant:
                one.closed = True
                used.add(made.key)
                self._pair(one.entry.key, made.key, "thanked" if made.kind == "thanks" else "reported")

        return used

    def _near(self, heard: Heard, one: _Open) -> bool:
        last = self._last_by.get(heard.by)
        return one.heard.thread == heard.thread or last is None or last.date < one.entry.date

    # Promises ---------------------------------------------------------------------------------------------------------------------

    def _keeps(self, heard: Heard, made: Entry) -> None:
        """Promises of the writer that this help, answer or introduction keeps."""
        for one in self._promises[heard.by][-_LATEST:]:
            fits = one.heard.thread == heard.thread or about_same(made, one.entry)
            if not one.closed and one.heard.message.id != heard.message.id and fits and heard.date - one.entry.date <= _KEPT:
                one.closed = True
                self._pair(one.entry.key, made.key, "kept")

    def _plain(self, heard: Heard, plain: list[Entry]) -> None:
        for made in plain:
            self._write_corrected(made)
            if made.kind == "promise":
                self._promises[heard.by].append(_Open(made, heard))
            elif made.kind in {"offer", "invitation"}:
                self._offers[heard.by].append(_Open(made, heard))
            elif made.kind == "introduction":
                self._keeps(heard, made)
        owed = any(not one.closed and one.heard.thread == heard.thread and one.heard is not heard for one in self._promises[heard.by][-_LATEST:])
        if owed and heard.message.attachments:
            made_good = self._write(entry(heard, "answer", None, 0.5))
            if made_good is not None:
                self._keeps(heard, made_good)

    def _write_corrected(self, made: Entry) -> None:
        if all(other.key != made.key for other in self.entries[-12:]):
            self.entries.append(made)

    # Asks made --------------------------------------------------------------------------------------------------------------------

    def _own_asks(self, heard: Heard, reply: Reply) -> None:
        made_asks = [made for made in (self._corrected(one) for one in asks(heard)) if made]
        for made in made_asks:
            if made.kind != "ask":
                self._write_corrected(made)
                continue
            before = self._repeated(heard, made)
            if self._shared_work and made.what != "work" and made.score < _FAVOUR_AT_WORK and not made.said:
                made = replace(made, what="work")  # noqa: PLW2901
            gains = made.beneficiary or (before.entry.beneficiary if before is not None and "again" in made.marks else "")
            self._note_ask(heard, replace(made, beneficiary=gains), before)
        if made_asks:
            self._questions.pop((heard.thread, heard.by), None)
        else:
            self._reminder(heard, reply)
            if (question := latent(heard)) is not None:
                self._questions[heard.thread, heard.by] = question

    def _reminder(self, heard: Heard, reply: Reply) -> None:
        """A message that only refers to an earlier ask ("did you see my note?") asks it again."""
        sentence = next((one for _, one, scores in heard.marked if scores.get("again", 0.0) >= 0.5), None)
        if sentence is None or not reaches(heard, "ask", sentence) or reply.drops is not None:
            return
        recent = [ask for ask in self._asks[heard.by][-_LATEST:] if heard.date - ask.entry.date <= _REMINDED]
        recent = [ask for ask in recent if not ask.fate & _OVER]
        here = [ask for ask in recent if ask.heard.thread == heard.thread] or [ask for ask in recent if shared(ask.entry, reply.topic)] or recent
        if not here or (here[-1].heard.thread != heard.thread and here[-1].fate):
            return
        before = here[-1]
        made = self._corrected(entry(heard, "ask", sentence, sentence.score("again"), before.entry.what))
        if made is None:
            return
        topic = tuple(sorted({*made.topic, *before.entry.topic}))
        made = replace(made, marks=made.marks | {"again"}, beneficiary=before.entry.beneficiary, target=before.entry.target, topic=topic)
        self._note_ask(heard, made, before)

    def _note_ask(self, heard: Heard, made: Entry, before: _Ask | None) -> None:
        self._write_corrected(made)
        self._asks[heard.by].append(_Ask(made, heard, before))
        if before is not None:
            self._pair(before.entry.key, made.key, "repeated")

    def _repeated(self, heard: Heard, made: Entry) -> _Ask | None:
        """The latest earlier ask of the same side that this one asks again."""
        earlier = [
            ask for ask in self._asks[heard.by][-_LATEST:]
            if ask.heard.message.id != heard.message.id and heard.date - ask.entry.date <= _REMEMBER and not ask.fate & _OVER
        ]  # fmt: skip
        for ask in reversed(earlier):
            here = ask.heard.thread == heard.thread
            answer = self._wrote.get((heard.thread, _other(heard.by))) if here else None
            spoken = answer is not None and answer.date >= ask.entry.date
            same_sort = (made.what == "work") == (ask.entry.what == "work")
            if here and not spoken and same_sort and (made.what == ask.entry.what or "again" in made.marks or about_same(made, ask.entry)):
                return ask
            if here and spoken and not ask.fate & {"refused", "accepted"} and "again" not in made.marks:
                continue
            if made.what == "work" and not here and "again" not in made.marks and "answered" in ask.fate:
                continue
            if same_request(made, ask.entry):
                return ask
            if "again" in made.marks and same_sort and (made.what == ask.entry.what or shared(ask.entry, folded(made.topic))):
                return ask
        return None


def _other(side: Side) -> Side:
    return "other" if side == "me" else "me"
