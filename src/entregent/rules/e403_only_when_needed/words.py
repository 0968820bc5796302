"""The words of E403."""

EN = {
    "why": "Your last {count} openings of a conversation with {asked} (since {day}) were all requests.",
    "why_in": "The last {count} times that {asker} opened a conversation with you (since {day}), it was to ask.",
    "handling": "Write once without asking: thank, tell what came of it, or share something of use. The request can follow later.",
    "handling_in": "You may answer the person before the request.",
}

FR = {
    "why": "Vos {count} dernières prises de contact avec {asked} (depuis le {day}) étaient toutes des demandes.",
    "why_in": "Les {count} dernières fois {asker:que} vous a écrit en premier (depuis le {day}), c'était pour demander.",
    "handling": "Écrivez une fois sans rien demander : remerciez, donnez les suites, partagez quelque chose d'utile. La demande pourra suivre.",
    "handling_in": "Vous pouvez répondre à la personne avant de répondre à la demande.",
}
