"""The words of E202."""

EN = {
    "why": "You ask {asked} for contacts without naming a person or saying what you are looking for.",
    "why_in": "{asker} asks you for contacts without naming a person or saying what they are looking for.",
    "handling": "Say in one sentence what draws you and what your goal is, ask for nobody's names, and leave {asked} free to think of somebody.",
    "handling_in": "Ask what {asker} is looking for before you think of anybody; a pointer to read or a place to go may do.",
}

FR = {
    "why": "Vous demandez des contacts à {asked} sans nommer personne et sans dire ce que vous cherchez.",
    "why_in": "{asker} vous demande des contacts sans nommer personne et sans dire quel en est le but.",
    "handling": "Dites en une phrase ce qui vous attire et votre but, ne demandez aucun nom, et laissez {asked} libre d'y penser.",
    "handling_in": "Demandez d'abord ce {asker:que} cherche ; une piste ou une lecture peuvent suffire.",
}
