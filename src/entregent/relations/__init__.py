"""Numbers about one relation as of a day: stage, rhythm, state, balance. No text is read here, and nothing after the day counts.

Door: `relate`. Modules: `stage` (the catalogue's stages), `balance` (who asked and got what), `state` (alive, cooling, silent: for now by recency
against the pair's own rhythm; a calibrated model is to take its place behind the same function).
"""

from __future__ import annotations

from entregent.relations.relate import relate

__all__ = ["relate"]
