"""Which language? English and French are read; others must not be taken for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.language import detect
from entregent.language.identify import LANGUAGES, judge
from tests.language.foreign import FOREIGN


@pytest.mark.parametrize("code", FOREIGN)
def test_sentences_of_other_languages(code: str) -> None:
    found = [detect(text) for text in FOREIGN[code]]
    assert not {"en", "fr"} & set(found)
    assert found.count(code) >= 0.95 * len(found)


@pytest.mark.parametrize("code", FOREIGN)
def test_short_messages_of_other_languages(code: str) -> None:
    texts = FOREIGN[code]
    assert all(detect("\n".join(texts[place : place + 3])) == code for place in range(0, len(texts) - 2, 3))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tu peux me passer le num de ta patronne stp", "fr"),
        ("slt, t dispo jeudi pr un cafe ? jai un truc a te demander", "fr"),
        ("ok merci", "fr"),
        ("Thanks!", "en"),
        ("cc, ca va ? g vu ta soeur hier", "fr"),
        ("any chance u could put a word in for me w ur boss", "en"),
        ("pls send the file asap", "en"),
        ("Bonjour Madame,", "fr"),
        ("Hi John,", "en"),
        ("Je voudrais follow-up sur le meeting avec le sales manager.", "fr"),
        ("J'ai forwardé le mail au support, ils reviennent vers nous asap.", "fr"),
        ("On se fait-tu ce lunch-là en mars?", "fr"),
        ("The rendez-vous with the chargé d'affaires is on Monday.", "en"),
        ("Où est-ce que je peux déposer le dossier ?", "fr"),
        ("ou est ce que je peux deposer le dossier", "fr"),
        ("Пожалуйста, пришлите мне договор до пятницы.", "ru"),
        ("明日の会議に出席できません。", "ja"),
        ("请把合同发给我。", "zh"),
        ("Μπορείτε να μου στείλετε το συμβόλαιο;", "el"),
        ("أرجو إرسال العقد", "ar"),
        ("Kan du skicka mig avtalet innan fredag?", "sv"),
        ("Czy możesz mi wysłać umowę do piątku?", "pl"),
    ],
)
def test_short_and_clipped(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text", ["", "   \n", "ok", "12/03/2024", "https://example.org/le/la/les", "zoe@exemple.example", "D. Whitlock", "...", "😄"]
)
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) == ""


def test_addresses_and_links_say_nothing() -> None:
    assert detect("Please look at https://le-site-de-la-ville.example/que/est/ce and write to les.amis.de.la@mer.example") == "en"


def test_the_table_of_letters_is_current() -> None:
    tool = Path(__file__).parents[2] / "tools" / "compile_letters.py"
    assert subprocess.run([sys.executable, str(tool), "--check"], check=False, capture_output=True).returncode == 0


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_code_or_none(text: str) -> None:
    code, lead = judge(text)
    assert lead >= 0.0
    assert code == "" or code in LANGUAGES or code in {"el", "ru", "he", "ar", "hi", "th", "ja", "zh", "ko"}


@pytest.mark.parametrize(
    "text",
    [
        "FYI",
        "cool\nm",
        "Monique Sanchez\nMatt Lenhart\nRandy Gay",
        "June 2000\nbennett  4.689\nreheis  4.689\nwhite  4.694",
        "Financial  (6)\n  West Desk  (14)\nMid Market (16)",
        "El Paso  San Juan  2.41\nPermian  2.38\nLa Plata  2.40",
        "Audrey D. Robertson",
        "user id: rokafor\npassword: none",
        "Adriana Domingues/SA/Acme\nAdriana de Mello/SA/Acme, Carlos da Costa/SA/Acme, Pedro Paulo Dantas/SA/Acme, Bruno Lins/SA/Acme",
    ],
)
def test_names_tables_and_initials_tell_no_foreign_language(text: str) -> None:
    assert detect(text) in {"", "en"}
