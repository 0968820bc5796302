"""How people, days and things are called in a sentence, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from entregent.advice.names import NBSP, NNBSP, Word, day, quoted, short_name, third, typeset


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ruth Okafor", "Ruth"),
        ("Ruth", "Ruth"),
        ("Okafor, Ruth", "Ruth"),
        ("Dr Amina Hallam", "Dr Hallam"),
        ("Mme Ekra", "Mme Ekra"),
        ("Jean-Luc Le Bihan", "Jean-Luc"),
        ("Association of Friends of the Lighthouse", "Association of Friends of the Lighthouse"),
        ("ruth@okafor.example", "ruth@okafor.example"),
        ("", ""),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "of", "that"),
    [
        ("Omar", "d'Omar", "qu'Omar"),
        ("Élodie", "d'Élodie", "qu'Élodie"),
        ("Hugo", "d'Hugo", "qu'Hugo"),
        ("Yves", "d'Yves", "qu'Yves"),
        ("Yann", "de Yann", "que Yann"),
        ("Ruth", "de Ruth", "que Ruth"),
        ("Øystein", "d'Øystein", "qu'Øystein"),
        ("la personne sollicitée", "de la personne sollicitée", "que la personne sollicitée"),
        (f"«{NBSP}un ami{NBSP}»", f"d'«{NBSP}un ami{NBSP}»", f"qu'«{NBSP}un ami{NBSP}»"),
        (f"«{NBSP}ma nièce{NBSP}»", f"de «{NBSP}ma nièce{NBSP}»", f"que «{NBSP}ma nièce{NBSP}»"),
    ],
)
def test_french_elides_before_a_name_that_begins_with_a_vowel(name: str, of: str, that: str) -> None:
    assert (f"{Word(name):de}", f"{Word(name):que}", f"{Word(name)}") == (of, that, name)


@pytest.mark.parametrize(
    ("words", "english", "french"),
    [
        ("Sam Fields", "Sam Fields", "Sam Fields"),
        ("Le Bihan", "Le Bihan", "Le Bihan"),
        ("Ma nièce", "“ma nièce”", f"«{NBSP}ma nièce{NBSP}»"),
        ("a friend of mine", "“a friend of mine”", f"«{NBSP}a friend of mine{NBSP}»"),
        ("your\n  CFO", "“your CFO”", f"«{NBSP}your CFO{NBSP}»"),
        ("", "that person", "cette personne"),
        ("?", "that person", "cette personne"),
        ("him", "that person", "cette personne"),
        ("elle", "that person", "cette personne"),
    ],
)
def test_third_persons_are_called_as_the_draft_calls_them(words: str, english: str, french: str) -> None:
    assert (third(words, "en"), third(words, "fr")) == (english, french)


def test_days_in_words() -> None:
    today = dt.date(2026, 6, 15)
    assert day(dt.date(2026, 3, 2), today, "en") == "2 March"
    assert day(dt.date(2025, 3, 2), today, "en") == "2 March 2025"
    assert day(dt.date(2026, 8, 1), today, "fr") == "1er août"
    assert day(dt.date(2025, 12, 31), today, "fr") == "31 décembre 2025"


def test_french_signs_stand_behind_no_break_spaces() -> None:
    assert typeset("Vraiment ? Oui ; non ! Ainsi : « bien »", "fr") == (f"Vraiment{NNBSP}? Oui{NNBSP}; non{NNBSP}! Ainsi{NBSP}: «{NBSP}bien{NBSP}»")
    assert typeset("Really ? 10:30", "en") == "Really ? 10:30"
    assert typeset("à 10:30", "fr") == "à 10:30"
    assert quoted("two\nlines", "en") == "“two lines”"
