"""The words of E301."""

EN = {
    "why": "These words hold {asked} to account for not answering or not helping.",
    "why_in": "These words hold you to account for not answering or not helping.",
    "handling": "Leave this out. Thank {asked} for what was given, ask for one pointer at most, and accept a no.",
    "handling_in": "You need not defend yourself: say kindly what you can do, or that you cannot.",
}

FR = {
    "why": "Ces mots demandent des comptes à {asked} pour une réponse ou une aide qui n'est pas venue.",
    "why_in": "Ces mots vous demandent des comptes pour une réponse ou une aide qui n'est pas venue.",
    "handling": "Retirez ce passage. Remerciez {asked} de ce qui a été fait, demandez tout au plus une piste, et acceptez un refus.",
    "handling_in": "Vous n'avez pas à vous justifier : dites avec tact ce que vous pouvez faire, ou que vous ne pouvez pas.",
}
