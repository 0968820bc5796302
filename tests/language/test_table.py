"""The memory-mapped tables: what was written is found, what was not is not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.language.grammar import table


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.binary(max_size=40), max_size=60), st.text(max_size=8))
def test_what_was_written_is_found(records: dict[str, bytes], note: str) -> None:
    head = {"note": note.encode("utf-8", "replace").decode(), "numbers": [1, 2]}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.bin"
        table.write(path, head, records)
        made = table.Table(path)
        assert made.head == head
        for key, record in records.items():
            assert made.get(key) == record
            assert made.record(made.find(key)) == record
        assert made.get("no such key, surely") is None
        again = Path(folder) / "u.bin"
        table.write(again, head, dict(reversed(records.items())))
        assert again.read_bytes() == path.read_bytes(), "the order of the records does not show"
        del made


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.bin").write_bytes(b"EGT0" + b"\0" * 40)
    with pytest.raises(ValueError, match=r"old\.bin is no table of this version"):
        table.Table(tmp_path / "old.bin")


def test_two_keys_of_one_hash_are_told(tmp_path: Path) -> None:
    with pytest.raises(table.Clash, match=r"plumless.*buckeroo|buckeroo.*plumless"):
        table.write(tmp_path / "t.bin", {}, {"plumless": b"", "buckeroo": b""})
