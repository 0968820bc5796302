"""The words of E304."""

EN = {
    "why": "{asked} helped on {day}. No thanks and no outcome found by mail since, and the draft asks for the next favour.",
    "why_in": "You helped on {day}. No thanks and no outcome found by mail since, and {asker} asks for the next favour.",
    "handling": 'Add a line of thanks and what came of it, or mark "thanked in person".',
    "handling_in": "You may ask what came of it before you answer.",
}

FR = {
    "why": "Le {day}, une aide {asked:de} figure dans les messages lus. Aucun remerciement ni suites retrouvés par e-mail depuis, et le texte demande un nouveau service.",
    "why_in": "Le {day}, une aide de votre part figure dans les messages lus. Aucun remerciement ni suites retrouvés par e-mail depuis, et {asker} demande un nouveau service.",
    "handling": "Ajouter une phrase de remerciement et les suites données, ou indiquer « remerciement fait de vive voix ».",
    "handling_in": "Vous pouvez demander quelles suites ont été données avant de répondre.",
}
