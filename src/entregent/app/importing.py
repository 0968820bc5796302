"""Mail in: finds what lies at the paths, reads what is new, stores it, and derives people and threads. Then the second stage, `reading`.

Stage one goes container by container in batches. A batch is stored together with how far it reaches, in one transaction that is on the disk when
it ends: an import that is killed at any moment goes on from there at the next call. What was read once is not opened again.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from entregent import sources
from entregent.app.whose import Mine, add_me, derived_for, mine
from entregent.model.issue import Issue, Trouble
from entregent.store import Store
from entregent.store.containers import Progress, Record
from entregent.store.writing import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from entregent.app.parsing import Parsed
    from entregent.ledger import Proposal
    from entregent.model.mail import Raw
    from entregent.sources import Container, Exclusion

PARSE_TOGETHER = 128
STORE_TOGETHER = 2_000
PARSE_BYTES = 2_000_000
STORE_BYTES = 16_000_000
"""Messages that go to a worker, and to the disk, at once: by count, and by bytes, so that a few huge ones do not fill the memory."""
ISSUES_KEPT = 1_000
"""Issues remembered one by one for each container; the rest are counted."""


class Step(NamedTuple):
    """How far it is, for whoever watches. `stage`: `find`, `mail`, `people`, `acts`, `accounts`. `done` of `total`: bytes for `mail`, messages for
    `acts`, people for `accounts`; `total` 0 where it is not known. `messages`: read so far. `path`: the container."""

    stage: str
    done: int = 0
    total: int = 0
    messages: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class ContainerReport:
    """What became of one container. `read`: messages looked at in this run; each is `new`, `known` or left out for one of `left_out` (reason, count):
    "spam", "trash", "draft", "chat", "deleted", "excluded", "broken". `unchanged`: not opened, since nothing in it has changed;
    `stored` then tells how many of its messages are in the ledger. `undated`: among new, those without a usable date."""

    path: str
    kind: str
    folder: str
    read: int = 0
    new: int = 0
    known: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
    undated: int = 0
    issues: tuple[Issue, ...] = ()
    more_issues: int = 0
    unchanged: bool = False
    stored: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `issues`: of finding, outside any container. `unread_languages`: (code, messages) between the user and people that are in a
    language that is not read. `mine`: who the user is taken to be. `people`: to whom the user wrote. `messages`: in the ledger now."""

    containers: tuple[ContainerReport, ...]
    issues: tuple[Issue, ...]
    mine: Mine
    people: int
    messages: int
    unread_languages: tuple[tuple[str, int], ...] = ()
    excluded: Exclusion | None = None

    @property
    def read(self) -> int:
        """Messages looked at."""
        return sum(one.read for one in self.containers)

    @property
    def new(self) -> int:
        """Messages that were not in the ledger."""
        return sum(one.new for one in self.containers)

    @property
    def known(self) -> int:
        """Messages of which the ledger has a copy, those of unchanged containers included."""
        return sum(one.known + one.stored for one in self.containers)

    @property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """(reason, count) over all containers, the most frequent first."""
        total: Counter[str] = Counter()
        for one in self.containers:
            total.update(dict(one.left_out))
        return tuple(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def run(
    paths: Sequence[str | Path],
    db: str | Path,
    *,
    me: Sequence[str] = (),
    exclude: Exclusion | None = None,
    progress: Callable[[Step], None] | None = None,
    confirm: Callable[[Proposal], Sequence[str] | None] | None = None,
    now: datetime | None = None,
    read: bool = True,
) -> ImportReport:
    """Import the mail at `paths` into the ledger `db`, which is made where there is none.

    `me`: the user's addresses, added to those said before. `exclude`: what stays out, added to what was excluded before. `confirm`: asked with a
    Proposal of who the user is where nobody has said so; what it gives is taken as said, None leaves the proposal in use. `read`: go on
    to the second stage. Troubles: of the ledger, `file.missing`, `mail.none` where no path holds mail.
    """
    tell = progress or _silent
    tell(Step("find"))
    containers, issues = sources.find([Path(path).absolute() for path in paths])
    if not containers:
        _nothing(paths, issues)
    with Store(db, create=True) as store:
        exclusion = _excluded(store, exclude)
        add_me(store, me)
        reports = _stage_one(store, containers, exclusion, tell, now)
        if store.pending() or not derived_for(store, mine(store)):
            from entregent.app.deriving import derive

            tell(Step("people"))
            derive(store, confirm=confirm)
        if read:
            from entregent.app import reading

            reading.catch_up(store, progress=tell)
        if any(not one.unchanged for one in reports):
            store.settle()
        return ImportReport(
            reports, issues, mine(store), store.count_people(), store.count(), tuple(store.languages().items()), exclusion
        )  # fmt: skip


def into_memory(paths: Sequence[Path], *, me: Sequence[str], until: int, now: datetime) -> tuple[Store, tuple[Issue, ...]]:
    """A ledger in memory of the mail at `paths` that is dated no later than `until`, through the same stages. The issues of finding and reading."""
    containers, issues = sources.find([path.absolute() for path in paths])
    if not containers:
        _nothing(paths, issues)
    store = Store(":memory:")
    add_me(store, me)
    reports = _stage_one(store, containers, sources.Exclusion(), _silent, now, until)
    from entregent.app.deriving import derive

    derive(store)
    return store, (*issues, *(issue for report in reports for issue in report.issues))


def _nothing(paths: Sequence[str | Path], issues: Sequence[Issue]) -> None:
    """Nothing to read at all: say what is wrong with the first path, before a ledger is made."""
    for issue in issues:
        if issue.key == "source.missing":
            raise Trouble("file.missing", path=issue.subject)
    raise Trouble("mail.none", path=", ".join(str(path) for path in paths), issues=tuple(issues))


def _silent(step: Step) -> None:
    """Nobody watches."""


def _excluded(store: Store, more: Exclusion | None) -> Exclusion:
    """What the user keeps out, now and ever before: an exclusion outlives the command that said it."""
    stored: dict[str, list[str]] = json.loads(store.meta("exclude") or "{}")
    new = more or sources.Exclusion()
    both = {
        "addresses": sorted({*stored.get("addresses", ()), *(address.lower() for address in new.addresses)}),
        "domains": sorted({*stored.get("domains", ()), *(domain.lower() for domain in new.domains)}),
        "folders": sorted({*stored.get("folders", ()), *new.folders}),
        "labels": sorted({*stored.get("labels", ()), *new.labels}),
    }
    if any(both.values()):
        store.set_meta("exclude", json.dumps(both))
    return sources.Exclusion(frozenset(both["addresses"]), frozenset(both["domains"]), tuple(both["folders"]), tuple(both["labels"]))


# -- stage one ------------------------------------------------------------------------------------------------------------------------------------


class _Reading:
    """A container while it is read: what is counted, and how far it is."""

    def __init__(self, container: Container, ident: int, position: int, stored: int) -> None:
        self.container = container
        self.ident = ident
        self.position = position
        self.stored = stored
        self.ended = False
        self.counts: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.issues: list[Issue] = []

    def note(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            self.counts["issues"] += 1
            if len(self.issues) < ISSUES_KEPT:
                self.issues.append(issue)

    def progress(self) -> Progress:
        tally = {"stored": self.stored + self.counts["new"] + self.counts["known"]}
        return Progress(self.ident, self.position, self.ended, tally)

    def report(self) -> ContainerReport:
        return ContainerReport(
            self.container.path, self.container.kind, self.container.folder, self.counts["read"], self.counts["new"], self.counts["known"],
            tuple(sorted(self.left_out.items())), self.counts["undated"], tuple(self.issues), self.counts["issues"] - len(self.issues),
        )  # fmt: skip


class _Item(NamedTuple):
    """A message on its way: where it lies, and what a worker needs. Without `raw`, the end of its container."""

    reading: _Reading
    position: int | str
    raw: Raw | None


def _stage_one(
    store: Store, containers: Sequence[Container], exclusion: Exclusion, tell: Callable[[Step], None], now: datetime | None, until: int | None = None
) -> tuple[ContainerReport, ...]:
    before = store.containers()
    reports: dict[str, ContainerReport] = {}
    todo: list[Container] = []
    for container in containers:
        record = before.get(container.path)
        if record and record.done and record.stamp == container.stamp:
            reports[container.path] = ContainerReport(
                container.path, container.kind, container.folder, unchanged=True, stored=int(record.tally.get("stored", 0))
            )  # fmt: skip
        else:
            todo.append(container)
    if todo:
        for reading in _read_all(store, todo, before, exclusion, tell, now, until):
            reports[reading.container.path] = reading.report()
    return tuple(reports[container.path] for container in containers if container.path in reports)


def _read_all(
    store: Store, todo: Sequence[Container], before: dict[str, Record], exclusion: Exclusion, tell: Callable[[Step], None],
    now: datetime | None, until: int | None,
) -> list[_Reading]:  # fmt: skip
    from entregent.app.crew import Crew
    from entregent.app.parsing import Setting, present

    total = sum(container.size for container in todo)
    total = total if all(container.size for container in todo) else 0
    watch = _Watch(tell, total)
    readings: list[_Reading] = []
    setting = Setting(exclusion, now or present(), until)
    with Crew("entregent.app.parsing:parse", setting, workers=0 if store.path == ":memory:" else None) as crew:
        waiting: list[_Item] = []
        parsed: list[Parsed | None] = []
        weight = 0
        batches = _batches(_items(store, todo, before, readings))
        for batch, results in crew.map(batches):
            waiting += batch.items
            answers = iter(results)
            parsed += [next(answers) if item.raw is not None else None for item in batch.items]
            weight += batch.weight
            watch.batch(batch)
            if len(waiting) >= STORE_TOGETHER or weight >= STORE_BYTES:
                _store(store, waiting, parsed)
                waiting, parsed, weight = [], [], 0
        _store(store, waiting, parsed)
    return readings


class _Watch:
    """Adds up for the progress."""

    def __init__(self, tell: Callable[[Step], None], total: int) -> None:
        self._tell, self._total = tell, total
        self._done = self._messages = 0

    def batch(self, batch: _Batch) -> None:
        self._done += batch.weight
        self._messages += len(batch)
        path = batch.items[-1].reading.container.path
        self._tell(Step("mail", min(self._done, self._total) if self._total else self._done, self._total, self._messages, path))


class _Batch(list[tuple[bytes, str, str, int, tuple[str, ...]]]):
    """What goes to a worker at once, with the items it comes from."""

    def __init__(self, items: list[_Item]) -> None:
        super().__init__((raw.data, raw.path, raw.folder, raw.position, raw.labels) for item in items if (raw := item.raw) is not None)
        self.items = items
        self.weight = sum(len(fields[0]) for fields in self)

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (), None, iter(self)


def _batches(items: Iterable[_Item]) -> Iterator[_Batch]:
    held: list[_Item] = []
    weight = 0
    for item in items:
        held.append(item)
        weight += len(item.raw.data) if item.raw else 0
        if len(held) >= PARSE_TOGETHER or weight >= PARSE_BYTES:
            yield _Batch(held)
            held, weight = [], 0
    if held:
        yield _Batch(held)


def _items(store: Store, todo: Sequence[Container], before: dict[str, Record], readings: list[_Reading]) -> Iterator[_Item]:
    """The messages of all containers that were not read before, and an item without message at the end of each."""
    key_of = sources.key_of
    for container in todo:
        start, afresh = _from_where(container, before.get(container.path))
        ident = store.start(container.path, container.kind, container.folder, container.stamp, afresh=afresh)
        known = store.positions(ident) if not afresh else frozenset[int | str]()
        record = before.get(container.path)
        stored = int(record.tally.get("stored", 0)) if record and not afresh else 0
        reading = _Reading(container, ident, start, stored)
        readings.append(reading)
        for raw in _raws(container, start, known):
            if isinstance(raw, Issue):
                reading.note((raw,))
                continue
            position = _position(container, raw, key_of)
            if position in known:
                continue
            yield _Item(reading, position, raw)
        yield _Item(reading, 0, None)


def _from_where(container: Container, record: Record | None) -> tuple[int, bool]:
    """The offset to go on from, and whether what is known of the container's places no longer holds."""
    if record is None:
        return 0, True
    if container.kind != "mbox":
        # A directory's files are known by name. An archive or single file that has changed is another one.
        return 0, container.kind not in {"maildir", "files"} and record.stamp != container.stamp
    if record.stamp == container.stamp:
        return record.position, False
    former = sources.resume(container, record.stamp)
    if not former:
        return 0, True
    return (former if record.done else record.position), False


def _raws(container: Container, start: int, known: frozenset[int | str]) -> Iterator[Raw | Issue]:
    if container.kind not in {"maildir", "files"} or not known:
        return sources.read(container, start=start)
    return sources.read(container, known=frozenset(os.path.join(container.path, str(name)) for name in known))


def _position(container: Container, raw: Raw, key_of: Callable[[str], str]) -> int | str:
    """What tells a message's place in its container: an offset, the name of a file or member, or of such a file that is itself an mbox, both."""
    if raw.path == container.path:
        return raw.position
    inner = key_of(raw.path)[len(container.path) :].lstrip("/\\!")
    return f"{inner}#{raw.position}" if raw.position else inner


def _store(store: Store, items: Sequence[_Item], parsed: Sequence[Parsed | None]) -> None:
    """One transaction: messages, and how far each container is."""
    if not items:
        return
    outcomes: list[Outcome] = []
    readings: dict[int, _Reading] = {}
    whose: list[_Reading] = []
    for item, result in zip(items, parsed, strict=True):
        reading = item.reading
        readings[reading.ident] = reading
        if item.raw is None:
            reading.ended = True
            continue
        if result is None:
            reading.note((Issue("message.crash", item.raw.path, (("position", str(item.raw.position)),)),))
            outcome = Outcome(reading.ident, item.position, "", "", None, "broken")
        else:
            outcome = Outcome(reading.ident, item.position, result.folder, result.labels, result.parcel, result.reason)
            reading.note(result.issues)
        outcomes.append(outcome)
        whose.append(reading)
        if isinstance(item.position, int):
            reading.position = item.position
    store.write(outcomes, lambda fresh: _count(whose, outcomes, fresh, readings.values()))


def _count(whose: Sequence[_Reading], outcomes: Sequence[Outcome], fresh: Sequence[bool], readings: Iterable[_Reading]) -> list[Progress]:
    for reading, outcome, new in zip(whose, outcomes, fresh, strict=True):
        reading.counts["read"] += 1
        if outcome.parcel is None:
            reading.left_out[outcome.reason] += 1
        else:
            reading.counts["new" if new else "known"] += 1
            reading.counts["undated"] += new and outcome.parcel.date is None
    return [reading.progress() for reading in readings]
