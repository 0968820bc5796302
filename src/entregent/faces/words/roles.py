"""What people are to the user, as they may say it in either language, and as the rooms know it. Any other word is kept as it was said."""

from __future__ import annotations

ROLES: dict[str, tuple[str, ...]] = {
    "recruiter": ("recruteur", "recruteuse", "headhunter", "chasseur de têtes", "chasseuse de têtes", "hr", "rh"),
    "press": ("presse", "press office", "press officer", "service de presse", "attaché de presse", "attachée de presse"),
    "support": ("assistance", "service client", "customer service", "helpdesk", "help desk"),
    "desk": ("guichet", "accueil", "secrétariat", "front desk", "office"),
    "client": ("cliente", "customer"),
    "colleague": ("collègue", "coworker", "co-worker", "confrère", "consœur"),
    "supplier": ("fournisseur", "fournisseuse", "prestataire", "vendor", "contractor"),
    "buyer": ("acheteur", "acheteuse"),
    "boss": ("chef", "cheffe", "manager", "supérieur", "supérieure", "responsable"),
    "decider": ("décideur", "décideuse", "decision maker", "decision-maker"),
    "mentor": ("mentore", "mentoresse"),
}
"""Canonical role -> other ways to say it."""

_SHOWN = {
    "recruiter": "recrutement", "press": "presse", "support": "assistance", "desk": "guichet", "client": "relation client", "colleague": "collègue",
    "supplier": "prestataire", "buyer": "achats", "boss": "responsable", "decider": "décision", "mentor": "mentor",
}  # fmt: skip
"""The French of the roles, without a guessed gender."""


def canonical(said: str) -> str:
    """The rooms' word for a role, or what was said, in lower case."""
    wanted = " ".join(said.lower().split())
    for role, others in ROLES.items():
        if wanted == role or wanted in others:
            return role
    return wanted


def shown(role: str, language: str) -> str:
    """A role in the reader's language."""
    return _SHOWN.get(role, role) if language == "fr" else role
