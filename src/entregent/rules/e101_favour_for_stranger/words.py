"""The words of E101."""

EN = {
    "why": "You ask {asked} for {what} for {third}. I find no link between {asked} and {third} in this draft or in the mail read.",
    "why_in": "{asker} asks you for {what} for {third}. I find no link between you and {third} in this message or in the mail read.",
    "handling": "Would one precise question that {asked} can answer without acting do? Otherwise, tell {third} kindly that you do not feel comfortable asking.",
    "handling_in": "You may decline kindly, ask what exactly {third} would like to know and answer that one question, or ask for the purpose before anything else.",
}

FR = {
    "why": "Vous demandez à {asked} {what} pour {third}. Aucun lien entre {asked} et {third} dans ce texte ni dans les messages lus.",
    "why_in": "{asker} vous demande {what} pour {third}. Aucun lien entre vous et {third} dans ce message ni dans les messages lus.",
    "handling": "Une seule question précise, à laquelle {asked} peut répondre sans intervenir, suffirait-elle ? Sinon, dites simplement à {third} que vous n'êtes pas à l'aise pour demander.",
    "handling_in": "Vous pouvez décliner avec tact, demander ce {third:que} voudrait savoir au juste et répondre à cette seule question, ou demander d'abord le but.",
}
