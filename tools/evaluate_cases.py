"""Quality of the rules on labelled cases: precision, recall and F1 per rule, family, language and author.

Counted as the cases' README says: over families 1 to 3, a reported code in `expect` is a hit, one outside `expect` and `either` a false alarm, one of
`expect` not reported a miss. Each case is judged twice, with its history given as files and through a ledger; the two must agree.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from entregent.app.checking import check
from entregent.app.importing import run as import_mail

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT.parent / "shared" / "cases"
AS_OF = "2026-06-15"
FAMILIES = ("1", "2", "3")


@dataclass
class Score:
    """Counts of hits, false alarms and misses."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: Score) -> None:
        """Sums up."""
        self.hit += other.hit
        self.false += other.false
        self.missed += other.missed

    @property
    def row(self) -> str:
        """Precision, recall, F1, and the counts behind them."""
        precision = self.hit / (self.hit + self.false) if self.hit + self.false else 0.0
        recall = self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{precision:6.2f} {recall:6.2f} {f1:6.2f}   {self.hit:3d} hit {self.false:3d} false {self.missed:3d} missed"


@dataclass
class Table:
    """Scores by any key."""

    rows: dict[str, Score] = field(default_factory=dict)

    def count(self, key: str, *, expected: set[str], either: set[str], found: set[str], codes: set[str]) -> None:
        """Counts one case under `key`, looking at `codes` alone."""
        score = self.rows.setdefault(key, Score())
        score.hit += len(found & expected & codes)
        score.false += len((found - expected - either) & codes)
        score.missed += len((expected - found) & codes)

    def show(self, title: str) -> None:
        """Prints the table."""
        print(f"\n{title:<28} precis recall     F1")
        for key in sorted(self.rows):
            print(f"  {key:<26} {self.rows[key].row}")


def _to_mail() -> Any:
    """The cases' own converter, so that all figures mean the same."""
    spec = importlib.util.spec_from_file_location("to_mail", CASES / "to_mail.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(case: dict[str, Any], folder: Path, *, through_ledger: bool) -> dict[str, Any]:
    """Code -> finding for one case."""
    history = folder / "history.mbox"
    files = [history] if history.exists() else []
    arguments: dict[str, Any] = {
        "other": case["other"]["address"],
        "me": case["me"]["address"],
        "inbound": case["direction"] == "in",
        "as_of": AS_OF,
    }
    if through_ledger:
        ledger = folder / "ledger.db"
        if files:
            import_mail(files, ledger, me=[case["me"]["address"]])
            arguments["db"] = ledger
    else:
        arguments["history"] = files
    report = check(folder / "draft.eml", **arguments)
    return {finding.code: (finding, report) for finding in report.findings}


def _overlaps(case: dict[str, Any], code: str, finding: Any, report: Any) -> bool:
    quote = case["quotes"].get(code, "")
    start = report.text.find(quote) if quote else -1
    return start < 0 or any(span.start < start + len(quote) and start < span.end for span in finding.spans)


def main() -> int:
    """Prints the tables; exit 1 where files and ledger disagree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="case files (default: all of ../shared/cases)")
    parser.add_argument("--verbose", action="store_true", help="name the cases that failed")
    parser.add_argument("--no-ledger", action="store_true", help="history as files alone")
    options = parser.parse_args()
    if not CASES.is_dir():
        print("skipped: the labelled cases (../shared/cases) are not here")
        return 0
    files = options.files or sorted(CASES.glob("*.jsonl"))
    per_rule, per_author, per_family = Table(), Table(), Table()
    disagree: list[str] = []
    where = Counter[str]()
    to_mail = _to_mail()
    with tempfile.TemporaryDirectory() as scratch:
        for path in files:
            for line in path.read_text(encoding="utf-8").splitlines():
                case = json.loads(line)
                folder = Path(scratch) / case["id"]
                to_mail.write(case, folder)
                findings = judge(case, folder, through_ledger=False)
                found = set(findings)
                if not options.no_ledger and set(judge(case, folder, through_ledger=True)) != found:
                    disagree.append(case["id"])
                _count(case, found, per_rule, per_author, per_family)
                for code in found & set(case["expect"]):
                    where["on the span" if _overlaps(case, code, *findings[code]) else "elsewhere"] += 1
                if options.verbose:
                    _tell(case, found)
    per_rule.show("rule and language")
    per_family.show("family and language")
    per_author.show("author, families 1 to 3")
    print(f"\nfindings that overlap the labelled words: {where['on the span']} of {sum(where.values())}")
    if not options.no_ledger:
        print(f"history as files and through a ledger: {'the same codes in every case' if not disagree else 'DIFFER in ' + ', '.join(disagree)}")
    return 1 if disagree else 0


def _count(case: dict[str, Any], found: set[str], per_rule: Table, per_author: Table, per_family: Table) -> None:
    expected, either = set(case["expect"]), set(case["either"])
    judged = {code for code in expected | found if code[1] in FAMILIES}
    told = {"expected": expected, "either": either, "found": found}
    for code in judged:
        per_rule.count(f"{code} {case['lang']}", codes={code}, **told)
        per_family.count(f"family {code[1]} {case['lang']}", codes={code}, **told)
    per_author.count(case["author"], codes=judged, **told)


def _tell(case: dict[str, Any], found: set[str]) -> None:
    found = {code for code in found if code[1] in FAMILIES}
    missed = set(case["expect"]) - found
    false = found - set(case["expect"]) - set(case["either"])
    if missed or false:
        print(f"{case['id']}: missed {sorted(missed)} false {sorted(false)}")


if __name__ == "__main__":
    sys.exit(main())
