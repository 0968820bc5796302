"""Compile the lexicon files of language/lexicon into the tables language/compiled/lex-LL.bin (`make compile`); `--check` only compares."""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from entregent.language.grammar import inflect_en, inflect_fr, table
from entregent.language.grammar.tokens import forms

LANGUAGE = Path(__file__).parents[1] / "src/entregent/language"
_SECTION = re.compile(r"\[(?:(?P<frame>frame) +(?P<name>[\w-]+)|(?P<cls>[\w-]+): *(?P<kind>verb|noun|adjective|word))\]$")
_PIECE = re.compile(r"[*+]|<[\w-]+>|=?[^\s*+<>]+\??")


class Bad(ValueError):
    """A line of a lexicon file that cannot be read, with its place."""


def sections(path: Path) -> list[tuple[str, str, list[str]]]:
    """(class or "frame:name", kind, entries) in order of the file."""
    found: list[tuple[str, str, list[str]]] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip() if raw.strip().startswith("#hash") else re.sub(r"(?:^|\s)#.*", "", raw).strip()
        if line.startswith("["):
            match = _SECTION.match(line)
            if not match:
                raise Bad(f"{path.name}:{number}: {line}")
            found.append((f"frame:{match['name']}", "word", []) if match["frame"] else (match["cls"], match["kind"], []))
        elif line:
            if not found:
                raise Bad(f"{path.name}:{number}: an entry before any section")
            found[-1][2].extend(entry.strip().lower().replace("’", "'") for entry in line.split(",") if entry.strip())
    return found


def elements(entry: str, language: str) -> list[str]:
    """The elements of a phrase: literals (tokens), "=form", "<class>", "*", "+"; a trailing "?" marks what may be missing."""
    found: list[str] = []
    for piece in _PIECE.findall(entry):
        if piece in "*+" or piece.startswith("<"):
            found.append(piece)
        elif piece.startswith("=") and len(piece) > 1:
            found.extend("=" + form for form in forms(piece[1:], language))
        elif "|" in piece or (piece.endswith("?") and len(piece) > 1 and piece[0] != "?"):
            found.append(piece)
        else:
            found.extend(forms(piece, language))
    return found


def expand(parts: list[str]) -> list[list[str]]:
    """Every reading of alternatives and of what may be missing."""
    done: list[list[str]] = [[]]
    for part in parts:
        choices = [part]
        if part.endswith("?") and len(part) > 1 and part[0] not in "?!":
            choices = [part[:-1], ""]
        elif "|" in part:
            choices = part.split("|")
        done = [row + ([choice] if choice else []) for row in done for choice in choices]
    return done


class Builder:
    """Collects forms and phrases of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.inflect: Any = inflect_en if language == "en" else inflect_fr
        self.entries: dict[str, dict[str, Any]] = {}
        self.tries: dict[str, dict[str, Any]] = {}
        self.verbs: set[str] = set()

    def add(self, form: str, lemma: str, cls: str, kind: str, analyses: set[str]) -> None:
        """One form of one word."""
        entry = self.entries.setdefault(form, {"l": lemma, "c": [], "a": [], "k": kind})
        if cls and cls not in entry["c"]:
            entry["c"].append(cls)
        entry["a"] = sorted({*entry["a"], *analyses})
        if analyses and entry["k"] in ("noun", "adjective"):
            entry["k"] = "verb"

    def word(self, lemma: str, cls: str, kind: str) -> None:
        """A single word with its inflected forms."""
        if kind == "verb":
            self.verbs.add(lemma)
            for form, analyses in self.inflect.verb(lemma).items():
                self.add(form, lemma, cls, kind, analyses)
        elif kind in ("noun", "adjective"):
            for form in getattr(self.inflect, kind)(lemma):
                self.add(form, lemma, cls, kind, set())
        else:
            self.add(lemma, lemma, cls, kind, set())

    def phrase(self, parts: list[str], cls: str) -> None:
        """A path in the trie of its first element."""
        node = self.tries.setdefault(parts[0], {})
        for part in parts[1:]:
            node = node.setdefault(part, {})
        names = node.setdefault("", [])
        if cls not in names:
            names.append(cls)

    def section(self, cls: str, kind: str, entries: list[str]) -> None:
        """All entries of a section."""
        for entry in entries:
            for parts in expand(elements(entry, self.language)):
                if len(parts) == 1 and parts[0][0] not in "=<*+" and not cls.startswith("frame:"):
                    self.word(parts[0], cls, kind)
                    continue
                if not parts or parts[0] in ("*", "+") or parts[0].startswith("<"):
                    raise Bad(f"[{cls}] {entry}: a phrase begins with a word")
                self.phrase(parts, cls)
                if kind == "verb":
                    self.head(parts[0])
                if kind == "noun":
                    last = parts[-1]
                    for form in self.inflect.noun(last) - {last}:
                        self.phrase([*parts[:-1], form], cls)

    def head(self, word: str) -> None:
        """The first word of a verb phrase is a verb: it must be known in all its forms."""
        ends = ("er", "ir", "re", "oir")
        if word not in self.verbs and (self.language == "en" or word.endswith(ends)) and len(word) > 1:
            self.word(word, "", "verb")

    def records(self) -> dict[str, bytes]:
        """What `table.write` takes: word records under their form, tries under "/" + first element."""
        done = {form: f"{e['l']}\t{' '.join(e['c'])}\t{' '.join(e['a'])}\t{e['k']}".encode() for form, e in self.entries.items()}
        for first, trie in self.tries.items():
            done["/" + first] = json.dumps(trie, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        return done


def build(language: str) -> Builder:
    """Read every file of a language; function words first, since the first class of a word is the one that stands for it."""
    builder = Builder(language)
    order = ["function", "verbs", "nouns"]
    paths = sorted((LANGUAGE / "lexicon" / language).glob("*.txt"), key=lambda p: (order.index(p.stem) if p.stem in order else 9, p.name))
    for path in paths:
        for cls, kind, entries in sections(path):
            builder.section(cls, kind, entries)
    return builder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for language in ("en", "fr"):
        builder = build(language)
        records = builder.records()
        path = LANGUAGE / "compiled" / f"lex-{language}.bin"
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / path.name
            classes = sorted({c for e in builder.entries.values() for c in e["c"]} | names(builder.tries))
            table.write(fresh, {"language": language, "classes": classes}, records)
            if not path.exists() or path.read_bytes() != fresh.read_bytes():
                stale.append(path.name)
                if not check:
                    path.write_bytes(fresh.read_bytes())
        size = path.stat().st_size if path.exists() else 0
        print(f"{path.name}: {len(builder.entries)} forms, {len(builder.tries)} first words of phrases, {size} bytes")
    if check and stale:
        print("not current, run `make compile`:", *stale)
        return 1
    return 0


def names(tries: dict[str, Any]) -> set[str]:
    """The classes and frames at the ends of tries."""
    found: set[str] = set()
    for part, node in tries.items():
        found |= set(node) if part == "" else names(node)
    return found


if __name__ == "__main__":
    sys.exit(main())
