"""What a body says: its writer's own text, the language, sentences, and what each sentence does.

Doors: `own_spans` (without quotes, forwards, signatures, footers), `signature_spans` (who signs), `detect` (which language), `read` (all
of it, as a Speech) and `TRAITS` (the closed list of a Sentence's traits). Offsets are code points of the body throughout. Modules load
at first use, since commands that read no text pay nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entregent.language.identify import detect
    from entregent.language.own import own_spans, signature_spans
    from entregent.language.reader import TRAITS
    from entregent.language.speech import read

__all__ = ["TRAITS", "detect", "own_spans", "read", "signature_spans"]

_HOMES = {"TRAITS": "reader", "detect": "identify", "own_spans": "own", "read": "speech", "signature_spans": "own"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
