"""Bad data that is reported: what is the matter, and where it helps what to do."""

from entregent.faces.words import Plural

WORDS: dict[str, str | Plural] = {
    "unworded": "{subject} : {key}",
}
