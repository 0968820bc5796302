"""The words of E201."""

EN = {
    "why": "First exchange with {asked} on {day}, {count:day|days} with a message from them in the mail read; the draft already raises whom they know.",
    "why_stranger": "No exchange with {asked} in the mail read yet; the draft already raises whom they know.",
    "why_draft": "By its own words this is a first contact, and it already raises whom {asked} knows.",
    "why_in": "First exchange with {asker} on {day}; this message already raises whom you know.",
    "why_stranger_in": "No exchange with {asker} in the mail read yet; this message already raises whom you know.",
    "why_draft_in": "By its own words this is a first contact, and it already raises whom you know.",
    "handling": "Build the tie first: leave this question out now. Later, tell {asked} your interest and your goal, and leave them free to think of somebody.",
    "handling_in": "You owe nobody your address book: answer what you can yourself, or say kindly that you would rather get to know each other first.",
}

FR = {
    "why": "Premier échange avec {asked} le {day}, {count:jour|jours} avec un message de sa part dans les messages lus ; le texte aborde déjà ses contacts.",
    "why_stranger": "Pas encore d'échange avec {asked} dans les messages lus ; le texte aborde déjà ses contacts.",
    "why_draft": "D'après ses propres mots, c'est un premier contact, et le texte aborde déjà les contacts {asked:de}.",
    "why_in": "Premier échange avec {asker} le {day} ; ce message aborde déjà vos contacts.",
    "why_stranger_in": "Pas encore d'échange avec {asker} dans les messages lus ; ce message aborde déjà vos contacts.",
    "why_draft_in": "D'après ses propres mots, c'est un premier contact, et ce message aborde déjà vos contacts.",
    "handling": "Tissez d'abord le lien : laissez cette question pour plus tard. Le moment venu, dites à {asked} ce qui vous intéresse et votre but, sans rien attendre de précis.",
    "handling_in": "Vous n'avez pas à ouvrir votre carnet d'adresses : répondez à ce que vous savez vous-même, ou dites avec tact que vous préférez d'abord faire connaissance.",
}
