"""Each rule's own drafts: what must and must not be found, put to the whole check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.rules.drafts import Example, examples, judged_wrongly

if TYPE_CHECKING:
    from pathlib import Path


def _params() -> list[Any]:
    marks = pytest.mark.xfail(strict=True, reason="not judged rightly yet")
    return [pytest.param(example, id=example.where, marks=[marks] if example.not_yet else []) for example in examples()]


@pytest.mark.parametrize("example", _params())
def test_draft(example: Example, tmp_path: Path) -> None:
    assert judged_wrongly(example, tmp_path) == ""
