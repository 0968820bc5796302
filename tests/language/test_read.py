"""A message goes in; what its writer said, sentence by sentence, comes out."""

# ruff: noqa: E501 (bodies stand as programs write them)
from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.language import own_spans, read
from entregent.language.segment import segment
from tests.language.foreign import FOREIGN

EVERYTHING = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                "", "> quoted", ">> twice", "Bonjour,", "Could you help me?", "-- ", "--", "Zoé Durand", "01 02 03 04 05", "Cordialement,", "Le 3 mai 2024 à 10:12, Zoé <z@x.example> a", "écrit :",
                "On 3 May 2024 at 10:12, Ann wrote:", "-----Original Message-----", "From: Ann", "Sent: Monday", "To: Tom", "cc:", "Subject: x", "Name", "05/03/2024 10:12 AM", "_____", "P.S. one thing",
                "This e-mail is confidential and intended for the addressee.", "Envoyé de mon iPhone", "(See attached file: a.pdf)", "| a", "| b", "JD> x", "\t", "\x0c", "\r", "unsubscribe", ".", ":", "À",
            ]
        ),
        max_size=30,
    ).map("\n".join),
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(EVERYTHING)
def test_own_spans_of_any_text(body: str) -> None:
    position = 0
    for start, end in own_spans(body):
        assert position <= start < end <= len(body)
        assert body[start:end] == body[start:end].strip(" \t\r\n")
        position = end


@settings(max_examples=100, deadline=None)
@given(EVERYTHING)
def test_sentences_of_any_text(body: str) -> None:
    speech = read(body)
    assert speech.read == (speech.language in ("en", "fr") or not speech.own)
    assert all(body[s.start : s.end] == s.text for s in speech.sentences)
    assert all(any(start <= s.start and s.end <= end for start, end in speech.own) for s in speech.sentences)
    assert [s.start for s in speech.sentences] == sorted(s.start for s in speech.sentences)


@pytest.mark.parametrize(
    "body",
    [
        "a" * 2_000_000,
        "ok ? " * 100_000,
        "\n".join(">" * depth + " x" for depth in range(1, 1500)),
        ">" * 100_000,
        "une ligne\n" * 100_000,
        "From: x\n" * 20_000,
        ":)" * 200_000 + "x",
        "a@" * 500_000 + " wrote:",
    ],
    ids=["one word", "questions", "nested", "signs", "lines", "headers", "smileys", "addresses"],
)
def test_huge_and_hostile_bodies_come_back(body: str) -> None:
    for start, end in own_spans(body):
        assert body[start:end].strip()


@pytest.mark.parametrize(
    "body",
    ["." * 500_000 + "x", "😄" * 200_000 + " x", "." + ")" * 300_000 + "x", (":" + ")" * 1000 + "x ") * 200],
    ids=["dots", "emoji", "brackets", "smileys"],
)
def test_runs_of_signs_are_cut_in_linear_time(body: str) -> None:
    found = segment(body, own_spans(body), "en")
    assert "".join("".join(text.split()) for _, _, text in found) == "".join(body.split())


def test_a_message_as_it_comes() -> None:
    body = (
        "Bonjour Zoé,\n\nMerci pour ton message. Tu peux me passer le num de ta patronne stp ?\n\nBien à toi,\n\nLéo Petit\nAtelier du Port\n02 00 00 00 00\n\n"
        "Le ven. 3 mai 2024 à 10:12, Zoé <zoe@exemple.example> a écrit :\n> Peux-tu transmettre le CV de mon frère à ton chef ?\n"
    )
    speech = read(body)
    assert (speech.language, speech.read) == ("fr", True)
    assert [" ".join(s.text.split()) for s in speech.sentences] == [
        "Bonjour Zoé,", "Merci pour ton message.", "Tu peux me passer le num de ta patronne stp ?", "Bien à toi, Léo Petit",
    ]  # fmt: skip
    assert {s.language for s in speech.sentences} == {"fr"}


def test_dutch_is_not_read() -> None:
    speech = read("\n".join(FOREIGN["nl"][:6]))
    assert (speech.language, speech.read, speech.sentences) == ("nl", False, ())
    assert speech.own


