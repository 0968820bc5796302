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
    """Who the user is. `me`: their addresses, those said first; `delegates`: of those who write for them. `said`: by the user; else it is what the
    mailbox shows. `names`: handles of mail that gives the user's name alone. `others`: of a second person whose mailbox it seems to be too."""

    me: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()
    said: bool = False
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def writers(self) -> frozenset[str]:
        """Whoever writes as the user."""
        return frozenset((*self.me, *self.names, *self.delegates))


def mine(store: Store) -> Mine:
    """Who the user is taken to be."""
    proposed = json.loads(store.meta("proposed.me") or "{}")
    said = tuple(dict.fromkeys(word.person for word in store.said("me")))
    base = said or tuple(proposed.get("me", ()))
    joined = json.loads(store.meta("joined.me") or "{}")
    handles = joined.get("handles", ()) if joined.get("of") == list(base) else ()
    me = tuple(dict.fromkeys((*base, *(handle for handle in handles if not handle.startswith("name:")))))
    # Delegates that the mailbox shows hold where the user is whom it shows.
    shown = proposed.get("delegates", ()) if set(me) & set(proposed.get("me", ())) else ()
    delegates = dict.fromkeys((*(word.person for word in store.said("delegate")), *shown))
    names = tuple(handle for handle in handles if handle.startswith("name:"))
    others = tuple(one for one in proposed.get("others", ()) if one not in me)
    return Mine(me, tuple(one for one in delegates if one not in me), bool(said), names, others)


def join_me(store: Store, handles: Iterable[str]) -> Mine:
    """The user's further addresses, by what joins addresses to persons in general; kept for the next time."""
    said = tuple(dict.fromkeys(word.person for word in store.said("me")))
    base = said or tuple(json.loads(store.meta("proposed.me") or "{}").get("me", ()))
    store.set_meta("joined.me", json.dumps({"of": base, "handles": sorted(set(handles))}))
    return mine(store)


def derived_for(store: Store, who: Mine) -> bool:
    """Whether people were last derived for this user."""
    return store.meta("derived.me") == _mark(who)


def set_derived_for(store: Store, who: Mine) -> None:
    """People are now derived for this user."""
    store.set_meta("derived.me", _mark(who))


def _mark(who: Mine) -> str:
    return json.dumps([sorted(who.me), sorted(who.names), sorted(who.delegates)])


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
    store.set_meta("proposed.me", json.dumps({"me": proposal.me, "delegates": proposal.delegates, "others": proposal.others}))
    return proposal


def is_sent(folder: str, labels: tuple[str, ...]) -> bool:
    """Whether mail there is mail that was sent: by the folder's name, or by Gmail's label."""
    names = [*folder.split("/"), *(label.partition(":")[2] for label in labels if label.startswith("gmail-label:"))]
    return any(_fold(name) in _SENT_FOLDERS for name in names)


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("’", "'").replace("_", " ").replace("-", " "))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
