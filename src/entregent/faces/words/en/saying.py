"""The answers to what the user says."""

from entregent.faces.words import Plural

WORDS: dict[str, str | Plural] = {
    "met": "Noted: you and {name} met or talked on {day}. It counts as an exchange.",
    "met.taken": "If it was none: entregent note {handle} {text} --remark",
    "remark": "Noted about {name}, as a remark: it does not count as an exchange.",
    "remark.taken": "If you met or talked: entregent note {handle} {text} --met",
    "role": "{name}: {role}. What is asked of them is read in that light.",
    "since": "{name}: known since {day}, whatever the mail says.",
    "thanked": "Noted: you thanked {name} in person, for all their help up to {day}.",
    "thanked.one": "Noted: you thanked {name} in person for that.",
    "corrected": "Noted: that was {kind}, not {was} ({name}, {day}). It stays so after any rebuild.",
    "corrected.nothing": "Noted: that was nothing of the kind ({name}, {day}). It stays so after any rebuild.",
    "corrected.no-favour": "Noted: that was a work request and no favour ({name}, {day}). It stays so after any rebuild.",
    "dismissed": "Set aside: these words to this person are not brought up again.",
    "merged": "One person now: {name} ({addresses}).",
    "merged.undo": "To undo it: entregent split {handle} ADDRESS",
    "split": "{address} no longer belongs to {name}.",
    "split.other": "It is {name} now.",
    "split.nobody": "You never wrote to it, so it has no account of its own.",
}
