"""The answers to what the user says."""

from entregent.faces.words import Plural

WORDS: dict[str, str | Plural] = {
    "met": "C'est noté : une rencontre ou un appel avec {name}, le {day}. Cela compte comme un échange.",
    "met.taken": "Si ce n'en était pas : entregent note {handle} {text} --remark",
    "remark": "C'est noté au sujet de {name}, comme remarque : cela ne compte pas comme un échange.",
    "remark.taken": "Si c'était une rencontre ou un appel : entregent note {handle} {text} --met",
    "role": "{name} : {role}. Ce qui est demandé à cette personne est lu sous ce jour.",
    "since": "{name} : vous vous connaissez depuis le {day}, quoi qu'en dise le courrier.",
    "thanked": "C'est noté : remerciement à {name} fait de vive voix, pour toute l'aide reçue jusqu'au {day}.",
    "thanked.one": "C'est noté : remerciement à {name} fait de vive voix pour cette aide.",
    "corrected": "C'est noté : {kind}, et non {was} ({name}, le {day}). Cela demeure après toute reconstruction.",
    "corrected.nothing": "C'est noté : rien de tel ({name}, le {day}). Cela demeure après toute reconstruction.",
    "corrected.no-favour": "C'est noté : une demande de travail, pas un service ({name}, le {day}). Cela demeure après toute reconstruction.",
    "dismissed": "Écarté : ces mots à cette personne ne seront plus relevés.",
    "merged": "Une seule personne désormais : {name} ({addresses}).",
    "merged.undo": "Pour revenir en arrière : entregent split {handle} ADRESSE",
    "split": "{address} n'est plus à {name}.",
    "split.other": "C'est désormais {name}.",
    "split.nobody": "Vous n'y avez jamais écrit : cette adresse n'a pas de compte à elle.",
}
