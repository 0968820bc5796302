"""A reader whose ears are the test's own: text is cut and parsed as ever, the acts are those of the phrases below.

So that what a check makes of acts is tested whatever the trained reader hears today.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from entregent import language
from entregent.model.speech import LABELS, Act

if TYPE_CHECKING:
    import pytest

    from entregent.model.speech import Sentence, Speech

NAMES = "Whom do you know at the port?"
CV = "Could you pass on the CV of my friend Tom?"
BLAME = "You never even answered me."
HELP = "Write to Omar Haddad about it."
CHAPTER = "Would you read my chapter?"
NO = "I cannot read it this year."
NOMS = "Qui connaissez-vous au port ?"
CV_FR = "Pourriez-vous transmettre le CV de mon ami Tom ?"

PHRASES: dict[str, tuple[str, ...]] = {
    NAMES: ("ask:contacts",),
    NOMS: ("ask:contacts",),
    CV: ("ask:job", "third"),
    CV_FR: ("ask:job", "third"),
    BLAME: ("reproach",),
    HELP: ("help",),
    CHAPTER: ("ask:review",),
    NO: ("decline",),
}


def listen_for_phrases(patch: pytest.MonkeyPatch) -> None:
    """Put these ears on, until the test is over."""
    real = language.read

    def read(body: str, *, subject: str = "", language: str | None = None) -> Speech:
        speech = real(body, subject=subject, language=language)
        return replace(speech, sentences=tuple(_heard(sentence) for sentence in speech.sentences))

    patch.setattr(language, "read", read)


def _heard(sentence: Sentence) -> Sentence:
    labels = PHRASES.get(" ".join(sentence.text.split()), ())
    gains = next((mention for mention in sentence.mentions if mention.owner == "writer"), None) if "third" in labels else None
    favour = 0.95 if any(label.startswith("ask:") for label in labels) else 0.0
    acts = tuple(Act(label, 0.95) for label in LABELS if label in labels)
    return replace(sentence, acts=acts, gains=gains, favour=favour)
