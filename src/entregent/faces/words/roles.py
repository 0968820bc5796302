"""The names of roles as the reader sees them."""

from __future__ import annotations

from entregent.model.roles import canonical

__all__ = ["canonical", "shown"]

_SHOWN = {
    "recruiter": "recrutement", "press": "presse", "support": "assistance", "desk": "guichet", "client": "relation client", "colleague": "collègue",
    "supplier": "prestataire", "buyer": "achats", "boss": "responsable", "decider": "décision", "mentor": "mentor",
}  # fmt: skip
"""The French of the roles, without a guessed gender."""


def shown(role: str, language: str) -> str:
    """A role in the reader's language."""
    return _SHOWN.get(role, role) if language == "fr" else role
