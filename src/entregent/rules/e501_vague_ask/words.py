"""The words of E501."""

EN = {
    "why": "As it stands, {asked} cannot answer or do this: no question, no action is named.",
    "why_in": "As it stands, you cannot answer or do this: no question, no action is named.",
    "handling": "Ask one precise question that can be answered in two minutes.",
    "handling_in": "Ask which one question would help most.",
}

FR = {
    "why": "Tel quel, {asked} ne peut ni répondre ni agir : aucune question, aucune action n'est nommée.",
    "why_in": "Tel quel, vous ne pouvez ni répondre ni agir : aucune question, aucune action n'est nommée.",
    "handling": "Posez une question précise, à laquelle on répond en deux minutes.",
    "handling_in": "Demandez quelle question, une seule, aiderait le plus.",
}
