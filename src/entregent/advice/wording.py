"""From Hits to Findings: the rule's own words, filled with names, days and quotations."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from entregent.advice import names
from entregent.advice.edits import edits
from entregent.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from entregent.model.brief import Brief
    from entregent.model.finding import Edit, Hit, Send

_ORDER = {"stop": 0, "warn": 1, "note": 2}

_REASONS = {
    "no-history": {
        "en": "nothing is on record with this person",
        "fr": "rien n'est enregistré avec cette personne",
    },
    "language": {
        "en": "the draft is in a language that is not read",
        "fr": "le texte est dans une langue qui n'est pas lue",
    },
    "encrypted": {
        "en": "the draft is encrypted",
        "fr": "le texte est chiffré",
    },
    "too-little": {
        "en": "too little of the draft is the writer's own to tell its language",
        "fr": "trop peu de mots sont de la personne qui écrit pour en reconnaître la langue",
    },
}


def reason(key: str, language: str) -> str:
    """Why a rule was not assessed, in words."""
    return _REASONS[key][language]


def word(hits: Sequence[Hit], brief: Brief, words: Mapping[str, Mapping[str, str]], called: Mapping[str, str], language: str) -> tuple[Finding, ...]:
    """Findings in `language`, one a Hit, ordered by severity, then code. `words` and `called`: the rules' words and names, by code."""
    ordered = sorted(hits, key=lambda hit: (_ORDER[hit.severity], hit.code))
    changes = edits(ordered, brief) if brief.direction == "out" else [()] * len(ordered)
    return tuple(_finding(hit, brief, words[hit.code], called[hit.code], language, made) for hit, made in zip(ordered, changes, strict=True))


def _finding(hit: Hit, brief: Brief, words: Mapping[str, str], name: str, language: str, changes: tuple[Edit, ...]) -> Finding:
    facts = {key: _said(key, value, brief, language) for key, value in hit.facts.items()}
    handling = words.get(hit.variant.replace("why", "handling", 1)) or words["handling" if brief.direction == "out" else "handling_in"]
    return Finding(
        id=_identity(hit, brief),
        code=hit.code,
        name=name,
        severity=hit.severity,
        spans=hit.spans,
        why=names.typeset(_sentence(words[hit.variant].format(**facts)), language),
        evidence=hit.evidence,
        handling=names.typeset(_sentence(handling.format(**facts)), language),
        edits=changes,
        send=_send(hit, changes),
    )


def _said(key: str, value: Any, brief: Brief, language: str) -> Any:
    if isinstance(value, dt.date):
        return names.Word(names.day(value, brief.as_of, language))
    if key in {"asker", "asked"}:
        return names.Word(names.short_name(value) if value else names.SOMEBODY[language])
    if key == "what":
        return names.Word(names.WHAT[language].get(value, names.WHAT[language]["favour"]))
    if key in {"third", "target", "earlier"}:
        return names.Word(names.third(value, language))
    return names.Count(value) if isinstance(value, int) else value


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _identity(hit: Hit, brief: Brief) -> str:
    """What `dismiss` takes: the same for the same words to the same person, whatever the explanation says."""
    person = brief.account.person
    spans = "\n".join(" ".join(brief.draft.body[span.start : span.end].split()) for span in hit.spans)
    return hashlib.sha256(f"{hit.code}\n{person}\n{spans}".encode()).hexdigest()[:12]


def _send(hit: Hit, changes: tuple[Edit, ...]) -> Send:
    if hit.severity == "note":
        return "yes"
    if hit.severity == "stop" and not changes:
        return "better_not"
    return "after_edit"
