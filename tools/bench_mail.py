"""The mail that `bench.py` measures on: 20,000 mixed messages of invented people, the same at every run.

English and French, plain, multipart/alternative, quoted-printable, base64, attachments, encoded headers, replies with quotes, lists and
newsletters; a few correspondents with whom most is exchanged, and many with little, as in a real mailbox.
"""

from __future__ import annotations

import base64
import quopri
import random
import textwrap
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ME = ("Inès Moreau", "ines.moreau@atelier-moreau.example")
START = datetime(2019, 1, 7, 8, 0, tzinfo=UTC)

GIVEN = [
    "Ruth",
    "Omar",
    "Chloé",
    "Piet",
    "Yuki",
    "Hanna",
    "Luc",
    "Amélie",
    "Tom",
    "Sofia",
    "Rahul",
    "Ingrid",
    "Paul",
    "Zoé",
    "Mehdi",
    "Clara",
    "Jonas",
    "Nadia",
    "Victor",
    "Elsa",
    "Hugo",
    "Leila",
    "Marc",
    "Petra",
    "Simon",
    "Awa",
    "Denis",
    "Marta",
    "Colin",
    "Aïcha",
]
FAMILY = [
    "Okafor",
    "Haddad",
    "Lefèvre",
    "Jansen",
    "Mori",
    "Weiss",
    "Girard",
    "Petit",
    "Barlow",
    "Ricci",
    "Mehta",
    "Nyström",
    "Durand",
    "Carlier",
    "Benali",
    "Novak",
    "Keller",
    "Traoré",
    "Blanc",
    "Fontaine",
    "Marsh",
    "Saïdi",
    "Holm",
    "Vogel",
    "Roche",
    "Diallo",
    "Garnier",
    "Costa",
    "Byrne",
    "Lambert",
]
PLACES = ("kirkholme.example", "tisserands.example", "mail.example", "poste.example", "uni-norden.example", "hafen.example", "bureau-sud.example")

