"""Where Entregent keeps things when nobody says where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LEDGER = "ledger.sqlite"


def ledger(named: str | Path | None = None, environ: Mapping[str, str] = os.environ) -> Path:
    """The ledger's file: `named`, else ENTREGENT_DB, else in the user's data folder (Linux `~/.local/share/entregent`, macOS
    `~/Library/Application Support/entregent`, Windows `%LOCALAPPDATA%\\entregent`). It need not exist."""
    said = str(named or "") or environ.get("ENTREGENT_DB", "")
    if said:
        return Path(said).expanduser()
    from platformdirs import user_data_dir  # 6 to 16 ms, and not needed where the user says where

    return Path(user_data_dir("entregent", appauthor=False)) / LEDGER
