"""`make evaluate`: every table of quality, one after the other. Each tool can be called alone, with more options."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
TABLES = (
    ("Rules, on labelled cases", "evaluate_cases.py"),
    ("Acts, leave one author out", "evaluate_acts.py"),
    ("Own text", "evaluate_own.py"),
    ("False alarms on real mail", "evaluate_mail.py"),
)


def main() -> int:
    """Runs the tables; the exit code is the worst of theirs."""
    worst = 0
    for title, tool in TABLES:
        print(f"\n=== {title}\n", flush=True)
        worst = max(worst, subprocess.run([sys.executable, str(TOOLS / tool)], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
