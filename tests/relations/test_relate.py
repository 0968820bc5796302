"""How it stands with somebody on a day, by the catalogue's words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.model.account import Account, Entry, EntryKind, Exchange, Pair, Said, Side
from entregent.model.people import Person
from entregent.relations import relate

RUTH = Person("ruth@quay.example", "Ruth Okafor", ("ruth@quay.example", "ruthie@gmail.com"))
AS_OF = date(2026, 6, 15)


def wrote(by: Side, days_ago: int, *, direct: bool = True, met: bool = False) -> Exchange:
    day = AS_OF - timedelta(days=days_ago)
    return Exchange(f"{by}-{days_ago}", datetime(day.year, day.month, day.day, 9, tzinfo=UTC), day, by, direct, "t", "s", met=met)


def did(kind: EntryKind, by: Side, days_ago: int, what: str = "") -> Entry:
    day = AS_OF - timedelta(days=days_ago)
    return Entry(
        f"{kind}-{by}-{days_ago}-{what}",
        kind,
        by,
        f"{by}-{days_ago}",
        datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        day,
        0,
        1,
        "q",
        0.9,
        what,
    )


def history(*exchanges: Exchange, entries: tuple[Entry, ...] = (), pairs: tuple[Pair, ...] = ()) -> Account:
    return Account(RUTH.key, tuple(sorted(exchanges, key=lambda one: one.date)), entries, pairs)


def said(kind: str, value: str = "", day: date | None = None, number: int = 1) -> Said:
    return Said(kind, RUTH.key, "", value, day, None, number)


MONTHS = tuple(range(10, 400, 30))
REGULAR = [wrote("other", days) for days in MONTHS] + [wrote("me", days - 1) for days in MONTHS]
HELPED = (did("help", "me", 40), did("help", "other", 70))


@pytest.mark.parametrize(
    ("exchanges", "stage"),
    [
        ([], "stranger"),
        ([wrote("me", 9)], "stranger"),
        ([wrote("other", 9), wrote("other", 90), wrote("other", 100)], "stranger"),
        ([wrote("me", 9), wrote("other", 8)], "new"),
        ([wrote("me", 300), wrote("other", 299), wrote("other", 200)], "new"),
        ([wrote("me", 59), wrote("other", 59), wrote("other", 40), wrote("other", 20)], "new"),
        ([wrote("me", 60), wrote("other", 60), wrote("other", 40), wrote("other", 20)], "established"),
        ([wrote("me", 60), wrote("other", 60), wrote("other", 40), wrote("other", 20, direct=False)], "new"),
        ([wrote("me", 900), wrote("other", 899), wrote("other", 800), wrote("other", 700)], "dormant"),
        ([wrote("me", 900), wrote("other", 899), wrote("other", 800), wrote("other", 700), wrote("me", 3)], "dormant"),
        ([wrote("me", 900), wrote("other", 899), wrote("other", 800), wrote("me", 4), wrote("other", 3)], "established"),
        ([wrote("me", 900), wrote("other", 899)], "new"),
        (REGULAR, "established"),
    ],
)
def test_stages(exchanges: list[Exchange], stage: str) -> None:
    assert relate(history(*exchanges), RUTH, AS_OF).stage == stage


def test_close_needs_twelve_reply_days_and_help_both_ways() -> None:
    assert relate(history(*REGULAR, entries=HELPED), RUTH, AS_OF).stage == "close"
    assert relate(history(*REGULAR, entries=HELPED[:1]), RUTH, AS_OF).stage == "established"
    assert relate(history(*REGULAR[:6], *REGULAR[13:19], entries=HELPED), RUTH, AS_OF).stage == "established"


def test_two_letters_on_one_day_are_one_reply_day() -> None:
    twice = Exchange("again", datetime(2026, 6, 7, 18, tzinfo=UTC), date(2026, 6, 7), "other", True, "t", "s")
    assert relate(history(wrote("other", 8), twice), RUTH, AS_OF).reply_days == 1


def test_what_the_user_said_of_the_past_outranks_the_mail() -> None:
    known = [said("known-since", "2012")]
    relation = relate(history(), RUTH, AS_OF, known)
    assert (relation.stage, relation.grounds, relation.first_exchange) == ("established", "said", date(2012, 1, 1))
    assert relate(history(wrote("me", 500), wrote("other", 499)), RUTH, AS_OF, known).stage == "dormant"
    assert relate(history(), RUTH, AS_OF, [said("known-since", "2026-06-01")]).stage == "new"
    assert relate(history(), RUTH, AS_OF, [said("known-since", "not a date")]).stage == "stranger"
    assert relate(history(), RUTH, AS_OF, [said("stage", "close")]).stage == "close"
    assert relate(history(), RUTH, AS_OF, [Said("known-since", "somebody@else.example", "", "2012")]).stage == "stranger"


def test_a_meeting_is_an_exchange() -> None:
    relation = relate(history(wrote("me", 9)), RUTH, AS_OF, [said("met", "lunch", date(2026, 6, 10))])
    assert (relation.stage, relation.last_exchange) == ("new", date(2026, 6, 10))
    silent = [wrote("me", 900), wrote("other", 899), wrote("other", 800), wrote("other", 700)]
    assert relate(history(*silent), RUTH, AS_OF, [said("met", "lunch", date(2026, 6, 10))]).stage == "established"
    assert relate(history(wrote("me", 9)), RUTH, AS_OF, [said("met", "lunch", date(2026, 6, 20))]).stage == "stranger"


def test_the_last_role_said_is_the_role() -> None:
    assert relate(history(), RUTH, AS_OF, [said("role", "mentor", number=2), said("role", "client", number=1)]).role == "mentor"


def test_the_balance_counts_favours_alone_and_a_repeated_one_once() -> None:
    entries = (
        did("ask", "me", 90, "intro"),
        did("ask", "me", 80, "intro"),
        did("ask", "me", 70, "work"),
        did("ask", "other", 60, "review"),
        did("ask", "other", 50, "work"),
        did("help", "other", 75),
        did("help", "me", 55),
        did("help", "other", 20),
        did("thanks", "me", 74),
    )
    pairs = (
        Pair("ask-me-90-intro", "ask-me-80-intro", "repeated"),
        Pair("ask-me-80-intro", "help-other-75-", "helped"),
        Pair("help-other-75-", "thanks-me-74-", "thanked"),
        Pair("ask-other-60-review", "help-me-55-", "helped"),
    )
    balance = relate(history(entries=entries, pairs=pairs), RUTH, AS_OF).balance
    assert (balance.asked, balance.was_asked, balance.got, balance.gave, balance.unthanked) == (1, 1, 2, 1, 1)


def test_what_a_recruiter_is_there_for_is_no_favour() -> None:
    entries = (did("ask", "me", 90, "job"), did("ask", "me", 80, "endorse"), did("help", "other", 75))
    pairs = (Pair("ask-me-90-job", "help-other-75-", "helped"),)
    balance = relate(history(entries=entries, pairs=pairs), RUTH, AS_OF, [said("role", "recruiter")]).balance
    assert (balance.asked, balance.got, balance.unthanked) == (1, 0, 0)


@pytest.mark.parametrize(
    ("days_ago", "state"),
    [
        ([5, 12], "unknown"),
        ([5, 12, 20, 27, 33], "alive"),
        ([40, 47, 55, 62, 68], "cooling"),
        ([200, 207, 215, 222, 228], "silent"),
        ([90, 180, 270, 350, 440], "alive"),
        ([400, 407, 415, 422, 428], "resting"),
    ],
)
def test_states_by_the_pairs_own_rhythm(days_ago: list[int], state: str) -> None:
    both = [wrote("other", days) for days in days_ago] + [wrote("me", days) for days in days_ago]
    assert relate(history(*both), RUTH, AS_OF).state == state


def test_the_turn_is_not_told_of_a_day_in_the_past() -> None:
    account = Account(RUTH.key, (wrote("me", 9), wrote("other", 2)), turn="me", turn_for="x")
    assert relate(account, RUTH, AS_OF).turn == "me"
    assert relate(account, RUTH, AS_OF - timedelta(days=5)).turn == ""


DAYS = st.lists(st.tuples(st.sampled_from(["me", "other"]), st.integers(0, 1200)), max_size=30)
DEEDS = st.lists(
    st.tuples(st.sampled_from(["help", "ask", "thanks"]), st.sampled_from(["me", "other"]), st.integers(0, 1200)), max_size=8, unique=True
)


@settings(max_examples=200, deadline=None)
@given(DAYS, DEEDS, st.integers(0, 1200))
def test_nothing_later_leaks(days: list[tuple[Side, int]], deeds: list[tuple[EntryKind, Side, int]], back: int) -> None:
    as_of = AS_OF - timedelta(days=back)
    exchanges = [wrote(by, ago) for by, ago in days]
    entries = tuple(did(kind, by, ago) for kind, by, ago in deeds)
    pairs = tuple(
        Pair(one.key, other.key, "thanked")
        for one in entries
        for other in entries
        if one.kind == "help" and other.kind == "thanks" and one.day <= other.day
    )
    whole = relate(history(*exchanges, entries=entries, pairs=pairs), RUTH, as_of)
    kept = tuple(one for one in entries if one.day <= as_of)
    keys = {one.key for one in kept}
    early = history(
        *[one for one in exchanges if one.day <= as_of], entries=kept, pairs=tuple(p for p in pairs if p.earlier in keys and p.later in keys)
    )
    assert whole == relate(early, RUTH, as_of)


@settings(max_examples=200, deadline=None)
@given(DAYS)
def test_stages_are_never_left_towards_stranger(days: list[tuple[Side, int]]) -> None:
    account = history(*[wrote(by, ago) for by, ago in days])
    ranks = {"stranger": 0, "new": 1, "established": 2, "close": 2, "dormant": 2}
    seen = [ranks[relate(account, RUTH, AS_OF - timedelta(days=back)).stage] for back in range(1200, -1, -100)]
    assert seen == sorted(seen)
