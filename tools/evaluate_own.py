"""How well own text, languages and sentences are told: `python tools/evaluate_own.py`.

| table | data | what is counted |
|---|---|---|
| quotes | quoted-fr, 41 messages; the first line that is others' was read off by hand (QUOTED) | lines, not blank |
| signatures | signatures-fr below messages of `corpus/`: after a closing, after the message, after "-- " | characters of the card, name line apart |
| untouched | messages of `corpus/` as they are, and drafts of the cases | characters of the writer that were lost |
| languages | `corpus/`, by message and by sentence of at least five words | share told right |
| sentences | `corpus/`, set as paragraphs of three sentences, and the same broken at 72 columns | F1 of sentence ends |

The first two data sets are third parties' and are read from ../shared/data; without them their tables are skipped.
"""

from __future__ import annotations

import json
import sys
import tarfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entregent.language.identify import detect
from entregent.language.lines import FRAME, QUOTE
from entregent.language.own import own_lines, own_spans
from entregent.language.segment import segment
from entregent.model.speech import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
CASES = ROOT.parent / "shared" / "cases"
QUOTED = {
    0: 7, 1: 7, 2: 4, 3: 10, 4: 18, 5: 8, 7: 7, 9: 14, 10: 23, 11: 3, 13: 4, 15: 3, 16: 26, 20: 7,
    22: 5, 23: 4, 26: 9, 27: 6, 28: 19, 31: 10, 32: 5, 33: 3, 36: 7, 40: 10,
}  # fmt: skip
"""Message of quoted-fr -> its first line that others wrote, or that a program set around their words; all below is theirs too."""


def archive(name: str) -> dict[str, Any] | None:
    """The JSON files of an archive of ../shared/data by file name; None where it is absent."""
    path = DATA / f"{name}.tar.xz"
    if not path.exists():
        return None
    with tarfile.open(path) as members:
        return {
            Path(member.name).name: json.load(file) for member in members if member.name.endswith(".json") and (file := members.extractfile(member))
        }


def corpus(pattern: str) -> Iterator[dict[str, Any]]:
    """Labelled messages of the repository."""
    for path in sorted((ROOT / "corpus").glob(pattern)):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def row(name: str, hit: int, false: int, missed: int, note: str = "") -> None:
    """One line of a table: precision, recall, F1."""
    precision, recall = hit / (hit + false or 1), hit / (hit + missed or 1)
    f1 = 2 * precision * recall / (precision + recall or 1)
    print(f"{name:44} {precision:7.3f} {recall:7.3f} {f1:7.3f}  {note}")


def quotes() -> None:
    """Lines of others in quoted-fr."""
    data = archive("quoted-fr")
    if data is None:
        print("quotes: skipped, ../shared/data/quoted-fr.tar.xz is not here")
        return
    hit = false = missed = 0
    for number, mail in enumerate(data["emails.json"]):
        lines = own_lines(mail["body"])
        begin = QUOTED.get(number, len(lines))
        for place, text in enumerate(lines.text):
            if text:
                found, true = lines.kind[place] in (QUOTE, FRAME), place >= begin
                hit += found and true
                false += found and not true
                missed += true and not found
    row("quotes, lines (quoted-fr)", hit, false, missed, f"{hit + missed} lines")


def _joined(sentences: Sequence[dict[str, Any]]) -> str:
    """A message as people set it: greeting, one paragraph, closing."""
    texts = [sentence["text"] for sentence in sentences]
    return f"{texts[0]}\n\n{' '.join(texts[1:-1])}\n\n{texts[-1]}" if len(texts) > 2 else "\n".join(texts)


