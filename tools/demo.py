"""`make demo`: a ledger from the fictional archive, and two drafts checked against it, as a user would do it."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "demo"


def main() -> int:
    """Runs the commands that it prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", required=True)
    parser.add_argument("--as-of", required=True)
    options = parser.parse_args()
    me = (DEMO / "me.txt").read_text(encoding="utf-8").split()
    mine = [part for address in me for part in ("--me", address)]
    archive = DEMO / "archive"
    steps = [
        ["import", str(archive / "personal.mbox"), str(archive / "Maildir"), *mine, "--db", options.db],
        ["check", str(DEMO / "drafts" / "ask-en.eml"), "--db", options.db, "--as-of", options.as_of, "--lang", "en"],
        ["check", str(DEMO / "drafts" / "ask-fr.eml"), "--db", options.db, "--as-of", options.as_of, "--lang", "fr"],
    ]
    for step in steps:
        print(f"\n$ entregent {' '.join(step)}\n", flush=True)
        done = subprocess.run([sys.executable, "-m", "entregent", *step], check=False)
        if done.returncode > 1:
            return done.returncode
    print("\nThe drafts are in demo/drafts, the cast and its stories in demo/README.md. Next, with your own mail: README.md.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
