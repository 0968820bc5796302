"""The words of E503."""

EN = {
    "why": "The draft asks {asked} for {count} different favours at once.",
    "why_in": "{asker} asks you for {count} different favours at once.",
    "handling": "Keep the one that matters most, and leave the others for another day.",
    "handling_in": "You may choose the one that you can do, and leave the others.",
}

FR = {
    "why": "Le texte demande à {asked} {count} services différents à la fois.",
    "why_in": "{asker} vous demande {count} services différents à la fois.",
    "handling": "Gardez celui qui compte le plus, et laissez les autres pour un autre jour.",
    "handling_in": "Vous pouvez choisir celui qui est possible, et laisser les autres.",
}