def test_a_message_in_two_languages_is_read_sentence_by_sentence() -> None:
    body = (
        "Bonjour à tous,\n\nLa réunion de mardi est déplacée à jeudi, même heure, même salle. Merci de prévenir vos équipes.\n\n"
        "Hello everybody,\n\nTuesday's meeting has been moved to Thursday, same time, same room. Please let your teams know.\n"
    )
    spoken = {s.text: s.language for s in read(body).sentences}
    assert spoken["Merci de prévenir vos équipes."] == "fr"
    assert spoken["Please let your teams know."] == "en"


def test_foreign_sentences_within_a_message_that_is_read_stay_unread() -> None:
    body = (
        "Dear Tom,\n\nHere is what the town hall answered, I hope you can make sense of it. It came this morning by post.\n\n"
        + FOREIGN["nl"][3]
        + " "
        + FOREIGN["nl"][12]
        + "\n\nBest,\nAnn"
    )
    assert read(body).language == "en"
    assert not any("directeur" in s.text for s in read(body).sentences)


def test_the_half_that_can_be_read_is_read() -> None:
    body = (
        " ".join(FOREIGN["nl"][:4])
        + "\n\nAnd in English: could you please send us the signed contract before Friday? We need it for the bank, and they close at noon."
    )
    speech = read(body)
    assert (speech.language, speech.read) == ("en", True)
    assert not any("bazin" in s.text for s in speech.sentences)


@pytest.mark.parametrize(
    ("body", "subject", "language"),
    [("ok", "Votre demande de salle pour mardi", "fr"), ("ok!", "Your question about the room on Tuesday", "en"), ("12/03", "", "")],
)
def test_a_word_takes_the_language_of_its_subject(body: str, subject: str, language: str) -> None:
    assert read(body, subject=subject).language == language


def test_what_the_user_said_of_the_language_outranks_the_text() -> None:
    assert {s.language for s in read("Could you help me?", language="fr").sentences} == {"fr"}
    assert read("Kun je me helpen?", language="nl").read is False


@pytest.mark.parametrize("body", ["", "\n\n", "> only a quote", "Envoyé de mon iPhone"])
def test_nothing_said(body: str) -> None:
    speech = read(body)
    assert (speech.own, speech.sentences) == ((), ())


def test_reading_loads_nothing_heavy() -> None:
    code = "import sys; from entregent.language import read; read('Could you help me, please?'); print([m for m in ('numpy', 'sklearn', 'sentencex', 're2', 'sqlite3') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("no\n\nOn Mon, 3 Mar 2025 at 10:12, Ruth Okafor wrote:\n> Could you send me the report that we talked about last week?\n", "en"),
        ("Bravo chef.\n\nLe 3 mars 2025 à 10:12, Zoé Brun a écrit :\n> Je t'envoie le devis dès que je rentre de la foire, bonne journée.\n", "fr"),
        (
            "FYI, Kim.\n\n-----Original Message-----\nFrom: Sam Fields\nSent: Monday\nTo: Kim Webb\nSubject: rates\n\nHere are the rates for the week.\n",
            "en",
        ),
    ],
)
def test_a_word_or_two_is_in_the_language_of_what_it_answers(body: str, language: str) -> None:
    assert read(body).language == language


def test_a_forward_without_a_word_leaves_nothing_unread() -> None:
    speech = read(
        "---------- Forwarded message ---------\nFrom: Sam <sam@example.org>\nSubject: prezzi\n\nEcco i prezzi che mi avevi chiesto.\n",
        subject="Fwd: prezzi",
    )
    assert speech.language == ""
    assert speech.read


@pytest.mark.parametrize("body", ["?", "???", "...", "?\n\nOn Mon, 3 Mar 2025 at 10:12, Ruth Okafor wrote:\n> Could you send me the report?\n"])
def test_signs_without_a_letter_do_nothing(body: str) -> None:
    assert [sentence.acts for sentence in read(body, language="en").sentences if not any(letter.isalpha() for letter in sentence.text)] in ([], [()])
