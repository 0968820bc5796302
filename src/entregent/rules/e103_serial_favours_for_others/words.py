"""The words of E103."""

EN = {
    "why": "This is a favour for {third}; on {day} {asked} was already asked for one for somebody else.",
    "why_in": "{asker} asks you for a favour for {third}; on {day} you were already asked for one for somebody else.",
    "handling": "Let the first favour rest: thank {asked} for it, tell what came of it, and keep this request back.",
    "handling_in": "You may say kindly that you would rather keep this for {asker} alone, or answer one precise question.",
}

FR = {
    "why": "Il s'agit d'un service pour {third} ; le {day}, {asked} avait déjà reçu une demande pour une autre personne.",
    "why_in": "{asker} vous demande un service pour {third} ; le {day}, vous aviez déjà reçu une demande pour une autre personne.",
    "handling": "Laissez reposer le premier service : remerciez {asked}, dites quelles suites il a eues, et gardez cette demande pour vous.",
    "handling_in": "Vous pouvez dire avec tact que vous préférez vous en tenir aux demandes {asker:de}, ou répondre à une seule question précise.",
}
