"""The lexicon files and the tables made of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from entregent.language.grammar.lexicon import lexicon
from entregent.language.grammar.phrases import phrases
from entregent.language.grammar.table import Clash, Table, write
from entregent.language.grammar.tokens import cut

ROOT = Path(__file__).parents[2]


def names(text: str, language: str) -> set[str]:
    words = [lexicon(language).get(raw) for raw in cut(text, language)]
    return {hit.name for hit in phrases(words)} | {c for w in words for c in w.classes}


def test_the_compiled_tables_are_current() -> None:
    done = subprocess.run([sys.executable, "tools/compile_lexicon.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("She put my brother in touch with them.", "en", "introduce"),
        ("They are going to pull some strings.", "en", "secure"),
        ("Il a mis Awa en contact avec eux.", "fr", "introduce"),
        ("Jetez un œil à mon chapitre.", "fr", "review"),
        ("No worries if not.", "en", "frame:out"),
        ("Aucun souci sinon.", "fr", "frame:out"),
        ("He would be over the moon.", "en", "frame:hint"),
        ("Elle serait aux anges.", "fr", "frame:hint"),
    ],
)
def test_phrases_are_found_in_any_form_and_with_words_between(text: str, language: str, expected: str) -> None:
    assert expected in names(text, language)


def test_languages_share_their_content_classes() -> None:
    shared = {name for name in lexicon("en").classes() if name.islower()}
    assert shared == {name for name in lexicon("fr").classes() if name.islower()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.bin"


def test_a_table_gives_back_what_was_written_and_nothing_else(path: Path) -> None:
    records = {f"key {k}": bytes([k % 256]) * (k % 7) for k in range(500)}
    write(path, {"a": 1}, records)
    table = Table(path)
    assert table.head == {"a": 1}
    assert all(table.get(key) == value for key, value in records.items())
    assert table.get("key 500") is None


def test_the_same_content_gives_the_same_file(path: Path) -> None:
    write(path, {}, {"b": b"2", "a": b"1"})
    first = path.read_bytes()
    write(path, {}, {"a": b"1", "b": b"2"})
    assert path.read_bytes() == first


def test_keys_that_cannot_be_told_apart_are_refused(path: Path) -> None:
    with pytest.raises(Clash):  # CRC-32 of both is the same
        write(path, {}, {"plumless": b"1", "buckeroo": b"2"})


def test_a_file_of_another_kind_is_refused(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 something else")
    with pytest.raises(ValueError, match="no table"):
        Table(path)