SAID = {
    "en": (
        "Could you send me the figures for the second quarter by Thursday?",
        "Thank you for introducing me to the printer, it saved us two weeks.",
        "I will come back to you with the quote on Monday.",
        "Would you be willing to have a look at my application before I send it?",
        "We met the new tenants yesterday and they seem pleased with the light.",
        "The delivery is late again, so the opening moves to the ninth.",
        "Sorry, I cannot take on another project before the summer.",
        "Do you happen to know who runs the archive in Leeds?",
        "The attached plan shows the second floor with the changes we discussed.",
        "If you ever need a second opinion on a contract, just ask.",
        "I had hoped for a longer conversation but the train was leaving.",
        "Let me know whether the date suits you, no worries if not.",
        "The committee decided to keep the old format for one more year.",
        "My cousin is looking for a placement; might your studio take interns?",
        "Please find the minutes below, with two small corrections.",
        "It was good to see you at the fair, even for five minutes.",
    ),
    "fr": (
        "Pourriez-vous m'envoyer les chiffres du deuxième trimestre avant jeudi ?",
        "Merci de m'avoir mise en relation avec l'imprimeur, cela nous a fait gagner deux semaines.",
        "Je reviens vers vous lundi avec le devis.",
        "Accepteriez-vous de relire mon dossier avant que je ne l'envoie ?",
        "Nous avons rencontré les nouveaux locataires hier, la lumière leur plaît.",
        "La livraison a encore pris du retard, l'ouverture est donc reportée au neuf.",
        "Je suis désolée, je ne peux pas prendre d'autre projet avant l'été.",
        "Sauriez-vous par hasard qui s'occupe des archives à Lille ?",
        "Le plan ci-joint montre le deuxième étage avec les changements dont nous avions parlé.",
        "Si vous avez besoin d'un second avis sur un contrat, n'hésitez pas.",
        "J'espérais un échange plus long mais le train partait.",
        "Dites-moi si la date vous convient, sans obligation bien sûr.",
        "Le comité a décidé de garder l'ancienne formule une année de plus.",
        "Mon neveu cherche un stage ; votre atelier en propose-t-il ?",
        "Vous trouverez le compte rendu ci-dessous, avec deux petites corrections.",
        "C'était un plaisir de vous croiser au salon, même cinq minutes.",
    ),
}
WORDS = {
    "en": [
        "river",
        "window",
        "ledger",
        "paper",
        "garden",
        "studio",
        "meeting",
        "printer",
        "cotton",
        "plan",
        "budget",
        "letter",
        "museum",
        "quarter",
        "harbour",
        "colour",
        "frame",
        "station",
        "summer",
        "archive",
        "bridge",
        "engine",
        "market",
        "orchard",
        "glass",
    ],
    "fr": [
        "rivière",
        "fenêtre",
        "registre",
        "papier",
        "jardin",
        "atelier",
        "réunion",
        "imprimeur",
        "coton",
        "plan",
        "budget",
        "lettre",
        "musée",
        "trimestre",
        "port",
        "couleur",
        "cadre",
        "gare",
        "été",
        "archives",
        "pont",
        "moteur",
        "marché",
        "verger",
        "verre",
    ],
}
LINKS = {
    "en": ["and", "the", "with", "from", "about", "over", "under", "while", "near", "after"],
    "fr": ["et", "le", "avec", "dans", "sur", "sous", "pendant", "près", "après", "vers"],
}


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that may be answered."""

    ident: str
    when: datetime
    sender: tuple[str, str]
    subject: str
    body: str


def messages(count: int, seed: int = 7) -> Iterator[bytes]:
    """`count` messages, in order of their dates."""
    chance = random.Random(seed)
    people = _people(chance)
    weights = [1 / (rank + 5) for rank in range(len(people))]
    last: dict[tuple[str, str], Sent] = {}
    when = START
    for number in range(count):
        when += timedelta(minutes=chance.expovariate(1 / 150))
        if chance.random() < 0.12:
            yield _bulk(chance, number, when)
            continue
        person = chance.choices(people, weights)[0]
        tongue = "fr" if person[1].endswith(("tisserands.example", "poste.example", "bureau-sud.example")) else "en"
        sender, reader = (ME, person) if chance.random() < 0.5 else (person, ME)
        before = last.get(person)
        answers = before is not None and before.sender != sender and chance.random() < 0.75
        sent = _written(chance, number, when, sender, tongue, before if answers else None)
        last[person] = sent
        cc = [chance.choice(people) for _ in range(chance.choice((0, 0, 0, 0, 1, 2)))]
        yield _wrapped(chance, sent, reader, cc, tongue, before if answers else None)


def maildir(folder: Path, mails: Iterator[bytes]) -> None:
    """Write a Maildir: an inbox and a `.Sent` folder."""
    for place in (folder, folder / ".Sent"):
        for part in ("cur", "new", "tmp"):
            (place / part).mkdir(parents=True)
    mine = ME[1].encode()
    for number, mail in enumerate(mails):
        sent = mine in mail[: mail.find(b"\nTo:")]
        place = folder / ".Sent" if sent else folder
        (place / "cur" / f"{1600000000 + number}.M{number}P1.bench:2,S").write_bytes(mail)


def mbox(path: Path, mails: Iterator[bytes]) -> None:
    """Write an mbox (mboxrd)."""
    with path.open("wb") as file:
        for mail in mails:
            lines = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in mail.split(b"\n")]
            file.write(b"From MAILER-DAEMON Mon Jan  7 08:00:00 2019\n" + b"\n".join(lines) + b"\n\n")


def _people(chance: random.Random) -> list[tuple[str, str]]:
    names = [(given, family) for given in GIVEN for family in FAMILY]
    chance.shuffle(names)
    return [(f"{given} {family}", f"{_plain(given)}.{_plain(family)}@{chance.choice(PLACES)}") for given, family in names[:400]]


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def _written(
    chance: random.Random, number: int, when: datetime, sender: tuple[str, str], tongue: str, before: Sent | None
) -> Sent:  # fmt: skip
    paragraphs = []
    for _ in range(chance.choice((1, 1, 2, 2, 3, 5))):
        sentences = []
        for _ in range(chance.randint(1, 5)):
            if chance.random() < 0.4:
                sentences.append(chance.choice(SAID[tongue]))
            else:
                words = [chance.choice(WORDS[tongue] if place % 2 else LINKS[tongue]) for place in range(chance.randint(6, 18))]
                sentences.append(" ".join(words).capitalize() + ".")
        paragraphs.append(textwrap.fill(" ".join(sentences), 76))
    hello, bye = ("Hello,", "Best wishes,") if tongue == "en" else ("Bonjour,", "Bien cordialement,")
    body = f"{hello}\n\n" + "\n\n".join(paragraphs) + f"\n\n{bye}\n{sender[0].split()[0]}\n-- \n{sender[0]}\n+44 20 7946 0{number % 1000:03d}\n"
    if before is not None:
        day = before.when.strftime("%d/%m/%Y")
        said = f"Le {day} à {before.when:%H:%M}, {before.sender[0]} a écrit :" if tongue == "fr" else f"On {day}, {before.sender[0]} wrote:"
        body += f"\n{said}\n" + "\n".join(f"> {line}" for line in before.body.split("\n")[:40]) + "\n"
    subject = before.subject if before else " ".join(chance.choice(WORDS[tongue]) for _ in range(3)).capitalize()
    subject = subject if not before or subject.startswith("Re: ") else f"Re: {subject}"
    return Sent(f"{number}.{chance.getrandbits(40):x}@{sender[1].partition('@')[2]}", when, sender, subject, body)


def _wrapped(
    chance: random.Random, sent: Sent, reader: tuple[str, str], cc: list[tuple[str, str]], tongue: str, before: Sent | None
) -> bytes:  # fmt: skip
    head = [
        f"Return-Path: <{sent.sender[1]}>",
        f"Received: from mx.{sent.sender[1].partition('@')[2]} (mx [192.0.2.7]) by mail.example with ESMTPS id {chance.getrandbits(48):x};",
        f"\t{format_datetime(sent.when)}",
        f"From: {_address(sent.sender)}",
        f"To: {_address(reader)}",
        *([f"Cc: {', '.join(map(_address, cc))}"] if cc else []),
        f"Subject: {_encoded(sent.subject)}",
        f"Date: {format_datetime(sent.when)}",
        f"Message-ID: <{sent.ident}>",
        *([f"In-Reply-To: <{before.ident}>", f"References: <{before.ident}>"] if before else []),
        "MIME-Version: 1.0",
    ]
    kind = chance.random()
    if kind < 0.45:
        part = _text(chance, "plain", sent.body)
    else:
        html = "<html><body>" + "".join(f"<p>{paragraph}</p>" for paragraph in sent.body.split("\n\n")) + "</body></html>"
        part = _multipart(chance, "alternative", [_text(chance, "plain", sent.body), _text(chance, "html", html)])
    if kind > 0.9:
        data = base64.encodebytes(chance.randbytes(chance.randint(2_000, 60_000))).decode()
        name = "plan.pdf" if tongue == "en" else "relevé.pdf"
        file = f'Content-Type: application/pdf; name="{_encoded(name)}"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n{data}'
        part = _multipart(chance, "mixed", [part, file])
    return ("\n".join(head) + "\n" + part).encode("ascii")


def _text(chance: random.Random, subtype: str, text: str) -> str:
    kind = f"Content-Type: text/{subtype}; charset=utf-8\n"
    if text.isascii() and chance.random() < 0.5:
        return f"{kind}Content-Transfer-Encoding: 7bit\n\n{text}"
    if chance.random() < 0.25:
        return f"{kind}Content-Transfer-Encoding: base64\n\n{base64.encodebytes(text.encode()).decode()}"
    return f"{kind}Content-Transfer-Encoding: quoted-printable\n\n{quopri.encodestring(text.encode()).decode('ascii')}"


def _multipart(chance: random.Random, subtype: str, parts: list[str]) -> str:
    edge = f"=_{chance.getrandbits(64):x}"
    inner = "".join(f"--{edge}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{subtype}; boundary="{edge}"\n\n{inner}--{edge}--\n'


def _bulk(chance: random.Random, number: int, when: datetime) -> bytes:
    """A newsletter or a message of a mailing list."""
    words = " ".join(chance.choice(WORDS["en"]) for _ in range(chance.randint(80, 500)))
    listed = chance.random() < 0.5
    head = [
        "From: Weavers <list-owner@weavers.example>" if listed else "From: Offers <newsletter@shop.example>",
        "To: weavers@weavers.example" if listed else f"To: {_address(ME)}",
        f"Subject: {words[:30]}",
        f"Date: {format_datetime(when)}",
        f"Message-ID: <{number}.bulk@weavers.example>",
        "List-Id: Weavers <weavers.weavers.example>" if listed else "List-Unsubscribe: <https://shop.example/u>",
        "Precedence: list" if listed else "Precedence: bulk",
        "MIME-Version: 1.0",
    ]
    html = f"<html><body><table><tr><td>{words}</td></tr></table></body></html>"
    return ("\n".join(head) + "\n" + _text(chance, "plain" if listed else "html", textwrap.fill(words) if listed else html)).encode("ascii")


def _address(person: tuple[str, str]) -> str:
    return f"{_encoded(person[0])} <{person[1]}>"


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode()
