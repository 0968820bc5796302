"""Whose words are they? A body as a mail program writes it, what its writer said, and what must not count as said by them."""

# ruff: noqa: E501 (bodies stand as programs write them)
from __future__ import annotations

import pytest

from entregent.language import own_spans


def own(body: str) -> str:
    """The writer's own text, its spans joined by a bar."""
    return " | ".join(body[start:end] for start, end in own_spans(body))


OTHERS = "Peux-tu transmettre le CV de mon frère à ton chef ?"
ATTRIBUTIONS = {
    "Gmail, French": "Le ven. 3 mai 2024 à 10:12, Zoé Durand <zoe@exemple.example> a écrit :",
    "Gmail, French, no-break spaces": "Le\xa0ven. 3 mai 2024 à\xa010:12, Zoé Durand <zoe@exemple.example> a écrit\xa0:",
    "Gmail, French, narrow no-break space": "Le ven. 3 mai 2024 à 10:12, Zoé Durand <zoe@exemple.example> a écrit\u202f:",
    "Gmail, French, wrapped": "Le ven. 3 mai 2024 à 10:12, Zoé Durand <zoe.durand@service-des-eaux.example> a\nécrit :",
    "Gmail, French, address on the second line": "Le ven. 3 mai 2024 à 10:12, Zoé Durand\n<zoe.durand@service-des-eaux.example> a écrit :",
    "Gmail, English": "On Fri, May 3, 2024 at 10:12 AM Zoe Durand <zoe@example.example> wrote:",
    "Gmail, English, wrapped": "On Fri, May 3, 2024 at 10:12 AM Zoe Durand <zoe.durand@a-rather-long-name.example>\nwrote:",
    "Gmail, English, British": "On Fri, 3 May 2024 at 10:12, Zoe Durand <zoe@example.example> wrote:",
    "Apple Mail, French": "Le 3 mai 2024 à 10:12, Zoé Durand <zoe@exemple.example> a écrit :",
    "Apple Mail, English": "On 3 May 2024, at 10:12, Zoe Durand <zoe@example.example> wrote:",
    "Apple Mail, English, American": "On May 3, 2024, at 10:12 AM, Zoe Durand wrote:",
    "iPhone, French": "Le 3 mai 2024 à 10:12, Zoé a écrit :",
    "Thunderbird, French": "Le 03/05/2024 à 10:12, Zoé Durand a écrit :",
    "Thunderbird, English": "On 03/05/2024 10:12, Zoe Durand wrote:",
    "Yahoo, French": "Le vendredi 3 mai 2024 à 10:12:33 UTC+2, Zoé Durand <zoe@exemple.example> a écrit :",
    "Yahoo, English": "On Friday, May 3, 2024, 10:12:33 AM GMT+2, Zoe Durand <zoe@example.example> wrote:",
    "Proton, English": "On Friday, May 3rd, 2024 at 10:12 AM, Zoe Durand <zoe@example.example> wrote:",
    "Proton, French": "Le vendredi 3 mai 2024 à 10:12, Zoé Durand <zoe@exemple.example> a écrit :",
    "Roundcube, French": "Le 2024-05-03 10:12, Zoé Durand a écrit :",
    "Gmail, old": "2024-05-03 10:12 GMT+02:00 Zoé Durand <zoe@exemple.example>:",
    "Dutch": "Op vr 3 mei 2024 om 10:12 schreef Zoë Durand <zoe@voorbeeld.example>:",
    "German": "Am Fr., 3. Mai 2024 um 10:12 Uhr schrieb Zoe Durand <zoe@beispiel.example>:",
    "German, other order": "Zoe Durand <zoe@beispiel.example> schrieb am Fr., 3. Mai 2024, 10:12:",
    "Spanish": "El vie, 3 may 2024 a las 10:12, Zoe Durand (<zoe@ejemplo.example>) escribió:",
    "Italian": "Il giorno ven 3 mag 2024 alle ore 10:12 Zoe Durand <zoe@esempio.example> ha scritto:",
    "Portuguese": "Em sex., 3 de mai. de 2024 às 10:12, Zoe Durand <zoe@exemplo.example> escreveu:",
    "quoted name": 'Le 03/05/24, "zoe@exemple.example" <zoe@exemple.example> a\nécrit :',
}


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
@pytest.mark.parametrize("sign", ["> ", ""], ids=["marked", "unmarked"])
def test_an_answer_above_what_it_answers(attribution: str, sign: str) -> None:
    body = f"Bonjour Zoé,\n\nC'est noté.\n\n{attribution}\n\n{sign}Salut Léo,\n{sign}{OTHERS}\n"
    assert own(body) == "Bonjour Zoé,\n\nC'est noté."


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_an_answer_below_what_it_answers(attribution: str) -> None:
    body = f"{attribution}\n> Salut Léo,\n> {OTHERS}\n\nNon, désolé.\nLéo\n"
    assert own(body) == "Non, désolé.\nLéo"


