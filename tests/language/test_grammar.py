"""Grammar: tokens, inflection, phrases, clauses, traits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.language.grammar import inflect_en, inflect_fr, traits
from entregent.language.grammar.tokens import cut, forms, places
from entregent.language.reader import parse


def marks(text: str, language: str, index: int = 1, count: int = 4) -> frozenset[str]:
    row = parse(text, language)
    return traits.traits(row.words, row.hits, row.acts, text, index, count)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("I'd love it if you couldn't come.", "en", ["i", "would", "love", "it", "if", "you", "could", "not", "come", "."]),
        ("Pourriez-vous m’aider d'ici vendredi ?", "fr", ["pourriez", "-vous", "m'", "aider", "d'", "ici", "vendredi", "?"]),
        ("A-t-elle qqn à voir ?", "fr", ["a", "-t-elle", "quelqu'un", "à", "voir", "?"]),
        ("pls call at 14:30", "en", ["please", "call", "at", "14:30"]),
    ],
)
def test_contractions_clitics_and_phone_spellings_are_written_out(text: str, language: str, expected: list[str]) -> None:
    assert forms(text, language) == expected


@given(st.text(max_size=200), st.sampled_from(["en", "fr"]))
def test_tokens_stand_where_they_are_said_to(text: str, language: str) -> None:
    assert [text[a:b] for a, b in places(text, language)] == cut(text, language)


@pytest.mark.parametrize(
    ("verb", "form", "analysis"),
    [
        ("pouvoir", "pourriez", "c2"), ("mettre", "mettrais", "c1"), ("envoyer", "enverrai", "f1"), ("appeler", "appelle", "p3"),
        ("recevoir", "reçois", "p1"), ("jeter", "jetteriez", "c2"), ("manger", "mangeons", "p1"), ("vouloir", "veuillez", "m"),
        ("transmettre", "transmis", "q"), ("être", "seriez", "c2"), ("finir", "finissez", "p2"),
    ],
)  # fmt: skip
def test_french_forms(verb: str, form: str, analysis: str) -> None:
    assert analysis in inflect_fr.verb(verb)[form]


@pytest.mark.parametrize(
    ("verb", "form", "analysis"),
    [("can", "could", "c"), ("send", "sent", "d"), ("try", "tries", "p3"), ("refer", "referred", "q"), ("make", "making", "g")],
)
def test_english_forms(verb: str, form: str, analysis: str) -> None:
    assert analysis in inflect_en.verb(verb)[form]


@pytest.mark.parametrize(
    ("text", "language", "subject", "mood", "verb_class", "whom"),
    [
        ("Could you introduce me to your director?", "en", "you", "c", "introduce", "role"),
        ("Pourriez-vous me présenter à votre directrice ?", "fr", "you", "c", "introduce", "role"),
        ("Tu me mettrais en contact avec ton DRH ?", "fr", "you", "c", "introduce", "me"),
        ("I was hoping you might put Dana in touch with her.", "en", "you", "c", "introduce", "they"),
        ("Send my niece the address.", "en", "", "m", "send", "kin"),
        ("Envoyez l'adresse à ma nièce.", "fr", "you", "m", "send", "kin"),
    ],
)
def test_who_does_what_to_whom(text: str, language: str, subject: str, mood: str, verb_class: str, whom: str) -> None:
    found = [c for c in parse(text, language).acts if verb_class in c.classes]
    assert found, parse(text, language)
    assert (found[0].subject, found[0].mood) == (subject, mood)
    assert whom in found[0].objects


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Could you send it by Friday because the office closes?", "en", {"question", "conditional", "modal", "deadline", "reason", "subject:you"}),
        ("Sam, a friend of mine, told me you were leaving.", "en", {"reported", "past"}),
        ("We have not met, my name is Ana Ruiz.", "en", {"first-contact", "negated"}),
        ("Je me permets de vous écrire, nous ne nous connaissons pas.", "fr", {"first-contact", "negated"}),
        ("Si jamais vous passez par Lyon, dites-moi.", "fr", {"conditional-if"}),
        ("Depuis le temps, mon ancien collègue !", "fr", {"older-tie", "exclamation"}),
        ("Une petite question : oui ou non ?", "fr", {"small", "question"}),
        ("Réponds-moi d'urgence stp", "fr", {"haste", "imperative"}),
        ("Per article 6 of the contract, your invoice is overdue.", "en", {"commerce"}),
        ("She asked whether you were free.", "en", {"reported"}),
    ],
)
def test_traits_that_rules_decide_on(text: str, language: str, expected: set[str]) -> None:
    assert expected <= marks(text, language)


def test_a_greeting_and_a_closing_are_known_by_their_place() -> None:
    assert "greeting" in marks("Dear Ruth,", "en", 0, 5)
    assert "closing" in marks("Bien cordialement,", "fr", 3, 5)


def test_what_somebody_else_wants_is_no_order_to_the_reader() -> None:
    assert "imperative" not in marks("He sends the report every Friday.", "en")


@given(st.text(max_size=120), st.sampled_from(["en", "fr"]))
def test_traits_come_from_the_closed_list_whatever_the_text(text: str, language: str) -> None:
    assert marks(text, language) <= set(traits.closed())
