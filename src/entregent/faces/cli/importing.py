"""`entregent import`: progress while it runs, a question where it must be asked, and a report that leaves nothing out."""

from __future__ import annotations

import os
import time
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from entregent.faces.cli.codes import OK
from entregent.faces.cli.files import ledger_to_be
from entregent.faces.cli.screen import clean, columns, table

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from entregent.app.importing import ContainerReport, ImportReport, Step
    from entregent.faces.cli.screen import Screen
    from entregent.faces.words import Words
    from entregent.model.issue import Issue

SOME = 5
"""How many subjects of the same issue are named; the rest are counted, and JSON has them all."""
_EVERY = 0.1


class Proposal(Protocol):
    """Who the mailbox shows to be its owner: their addresses, those of delegates, and the owner's name."""

    @property
    def me(self) -> tuple[str, ...]:
        """The weightiest first."""

    @property
    def delegates(self) -> tuple[str, ...]:
        """Who writes for the owner."""

    @property
    def others(self) -> tuple[str, ...]:
        """A second person whose mailbox it seems to be too."""

    @property
    def name(self) -> str:
        """ "" where no name was seen."""


def run(options: Namespace, screen: Screen) -> int:
    """Import, and say what became of each file."""
    from entregent.app.excluding import excluding
    from entregent.app.importing import run as run_import

    exclusion, db = excluding(options.exclude), ledger_to_be(options.db)
    progress = Progress(screen)
    try:
        report = run_import(
            options.path,
            db,
            me=options.me,
            exclude=exclusion,
            progress=progress if screen.live else None,
            confirm=_confirm(options, screen, progress),
        )
        if options.yes and report.mine.me and not report.mine.said:  # nothing was new, and so nobody was asked
            report = run_import(options.path, db, me=report.mine.me)
    finally:
        progress.clear()
    if options.format == "json":
        from entregent.faces.cli.printing import as_json
        from entregent.faces.shapes import importing as shape

        as_json(shape(report, screen.words.issue), screen)
    else:
        render(report, screen, _again(options, report.mine.me))
    return OK


class Progress:
    """One line on the terminal that is written over and over."""

    def __init__(self, screen: Screen, clock: Callable[[], float] = time.monotonic) -> None:
        self._screen, self._clock = screen, clock
        self._width = 0
        self._next = 0.0
        self._stage = ""
        self._since = clock()

    def __call__(self, step: Step) -> None:
        """Show where it is; not more often than somebody can read."""
        now = self._clock()
        if step.stage != self._stage:
            self._stage, self._since = step.stage, now
        elif now < self._next:
            return
        self._next = now + _EVERY
        self._show(self.line(step, now - self._since))

    def line(self, step: Step, seconds: float) -> str:
        """`Reading mail: 12,345 messages, 45%, 7,200 a second, INBOX`."""
        words = self._screen.words
        count = step.messages if step.stage == "mail" else step.done
        parts = [say(words, f"step.{step.stage}", n=count, done=step.done, total=step.total)]
        if step.total and step.done:
            parts.append(f"{min(100, step.done * 100 // step.total)}" + words.typeset("\u00a0%" if words.language == "fr" else "%"))
        if seconds > 1 and count > 10:
            parts.append(say(words, "step.rate", n=int(count / seconds)))
        if step.path:
            parts.append(clean(step.path.replace("\\", "/").rstrip("/").rpartition("/")[2]))
        line = ", ".join(parts)
        while columns(line) >= self._screen.width:
            line = line[: self._screen.width - columns(line) - 1]
        return line

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._width:
            self._show("")
            self._screen.err.write("\r")
            self._screen.err.flush()

    def _show(self, line: str) -> None:
        from entregent.faces.cli.screen import shown

        width = columns(line)
        self._screen.err.write("\r" + shown(line, self._screen.err) + " " * max(0, self._width - width))
        self._screen.err.flush()
        self._width = width


def say(words: Words, key: str, **facts: object) -> str:
    """A sentence of an import."""
    return words.fill(words.table("importing")[key], facts)


# -- who is me --------------------------------------------------------------------------------------------------------------------------------------


def _confirm(options: Namespace, screen: Screen, progress: Progress) -> Callable[[Proposal], Sequence[str] | None] | None:
    """How the user is asked who they are: not at all where they said so, `--yes` for them, else on the terminal."""
    if options.yes:
        return lambda proposal: proposal.me
    if not screen.asks:
        return None

    def ask(proposal: Proposal) -> Sequence[str] | None:
        progress.clear()
        show_proposal(proposal, screen)
        return answer(proposal, screen, input)

    return ask


