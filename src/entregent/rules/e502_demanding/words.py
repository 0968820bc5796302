"""The words of E502."""

EN = {
    "why": "For a favour, these words leave {asked} no choice, or no time and no reason for the haste.",
    "why_in": "For a favour, these words leave you no choice, or no time and no reason for the haste.",
    "handling": "Turn it into a question; if a date matters, say which and why.",
    "handling_in": "You may take your own time: say by when, or that you cannot.",
}

FR = {
    "why": "Pour un service, ces mots ne laissent à {asked} ni le choix, ni le temps, ni la raison de cette hâte.",
    "why_in": "Pour un service, ces mots ne vous laissent ni le choix, ni le temps, ni la raison de cette hâte.",
    "handling": "Faites-en une question ; si une date compte, dites laquelle et pourquoi.",
    "handling_in": "Prenez votre temps : dites pour quand, ou que vous ne pouvez pas.",
}
