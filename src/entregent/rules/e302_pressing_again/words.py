"""The words of E302."""

EN = {
    "why": "Same request sent {day}, {days:day|days} ago; no reply in the mail read.",
    "why_third": "This is the same request for time number {count}; the last one was sent {day}, and no reply is in the mail read.",
    "why_refused": "The same request was declined on {day}.",
    "why_in": "{asker} already asked this on {day}.",
    "why_third_in": "{asker} asks the same for time number {count}.",
    "why_refused_in": "You declined the same request on {day}.",
    "handling": "A reminder fits five days or more after the last one, once, with an easy way out. A no, and silence, are answers too.",
    "handling_refused": "Take the no as it stands, thank {asked} for the answer, and look for another way.",
    "handling_in": "A short clear answer ends it: yes, no, or when.",
    "handling_refused_in": "Your answer stands: you may repeat it in one kind line, without further reasons.",
}

FR = {
    "why": "Même demande envoyée le {day}, il y a {days:jour|jours} ; pas encore de réponse dans les messages lus.",
    "why_third": "C'est la même demande pour la {count}e fois ; la dernière est partie le {day}, et aucune réponse ne figure dans les messages lus.",
    "why_refused": "La même demande a été déclinée le {day}.",
    "why_in": "{asker} vous a déjà demandé cela le {day}.",
    "why_third_in": "{asker} vous demande la même chose pour la {count}e fois.",
    "why_refused_in": "Vous avez décliné la même demande le {day}.",
    "handling": "Une relance convient cinq jours ou plus après la dernière demande, une seule fois, en laissant une sortie facile. Un refus, et le silence, sont aussi des réponses.",
    "handling_refused": "Prenez ce refus comme il est, remerciez {asked} de la réponse, et cherchez une autre voie.",
    "handling_in": "Une réponse courte et claire y met fin : oui, non, ou quand.",
    "handling_refused_in": "Votre réponse tient : vous pouvez la redire en une ligne aimable, sans autre raison.",
}
