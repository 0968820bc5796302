"""Where does a sentence end? In mail: at lines, items, greetings and closings too, and not where a program broke a line."""

# ruff: noqa: E501 (bodies stand as programs write them)
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.language.segment import segment
from entregent.model.speech import Span


def pieces(body: str, language: str = "en") -> list[str]:
    """The pieces of the whole body, white space squeezed."""
    found = segment(body, (Span(0, len(body)),), language)
    assert all(body[start:end] == text for start, end, text in found)
    return [" ".join(text.split()) for _, _, text in found]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Could you ask Mr. Deshpande?", "He knows Dr. Low."],
        ["I saw M. Perret et Mme. Ekra hier.", "Ils vous saluent."],
        ["See p. 4, e.g. the table, i.e. the second one.", "It is wrong."],
        ["Voir p. ex. l'annexe, cf. art. 12.", "Le reste suit."],
        ["Bring cups, plates, etc.", "We have the rest."],
        ["Apporte du pain, du vin, etc.", "On s'occupe du reste."],
        ["It costs 12.50 euros.", "Version 2.1 is out."],
        ["Rendez-vous à 14 h.", "Ne sois pas en retard !"],
        ["Tu viens ?", "Oui !", "Super…", "À demain."],
        ["Tu viens\xa0?", "Oui\u202f!", "À demain."],
        ["Il a dit « non ».", "Moi aussi."],
        ["Elle m'a demandé « tu viens ? » hier soir.", "J'ai dit oui."],
        ["“Really?” she asked me twice.", "I had no answer."],
        ["J. Martin et A. de Boer passent mardi.", "Je serai là."],
        ["Ce n'est pas la zone D.", "Je bloque la facture."],
        ["Look at https://example.org/a.b?c=d.e and tell me.", "It is fine there"],
        ["Thanks :)", "See you."],
        ["Merci beaucoup 😄", "À lundi."],
        ["Well... maybe not today.", "Tomorrow then."],
        ["We met on Jan. 12 in the U.S. market hall.", "It rained."],
        ["Is it 5 p.m. or later?", "Tell me."],
        ["L'atelier Durand S.A. a signé.", "Ouf."],
        ["No.", "Never."],
        ["Wait!!!", "What?!"],
    ],
)
def test_sentences_of_a_paragraph(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == [" ".join(sentence.split()) for sentence in sentences]


def test_lines_are_units() -> None:
    body = "salut Léa\nt'as vu le planning de novembre, c'est n'importe quoi\nça te dirait d'échanger avec ton jour du 17?\nbises"
    assert pieces(body) == body.split("\n")


def test_lines_broken_at_a_fixed_width_are_one_sentence() -> None:
    body = (
        "Hello Tom,\n\nLast time two pallets were signed as damaged, but on the photos that\nyour man took I see nothing at all. Could he please make pictures before\n"
        "he cuts the foil this time?\n\nBest,\nAnn"
    )
    assert pieces(body) == [
        "Hello Tom,",
        "Last time two pallets were signed as damaged, but on the photos that your man took I see nothing at all.",
        "Could he please make pictures before he cuts the foil this time?",
        "Best, Ann",
    ]


def test_format_flowed_and_wide_lines() -> None:
    long = "Je vous écris parce que la directrice de l'école m'a dit que vous cherchiez quelqu'un pour la bibliothèque du mercredi après-midi."
    assert pieces(f"Bonjour,\n\n{long}\n{long}\n", "fr") == ["Bonjour,", long, long]


def test_items_are_units() -> None:
    body = "Before standup please:\n\n1. revert the change, or give me the thumbs up\n2. rotate the key\n- tell Ollie\n• and Bob\na) then go"
    assert pieces(body) == [
        "Before standup please:",
        "1. revert the change, or give me the thumbs up",
        "2. rotate the key",
        "- tell Ollie",
        "• and Bob",
        "a) then go",
    ]


def test_a_wrapped_item_goes_on() -> None:
    body = "- the second chapter, which you said was too long for a first reading, and\n  which I have cut by half since we spoke about it at the fair in Leipzig,\n  is now attached.\n- the third is not"
    assert len(pieces(body)) == 2


@pytest.mark.parametrize(
    ("closing", "name"),
    [("Bien cordialement,", "Zoé Durand"), ("Kind regards", "Ann"), ("Merci d'avance,", "Léo"), ("À bientôt !", "Léa"), ("Best,", "T. Low")],
)
def test_a_closing_and_its_name_are_one_unit(closing: str, name: str) -> None:
    assert pieces(f"Oui, mardi.\n\n{closing}\n\n{name}")[-1] == f"{closing} {name}"
    assert pieces(f"Oui, mardi.\n\n{closing}\n{name}")[-1] == f"{closing} {name}"


def test_what_follows_a_closing_and_is_no_name_stands_alone() -> None:
    assert pieces("Merci,\ntu peux m'appeler demain ?", "fr") == ["Merci,", "tu peux m'appeler demain ?"]


def test_only_the_spans_are_read() -> None:
    body = "One. Two.\n> Three.\nFour."
    assert [text for _, _, text in segment(body, (Span(0, 9), Span(19, 24)), "en")] == ["One.", "Two.", "Four."]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("aBé .,!?…»«:;)(-*1\n\t\xa0😄'>"), st.characters()), max_size=200))
def test_any_text_gives_exact_disjoint_pieces(body: str) -> None:
    found = segment(body, (Span(0, len(body)),), "")
    position = 0
    for start, end, text in found:
        assert position <= start < end <= len(body)
        assert body[start:end] == text == text.strip()
        position = end
    kept = "".join("".join(text.split()) for _, _, text in found)
    assert kept == "".join(body.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I told Sam. Could you call him?", 2),
        ("I met Jan. Would you?", 2),
        ("Elle cherche un poste. Auriez-vous un conseil ?", 2),
        ("Je pars au bord de la mer. Pourriez-vous passer ?", 2),
        ("J'ai un rdv. C'est à Paris.", 2),
        ("Le sam. 3 mai à Paris.", 1),
        ("Tél. Poste 12.", 1),
        ("Écrivez à M. Vous-Même.", 1),
    ],
)
def test_a_name_or_a_word_that_is_also_an_abbreviation_ends_a_sentence(text: str, count: int) -> None:
    assert len(pieces(text)) == count
