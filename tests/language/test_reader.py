"""The reader: a message in the user's words, the acts and persons in it."""

from __future__ import annotations

import subprocess
import sys
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.language import reader
from entregent.model.speech import FAVOURS, LABELS

if TYPE_CHECKING:
    from entregent.model.speech import Sentence


def read(*lines: str, language: str) -> tuple[Sentence, ...]:
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    return reader.annotate([(a, a + len(line), line) for a, line in zip(starts, lines, strict=False)], language)


@pytest.mark.parametrize(
    ("language", "line", "label"),
    [
        ("en", "Could you introduce me to your head of sales?", "ask:intro"),
        ("en", "Would you write me a letter of recommendation?", "ask:endorse"),
        ("en", "Who else do you know in publishing?", "ask:contacts"),
        ("en", "Could you proofread my cover letter?", "ask:review"),
        ("en", "Could you lend me fifty pounds until Friday?", "ask:money"),
        ("en", "Why can't you just help me with this?", "reproach"),
        ("en", "Thank you for sending me the contact.", "thanks"),
        ("en", "Thanks in advance,", "thanks-form"),
        ("en", "I'm sorry for the late answer.", "apology"),
        ("fr", "Pourriez-vous me mettre en relation avec votre directrice ?", "ask:intro"),
        ("fr", "Tu pourrais relire mon chapitre ?", "ask:review"),
        ("fr", "Accepteriez-vous de m'écrire une lettre de recommandation ?", "ask:endorse"),
        ("fr", "Auriez-vous vingt minutes pour un café ?", "ask:meet"),
        ("fr", "Merci de m'avoir envoyé son adresse.", "thanks"),
        ("fr", "Merci d'avance,", "thanks-form"),
        ("fr", "Désolé pour le retard.", "apology"),
    ],
)
def test_plain_wordings_are_heard(language: str, line: str, label: str) -> None:
    hello, bye = ("Hi Nora,", "Tom") if language == "en" else ("Bonjour Nora,", "Paul")
    assert read(hello, line, bye, language=language)[1].has(label)


@pytest.mark.parametrize(
    ("language", "ask", "line"),
    [
        ("en", "Could you read my draft before Monday?", "No worries if you don't have time."),
        ("fr", "Pourriez-vous relire mon chapitre ?", "Pas de souci si vous n'avez pas le temps."),
    ],
)
def test_an_easy_way_out_is_heard_beside_its_ask(language: str, ask: str, line: str) -> None:
    assert read("Nora,", ask, line, "Tom", language=language)[2].has("out")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Hi Nora,", "The build is red again.", "Please merge the branch before noon.", "The tickets are in the board.", "Tom"]),
        ("en", ["Hi all,", "The minutes of Tuesday's meeting are in the folder.", "Room 4 is closed until Monday.", "Regards, Tom"]),
        ("fr", ["Bonjour,", "Le serveur est retombé à 9 h.", "Merci de relancer le service avant midi.", "Le ticket est à jour.", "Paul"]),
    ],
)
def test_work_among_colleagues_is_no_favour(language: str, lines: list[str]) -> None:
    assert [s.text for s in read(*lines, language=language) if s.has(*FAVOURS)] == []


@pytest.mark.parametrize(
    ("language", "lines", "at", "expected"),
    [
        ("en", ["Dear Ruth,", "My niece Salome wants to move to Basel.", "Tom"], 1, [("My niece Salome", "kin", "writer", "Salome")]),
        ("en", ["Dear Ruth,", "Could you ask your CFO?", "Tom"], 1, [("your CFO", "post", "reader", "")]),
        ("en", ["Dear Ruth,", "I met a friend of mine in May.", "Tom"], 1, [("a friend of mine", "kin", "writer", "")]),
        ("en", ["Dear Ruth,", "Would you introduce me to Jane Doe?", "Tom"], 1, [("Jane Doe", "name", "", "Jane Doe")]),
        ("fr", ["Bonjour Ruth,", "Ma nièce cherche un stage.", "Paul"], 1, [("Ma nièce", "kin", "writer", "")]),
        (
            "fr",
            ["Bonjour Ruth,", "Parlez-en à votre directrice, Mme Diallo.", "Paul"],
            1,
            [("votre directrice", "post", "reader", ""), ("Mme Diallo", "name", "", "Diallo")],
        ),
    ],
)
def test_third_persons_are_named_with_whose_they_are(language: str, lines: list[str], at: int, expected: list[tuple[str, str, str, str]]) -> None:
    assert [(m.text, m.kind, m.owner, m.name) for m in read(*lines, language=language)[at].mentions] == expected


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Dear Ruth Okafor,", "Novartis opened an office in Basel on Monday.", "Thanks, Tom"]),
        ("en", ["Hi Ruth,", "See you in June, Ruth!", "Best,", "Tom Fields"]),
        ("fr", ["Bonjour Madame Ekra,", "Il faut que je vous parle de Lyon.", "Bien à vous,", "Jean Petit"]),
    ],
)
def test_reader_writer_places_firms_and_months_are_no_third_persons(language: str, lines: list[str]) -> None:
    assert [m.text for s in read(*lines, language=language) for m in s.mentions] == []


def test_the_same_thing_asked_in_other_words_shares_its_topic() -> None:
    first = read("Could you pass my CV on to the museum?", language="en")[0].topic
    second = read("I was wondering whether you had forwarded the CV to the museum.", language="en")[0].topic
    assert {"cv", "museum"} <= set(first) & set(second)


@settings(max_examples=60)
@given(st.lists(st.text(max_size=80), max_size=5), st.sampled_from(["en", "fr"]))
def test_any_text_is_read_and_what_is_said_of_it_holds(lines: list[str], language: str) -> None:
    body = "\n".join(lines)
    found = read(*lines, language=language)
    assert [s.text for s in found] == lines
    for sentence in found:
        assert body[sentence.start : sentence.end] == sentence.text
        assert [a.label for a in sentence.acts] == sorted((a.label for a in sentence.acts), key=LABELS.index)
        assert all(0 <= a.score <= 1 for a in sentence.acts)
        assert all(body[m.start : m.end] == m.text for m in sentence.mentions)
        assert list(sentence.topic) == sorted(set(sentence.topic))
        assert sentence.traits <= set(reader.TRAITS)


def test_nothing_at_all_is_read_as_nothing() -> None:
    assert reader.annotate([], "en") == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Could you pass my niece's CV on to your boss?"), ("fr", "Tu pourrais transmettre le CV de ma nièce à ton patron ?")],
)
def test_reading_adds_up_what_training_saw(language: str, line: str) -> None:
    """Sums are kept by word, pair and clause; they must equal the sum over the features that training lists."""
    model = reader.model(language)
    found, count = reader.observe(line, language, 1, 4)
    once = model.first(reader.parse(line, language), 1, 4)
    assert once == pytest.approx(model.from_features(found, count))
    assert model.first(reader.parse(line, language), 1, 4) == once


def test_reading_is_the_same_in_another_process() -> None:
    code = "from entregent.language.reader import annotate; print(annotate([(0, 34, 'Could you lend my mate your ladder?')], 'en')[0].acts)"
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1


def test_the_reader_needs_no_heavy_library() -> None:
    code = (
        "import sys; from entregent.language.reader import annotate; annotate([(0, 2, 'Hi')], 'en');"
        "print([m for m in ('numpy', 'sklearn', 'scipy', 'pickle', 're2') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
