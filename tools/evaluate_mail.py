"""False alarms on real mail: how often `check` would have stopped what five people really sent.

Reads the public Enron mailboxes of the data folder (../shared/data, third persons' mail that stays out of the repository), each into a ledger
of its own, takes a seeded sample of what its owner sent, and checks each message as the draft that it once was: with the history of the ledger up
to its day, itself left out. People who write to colleagues all day ask for work, so that nearly nothing should be found: what is found is counted
here, by level and code, to be read and judged by hand with --list. Prints counts and Message-IDs, never text.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.app.checking import check
from entregent.app.importing import run as import_mail
from entregent.app.whose import mine
from entregent.model.issue import Trouble
from entregent.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from entregent.model.finding import Report
    from entregent.model.mail import Address, Message

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
MAILBOXES = ("allen-p", "campbell-l", "delainey-d", "lay-k", "mcconnell-m")
SAMPLE = 400
SEED = 20250601
LEVELS = ("stop", "warn", "note")


@dataclass
class Tally:
    """What was found in one mailbox: messages with at least one finding of a level, and with a code at a level."""

    people: int = 0
    sent: int = 0
    judged: int = 0
    unread: int = 0
    messages: Counter[str] = field(default_factory=Counter)
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Counts one message."""
        if report.language not in {"en", "fr"}:
            self.unread += 1
            return
        self.judged += 1
        self.messages.update({finding.severity for finding in report.findings})
        self.codes.update({(finding.severity, finding.code) for finding in report.findings})

    def join(self, other: Tally) -> None:
        """Sums up."""
        self.people += other.people
        self.sent += other.sent
        self.judged += other.judged
        self.unread += other.unread
        self.messages += other.messages
        self.codes += other.codes


def draft_of(message: Message) -> bytes:
    """The message as the .eml that it was before it was sent."""
    draft = EmailMessage(policy=policy.SMTPUTF8.clone(max_line_length=None, refold_source="none"))
    draft["From"] = _written((message.sender,))
    for name, people in (("To", message.to), ("Cc", message.cc)):
        if people:
            draft[name] = _written(people)
    draft["Subject"] = message.subject
    draft["Message-ID"] = f"<{message.id}>"
    if message.date:
        draft["Date"] = format_datetime(message.date)
    if message.in_reply_to:
        draft["In-Reply-To"] = f"<{message.in_reply_to}>"
    draft.set_content(message.body, cte="8bit")
    return draft.as_bytes()


def _written(people: tuple[Address, ...]) -> str:
    """Addresses as a header; no library's opinion of them, since archives hold what no grammar takes."""
    return ", ".join('"' + one.name.replace('"', "").replace("\\", "") + f'" <{one.email}>' if one.name else one.email for one in people)


def sent(store: Store) -> list[str]:
    """Message-IDs of what the owner (or who writes for them) sent to somebody else, dated, sorted."""
    who = mine(store)
    return sorted(
        message.id for message in store.headers()
        if message.kind == "personal" and message.date and message.sender.email in who.writers and any(one.email not in who.me for one in message.to)
    )  # fmt: skip


def reports(db: Path, sample: int, seed: int) -> Iterator[tuple[Message, Report | None]]:
    """A sample of the sent messages with what `check` says of each; None where it says that the recipient is unclear or the draft is empty."""
    with Store(db, readonly=True) as store:
        chosen = sent(store)
        random.Random(seed).shuffle(chosen)
        messages = [found for mid in chosen[:sample] if (found := store.message(mid)) is not None]
    for message in messages:
        day = message.day
        try:
            yield message, check(draft_of(message), as_of=day, db=db)
        except Trouble as trouble:
            if trouble.key not in {"person.several", "draft.empty"}:
                raise
            yield message, None


def evaluate(name: str, db: Path, options: argparse.Namespace) -> Tally:
    """Imports one mailbox and counts."""
    archive = DATA / f"enron-{name}.tar.xz"
    done = import_mail([archive], db)
    tally = Tally(people=done.people)
    with Store(db, readonly=True) as store:
        tally.sent = len(sent(store))
    for message, report in reports(db, options.sample, options.seed):
        if report is None:
            tally.unread += 1
            continue
        tally.add(report)
        for finding in report.findings if options.list else ():
            if finding.severity in options.list.split(","):
                print(f"    {finding.severity} {finding.code} {message.id} {[tuple(span) for span in finding.spans]}")
    return tally


def row(name: str, tally: Tally) -> str:
    """A line of the table, rates in messages of a hundred."""
    share = {level: 100 * tally.messages[level] / tally.judged if tally.judged else 0.0 for level in LEVELS}
    return f"  {name:<14}{tally.people:7d}{tally.sent:7d}{tally.judged:8d}{tally.unread:8d}" + "".join(f"{share[level]:7.1f}%" for level in LEVELS)


def main() -> int:
    """Prints the table; 0 also where the data is absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=SAMPLE)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=MAILBOXES)
    parser.add_argument("--list", default="", metavar="LEVELS", help="Message-IDs and spans of findings at these levels (stop,warn,note)")
    parser.add_argument("--keep", type=Path, help="a folder for the ledgers, to be read afterwards")
    options = parser.parse_args()
    wanted = [name for name in MAILBOXES if options.only in {None, name}]
    missing = [name for name in wanted if not (DATA / f"enron-{name}.tar.xz").exists()]
    if missing:
        print(f"Skipped: no mail to read in {DATA} ({', '.join(missing)}).")
        return 0
    print(f"Sent messages that `check` finds fault with, of a sample of {options.sample} a mailbox (seed {options.seed})\n")
    print(f"  {'mailbox':<14}{'people':>7}{'sent':>7}{'judged':>8}{'unread':>8}" + "".join(f"{level:>8}" for level in LEVELS), flush=True)
    total = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in wanted:
            tally = evaluate(name, folder / f"{name}.db", options)
            total.join(tally)
            print(row(name, tally), flush=True)
    print(row("all", total))
    print("\n  by code     " + "".join(f"{level:>8}" for level in LEVELS))
    for code in sorted({code for _, code in total.codes}):
        print(f"  {code:<12}" + "".join(f"{total.codes[level, code]:8d}" for level in LEVELS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
