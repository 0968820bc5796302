"""Gathers what a judge must know of a draft: all that a rule may consider stands in the Brief, and nothing else reaches it.

| file | reads from the draft and the account |
|---|---|
| `asks.py` | the requests, sentences that belong together read as one |
| `favours.py` | whether a request is a favour or business |
| `thirds.py` | third persons, and what shows that the recipient knows them |
| `earlier.py` | the same thing asked before, and what became of it |
| `standing.py` | thanks, offers, invitations, openings, ties, reproaches |
| `compose.py` | the Brief |
"""

from entregent.brief.compose import compose
from entregent.brief.thirds import names_to_look_up

__all__ = ["compose", "names_to_look_up"]
