"""The words of E303."""

EN = {
    "why": "The draft asks {asked} for a result that others decide on.",
    "why_in": "{asker} asks you for a result that others decide on.",
    "handling": "Ask for what {asked} can give: a piece of information, a pointer, a word.",
    "handling_in": "Say what is in your hands and what is not; a pointer is help enough.",
}

FR = {
    "why": "Le texte demande à {asked} un résultat qui dépend d'autres personnes.",
    "why_in": "{asker} vous demande un résultat qui dépend d'autres personnes.",
    "handling": "Demandez ce {asked:que} peut donner : une information, une piste, un mot.",
    "handling_in": "Dites ce qui est entre vos mains et ce qui ne l'est pas ; une piste est déjà une aide.",
}
