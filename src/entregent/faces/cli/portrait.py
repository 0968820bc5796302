"""One person in full: addresses and why these are theirs, what was exchanged, given and received, what is open, what the user said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.faces.cli.people import say, short
from entregent.faces.cli.report import relation_line
from entregent.faces.cli.screen import clean, columns, table
from entregent.faces.words.roles import shown as role_shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from entregent.app.people import Portrait
    from entregent.faces.cli.screen import Screen
    from entregent.faces.words import Words
    from entregent.model.account import Account, Entry, Said
    from entregent.model.people import Person
    from entregent.model.relation import Balance, Relation

ENTRIES = 15
"""How many entries are shown; JSON has them all."""
QUOTE = 100
KEY = 8
"""How much of an entry's key is shown: enough to tell it from all others in an account, and `correct` and `thanked` take it."""
_IN = "  "


def render(found: Portrait, screen: Screen, as_of: date | None) -> None:
    """Print the portrait."""
    words, person, relation = screen.words, found.standing.person, found.standing.relation
    day = f" ({say(words, 'people.as-of', day=as_of)})" if as_of else ""
    screen.say(screen.style(clean(person.name), "title") + day)
    screen.paragraph(relation_line(relation, words))
    _addresses(person, screen)
    _exchanges(found.account, relation, screen)
    _titled(screen, "balance", [_balance(relation.balance, words)])
    if relation.turn:
        _titled(screen, "turn", [say(words, f"turn.{relation.turn}"), *_turn_for(found.account, words)])
    _entries(found.account, person, screen)
    _said(found.said, screen)


def _titled(screen: Screen, key: str, lines: Sequence[str]) -> None:
    if lines:
        screen.say()
        screen.say(screen.style(say(screen.words, key), "title"))
        for line in lines:
            screen.paragraph(line, _IN)


def _addresses(person: Person, screen: Screen) -> None:
    words = screen.words
    why: dict[str, list[str]] = {}
    for reason in person.reasons:
        key = f"reason.{reason.key}"
        told = say(words, key if key in words.table("people") else "reason.other", detail=clean(reason.detail))
        if told:
            why.setdefault(reason.address, []).append(told)
    rows = [[clean(address), "; ".join(why.get(address, ()))] for address in person.addresses]
    _titled(screen, "addresses", ["".join(row).rstrip() for row in table(rows)])
    others = [clean(spelling) for spelling in person.spellings if spelling != person.name]
    _titled(screen, "spellings", [", ".join(others[:8])] if others else [])


def _exchanges(account: Account, relation: Relation, screen: Screen) -> None:
    words = screen.words
    mail = [one for one in account.exchanges if not (one.met or one.implied)]
    mine = sum(1 for one in mail if one.by == "me")
    lines = []
    if mail:
        lines.append(say(words, "exchanges.count", n=len(mail), mine=mine, theirs=len(mail) - mine))
    if relation.reply_days:
        lines.append(say(words, "exchanges.days", n=relation.reply_days))
    if implied := sum(one.implied for one in account.exchanges):
        lines.append(say(words, "exchanges.implied", n=implied))
    if met := sum(one.met for one in account.exchanges):
        lines.append(say(words, "exchanges.met", n=met))
    if relation.first_exchange and relation.last_from_them:
        lines.append(say(words, "exchanges.from", first=relation.first_exchange, last=relation.last_from_them))
    elif relation.first_exchange:
        lines.append(say(words, "exchanges.from.one", first=relation.first_exchange))
    if account.unread and account.unread_languages:
        tongues = [words.tongue(code) for code in account.unread_languages]
        lines.append(say(words, "exchanges.unread.in", n=account.unread, languages=tongues))
    elif account.unread:
        lines.append(say(words, "exchanges.unread", n=account.unread))
    _titled(screen, "exchanges", lines)


def _balance(balance: Balance, words: Words) -> str:
    counts = {"asked": balance.asked, "was_asked": balance.was_asked, "got": balance.got, "gave": balance.gave}
    parts = [say(words, f"balance.{key}", n=count) for key, count in counts.items() if count]
    if not parts:
        return say(words, "balance.none")
    told = "; ".join(parts) if words.language == "en" else words.typeset(" ; ".join(parts))
    return f"{told}\n{say(words, 'balance.unthanked', n=balance.unthanked)}" if balance.unthanked else told


def _turn_for(account: Account, words: Words) -> list[str]:
    entry = next((one for one in account.entries if one.key == account.turn_for), None)
    return [f"{words.day(entry.day)}  {_quote(entry, words)}"] if entry else []


def _entries(account: Account, person: Person, screen: Screen) -> None:
    words = screen.words
    entries = sorted(account.entries, key=lambda one: (one.date, one.start), reverse=True)
    if not entries:
        return
    screen.say()
    screen.say(screen.style(say(words, "entries"), "title"))
    widest = max(columns(words.day(one.day)) for one in entries[:ENTRIES])
    by_key = {one.key: one for one in account.entries}
    for one in entries[:ENTRIES]:
        day = words.day(one.day)
        lead = _IN + day + " " * (widest - columns(day)) + "  "
        told = ", ".join(filter(None, [_act(one, words), *_fate(one, account, by_key, words)]))
        screen.paragraph(f"{told}  {one.key[:KEY]}", " " * columns(lead), first=lead)
        if one.quote:
            screen.paragraph(_quote(one, words), " " * columns(lead))
    if len(entries) > ENTRIES:
        screen.paragraph(say(words, "entries.more", n=len(entries) - ENTRIES), _IN)
    screen.paragraph(say(words, "entries.correct", name=(person.addresses or (person.name,))[0]), _IN)


def _act(one: Entry, words: Words) -> str:
    parts = [say(words, f"entry.{one.kind}.{one.by}")]
    if one.what:
        parts[0] += words.typeset(" : " if words.language == "fr" else ": ") + say(words, f"what.{one.what}")
    if one.beneficiary == "?":
        parts.append(say(words, "for.somebody"))
    elif one.beneficiary:
        name = clean(one.beneficiary)
        parts.append(say(words, "for", name=name if name[:1].isupper() else words.quoted(name)))
    return " ".join(parts)


def _fate(one: Entry, account: Account, by_key: dict[str, Entry], words: Words) -> list[str]:
    """What became of it; where nothing did and something was owed, that."""
    pairs = account.paired(one.key)
    told = [say(words, f"bond.{pair.bond}", day=by_key[pair.later].day) for pair in pairs if pair.later in by_key]
    if not told and one.kind in {"ask", "promise"} and account.turn_for == one.key:
        told.append(say(words, f"open.{one.kind}"))
    if one.kind == "help" and one.by == "other" and not account.paired(one.key, "thanked", "reported"):
        told.append(say(words, "open.help"))
    if one.due:
        told.append(say(words, "due", day=one.due))
    return told


def _quote(one: Entry, words: Words) -> str:
    return words.quoted(short(" ".join(clean(one.quote).split()), QUOTE)) if one.quote else ""


def _said(said: Sequence[Said], screen: Screen) -> None:
    words = screen.words
    lines = []
    for one in said:
        key = f"said.{one.kind}"
        if key not in words.table("people"):
            continue
        value = role_shown(one.value, words.language) if one.kind == "role" else one.value
        told = say(words, key, value=clean(value))
        lines.append(f"{words.day(one.day)}  {told}" if one.day else told)
    _titled(screen, "said", lines)
