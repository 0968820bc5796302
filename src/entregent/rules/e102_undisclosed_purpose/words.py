"""The words of E102."""

EN = {
    "why": "You ask {asked} to open a door to {target}; the draft does not say what you would ask of that person.",
    "why_unnamed": "You ask {asked} for an introduction; the draft does not say what you would ask of the other person.",
    "why_in": "{asker} asks you to open a door to {target} without saying what for.",
    "why_unnamed_in": "{asker} asks you for an introduction without saying what for.",
    "handling": "Add the true purpose in one sentence, and ask {asked} to check first that the other side agrees.",
    "handling_in": "Ask for the purpose first, in {asker}'s own words; then ask the other side in private, with an easy no.",
}

FR = {
    "why": "Vous demandez à {asked} une mise en relation ({target}) sans dire ce que vous demanderiez à cette personne.",
    "why_unnamed": "Vous demandez à {asked} une mise en relation sans dire ce que vous demanderiez à l'autre personne.",
    "why_in": "{asker} vous demande une mise en relation ({target}) sans en préciser le but.",
    "why_unnamed_in": "{asker} vous demande une mise en relation sans en préciser le but.",
    "handling": "Ajoutez le vrai but en une phrase, et proposez à {asked} de demander d'abord l'accord de l'autre personne.",
    "handling_in": "Demandez d'abord le but, dans les mots {asker:de} ; puis sollicitez l'autre personne en privé, en lui laissant un refus facile.",
}
