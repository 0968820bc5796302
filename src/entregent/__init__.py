"""Entregent keeps professional relations alive: `check` a draft before it is sent, read the `acts` of a text.

import entregent
report = entregent.check("Dear Ruth, could you pass on my cousin's CV?", other="ruth@okafor.example", history=["ruth.mbox"])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.version import __version__

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from entregent.model.finding import Report
    from entregent.model.speech import Sentence

__all__ = ["__version__", "acts", "check"]


def check(
    draft: str | bytes | Path,
    *,
    other: str | None = None,
    me: str | Sequence[str] | None = None,
    history: str | Path | Sequence[str | Path] = (),
    inbound: bool = False,
    as_of: str | dt.date | None = None,
    language: str | None = None,
    db: str | Path | None = None,
    stage: str | None = None,
    known_since: str | dt.date | None = None,
    role: str | None = None,
) -> Report:
    """What in a draft would make a good contact run, given the history between the two: see `entregent.app.checking.check`.

    A str is a body, bytes are an .eml or plain text, a Path is a file of either. No ledger is read unless `db` names one.
    Raises `entregent.model.issue.Trouble` for what cannot be read.
    """
    from entregent.app.checking import check as run

    return run(
        draft,
        other=other,
        me=me,
        history=history,
        inbound=inbound,
        as_of=as_of,
        language=language,
        db=db,
        stage=stage,
        known_since=known_since,
        role=role,
    )


def acts(text: str, language: str | None = None) -> list[Sentence]:
    """The sentences of the writer's own text in `text`, each with its acts (docs/acts.md); offsets are code points in it."""
    from entregent.app.checking import acts as run

    return list(run(text, language))
