"""Which notes count as a meeting."""

from __future__ import annotations

import pytest

from entregent.faces.cli.meetings import tells_of_meeting


@pytest.mark.parametrize(
    "note",
    [
        "had lunch", "lunch", "Had a quick coffee downtown", "met at the harbour fair", "Called her back",
        "we talked about the budget for an hour", "ran into each other at the station", "video call", "saw him at the conference",
        "had a long chat on the train", "déjeuné ensemble", "Déjeuner", "vus au salon", "on s'est parlé au marché", "eue au téléphone",
        "un café hier", "visio d'une heure", "Rencontrée au colloque de Lyon", "croisé à la gare", "dîné chez eux",
    ],
)  # fmt: skip
def test_a_meeting(note: str) -> None:
    assert tells_of_meeting(note)


@pytest.mark.parametrize(
    "note",
    [
        "prefers short mails", "moves to Lyon in May", "lunch cancelled", "did not meet", "didn't call back", "will have lunch next week",
        "wants to meet in spring", "likes coffee", "new number: 01 02 03", "runs the harbour's press office",
        "to be called Okafor-Lind after the wedding", "coffee tomorrow?", "préfère les messages courts", "déjeuner annulé",
        "pas pu la voir", "n'a pas rappelé",
        "café prévu demain", "aime le café", "change de poste en mai", "si on déjeune un jour",
    ],
)  # fmt: skip
def test_a_remark(note: str) -> None:
    assert not tells_of_meeting(note)
