"""What people are to the user by role: the words as the rooms know them, and as the user may say them in either language."""

from __future__ import annotations

ROLES: dict[str, tuple[str, ...]] = {
    "recruiter": ("recruteur", "recruteuse", "headhunter", "chasseur de têtes", "chasseuse de têtes", "hr", "rh"),
    "press": ("presse", "press office", "press officer", "service de presse", "attaché de presse", "attachée de presse"),
    "support": ("assistance", "service client", "customer service", "helpdesk", "help desk"),
    "desk": ("guichet", "accueil", "secrétariat", "front desk", "office", "association desk"),
    "client": ("cliente", "customer"),
    "colleague": ("collègue", "coworker", "co-worker", "confrère", "consœur", "team", "équipe", "employee", "employé", "employée"),
    "supplier": ("fournisseur", "fournisseuse", "prestataire", "vendor", "contractor"),
    "buyer": ("acheteur", "acheteuse", "investor", "investisseur", "investisseuse"),
    "boss": ("chef", "cheffe", "manager", "supérieur", "supérieure", "responsable"),
    "decider": ("décideur", "décideuse", "decision maker", "decision-maker"),
    "mentor": ("mentore", "mentoresse"),
}
"""Role -> other ways to say it."""

ROUTING = frozenset({"recruiter", "press", "support", "desk"})
"""Roles whose work it is to route questions such as whom to ask (catalogue, E201)."""

WORK = frozenset({"client", "colleague", "supplier", "buyer", "boss"})
"""Roles with whom requests are mostly shared or paid work."""

DECIDING = frozenset({"recruiter", "boss", "decider", "buyer", "client"})
"""Roles that may decide on the outcome asked for (catalogue, E303)."""

ROUTES: dict[str, frozenset[str] | None] = {
    "recruiter": frozenset({"job", "intro", "contacts", "advice", "meet"}),
    "press": None,
    "support": None,
    "desk": None,
}
"""The kinds of ask that a role has its bearer answer for whoever writes; None: all of them."""


def canonical(said: str) -> str:
    """The rooms' word for a role, or what was said, in lower case."""
    wanted = " ".join(said.lower().split())
    for role, others in ROLES.items():
        if wanted == role or wanted in others:
            return role
    return wanted
