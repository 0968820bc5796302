"""The words of E601."""

EN = {
    "why": "The draft connects {asked} and {third}. I find no agreement of both, here or in the mail read.",
    "why_purpose": "The draft connects {asked} and {third} and does not say what for.",
    "why_in": "{asker} connects you and {third}. I find no agreement of both, here or in the mail read.",
    "why_purpose_in": "{asker} connects you and {third} and does not say what for.",
    "handling": "Ask each of them in private first, with the true purpose and an easy no; connect them once both said yes.",
    "handling_in": "You may ask {asker} what it is about before you answer {third}.",
}

FR = {
    "why": "Le texte met en relation {asked} et {third}. Je ne trouve pas l'accord des deux personnes, ni ici ni dans les messages lus.",
    "why_purpose": "Le texte met en relation {asked} et {third} sans dire dans quel but.",
    "why_in": "{asker} vous met en relation avec {third}. Je ne trouve pas l'accord des deux personnes, ni ici ni dans les messages lus.",
    "why_purpose_in": "{asker} vous met en relation avec {third} sans dire dans quel but.",
    "handling": "Demandez d'abord à chaque personne en privé, avec le vrai but et un refus facile ; ne les mettez en relation qu'après deux oui.",
    "handling_in": "Vous pouvez demander à {asker} de quoi il s'agit avant de répondre à {third}.",
}
