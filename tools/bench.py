"""How fast it is, in ratios against peers of the same run: `make bench`.

    python tools/bench.py [--messages 20000] [--repeat 3] [--quick] [--keep FOLDER]

Measured on generated mail (`bench_mail.py`): the first stage of an import, its syncs to the disk included, beside `mu index` and `notmuch new`
where they are installed; the second stage; a rescan with nothing new; `check` of a 200-word draft against that ledger, with the person with
whom most was exchanged, cold beside `python -c pass`, and warm; the memory of an import. Each figure is the median of the repetitions, in
which the candidates take turns, so that a busy machine meets all of them alike. Whole processes are measured, from start to end. A figure
that misses its goal is marked, and the exit status is then 1.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import bench_mail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ME = bench_mail.ME[1]
ROOT = Path(__file__).resolve().parent.parent

STAGE_ONE = f"""
import sys
from entregent.app import importing
importing.run([sys.argv[1]], sys.argv[2], me=[{ME!r}], read=False)
"""
STAGE_TWO = """
import sys, time
from entregent.app import reading
from entregent.app.whose import mine
from entregent.store import Store
with Store(sys.argv[1]) as store:
    count = len(store.to_read(reading.READER, mine(store).writers))
    start = time.perf_counter()
    reading.catch_up(store)
    print(count, time.perf_counter() - start, store.count_people())
"""
WARM = """
import sys, time, statistics
from pathlib import Path
from entregent.app.checking import check
draft, db = Path(sys.argv[1]), sys.argv[2]
check(draft, db=db)
times = []
for _ in range(50):
    start = time.perf_counter()
    check(draft, db=db)
    times.append(time.perf_counter() - start)
print(statistics.median(times))
"""
DRAFT = """\
Dear {name},

I hope that the move to the new studio went well and that the light there is as good as you said it would be. We finished the second floor last
week, two days late, and the tenants have already hung their own curtains, which I take as a compliment.

There is something I wanted to ask you. My cousin has just finished her training as a bookbinder and is looking for a first post. Could you pass
her papers on to the head of your workshop, or to anyone else you know who might be hiring this summer? It would mean a great deal to her, and to me.
She is careful, quick and good company, and she would move anywhere for the right place.

I still have not heard back about the drawings for the archive. I sent them twice now, and I would have expected at least a word. If the committee
has decided against them, I would rather know, so that I can offer the time to somebody else. Otherwise, could we meet for an hour next week, on
Tuesday or Wednesday, at yours or at mine?

Thank you for the plan of the second floor. It saved us from moving the stairs, and Omar says that he owes you a lunch for it.

