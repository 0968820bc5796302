"""The words of E401."""

EN = {
    "why": "This costs {asked} time or reputation, and I find nothing offered in return, here or in the mail read.",
    "why_in": "This costs you time or reputation, and I find nothing offered in return, here or in the mail read.",
    "handling": "What could you offer {asked}, however modest? A useful reading, a hand with something they asked about, a visible thank you.",
    "handling_in": "You may say what would make it worth your while, or offer a smaller help.",
}

FR = {
    "why": "Cela coûte à {asked} du temps ou du crédit, et je ne trouve rien d'offert en retour, ni ici ni dans les messages lus.",
    "why_in": "Cela vous coûte du temps ou du crédit, et je ne trouve rien d'offert en retour, ni ici ni dans les messages lus.",
    "handling": "Que pourriez-vous offrir à {asked}, même de modeste ? Une lecture utile, un coup de main sur un sujet évoqué, un remerciement visible.",
    "handling_in": "Vous pouvez dire ce qui rendrait cela possible, ou proposer une aide plus petite.",
}