BLOCKS = {
    "Outlook, English": "-----Original Message-----\nFrom: Zoe Durand [mailto:zoe@example.example]\nSent: Friday, May 3, 2024 10:12 AM\nTo: Leo\nSubject: RE: a word",
    "Outlook, French": "-----Message d'origine-----\nDe : Zoé Durand\nEnvoyé : vendredi 3 mai 2024 10:12\nÀ : Léo\nObjet : RE: un mot",
    "Outlook, French, curly apostrophe": "-----Message d’origine-----\nDe\xa0: Zoé Durand\nEnvoyé\xa0: vendredi 3 mai 2024 10:12\nÀ\xa0: Léo\nObjet\xa0: RE: un mot",
    "Outlook, French, no divider": "De : Zoé Durand <zoe@exemple.example>\nEnvoyé : vendredi 3 mai 2024 10:12\nÀ : Léo Petit <leo@exemple.example>\nCc : Service\nObjet : RE: un mot",
    "Outlook.com, underscores": "________________________________\nFrom: Zoe Durand <zoe@example.example>\nSent: Friday, May 3, 2024 10:12 AM\nTo: Leo <leo@example.example>\nSubject: a word",
    "Outlook.com, French, underscores": "________________________________\nDe: Zoé Durand <zoe@exemple.example>\nEnvoyé: vendredi 3 mai 2024 10:12\nÀ: Léo <leo@exemple.example>\nObjet: un mot",
    "Outlook, bold headers": "*From:* Zoe Durand <zoe@example.example>\n*Sent:* Friday, May 3, 2024 10:12 AM\n*To:* Leo\n*Subject:* a word",
    "Outlook, Dutch": "Van: Zoë Durand\nVerzonden: vrijdag 3 mei 2024 10:12\nAan: Leo\nOnderwerp: een woord",
    "Outlook, German": "Von: Zoe Durand\nGesendet: Freitag, 3. Mai 2024 10:12\nAn: Leo\nBetreff: ein Wort",
    "Outlook, Spanish": "De: Zoe Durand\nEnviado: viernes, 3 de mayo de 2024 10:12\nPara: Leo\nAsunto: una palabra",
    "Outlook, Italian": "Da: Zoe Durand\nInviato: venerdì 3 maggio 2024 10:12\nA: Leo\nOggetto: una parola",
    "telephone, French": "-------- Message d'origine --------\nDe : Zoé Durand\nDate : 03/05/2024 10:12 (GMT+01:00)\nÀ : leo@exemple.example\nObjet : un mot",
    "telephone, English": "-------- Original message --------\nFrom: Zoe Durand\nDate: 03/05/2024 10:12 (GMT+00:00)\nTo: leo@example.example\nSubject: a word",
    "Lotus Notes, answer": "Zoe Durand@EXAMPLE\n05/03/2024 10:12 AM\nTo: Leo Petit/PAR/Example@EXAMPLE, Ana Ruiz/PAR/Example@EXAMPLE, Tom\nLow/PAR/Example@EXAMPLE\ncc:  \nSubject: Re: a word  ",
    "Lotus Notes, outside sender": '"Zoe Durand" <zoe@example.example> on 05/03/2024 10:12:33 AM\nPlease respond to zoe@example.example\nTo: leo@example.example\ncc:  \nSubject: a word',
    "Lotus Notes, delegate": "Zoe Durand\nSent by: Ana Ruiz\n05/03/2024 10:12 AM\nTo: Leo Petit/PAR/Example@EXAMPLE\ncc:  \nSubject: a word",
    "Lotus Notes, own copy": "To: Leo Petit/PAR/Example@EXAMPLE\ncc:  \nSubject: a word",
    "Lotus Notes, letterhead": "\tExample Corp.\n\t\n\tFrom:  Zoe Durand                           05/03/2024 10:12 AM\n\t\n\nTo: Leo Petit/PAR/Example@EXAMPLE\ncc:  \nSubject: a word",
    "Lotus Notes, forward, wrapped": "---------------------- Forwarded by Leo Petit/PAR/Example on 05/03/2024 \n10:12 AM ---------------------------\n\n\nZoe Durand\n05/03/2024 09:00 AM\nTo: Leo",
    "Lotus Notes, forward, French": "----- Transféré par Léo Petit le 03/05/2024 10:12 -----\n\nDe :\tZoé <zoe@exemple.example>\nA :\tleo@exemple.example\nDate :\t02/05/2024 19:37\nObjet :\tun mot",
    "Lotus Notes, columns": "                    Zoe.Durand\n                    @example.example       To:     leo@example.example\n                                           cc:\n                    05/03/2024             Subject:     Re: a word\n                    10:12 AM\n",
    "Gmail, forward": "---------- Forwarded message ---------\nFrom: Zoe Durand <zoe@example.example>\nDate: Fri, May 3, 2024 at 10:12 AM\nSubject: a word\nTo: Leo",
    "Gmail, forward, French": "---------- Message transféré ---------\nDe : Zoé Durand <zoe@exemple.example>\nDate : ven. 3 mai 2024 à 10:12\nObjet : un mot\nTo: Léo",
    "Apple Mail, forward": "Begin forwarded message:\n\nFrom: Zoe Durand <zoe@example.example>\nSubject: a word\nDate: 3 May 2024 at 10:12:33 BST\nTo: Leo",
    "Apple Mail, forward, French": "Début du message réexpédié :\n\nDe: Zoé Durand <zoe@exemple.example>\nObjet: un mot\nDate: 3 mai 2024 à 10:12:33 UTC+2\nÀ: Léo",
    "iPhone, forward, French": "Début du message transféré :\n\nExpéditeur: zoe@exemple.example\nDate: 3 mai 2024 à 10:12:33 UTC+2\nDestinataire: leo@exemple.example\nObjet: un mot",
    "Thunderbird, forward": "-------- Forwarded Message --------\nSubject: \ta word\nDate: \tFri, 3 May 2024 10:12:33 +0200\nFrom: \tZoe Durand <zoe@example.example>\nTo: \tleo@example.example",
    "Thunderbird, forward, French": "-------- Message transféré --------\nSujet : \tun mot\nDate : \tFri, 3 May 2024 10:12:33 +0200\nDe : \tZoé Durand <zoe@exemple.example>\nPour : \tleo@exemple.example",
    "Orange": "> Message du 03/05/24 10:12\n> De : zoe@exemple.example\n> A : leo@exemple.example\n> Copie à :\n> Objet : un mot\n>",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_header_blocks_and_forwards(block: str) -> None:
    sign = "> " if block.startswith(">") else ""
    body = f"Bonjour Ana,\n\nPour information.\nLéo\n\n{block}\n\n{sign}Salut Léo,\n{sign}{OTHERS}\n"
    assert own(body) == "Bonjour Ana,\n\nPour information.\nLéo"


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_forwarded_without_a_word(block: str) -> None:
    sign = "> " if block.startswith(">") else ""
    assert own(f"\n\n{block}\n\n{sign}{OTHERS}\n") == ""


def test_answers_between_the_quoted_questions_are_own() -> None:
    body = (
        "Hi Mark,\n\nanswers below.\n\nOn 3 May 2024, at 10:12, Mark <m@x.example> wrote:\n\n> Can you come on Tuesday?\n\nYes, gladly.\n\n"
        "> Would you introduce my cousin to Ruth?\n> He is a good lad.\n\nI'd rather not.\n\n>> an older line\n> Mark\n\nPaul\n"
    )
    assert own(body) == "Hi Mark,\n\nanswers below. | Yes, gladly. | I'd rather not. | Paul"


def test_nested_quotes_and_bars() -> None:
    assert own("ok\n> > a\n>> b\n>c\n > d\nfin") == "ok | fin"
    assert own("ok\n| a quoted line\n| another one\nfin") == "ok | fin"
    assert own("JD> did you ask her?\nJD> and him?\nBoth, yes.") == "Both, yes."


def test_a_table_or_a_comparison_is_no_quote() -> None:
    assert own("| nom | âge |\n| Léo | 12 |") == "| nom | âge |\n| Léo | 12 |"
    assert own("Critère :\n> 3 ans d'expérience\nMerci") == "Critère :\n> 3 ans d'expérience\nMerci"


def test_what_the_program_broke_off_a_quoted_line_is_quoted() -> None:
    body = "Non.\n\n> Nous vous rappelons que le montant à devoir, permettant de solder votre compte\ncotisation, est de 40 euros.\n> Bien à vous\n"
    assert own(body) == "Non."


def test_a_line_of_mbox_that_begins_with_from_is_own() -> None:
    assert own("Hi,\n\n>From my point of view it is fine.\n\nAnn") == "Hi,\n\n>From my point of view it is fine.\n\nAnn"


@pytest.mark.parametrize(
    "body",
    [
        "Hier, Zoé m'a écrit :\n« Je ne peux pas t'aider. »\nQue dois-je répondre ?",
        "Le 3 mai 2024 à 10:12, Zoé m'a écrit :\n« Je ne peux pas t'aider. »\nQue dois-je répondre ?",
        "Yesterday Ruth wrote:\n\nI cannot help.\n\nWhat should I say?",
        "Here are three lines that you may pass on:\n\n---\nSam is a baker of ten years. He looks for a shop in Leeds.\n---\n\nThank you!",
        "Voici le texte à faire suivre :\n\n-----\nLéa cherche un stage de deux mois.\n-----\n\nMerci encore pour ton aide !",
        "MEMORANDUM\n\nTO: All staff\nFROM: The director\nDATE: 3 May\nSUBJECT: Parking\n\nPlease leave the first row free.",
        "Bonjour,\n\nDate : le 3 mai\nLieu : salle B\nObjet : la fête\n\nVenez nombreux !",
        "Note: bring your own cup.\nTo: whom it may concern, I mean you.",
        "On the 3rd of May at 10:12 we wrote: nothing yet.",
    ],
    ids=[
        "told quote",
        "told quote with a date",
        "told quote, English",
        "text to pass on",
        "texte à transmettre",
        "memorandum",
        "facts",
        "colons",
        "wrote within",
    ],
)
def test_own_words_that_look_like_a_quote_stay(body: str) -> None:
    assert own(body) == body


def test_a_mailing_list_that_announces_its_writer_keeps_the_text() -> None:
    body = "ann@list.example writes to the Gardeners Discussion List:\n\nThe frost is coming, cover your beds.\n"
    assert "The frost is coming" in own(body)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Low says:",
        "Zoé disait :",
        "According to Ann Low:",
        "In message <a1@x.example> you write:",
        "Ann Low wrote:",
        "Quoting Ann Low <ann@x.example>:",
        "Rita a écrit :",
    ],
)
def test_short_attributions_count_where_a_marked_quote_follows(line: str) -> None:
    assert own(f"Bonjour,\n\n{line}\n> Peux-tu m'aider ?\n\nOui.") == "Bonjour, | Oui."
    assert own(f"Bonjour,\n\n{line}\nPeux-tu m'aider ?\n\nOui.") == f"Bonjour,\n\n{line}\nPeux-tu m'aider ?\n\nOui."