Best wishes,
Inès
"""


@dataclass(frozen=True)
class Run:
    """One process: seconds, those of processor time of it and its children (0 where the system does not tell), the peak memory of all in MB."""

    seconds: float
    busy: float
    peak: float
    output: str


@dataclass(frozen=True)
class Row:
    """A line of the table; `met`: whether the goal is."""

    what: str
    figure: str
    beside: str = ""
    met: bool | None = None


def main() -> int:
    """Run all, print the table."""
    options = _options()
    folder = Path(options.keep or tempfile.mkdtemp(prefix="entregent-bench-"))
    try:
        rows = list(_measure(folder, options.messages, options.repeat))
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    width = max(len(row.what) for row in rows)
    figures = max(len(row.figure) for row in rows)
    for row in rows:
        sign = {True: "  ok", False: "  MISSED", None: ""}[row.met]
        print(f"{row.what:<{width}}  {row.figure:>{figures}}  {row.beside}{sign}")
    return int(any(row.met is False for row in rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="2,000 messages, once: to see that it runs; the figures mean little")
    parser.add_argument("--keep", metavar="FOLDER", help="make the mail and the ledgers there, and leave them")
    options = parser.parse_args()
    if options.quick:
        options.messages, options.repeat = 2_000, 1
    return options


def _measure(folder: Path, count: int, repeat: int) -> Iterable[Row]:
    box, file = folder / "Maildir", folder / "mail.mbox"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"making {count:,} messages ...", file=sys.stderr, flush=True)
        mails = list(bench_mail.messages(count))
        bench_mail.maildir(box, iter(mails))
        bench_mail.mbox(file, iter(mails))
        del mails
    size = file.stat().st_size / 1e6
    yield Row(
        "mail", f"{count:,} messages", f"{size:.0f} MB, {len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()} cores"
    )
    yield from _stage_one(folder, box, file, count, repeat)
    yield from _stage_two(folder, repeat)
    yield from _rescans(folder, box, file, repeat)
    yield from _checks(folder, repeat)


# -- stage one ------------------------------------------------------------------------------------------------------------------------------------


def _stage_one(folder: Path, box: Path, file: Path, count: int, repeat: int) -> Iterable[Row]:
    candidates: dict[str, Callable[[], Run]] = {
        "Maildir": lambda: _import(folder / "maildir.db", box),
        "mbox": lambda: _import(folder / "mbox.db", file),
    }
    if shutil.which("mu"):
        candidates["mu index"] = lambda: _mu(folder / "mu", box)
    if shutil.which("notmuch"):
        candidates["notmuch new"] = lambda: _notmuch(folder / "notmuch", box)
    runs: dict[str, list[Run]] = {name: [] for name in candidates}
    _warm(box, file)
    for number in range(repeat):
        for name, candidate in candidates.items():
            print(f"stage one, {name}, {number + 1} of {repeat} ...", file=sys.stderr, flush=True)
            runs[name].append(candidate())
    rates = {name: count / statistics.median(run.seconds for run in found) for name, found in runs.items()}
    for name in ("Maildir", "mbox"):
        peers = [f"{rates[name] / rates[peer]:.1f} x {peer}" for peer in ("mu index", "notmuch new") if peer in rates]
        met = rates[name] >= 2 * rates["mu index"] if "mu index" in rates else None
        yield Row(f"import, first stage, {name}", f"{rates[name]:,.0f} msg/s", ", ".join([_busy(runs[name]), *peers]), met)
    for peer, package in (("mu index", "maildir-utils"), ("notmuch new", "notmuch")):
        if peer in rates:
            yield Row(f"  {peer}", f"{rates[peer]:,.0f} msg/s", _busy(runs[peer]))
        else:
            yield Row(f"  {peer}", "skipped", f"not installed (package {package})")
    peak = max(run.peak for name in ("Maildir", "mbox") for run in runs[name])
    yield Row("memory of an import, all processes", f"{peak:.0f} MB", "at most 300 MB", peak < 300)


def _busy(runs: list[Run]) -> str:
    return f"{statistics.median(run.busy for run in runs):.1f} s of processor"


def _import(db: Path, source: Path) -> Run:
    for path in db.parent.glob(f"{db.name}*"):
        path.unlink()
    return _run([sys.executable, "-c", STAGE_ONE, str(source), str(db)])


def _mu(home: Path, box: Path) -> Run:
    shutil.rmtree(home, ignore_errors=True)
    _run(["mu", "init", "--quiet", f"--muhome={home}", f"--maildir={box}", f"--my-address={ME}"])
    return _run(["mu", "index", "--quiet", f"--muhome={home}"])


def _notmuch(home: Path, box: Path) -> Run:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    config = home / "config"
    config.write_text(f"[database]\npath={home}\nmail_root={box}\n[user]\nname=Bench\nprimary_email={ME}\n[new]\ntags=unread\n")
    return _run(["notmuch", "new", "--quiet"], {"NOTMUCH_CONFIG": str(config)})


def _warm(box: Path, file: Path) -> None:
    """Have everything in the page cache once, so that the first candidate does not pay for the others."""
    for path in (file, *box.rglob("*")):
        if path.is_file():
            path.read_bytes()


# -- the rest -------------------------------------------------------------------------------------------------------------------------------------


def _stage_two(folder: Path, repeat: int) -> Iterable[Row]:
    rates = []
    told = ""
    for number in range(repeat):
        print(f"stage two, {number + 1} of {repeat} ...", file=sys.stderr, flush=True)
        db = folder / "read.db"
        for path in folder.glob("read.db*"):
            path.unlink()
        shutil.copy(folder / "maildir.db", db)
        count, seconds, people = _run([sys.executable, "-c", STAGE_TWO, str(db)]).output.split()
        rates.append(int(count) / float(seconds))
        told = f"{int(count):,} messages with {int(people):,} people"
    rate = statistics.median(rates)
    yield Row("import, second stage", f"{rate:,.0f} msg/s", f"{told}; at least 1,000", rate >= 1000)


def _rescans(folder: Path, box: Path, file: Path, repeat: int) -> Iterable[Row]:
    pairs = (("Maildir", folder / "read.db", box), ("mbox", folder / "mbox.db", file))
    for name, db, source in pairs:
        _entregent("import", str(source), "--db", str(db))
        seconds = statistics.median(_entregent("import", str(source), "--db", str(db)).seconds for _ in range(5 * repeat))
        yield Row(f"rescan, nothing new, {name}", f"{seconds * 1000:,.0f} ms", "under 100 ms", seconds < 0.1)


def _checks(folder: Path, repeat: int) -> Iterable[Row]:
    db = folder / "read.db"
    draft = folder / "draft.eml"
    name, address = _busiest(db)
    text = DRAFT.format(name=name.split()[0])
    draft.write_text(
        f"From: {bench_mail.ME[0]} <{ME}>\nTo: {name} <{address}>\nSubject: Three things\nContent-Type: text/plain; charset=utf-8\n\n{text}"
    )
    bare, cold, who, everybody = [], [], [], []
    for _ in range(7 * repeat):
        bare.append(_run([sys.executable, "-c", "pass"]).seconds)
        cold.append(_entregent("check", str(draft), "--db", str(db)).seconds)
        who.append(_entregent("who", address, "--db", str(db)).seconds)
        everybody.append(_entregent("people", "--format", "json", "--db", str(db)).seconds)
    base = statistics.median(bare)
    middle = statistics.median(cold)
    told = f"python -c pass {base * 1000:.0f} ms; under 100 ms"
    yield Row(f"check, {len(text.split())} words, cold", f"{middle * 1000:.0f} ms", told, middle < 0.1)
    warm = statistics.median(float(_run([sys.executable, "-c", WARM, str(draft), str(db)]).output) for _ in range(repeat))
    yield Row("check, warm", f"{warm * 1000:.1f} ms", "under 5 ms", warm < 0.005)
    yield Row("who, cold", f"{statistics.median(who) * 1000:.0f} ms")
    whole = statistics.median(everybody)
    yield Row("people, cold", f"{whole * 1000:.0f} ms", "under 1,000 ms", whole < 1)


def _busiest(db: Path) -> tuple[str, str]:
    """The correspondent with whom most was exchanged: the hardest check."""
    code = (
        "import sys; from entregent.store import Store; person = Store(sys.argv[1]).persons()[0]; print(person.name, person.addresses[0], sep='\\t')"
    )
    name, _, address = _run([sys.executable, "-c", code, str(db)]).output.strip().partition("\t")
    return name, address


def _entregent(*words: str) -> Run:
    script = Path(sys.executable).with_name("entregent")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "entregent"]
    return _run([*command, *words], accept=(0, 1))


def _run(command: list[str], more: dict[str, str] | None = None, accept: tuple[int, ...] = (0,)) -> Run:
    """Run a process to its end. Peak memory where the system tells it (POSIX)."""
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", **(more or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    with tempfile.TemporaryFile() as output:
        before, start = _processor(), time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT)
        peak = _watch(process) if "-c" in command and STAGE_ONE in command else 0.0
        code = process.wait()
        seconds = time.perf_counter() - start
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if code not in accept:
        raise SystemExit(f"{' '.join(command[:4])} ended with {code}")
    return Run(seconds, _processor() - before, peak, text)


def _processor() -> float:
    """Processor time of all processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(process: subprocess.Popen[bytes]) -> float:
    """The most memory that a process and its children held at one time, in MB; 0 where /proc does not tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return 0.0
    peak = 0
    while process.poll() is None:
        total = 0
        for pid in (process.pid, *_children(process.pid)):
            try:
                lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            except OSError:
                continue
            total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
        peak = max(peak, total)
        time.sleep(0.05)
    return peak / 1024


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for task in Path(f"/proc/{pid}/task").iterdir() for word in (task / "children").read_text().split()]
    except OSError:
        return []


if __name__ == "__main__":
    raise SystemExit(main())