def show_proposal(proposal: Proposal, screen: Screen) -> None:
    """The owner's addresses and, apart, of those who write for the owner; on stderr, as all that is no result."""
    words = screen.words
    screen.tell(say(words, "me.seems", name=clean(proposal.name)) if proposal.name else say(words, "me.seems.nameless"))
    for address in proposal.me:
        screen.tell(f"  {clean(address)}")
    if proposal.delegates:
        screen.advise(say(words, "me.delegates"))
        for address in proposal.delegates:
            screen.tell(f"  {clean(address)}")
    if proposal.others:
        screen.advise(say(words, "me.others", addresses=[clean(address) for address in proposal.others]))


def answer(proposal: Proposal, screen: Screen, read: Callable[[], str]) -> Sequence[str] | None:
    """The user's addresses as they say; None where they leave it open (n, or the end of the input). What is neither is asked again."""
    words = screen.words
    while True:
        screen.advise(say(words, "me.ask"))
        screen.err.write("> ")
        screen.err.flush()
        try:
            said = read().strip()
        except EOFError:
            screen.tell()
            return None
        if not said or said.lower() in str(words.table("importing")["me.yes"]).split():
            return proposal.me
        if said.lower() in str(words.table("importing")["me.no"]).split():
            return None
        addresses = [each.strip("<>;,").lower() for each in said.replace(",", " ").replace(";", " ").split()]
        if all("@" in each.strip("@") for each in addresses):
            return addresses


def _again(options: Namespace, mine: Sequence[str]) -> str:
    """The command that confirms who the user is taken to be, with their addresses, so that they see what they confirm."""
    import shlex

    db = ["--db", options.db] if options.db else []
    return shlex.join(["entregent", "import", *options.path, *(word for address in mine for word in ("--me", address)), *db])


# -- the report -------------------------------------------------------------------------------------------------------------------------------------


def render(report: ImportReport, screen: Screen, again: str) -> None:
    """What was read, from where, what was left out and why, who the user is taken to be."""
    words = screen.words
    screen.paragraph(_totals(report, words))
    if report.left_out:
        screen.paragraph(say(words, "left", parts=[_reason(words, *each) for each in report.left_out]))
    undated = sum(one.undated for one in report.containers)
    if undated:
        screen.paragraph(say(words, "undated", n=undated))
    screen.paragraph(say(words, "ledger", messages=report.messages, people=report.people))
    if report.unread_languages:
        parts = [say(words, "unread.part", n=count, language=words.tongue(code)) for code, count in report.unread_languages]
        screen.paragraph(say(words, "unread", parts=parts))
    _excluded(report, screen)
    screen.say()
    _files(report.containers, screen)
    _issues(report, screen)
    screen.say()
    _mine(report, screen, again)
    if report.people:
        screen.paragraph(say(words, "next"))


def _totals(report: ImportReport, words: Words) -> str:
    left = sum(count for _, count in report.left_out)
    if not report.read:
        return say(words, "read.none")
    known = sum(one.known for one in report.containers)
    counts = {"part.new": report.new, "part.known": known, "part.left": left}
    parts = [say(words, key, n=count) for key, count in counts.items() if count or key == "part.new"]
    return say(words, "read", n=report.read, parts=", ".join(parts))


def _reason(words: Words, reason: str, count: int) -> str:
    known = f"reason.{reason}" in words.table("importing")
    return say(words, f"reason.{reason}" if known else "reason.other", n=count, reason=reason)


def _excluded(report: ImportReport, screen: Screen) -> None:
    kept = report.excluded
    if kept is None:
        return
    parts = [*sorted(kept.addresses), *sorted(kept.domains), *(f"folder:{name}" for name in kept.folders), *(f"label:{name}" for name in kept.labels)]
    if parts:
        screen.paragraph(say(screen.words, "excluded", parts=clean(", ".join(parts))))


