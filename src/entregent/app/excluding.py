"""What the user wants kept out, from how they write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent import sources
from entregent.model.issue import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER = ("folder", "dossier")
_LABEL = ("label", "libelle", "libellé", "etiquette", "étiquette")


def excluding(said: Iterable[str]) -> sources.Exclusion:
    """`clinic.example` or `@clinic.example` is a domain, `ann@clinic.example` an address, `folder:Private` and `label:Family` what they say.

    Raises Trouble `exclude.bad` for anything else.
    """
    addresses, domains, folders, labels = list[str](), list[str](), list[str](), list[str]()
    for what in said:
        kind, colon, name = what.strip().partition(":")
        kind, name = kind.strip().lower(), name.strip()
        if colon and name and kind in _FOLDER:
            folders.append(name)
        elif colon and name and kind in _LABEL:
            labels.append(name)
        elif not colon and "@" in kind.lstrip("@"):
            addresses.append(kind)
        elif not colon and "." in kind.strip("@.") and " " not in kind and "/" not in kind:
            domains.append(kind.lstrip("@"))
        else:
            raise Trouble("exclude.bad", value=what)
    return sources.Exclusion(frozenset(addresses), frozenset(domains), tuple(folders), tuple(labels))
