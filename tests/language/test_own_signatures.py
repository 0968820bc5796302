"""Signatures, legal notices and footers: the card goes, what is said stays."""

# ruff: noqa: E501 (bodies stand as programs write them)
from __future__ import annotations

import pytest

from entregent.language import signature_spans
from tests.language.test_own import own

CARDS = {
    "French": "Directrice commerciale\nAtelier du Port\n12, rue des Dunes 29200 Brest\nTél. : 02 00 00 00 00\nzoe.durand@atelier.example\nwww.atelier.example",
    "French, one line": "Directrice commerciale | Atelier du Port | +33 2 00 00 00 00",
    "French, mobile alone": "06 00 00 00 00",
    "Belgian": "Responsable des achats\nGSM : +32 470 00 00 00\nRue Haute 12, 1000 Bruxelles",
    "English": "Head of Sales, Harbour Works Ltd\n12 High Street, Leeds LS1 4AB\nT: +44 113 000 0000 | M: +44 7700 900000\nwww.harbour.example",
    "American": "Vice President\nHarbour Works, Inc.\n333 Clay St., Suite 3800\nHouston, TX 77002\n713-555-0100 (office)\n713-555-0101 (fax)",
    "link alone": "Founder, Swapa\ndeck: https://swapa.example/deck",
    "post alone": "Maître de conférences",
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS.keys())
@pytest.mark.parametrize(
    "closing",
    [
        "Bien cordialement,",
        "Cordialement",
        "Kind regards,",
        "Best,",
        "Merci d'avance,",
        "Je vous prie d'agréer, Madame, mes salutations distinguées,",
    ],
)
def test_below_a_closing_the_card_goes_and_the_name_stays(closing: str, card: str) -> None:
    body = f"Bonjour,\n\nPouvez-vous me dire si la salle est libre ?\n\n{closing}\n\nZoé Durand\n{card}\n"
    assert own(body) == f"Bonjour,\n\nPouvez-vous me dire si la salle est libre ?\n\n{closing}\n\nZoé Durand"


@pytest.mark.parametrize("card", [card for name, card in CARDS.items() if name != "post alone"], ids=[name for name in CARDS if name != "post alone"])
def test_without_a_closing_a_name_with_contact_data_is_a_card(card: str) -> None:
    body = f"Bonjour,\n\nPouvez-vous me dire si la salle est libre ?\n\nZoé Durand\n{card}\n"
    assert own(body) == "Bonjour,\n\nPouvez-vous me dire si la salle est libre ?\n\nZoé Durand"


@pytest.mark.parametrize("delimiter", ["-- ", "--"])
def test_below_the_delimiter_all_goes(delimiter: str) -> None:
    assert (
        own(f"La salle est libre.\n\nZoé\n{delimiter}\nZoé Durand\nEnsemble, construisons la ville\n02 00 00 00 00\n") == "La salle est libre.\n\nZoé"
    )


def test_a_postscript_below_the_card_is_own() -> None:
    body = "La salle est libre.\n\nBien à vous,\nZoé Durand\nDirectrice\nTél. 02 00 00 00 00\n\nP.S. Tu peux me passer le numéro de Ruth ?\n"
    assert own(body) == "La salle est libre.\n\nBien à vous,\nZoé Durand | P.S. Tu peux me passer le numéro de Ruth ?"
    assert own("Free.\n-- \nAnn Low\nPS: could you introduce me to Ruth?") == "Free. | PS: could you introduce me to Ruth?"


@pytest.mark.parametrize(
    "body",
    [
        "Salut,\n\nTu peux appeler Ruth pour moi ? Voici ses coordonnées :\n\nRuth Okafor\n06 00 00 00 00\nruth@exemple.example",
        "Hi Tom,\n\nsure, here is her number:\nRuth Okafor\n07700 900000",
        "Merci,\n\nje voulais aussi te demander si tu connais quelqu'un à la mairie.",
        "Thanks,\nI also wanted to ask whether you know anybody at the council.",
        "Bonne journée et à bientôt, tu me diras si Léa a eu le poste.",
        "Hi,\n\nthe code is 4417 and the price 12,50 €.\n\nAnn",
        "Ordre du jour :\n\n1. Budget 2024\n2. Travaux rue Haute 12\n3. Divers",
        "See you Monday\nx\nCould you bring the big ladder?",
        "Bien à toi,\nZoé\n\nTu as vu que Paul a trouvé un poste ?",
    ],
    ids=[
        "announced card",
        "announced number",
        "merci begins",
        "thanks begins",
        "long closing",
        "figures",
        "agenda",
        "kiss then question",
        "after the name",
    ],
)
def test_what_is_said_stays(body: str) -> None:
    assert own(body) == body


