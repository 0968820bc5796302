"""Writes docs/rules/ from the rules' docstrings; with --check it says whether the pages are current."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from entregent.rules import load

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "rules"
NOTE = "<!-- Written by `make docs` from the rule's docstring: edit it there. -->"


def pages() -> dict[str, str]:
    """File name -> content, the index included."""
    made = {}
    rows = ["# The rules", "", NOTE, "", "| code | name | severity | needs history | |", "|---|---|---|---|---|"]
    for rule in load():
        module = importlib.import_module(f"entregent.rules.{rule.folder}")
        title, _, text = (module.__doc__ or "").strip().partition("\n")
        made[f"{rule.code}.md"] = f"# {rule.code} {rule.name}\n\n{NOTE}\n\n{title}\n{text.rstrip()}\n"
        rows.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {'yes' if rule.needs_history else 'no'} | {title} |")
    made["README.md"] = "\n".join(rows) + "\n"
    return made


def main() -> int:
    """Writes the pages, or compares them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    made = pages()
    there = {path.name for path in PAGES.glob("*.md")} if PAGES.is_dir() else set()
    stale = [name for name, text in made.items() if not (PAGES / name).is_file() or (PAGES / name).read_text(encoding="utf-8") != text]
    stale += sorted(there - made.keys())
    if check:
        if stale:
            print(f"docs/rules is not current ({', '.join(stale)}): run 'make docs'.", file=sys.stderr)
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in there - made.keys():
        (PAGES / name).unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
