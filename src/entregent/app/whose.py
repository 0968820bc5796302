"""Who the user is: as they said, else as the mailbox shows."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from entregent.model.account import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from entregent.ledger import Proposal
    from entregent.store import Store

_SENT = (
    "sent", "sent items", "sent mail", "sent messages", "sent email", "outbox", "mail sent", "envoyes", "elements envoyes", "messages envoyes",
    "courrier envoye", "courriers envoyes", "mails envoyes", "objets envoyes", "boite d'envoi", "envoye",
)  # fmt: skip
_SENT_FOLDERS = frozenset(_SENT)
"""Names of folders of sent mail, English and French, folded; and what Gmail calls the label."""


@dataclass(frozen=True, slots=True)
class Mine:
    """Who the user is. `me`: their addresses; `delegates`: of those who write for them. `said`: by the user; else it is what the mailbox shows."""

    me: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()
    said: bool = False

    @property
    def writers(self) -> frozenset[str]:
        """Whoever writes as the user."""
        return frozenset((*self.me, *self.delegates))


def mine(store: Store) -> Mine:
    """Who the user is taken to be."""
    proposed = json.loads(store.meta("proposed.me") or "{}")
    said = tuple(word.person for word in store.said("me"))
    delegates = tuple(word.person for word in store.said("delegate"))
    if said:
        return Mine(tuple(dict.fromkeys(said)), tuple(dict.fromkeys(delegates)) or tuple(_others(proposed, said)), said=True)
    return Mine(tuple(proposed.get("me", ())), tuple(dict.fromkeys((*delegates, *proposed.get("delegates", ())))))


def _others(proposed: dict[str, list[str]], said: tuple[str, ...]) -> list[str]:
    """Delegates that the mailbox shows hold where the user says to be whom it shows."""
    return proposed.get("delegates", []) if set(said) & set(proposed.get("me", ())) else []


def add_me(store: Store, addresses: Iterable[str]) -> None:
    """Remember that these addresses are the user's own."""
    known = {word.person for word in store.said("me")}
    for address in dict.fromkeys(address.strip().strip("<>").lower() for address in addresses):
        if address and address not in known:
            store.say(Said("me", address, at=datetime.now(UTC).replace(microsecond=0)))


def propose(store: Store) -> Proposal:
    """Who the mailbox shows to be its owner; remembered, and in use until the user says otherwise."""
    from entregent import ledger

    uses, received = store.uses(is_sent)
    proposal = ledger.propose([ledger.Hint(*use) for use in uses], received)
    store.set_meta("proposed.me", json.dumps({"me": proposal.me, "delegates": proposal.delegates}))
    return proposal


def is_sent(folder: str, labels: tuple[str, ...]) -> bool:
    """Whether mail there is mail that was sent: by the folder's name, or by Gmail's label."""
    names = [*folder.split("/"), *(label.partition(":")[2] for label in labels if label.startswith("gmail-label:"))]
    return any(_fold(name) in _SENT_FOLDERS for name in names)


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("’", "'").replace("_", " ").replace("-", " "))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