@pytest.mark.parametrize(
    "line",
    [
        "Envoyé de mon iPhone", "Envoyé depuis mon téléphone Orange", "Envoyé à partir de Outlook pour Android", "Envoyé depuis Yahoo Mail pour Android", "Envoyé de mon appareil Samsung Galaxy.",
        "Envoyé avec la messagerie sécurisée Proton Mail.", "Sent from my iPhone", "Sent from my Samsung Galaxy smartphone.", "Sent via BlackBerry by AT&T", "Sent from Outlook for iOS", "Sent with Proton Mail secure email.",
        "Get Outlook for Android", "Obtenir Outlook pour iOS", "Télécharger Outlook pour Android", "Provenance : Courrier pour Windows 10", "Verzonden vanaf mijn iPhone", "Von meinem iPhone gesendet",
        "Enviado desde mi iPhone", "Inviato da iPhone", "Sent from Mail for Windows", "Get Outlook for Android<https://aka.example/x>",
    ],
)  # fmt: skip
def test_lines_of_devices_go(line: str) -> None:
    assert own(f"Oui, mardi.\n\nZoé\n\n{line}\n") == "Oui, mardi.\n\nZoé"


@pytest.mark.parametrize(
    "line",
    [
        "Envoyé le contrat hier, tu l'as reçu ?",
        "Sent you the file from my phone yesterday, did you get it?",
        "Get Outlook to stop that, please.",
        "Envoyé de Paris avec toute mon amitié",
    ],
)
def test_lines_that_only_begin_like_them_stay(line: str) -> None:
    assert own(f"Oui, mardi.\n\n{line}\n") == f"Oui, mardi.\n\n{line}"


LEGAL = {
    "English": "This e-mail and any attachments are confidential and intended solely for the use of the individual to whom it is addressed. If you are not the intended recipient, please\n"
    "delete it and notify the sender.",
    "English, short": "This message may contain privileged information. If you received it in error please delete it.",
    "French": "Ce message et ses pièces jointes sont confidentiels et établis à l'intention exclusive de leurs destinataires. Si vous avez reçu ce message par erreur, merci de le détruire.",
    "green, French": "Pensez à l'environnement : n'imprimez ce message que si c'est nécessaire.",
    "green, English": "Please consider the environment before printing this e-mail.",
    "starred": "**********************************************\nThis email is confidential and intended solely for the use of the person addressed. If you have received this email in error please notify us.\n"
    "**********************************************",
    "list": "_______________________________________________\nGardeners mailing list\nGardeners@list.example\nhttps://list.example/mailman/listinfo/gardeners",
    "unsubscribe": "You received this message because you are subscribed to the group. To unsubscribe, write to stop@list.example.",
    "unsubscribe, French": "Vous recevez ce message car vous êtes inscrit à notre lettre. Pour vous désabonner, cliquez ici.",
    "advertisement": "__________________________________________________\nDo You Yahoo!?\nMake a great connection at Yahoo! Personals.\nhttp://personals.yahoo.com",
    "two languages": "Ce message est confidentiel ; si vous n'êtes pas destinataire, détruisez-le.\n\nThis message is confidential; if you are not the intended recipient, delete it.",
}


@pytest.mark.parametrize("notice", LEGAL.values(), ids=LEGAL.keys())
def test_legal_and_list_footers_go(notice: str) -> None:
    assert own(f"Hello Ann,\n\nCould you send me the plan?\n\nBest,\nTom\n\n{notice}\n") == "Hello Ann,\n\nCould you send me the plan?\n\nBest,\nTom"


@pytest.mark.parametrize(
    "body",
    [
        "Hi,\n\nplease keep this confidential for now, I have not told my boss.\n\nTom",
        "Bonjour,\n\nJe vous écris à titre confidentiel : je quitte mon poste en juin.\n\nZoé",
        "Could you unsubscribe me from the choir list, please?",
        "J'ai reçu ce message par erreur, je crois qu'il était pour Paul. Je te le renvoie.",
    ],
)
def test_talk_of_such_things_stays(body: str) -> None:
    assert own(body) == body


def test_attachments_named_by_programs_go() -> None:
    assert (
        own("Voici le plan.\n\nCordialement\nZoé Durand(See attached file: plan du port.pdf)(See attached\nfile: notes.doc)\n")
        == "Voici le plan.\n\nCordialement\nZoé Durand"
    )
    assert own("Here it is.\n\nAnn\n - plan.pdf\n - notes v2.xls") == "Here it is.\n\nAnn"
    assert own("Voilà.\n[image: logo.png]\n<plan.pdf>") == "Voilà."


def test_a_warning_of_an_outside_sender_goes() -> None:
    assert own("[EXTERNAL]\nCould you send me the plan?") == "Could you send me the plan?"
    assert own("ATTENTION : ce message provient de l'extérieur de l'organisation.\n\nBonjour,\nÇa va ?") == "Bonjour,\nÇa va ?"


def test_a_letterhead_goes() -> None:
    body = "Zoé Durand\n12, rue des Dunes\n29200 Brest\nzoe@exemple.example\n\nMadame,\n\nJe cherche une salle pour juin.\n"
    assert own(body) == "Madame,\n\nJe cherche une salle pour juin."


def test_the_card_itself_can_be_had() -> None:
    body = "La salle est libre.\n\nBien à vous,\nZoé Durand\nDirectrice\nTél. 02 00 00 00 00\n"
    assert [body[start:end] for start, end in signature_spans(body)] == ["Directrice", "Tél. 02 00 00 00 00"]


def test_a_flyer_of_addresses_alone_is_no_card() -> None:
    body = "Dernier concert de la saison\nÉglise Saint-Paul\n12, rue Haute 29200 Brest\nsamedi 8 juin, 20 h 30\nTél. 02 00 00 00 00"
    assert own(body) == body
