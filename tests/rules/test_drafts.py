"""Each rule's own drafts: what must and must not be found, put to the whole check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from entregent.app.checking import check
from tests.rules.drafts import ME, OTHER, Example, address, examples, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.where)
def test_draft(example: Example, tmp_path: Path) -> None:
    draft, history = write(example, tmp_path)
    said: dict[str, Any] = {key: example.fields[key] for key in ("role", "stage", "known_since") if key in example.fields}
    report = check(
        draft,
        other=address(example.fields.get("other", OTHER)),
        me=address(example.fields.get("me", ME)),
        history=history,
        inbound=example.fields.get("direction") == "in",
        as_of="2026-06-15",
        **said,
    )
    found = {finding.code: finding for finding in report.findings}
    if not example.fires:
        assert example.code not in found
        return
    assert example.code in found
    for span in example.spans:
        start = report.text.index(span)
        assert any(one.start < start + len(span) and start < one.end for one in found[example.code].spans), f"no span on {span!r}"
