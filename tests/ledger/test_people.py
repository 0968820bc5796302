"""Who is who: what joins addresses and what must never."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.ledger import People, Sighting, find, gather
from entregent.ledger.names import name_of
from entregent.model.account import Said

if TYPE_CHECKING:
    import random


def seen(email: str, name: str = "", own: int = 1, to: int = 1, day: int = 1) -> Sighting:
    return Sighting(email, name, own, to, datetime(2025, 1, day, tzinfo=UTC))


def together(people: People, *addresses: str) -> bool:
    return len({people.by_address[address] for address in addresses}) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Okafor, Ruth (Legal)", "Ruth Okafor"),
        ("'Ruth Okafor'", "Ruth Okafor"),
        ('"Okafor, Ruth" <Ruth.Okafor@HARBOUR.example>@HARBOUR', "Ruth Okafor"),
        ("Ruth Okafor/Corp/Harbour@HARBOUR", "Ruth Okafor"),
        ("Okafor, Ruth </O=HARBOUR/OU=NA/CN=RECIPIENTS/CN=ROKAFOR>", "Ruth Okafor"),
        ("RUTH OKAFOR", "Ruth Okafor"),
        ("Dr. Ruth Okafor, PhD", "Ruth Okafor"),
        ("Mme Éloïse d'Aubigné", "Éloïse d'Aubigné"),
        ("de la Cruz, Ana", "Ana de la Cruz"),
        ("Bell, Omar, Jr.", "Omar Bell Jr"),
        ("ruth@harbour.example", ""),
        ("Sam Fields via Docs", ""),
        ("Ruth Okafor on behalf of Omar Bell", ""),
        ("", ""),
    ],
)
def test_display_names_as_programs_write_them(written: str, meant: str) -> None:
    assert name_of(written).text == meant


def test_one_person_at_work_and_at_home() -> None:
    people = gather([seen("ruth.okafor@harbour.example", "Okafor, Ruth"), seen("ruthie77@gmail.com", "Ruth Okafor", day=3)])
    assert together(people, "ruth.okafor@harbour.example", "ruthie77@gmail.com")
    (person,) = people.persons
    assert person.name == "Ruth Okafor"
    assert person.key == "ruth.okafor@harbour.example"
    assert [reason.key for reason in person.reasons] == ["only-address", "same-name"]


def test_the_oldest_address_is_the_key_however_used() -> None:
    people = gather([seen("new@gmail.com", "Ruth Okafor", own=90, day=20), seen("ruth@harbour.example", "Ruth Okafor", day=2)])
    assert people.persons[0].key == "ruth@harbour.example"
    assert people.persons[0].addresses[0] == "new@gmail.com"


def test_accents_case_and_middle_initials_do_not_part_anybody() -> None:
    people = gather([seen("eloise@moulin.example", "Éloïse B. Marchais"), seen("emarchais@free.fr", "MARCHAIS Eloise")])
    assert together(people, "eloise@moulin.example", "emarchais@free.fr")


def test_different_middle_initials_are_different_people() -> None:
    people = gather([seen("o.bell@quay.example", "Omar A. Bell"), seen("omarbell@gmail.com", "Omar K. Bell")])
    assert not together(people, "o.bell@quay.example", "omarbell@gmail.com")


def test_father_and_son_stay_two() -> None:
    people = gather([seen("omar@quay.example", "Omar Bell"), seen("omarjr@gmail.com", "Omar Bell Jr.")])
    assert not together(people, "omar@quay.example", "omarjr@gmail.com")


def test_a_first_name_alone_joins_nobody() -> None:
    people = gather([seen("ruth@harbour.example", "Ruth"), seen("ruth@gmail.com", "Ruth")])
    assert len(people.persons) == 2


def test_a_desk_joins_nobody_whoever_answers_there() -> None:
    people = gather([seen("info@harbour.example", "Ruth Okafor"), seen("ruth.okafor@harbour.example", "Ruth Okafor")])
    assert not together(people, "info@harbour.example", "ruth.okafor@harbour.example")


def test_a_name_that_many_bear_proves_nothing_between_two_firms() -> None:
    people = gather([seen("paul.martin@quay.example", "Paul Martin"), seen("paul.martin@moulin.example", "Paul Martin")])
    assert len(people.persons) == 2
    same_house = gather([seen("paul.martin@quay.example", "Paul Martin"), seen("pmartin@quay.example", "Paul Martin")])
    assert len(same_house.persons) == 1


def test_a_rare_name_that_changed_jobs_is_one_person() -> None:
    assert len(gather([seen("rokafor@quay.example", "Ruth Okafor"), seen("ruth@moulin.example", "Ruth Okafor")]).persons) == 1


def test_numbered_addresses_of_one_firm_are_two_people() -> None:
    assert len(gather([seen("rokafor@quay.example", "Ruth Okafor"), seen("rokafor2@quay.example", "Ruth Okafor")]).persons) == 2


def test_the_assistants_address_under_the_bosss_name_is_not_the_boss() -> None:
    people = gather([seen("ruth.okafor@quay.example", "Ruth Okafor"), seen("priya.nair@quay.example", "Ruth Okafor")])
    assert not together(people, "ruth.okafor@quay.example", "priya.nair@quay.example")


def test_an_address_seen_with_two_peoples_names_bridges_nobody() -> None:
    people = gather(
        [
            seen("a@quay.example", "Ruth Okafor"),
            seen("o@moulin.example", "Omar Bell"),
            seen("us@gmail.com", "Ruth Okafor"),
            seen("us@gmail.com", "Omar Bell"),
        ]
    )
    assert not together(people, "a@quay.example", "o@moulin.example")


def test_a_nameless_address_goes_to_the_one_whose_name_it_spells() -> None:
    people = gather([seen("ruth.okafor@quay.example", "Ruth Okafor"), seen("rokafor@quay.example")])
    assert together(people, "ruth.okafor@quay.example", "rokafor@quay.example")
    two = gather([seen("ruth.okafor@quay.example", "Ruth Okafor"), seen("ryan@quay.example", "Ryan Okafor"), seen("rokafor@quay.example")])
    assert not together(two, "ruth.okafor@quay.example", "rokafor@quay.example")


def test_a_short_name_counts_within_a_firm_alone() -> None:
    assert len(gather([seen("kenneth.lund@quay.example", "Kenneth Lund"), seen("ken.lund@quay.example", "Ken Lund")]).persons) == 1
    assert len(gather([seen("kenneth.lund@quay.example", "Kenneth Lund"), seen("ken@moulin.example", "Ken Lund")]).persons) == 2


def test_a_name_without_address_goes_to_its_only_bearer() -> None:
    people = gather([seen("ruth@quay.example", "Ruth Okafor"), seen("", "Okafor, Ruth")])
    assert people.by_address["name:ruth okafor"] == "ruth@quay.example"
    alone = gather([seen("", "Ruth Okafor")])
    assert alone.persons[0].key == "name:ruth okafor"
    assert alone.persons[0].name == "Ruth Okafor"


def test_tags_and_gmails_dots_are_one_mailbox() -> None:
    people = gather([seen("ruth.okafor@gmail.com"), seen("ruthokafor+news@googlemail.com")])
    assert len(people.persons) == 1


def test_what_the_user_said_outranks_names_both_ways() -> None:
    sightings = [seen("ruth@quay.example", "Ruth Okafor"), seen("ruthie@gmail.com", "Ruth Okafor"), seen("skipper@boats.example", "The Skipper")]
    split = Said("split", "ruth@quay.example", "ruthie@gmail.com", number=1)
    merge = Said("merge", "ruth@quay.example", "skipper@boats.example", number=2)
    people = gather(sightings, [merge, split])
    assert not together(people, "ruth@quay.example", "ruthie@gmail.com")
    assert together(people, "ruth@quay.example", "skipper@boats.example")
    person = people.get("skipper@boats.example")
    assert person is not None
    assert "said" in {reason.key for reason in person.reasons}
    again = gather(sightings, [split, Said("merge", "ruth@quay.example", "ruthie@gmail.com", number=3)])
    assert together(again, "ruth@quay.example", "ruthie@gmail.com")


CROWD = gather(
    [
        seen("ruth@quay.example", "Ruth Okafor", own=9),
        seen("ruth.meyer@moulin.example", "Ruth Meyer"),
        seen("eloise@moulin.example", "Éloïse Marchais"),
        seen("omar@bell.example", "Omar Bell"),
        seen("desk@bell.example"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ruth@quay.example", ["Ruth Okafor"]),
        ("RUTH@quay.example", ["Ruth Okafor"]),
        ("okafor ruth", ["Ruth Okafor"]),
        ("ruth", ["Ruth Okafor", "Ruth Meyer"]),
        ("eloise", ["Éloïse Marchais"]),
        ("Marchais", ["Éloïse Marchais"]),
        ("marc", ["Éloïse Marchais"]),
        ("bell", ["Omar Bell"]),
        ("desk@", ["desk@bell.example"]),
        ("Okaford", ["Ruth Okafor"]),
        ("Eloyse Marchais", ["Éloïse Marchais"]),
        ("nobody@nowhere.example", []),
        ("Zebulon", []),
        ("  ", []),
    ],
)
def test_whom_the_user_means(text: str, found: list[str]) -> None:
    assert [person.name for person in find(CROWD, text)] == found


NAMES = st.sampled_from(
    [
        "Ruth Okafor",
        "Okafor, Ruth",
        "ruth okafor",
        "Ruth",
        "R. Okafor",
        "Ruth A. Okafor",
        "Paul Martin",
        "Martin Paul",
        "Ken Lund",
        "Kenneth Lund",
        "",
        "x@y",
    ]
)
EMAILS = st.sampled_from(
    [
        "",
        "ruth.okafor@quay.example",
        "rokafor@quay.example",
        "rokafor2@quay.example",
        "ruth@gmail.com",
        "r.u.t.h@gmail.com",
        "info@quay.example",
        "paul.martin@quay.example",
        "pmartin@moulin.example",
        "klund@quay.example",
        "ken.lund@quay.example",
    ]
)
SEEN = st.builds(
    Sighting,
    EMAILS,
    NAMES,
    st.integers(0, 9),
    st.integers(0, 9),
    st.none() | st.sampled_from([datetime(2020 + n, 1, 1, tzinfo=UTC) for n in range(6)]),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Okafor", ["R. Okafor", "Ruth Okafor", "Sam Okafor"]),
        ("okafor", ["R. Okafor", "Ruth Okafor", "Sam Okafor"]),
        ("R. Okafor", ["R. Okafor", "Ruth Okafor"]),
        ("Ruth Okafor", ["Ruth Okafor"]),
        ("S. Okafor", ["Sam Okafor"]),
    ],
)
def test_a_family_name_means_everybody_who_bears_it(text: str, found: list[str]) -> None:
    people = gather([seen("ro@harbour.example", "R. Okafor"), seen("ruth@quay.example", "Ruth Okafor"), seen("sam@moulin.example", "Sam Okafor")])
    assert sorted(person.name for person in find(people, text)) == found


@pytest.mark.parametrize(
    ("email", "shown"),
    [
        ("ruth.okafor@harbour.example", "Ruth Okafor"),
        ("ruth.a.okafor@harbour.example", "Ruth A Okafor"),
        ("justin.o'malley@harbour.example", "Justin O'Malley"),
        ("anne-lise_bell@harbour.example", "Anne-Lise Bell"),
        ("b..sanders@harbour.example", "b..sanders@harbour.example"),
        ("support.lyon@harbour.example", "support.lyon@harbour.example"),
        ("rokafor@harbour.example", "rokafor@harbour.example"),
    ],
)
def test_who_is_known_by_an_address_alone_is_called_by_what_it_spells(email: str, shown: str) -> None:
    assert [person.name for person in gather([seen(email)]).persons] == [shown]


@settings(max_examples=150, deadline=None)
@given(st.lists(SEEN, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_sightings_changes_nothing(sightings: list[Sighting], rng: random.Random) -> None:
    shuffled = list(sightings)
    rng.shuffle(shuffled)
    assert gather(sightings) == gather(shuffled)


@settings(max_examples=100, deadline=None)
@given(st.lists(SEEN, max_size=14))
def test_every_address_has_exactly_one_person(sightings: list[Sighting]) -> None:
    people = gather(sightings)
    keys = [person.key for person in people.persons]
    assert len(keys) == len(set(keys))
    assert set(people.by_address.values()) == set(keys)
    addresses = [address for person in people.persons for address in person.addresses]
    assert sorted(addresses) == sorted(handle for handle in people.by_address if not handle.startswith("name:"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_display_name_breaks_the_reader(raw: str) -> None:
    name = name_of(raw)
    assert name_of(name.text).tokens == name.tokens or not name.text
