"""The JSON that stays stable: design.md's shapes, key by key."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from entregent.faces import shapes
from entregent.model.finding import Coverage
from entregent.model.people import Person
from entregent.model.speech import Act, Sentence
from tests.faces.conftest import DRAFT, REPORT, RUTH


def test_the_shape_of_a_check() -> None:
    made = json.loads(json.dumps(shapes.report(REPORT)))
    assert list(made) == ["schema", "language", "direction", "relation", "findings", "not_assessed", "coverage"]
    assert made["schema"] == 1
    assert made["relation"] == {
        "person": "Ruth Okafor", "key": "ruth@okafor.example", "stage": "new", "grounds": "record", "state": "alive", "reply_days": 2,
        "first_exchange": "2026-05-03", "last_exchange": "2026-06-01", "last_from_them": "2026-06-01",
        "balance": {"asked": 1, "was_asked": 0, "got": 1, "gave": 0, "unthanked": 1}, "role": "", "turn": "me",
    }  # fmt: skip
    finding = made["findings"][0]
    assert list(finding) == ["id", "code", "name", "severity", "spans", "why", "evidence", "handling", "edits", "send"]
    (span,) = finding["spans"]
    assert span == {"part": "body", "start": span["start"], "end": span["end"], "text": "Could you pass on his CV to your director?"}
    assert DRAFT[span["start"] : span["end"]] == span["text"]
    assert finding["evidence"] == [{"message_id": "a@okafor.example", "date": "2026-05-03", "quote": "It was a pleasure to meet you."}]
    assert finding["edits"][0].keys() == {"part", "start", "end", "text"}
    assert made["not_assessed"] == [{"code": "E302", "reason": "nothing was asked before"}]
    assert made["coverage"] == {"from": "2026-05-01", "to": "2026-06-01", "messages": 41, "unread_languages": ["nl"]}


def test_a_check_without_a_known_person() -> None:
    made = shapes.report(replace(REPORT, relation=None, coverage=Coverage()))
    assert made["relation"] is None
    assert made["coverage"] == {"from": None, "to": None, "messages": 0, "unread_languages": []}


def test_a_rendered_draft_gives_the_text_that_the_offsets_speak_of() -> None:
    assert shapes.report(replace(REPORT, rendered=True))["text"] == DRAFT


def test_offsets_are_code_points_also_beyond_the_basic_plane() -> None:
    text = "🙂 Could you help?"
    finding = replace(REPORT.findings[0], spans=(REPORT.findings[0].spans[0]._replace(start=2, end=17),))
    made = shapes.report(replace(REPORT, text=text, findings=(finding,)))
    assert made["findings"][0]["spans"][0]["text"] == "Could you help?"


def test_the_shape_of_acts() -> None:
    sentence = Sentence(0, 9, "Thank you", "en", (Act("thanks", 0.931234),))
    assert shapes.acts("en", [sentence]) == {
        "schema": 1,
        "language": "en",
        "sentences": [{"start": 0, "end": 9, "text": "Thank you", "acts": [{"label": "thanks", "score": 0.9312}]}],
    }


def test_the_shape_of_a_person() -> None:
    made = shapes.person(Person("r@o", "Ruth", ("r@o", "r@h")), replace(RUTH, last_exchange=date(2026, 6, 1)), 180)
    assert made == {
        "name": "Ruth", "addresses": ["r@o", "r@h"], "stage": "new", "state": "alive", "silence": {"days": 180, "probability": None},
        "last_exchange": "2026-06-01", "balance": {"asked": 1, "was_asked": 0, "got": 1, "gave": 0, "unthanked": 1},
        "budget": {"carries": None, "reasons": []},
    }  # fmt: skip
