"""Fictional mail for the tests: written as its users would tell it, made into files as mail programs write them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

ME = "Nora Lindqvist <nora@lindqvist.example>"
RUTH = "Ruth Okafor <ruth@okafor.example>"
OMAR = "Omar Haddad <omar@haddad.example>"
SAM = "Sam Fields <sam@fields.example>"
NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Letter:
    """One message. `day`: days after 1 January 2025."""

    day: float
    sender: str
    to: str
    body: str
    subject: str = "Hello"
    cc: str = ""
    ident: str = ""
    re: str = ""
    more: tuple[tuple[str, str], ...] = ()

    @property
    def message_id(self) -> str:
        return self.ident or f"{self.day}.{self.sender.partition('<')[2].rstrip('>')}"

    def bytes(self) -> bytes:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, self.to, self.subject
        if self.cc:
            message["Cc"] = self.cc
        message["Date"] = format_datetime(datetime(2025, 1, 1, 9, tzinfo=UTC) + timedelta(days=self.day))
        message["Message-ID"] = f"<{self.message_id}>"
        if self.re:
            message["In-Reply-To"] = f"<{self.re}>"
        for name, value in self.more:
            message[name] = value
        message.set_content(self.body)
        return message.as_bytes()


def mbox(path: Path, letters: Iterable[Letter]) -> Path:
    """An mbox of these letters, in this order."""
    with path.open("ab") as file:
        for letter in letters:
            file.write(b"From x@y.example Mon Jan  6 08:00:00 2025\n" + letter.bytes() + b"\n")
    return path


def maildir(path: Path, letters: Iterable[Letter], *, flags: str = "S") -> Path:
    """A Maildir of these letters."""
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True, exist_ok=True)
    for number, letter in enumerate(letters):
        (path / "cur" / f"17000{number:05d}.M1P1.host:2,{flags}").write_bytes(letter.bytes())
    return path


STORY = (
    Letter(
        1, ME, RUTH, "Dear Ruth,\n\nCould you introduce me to the head of your archive? I am writing about mill ledgers.\n\nNora",
        "The archive", ident="a1",
    ),
    Letter(
        2, RUTH, ME, "Dear Nora,\n\nOf course. Her name is Ada Brandt, ada@mills.example. Say hello from me.\n\nRuth",
        "Re: The archive", ident="a2", re="a1",
    ),
    Letter(3, ME, RUTH, "Thank you so much for the introduction, Ruth!\n\nNora", "Re: The archive", ident="a3", re="a2"),
    Letter(40, ME, OMAR, "Hello Omar,\n\nCan you send me the scans by Friday?\n\nNora", "Scans", ident="b1", cc=RUTH),
    Letter(41, OMAR, ME, "Here they are.\n\nOmar", "Re: Scans", ident="b2", re="b1", cc=RUTH),
    Letter(
        50, "Weekly <news@shop.example>", ME, "Buy our looms.", "Offers", ident="n1",
        more=(("Precedence", "bulk"), ("List-Unsubscribe", "<https://x.example>")),
    ),
    Letter(60, RUTH, ME, "Dear Nora,\n\nWould you read my chapter? Sam Fields said that you might.\n\nRuth", "My chapter", ident="c1", cc=""),
    Letter(61, ME, RUTH, "Gladly, send it over. I will read it by Sunday.\n\nNora", "Re: My chapter", ident="c2", re="c1"),
    Letter(90, "Stranger <who@nowhere.example>", ME, "I would like to connect.", "Hi", ident="s1"),
)  # fmt: skip


def crowd(count: int, seed: int = 3) -> list[Letter]:
    """Many letters between Nora and a dozen people, some answering others, some copies of others under another Message-ID."""
    chance = random.Random(seed)
    people = [f"Person{chr(65 + number)} Smith{chr(65 + number)} <p{number}@place{number % 3}.example>" for number in range(12)]
    letters: list[Letter] = []
    for number in range(count):
        person = chance.choice(people)
        sender, to = (ME, person) if chance.random() < 0.5 else (person, ME)
        earlier = chance.choice(letters) if letters and chance.random() < 0.5 else None
        body = f"Hello,\n\nCould you send me report {chance.randrange(90)}? Thank you for the last one.\n\n" + "word " * chance.randrange(60)
        subject = f"Re: {earlier.subject.removeprefix('Re: ')}" if earlier else f"Matter {number}"
        re = earlier.message_id if earlier and chance.random() < 0.7 else ""
        cc = chance.choice(people) if chance.random() < 0.2 else ""
        letters.append(Letter(number / 50, sender, to, body, subject, cc, f"m{number}@x.example", re))
        if chance.random() < 0.1:
            letters.append(Letter(number / 50, sender, to, body, subject, cc, f"copy{number}@x.example", re))
    return letters


def shuffled(letters: Sequence[Letter], seed: int) -> list[Letter]:
    """The same in another order."""
    return random.Random(seed).sample(letters, len(letters))