def _files(containers: Sequence[ContainerReport], screen: Screen) -> None:
    words = screen.words
    opened = [one for one in containers if not one.unchanged]
    root = common([one.path for one in opened])
    title = say(words, "files") + (words.typeset(" :" if words.language == "fr" else ":") + f" {clean(root)}" if root else "")
    screen.say(screen.style(title, "title"))
    rows = [[clean(within(one.path, root)), _kind(one.kind, words), ", ".join(_counts(one, words))] for one in opened]
    if max((columns(row[0]) for row in rows), default=0) > screen.width // 2:
        for path, kind, counts in rows:
            screen.say(f"  {path}")
            screen.paragraph(f"{kind}, {counts}", "      ")
    else:
        for row in table(rows):
            lead = "  " + row[0] + row[1]
            screen.paragraph(row[2], " " * min(columns(lead), screen.width // 2), first=lead)
    quiet = [one for one in containers if one.unchanged]
    if quiet:
        screen.paragraph(say(words, "file.unchanged", n=len(quiet), stored=sum(one.stored for one in quiet)), "  ")


def _counts(one: ContainerReport, words: Words) -> list[str]:
    parts = [say(words, "file.read", n=one.read)]
    parts += [say(words, f"part.{key}", n=count) for key, count in (("new", one.new), ("known", one.known)) if count]
    return parts + [_reason(words, *each) for each in one.left_out]


def _kind(kind: str, words: Words) -> str:
    return say(words, f"kind.{kind}") if f"kind.{kind}" in words.table("importing") else kind


def common(paths: Sequence[str]) -> str:
    """The folder that all paths lie in, "" where naming it once would not help."""
    if len(paths) < 2:
        return ""
    try:
        root = os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:  # different drives
        return ""
    return root if len(root) > 3 else ""


def within(path: str, root: str) -> str:
    """The path as seen from `root`."""
    return path[len(root) :].lstrip("/\\") if root else path


def _issues(report: ImportReport, screen: Screen) -> None:
    """Each kind of issue once, with where it was met; the first few of many."""
    words = screen.words
    issues = [*report.issues, *(issue for one in report.containers for issue in one.issues)]
    if not issues:
        return
    screen.say()
    screen.say(screen.style(say(words, "issues"), "title"))
    for told, subjects in by_words([issue for issue in issues if issue.key != "source.not-mail"], words).items():
        total = sum(subjects.values())
        screen.paragraph(told if total == 1 else say(words, "issue.times", told=told, n=total), "    ", first="  ")
        for subject in list(subjects)[:SOME]:
            screen.say(f"      {clean(subject)}")
        if len(subjects) > SOME:
            screen.paragraph(say(words, "issue.more", n=len(subjects) - SOME), "      ")
    for subject, kinds in no_mail(issues).items():
        told = ", ".join(f"{kind} {count}" if count > 1 else kind for kind, count in kinds.most_common())
        screen.paragraph(say(words, "issue.no-mail", n=sum(kinds.values()), kinds=clean(told)), "    ", first="  ")
        screen.say(f"      {clean(subject)}")
    more = sum(one.more_issues for one in report.containers)
    if more:
        screen.paragraph(say(words, "issue.more", n=more), "  ")


def by_words(issues: Iterable[Issue], words: Words) -> dict[str, Counter[str]]:
    """The issues by their words, each with its subjects and how often each was met."""
    made: dict[str, Counter[str]] = {}
    for issue in issues:
        made.setdefault(words.issue(issue), Counter())[issue.subject] += 1
    return made


def no_mail(issues: Iterable[Issue]) -> dict[str, Counter[str]]:
    """The files that are no mail, counted by kind, for each place."""
    made: dict[str, Counter[str]] = {}
    for issue in issues:
        if issue.key == "source.not-mail":
            facts = dict(issue.facts)
            made.setdefault(issue.subject, Counter())[facts.get("kind", "")] += int(facts.get("count", "1"))
    return made


def _mine(report: ImportReport, screen: Screen, again: str) -> None:
    words, mine = screen.words, report.mine
    if not mine.me:
        _to_copy(say(words, "me.none"), screen)
        return
    screen.paragraph(say(words, "me.said" if mine.said else "me.taken", addresses=", ".join(mine.me)))
    if mine.delegates:
        screen.paragraph(say(words, "me.taken.delegates", addresses=", ".join(mine.delegates)))
    if not mine.said:
        if mine.others:
            screen.paragraph(say(words, "me.others", addresses=[clean(address) for address in mine.others]))
        _to_copy(say(words, "me.confirm", command=again), screen)


def _to_copy(text: str, screen: Screen) -> None:
    """A paragraph a line; what is set in is a command to be copied, and not broken."""
    for line in text.split("\n"):
        if line.startswith(" "):
            screen.say("  " + line)
        else:
            screen.paragraph(line, "  ")
