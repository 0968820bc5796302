"""Sets or takes away `not_yet` in the rules' drafts, as the check judges them now; prints how many of each rule hold."""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.rules.drafts import Example, examples, judged_wrongly  # noqa: E402


def main() -> int:
    """Judges every draft and rewrites the marks of those that changed (with --dry-run, only prints)."""
    holds: dict[tuple[str, str, bool], list[bool]] = defaultdict(list)
    for example in examples():
        with tempfile.TemporaryDirectory() as scratch:
            wrong = judged_wrongly(example, Path(scratch))
        holds[example.code, example.language, example.fires].append(not wrong)
        if wrong and "--verbose" in sys.argv:
            print(f"{example.where}: {wrong}")
        if bool(wrong) != example.not_yet and "--dry-run" not in sys.argv:
            _mark(example, bool(wrong))
    print("rule  language  firing  silent")
    for code, language in sorted({key[:2] for key in holds}):
        firing, silent = holds[code, language, True], holds[code, language, False]
        print(f"{code}  {language:8}  {sum(firing):2}/{len(firing):2}   {sum(silent):2}/{len(silent):2}")
    total = [one for each in holds.values() for one in each]
    print(f"{sum(total)} of {len(total)} drafts are judged as their author expects")
    return 0


def _mark(example: Example, not_yet: bool) -> None:
    path = next((ROOT / "src/entregent/rules").glob(f"{example.code.lower()}_*/drafts_{example.language}.toml"))
    text = path.read_text(encoding="utf-8")
    title = re.search(r"^title = [\"']+" + re.escape(example.fields["title"].replace('"', '\\"')) + r"[\"']+$", text, re.MULTILINE)
    if title is None:
        raise SystemExit(f"no title line for {example.where}")
    rest = text[title.end() :].removeprefix("\nnot_yet = true")
    path.write_text(text[: title.end()] + ("\nnot_yet = true" if not_yet else "") + rest, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
