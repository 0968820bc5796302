"""Builds `demo/archive` from `demo/source`; `--check` says whether what is there is what the sources give."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.demo_mail.boxes import copies, maildir, mbox
from tools.demo_mail.forms import World
from tools.demo_mail.script import cast, scripts

DEMO = Path(__file__).resolve().parent.parent / "demo"


def archive(source: Path) -> dict[str, bytes]:
    """The archive's files by path below `demo/archive`."""
    actors = cast(source / "cast.toml")
    world = World(scripts(source, actors), actors["me"])
    world.run()
    found = copies(world)
    return {"personal.mbox": mbox(found, world)} | {f"Maildir/{path}": data for path, data in maildir(found, world).items()}


def on_disk(folder: Path) -> dict[str, bytes]:
    """What lies there now."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main() -> int:
    """Builds, or compares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    wanted, folder = archive(DEMO / "source"), DEMO / "archive"
    if options.check:
        there = on_disk(folder)
        wrong = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
        print(f"{len(wrong)} of {len(wanted)} files differ" + "".join(f"\n  {name}" for name in wrong[:10]))
        return 1 if wrong else 0
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(wanted)} files, {sum(map(len, wanted.values())) // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
