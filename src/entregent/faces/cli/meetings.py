"""Whether a note tells of a meeting or a call that took place, which counts as an exchange, or is a mere remark.

A closed list of words, English and French, without accents; a word of doubt (not, cancelled, will, next ...) makes it a remark. The answer to
the user says which it was taken for, and `--met` and `--remark` outrank this.
"""

from __future__ import annotations

import re
import unicodedata

_MET = re.compile(
    r"\b(?:met|saw|seen|visited|phoned|telephoned|rang|(?<!be )(?<!is )called|spoke|talked|chatted|hung out|caught up|ran into|bumped into|"
    r"(?:had|have had|shared|over|at) (?:an? |the |our |some )?(?:\w+ )?"
    r"(?:lunch|dinner|breakfast|brunch|coffee|tea|drinks?|beers?|meal|chat|talk|call|meeting|walk)|"
    r"lunche[ds]|lunch with|dined|coffee with|video ?call(?:ed)?|zoomed|in person|lunch|dinner|coffee|"
    r"rencontre(?:e|s|es)?|croise(?:e|s|es)?|revu(?:e|s|es)?|vu(?:e|s|es)?|dejeune|dine|telephone|appele(?:e|s|es)?|discute|bavarde|parle|"
    r"(?:un |le |notre |autour d'un |au )(?:cafe|dejeuner|diner|verre|the|pot|repas|rendez-vous|appel|coup de fil)|"
    r"cafe avec|dejeuner avec|diner avec|eue?s? au telephone|au bout du fil|visio(?:conference)?|de vive voix|dejeuner|diner|cafe)\b"
)
_DOUBT = re.compile(
    r"\b(?:not|never|no|cancel+ed|postponed|missed|will|would|should|could|might|want(?:s|ed)? to|to meet|hope|hoping|plan(?:s|ned|ning)?|"
    r"next|tomorrow|if|when|prefers?|likes?|loves?|hates?|about|by|"
    r"pas|jamais|aucun|annule(?:e|s)?|reporte(?:e|s)?|manque|demain|prochaine?s?|prevu(?:e|s)?|devrait|devrais|voudrait|"
    r"pourrait|pourrais|veut|va|vais|si|quand|prefere|aime|deteste)\b|n't\b|\bn'|\?"
)
_REAL = re.compile(r"\b(?:met|saw|had|visited|spoke|talked|rencontre|vu|vus|vue|dejeune|dine)\b")


def tells_of_meeting(text: str) -> bool:
    """Whether the words of a note say that the two met or talked."""
    plain = _plain(text)
    if not _MET.search(plain):
        return False
    doubt = _DOUBT.search(plain)
    # "had lunch, talked about the harbour": what they talked about is no doubt
    return not doubt or (doubt[0] in {"about", "by", "next"} and bool(_REAL.search(plain)))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return " ".join("".join(character for character in folded if not unicodedata.combining(character)).split())
