"""The labels of docs/acts.md, as somebody who does not know them reads them."""

WORDS: dict[str, str] = {
    "ask:intro": "asks for an introduction", "ask:contacts": "asks whom the reader knows", "ask:job": "asks for help towards a job",
    "ask:endorse": "asks for a recommendation", "ask:meet": "asks for a meeting", "ask:advice": "asks for advice", "ask:review": "asks for a reading",
    "ask:money": "asks for money", "ask:favour": "asks a favour", "ask:work": "a work request",
    "third": "for a third person", "known": "whom the reader knows", "purpose": "says what for", "vague": "left vague", "demanding": "presses",
    "miracle": "asks for what is not the reader's to give", "again": "asked before", "out": "leaves a way out",
    "reproach": "reproaches", "offer": "offers something", "invite": "invites to ask", "thanks": "thanks", "thanks-form": "a formula of thanks",
    "report": "tells what came of it", "help": "helps", "intro": "introduces two people", "promise": "promises", "decline": "refuses", "accept": "agrees",
    "apology": "apologises",
}  # fmt: skip
