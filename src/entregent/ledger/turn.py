"""Whose turn it is, derived once, from content and thread alone.

Somebody owes a message where the other side's ask has had no answer, or where an ask was answered with a question back. Where
both stand open the latest
decides. What is answered, or asks nothing, is not owed; thanks need no answer. An ask that the asked wrote past several times, or that lies
half a year before the last message, is history, not a turn.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.model.account import Entry, Exchange, Pair, Side

_SETTLED = frozenset({"answered", "accepted", "refused", "helped", "withdrawn", "repeated"})
_PASSED_OVER = 3
_MANY = 7
"""Further people on a message from which on nobody in particular is asked."""
_SURE = 0.5
"""What is less likely than not to be a request owes nobody an answer."""
_HISTORY = timedelta(days=183)


def turn(exchanges: Sequence[Exchange], entries: Sequence[Entry], pairs: Sequence[Pair]) -> tuple[Side | None, str]:
    """Who owes the next message, and the key of the entry that makes it so; (None, "") where nothing is owed."""
    if not exchanges:
        return None, ""
    settled = {pair.earlier for pair in pairs if pair.bond in _SETTLED}
    where = {exchange.message_id: exchange for exchange in exchanges if exchange.message_id}
    last = exchanges[-1].date
    for entry in reversed(entries):
        here = where.get(entry.message_id)
        if here is None or not here.direct or len(here.others) >= _MANY or last - entry.date > _HISTORY or entry.score < _SURE:
            continue
        back = entry.kind == "answer" and entry.quote.rstrip().endswith("?")
        if not (entry.kind == "ask" and entry.key not in settled) and not back:
            continue
        owing: Side = "other" if entry.by == "me" else "me"
        after = [one for one in exchanges if one.by == owing and one.date > entry.date and not one.met]
        answered = any(one.thread == here.thread for one in after) if back else False
        if answered or len(after) >= _PASSED_OVER or any(one.met and one.day > entry.day for one in exchanges):
            continue
        return owing, entry.key
    return None, ""