def signatures() -> None:
    """Characters of cards below fictional messages."""
    data = archive("signatures-fr")
    if data is None:
        print("signatures: skipped, ../shared/data/signatures-fr.tar.xz is not here")
        return
    cards = [entry["text"].strip() for name in sorted(data) for entry in data[name]]
    bodies = [_joined(message["sentences"]) for message in corpus("*fr-*.jsonl")]
    for title, glue in (("after a closing", "\n\nBien cordialement,\n\n"), ("after the message", "\n\n"), ('after "-- "', "\n-- \n")):
        hit = false = missed = 0
        for number, card in enumerate(cards):
            body = bodies[number * 7 % len(bodies)] + glue
            name = len(card.split("\n", 1)[0])
            whole = body + card
            kept = bytearray(len(whole))
            for start, end in own_spans(whole):
                kept[start:end] = b"\1" * (end - start)
            for place, character in enumerate(whole):
                if (
                    character.isspace()
                    or len(body) <= place < len(body) + name
                    or (glue.strip() == "--" and len(body) - len(glue) <= place < len(body))
                ):
                    continue
                true = place >= len(body)
                hit += true and not kept[place]
                missed += true and kept[place]
                false += not true and not kept[place]
        row(f"signatures, characters, {title}", hit, false, missed, f"{len(cards)} cards")


def untouched() -> None:
    """What is lost of messages that are the writer's own throughout (cases may hold quotes and cards: then a loss is right)."""
    for title, bodies in (("corpus", [_joined(m["sentences"]) for m in corpus("*.jsonl")]), ("drafts of the cases", _drafts())):
        total = lost = touched = 0
        for body in bodies:
            kept = sum(len("".join(body[start:end].split())) for start, end in own_spans(body))
            size = len("".join(body.split()))
            total, lost, touched = total + size, lost + size - kept, touched + (kept < size)
        if bodies:
            print(f"untouched, {title:33} {lost} of {total} characters lost ({lost / total:.5f}), in {touched} of {len(bodies)} messages")


def _drafts() -> list[str]:
    return [json.loads(line)["draft"]["body"] for path in sorted(CASES.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]


def languages() -> None:
    """The share of messages and sentences whose language is told right."""
    for code in ("en", "fr"):
        messages = list(corpus(f"*{code}-*.jsonl"))
        whole = [detect("\n".join(s["text"] for s in m["sentences"])) == code for m in messages]
        single = [detect(s["text"]) for m in messages for s in m["sentences"] if len(s["text"].split()) >= 5]
        right, none = single.count(code), single.count("")
        wrong = len(single) - right - none
        print(f"language {code}: messages {sum(whole)} of {len(whole)}; sentences right {right}, undecided {none}, wrong {wrong} of {len(single)}")


def sentences() -> None:
    """F1 of sentence ends."""
    for title, width in (("paragraphs of three", 0), ("the same, broken at 72 columns", 72)):
        hit = false = missed = 0
        for message in corpus("*.jsonl"):
            body, ends = _set([sentence["text"] for sentence in message["sentences"]], width)
            found = {end for _, end, _ in segment(body, (Span(0, len(body)),), message["lang"])}
            hit, false, missed = hit + len(found & ends), false + len(found - ends), missed + len(ends - found)
        row(f"sentence ends, {title}", hit, false, missed)


def _set(texts: Sequence[str], width: int) -> tuple[str, set[int]]:
    """A message in paragraphs, and where its sentences end in it; breaking replaces spaces by line breaks, so that places stay."""
    body, ends = "", set()
    for number, text in enumerate(texts):
        body += " ".join(text.split())
        ends.add(len(body))
        if number < len(texts) - 1:
            body += "\n\n" if number == 0 or number % 3 == 0 or number == len(texts) - 2 else " "
    if width:
        paragraphs = [textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False) for part in body.split("\n\n")]
        broken = "\n\n".join(paragraphs)
        body = broken if len(broken) == len(body) else body
    return body, ends


def main() -> int:
    """Print the tables."""
    print(f"{'':44} {'prec.':>7} {'recall':>7} {'F1':>7}")
    quotes()
    signatures()
    untouched()
    languages()
    sentences()
    return 0


if __name__ == "__main__":
    sys.exit(main())
