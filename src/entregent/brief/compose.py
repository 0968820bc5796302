"""Puts the Brief together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.brief import asks, favours, standing
from entregent.model.brief import Brief

if TYPE_CHECKING:
    from entregent.brief.context import Material


def compose(material: Material) -> Brief:
    """The Brief of a draft: nothing in it is later than `material.as_of`, which `app` has seen to."""
    sentences = material.draft.speech.sentences
    found = asks.asks(material)
    return Brief(
        direction=material.direction,
        language=material.draft.speech.language,
        as_of=material.as_of,
        draft=material.draft,
        asker=material.asker,
        asked=material.asked,
        account=material.account,
        relation=material.relation,
        role=favours.role(material),
        same_organisation=favours.same_organisation(material),
        tie=standing.tie(material),
        asks=found,
        thirds=tuple(ask.beneficiary for ask in found if ask.beneficiary is not None),
        unthanked=standing.unthanked(material),
        thanked_here=standing.spans_with(sentences, "thanks", "report"),
        offered_here=standing.offers(sentences),
        reproaches=standing.reproaches(material),
        openings=standing.openings(material),
        favours_for_thirds=standing.favours_for_thirds(material),
        invitations=standing.invitations(material),
        introduction=standing.introduction(material),
    )
