"""What a message does to the asks that it answers. The act reader errs, so that thread, direction and substance have their say:
a reply of the asked with something in it is an answer even where no sentence of it was labelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from entregent.ledger.names import fold
from entregent.ledger.patterns import Pattern
from entregent.ledger.topics import folded, subject_topic
from entregent.model.speech import ASKS, Sentence

if TYPE_CHECKING:
    from entregent.ledger.heard import Heard
    from entregent.model.account import Entry

_ENOUGH = 16
"""Sentences of a message, its first ones, that are looked at word by word: an answer stands early."""
SUBSTANCE = 8
"""Words of its own from which a reply has substance."""
_SURE = 0.25
_NO_FROM = 0.4
"""A refusal is entered from here: it closes doors."""
_EMPTY = frozenset({"decline", "promise", "accept", "thanks", "thanks-form", "apology", "reproach", "invite", "offer", "report", *ASKS})
_KINDS_OF_ANSWER = frozenset({"decline", "accept", "promise", "help"})
_NOT_DONE = frozenset({"promise", "decline", "thanks", "reproach"})
_NOTHING: dict[str, float] = {}
_YES = Pattern(
    r"(?:(?:hi|hello|dear|hey|bonjour|bonsoir|salut|cher|chere)\b[^,!.\n]{0,30}[,!.]?\s+)?"
    r"(?:oh |ah |but |mais |well,? )?"
    r"(?:sure|yes|yep|yeah|of course|certainly|gladly|happily|absolutely|definitely|with pleasure|my pleasure|ok|okay|will do|deal|agreed|no problem|"
    r"consider it done|(?:i'?d|i would) be (?:happy|glad|delighted)|(?:very )?happy to|glad to|oui|ouais|bien sur|bien entendu|evidemment|"
    r"avec (?:grand )?plaisir|"
    r"d'accord|volontiers|bien volontiers|ca marche|ca roule|pas de (?:souci|probleme)|entendu|c'est (?:note|d'accord|bon pour moi)|vas-y|allez-y|"
    r"comptez sur moi|compte sur moi)(?=[\s,.!;:)—–-]|$)"
)
_NO = Pattern(
    r"(?:sorry,? (?:but )?(?:i )?(?:can'?t|cannot|no)|no,? (?:sorry|i'?m afraid)|non,? desole|desolee?,? (?:mais )?(?:je ne|non|c'est non))\b"
)
_REFUSES = Pattern(
    r"\b(?:c'est (?:donc |malheureusement |helas )?non\b|ce sera non\b|(?:dois|prefere|vais|suis (?:oblige|contraint)\w* de) (?:\w+ )?decliner|"
    r"je decline|(?:have|need|going|afraid i(?:'ll| will) have) to (?:decline|say no|pass)\b|it(?:'s| is|'ll be| will be| has to be| must be) a no\b|"
    r"(?:the|my) answer is no\b|must decline|i decline|(?:i'd|i would) rather not|i won'?t be able to|i'?m (?:not able|unable) to|"
    r"(?:je ne|j'ne) (?:pourrai|peux|pourrais|souhaite|veux|ferai) (?:donc |malheureusement |helas |vraiment )?pas|"
    r"je n'(?:ecris|en fais|en ecris) (?:pas|plus|jamais)|"
    r"je prefere ne pas)"
)
_DONE = Pattern(
    r"\b(?:done|signed|sent(?: it| them)?|attached|enclosed|here (?:is|are|it is|you go|they are)|"
    r"i (?:have )?(?:sent|passed|forwarded|spoke|talked|asked|wrote|called|read|"
    r"looked|put|gave)|i'?ve (?:sent|passed|forwarded|spoken|talked|asked|written|called|read|looked|put|given|just)|"
    r"c'est (?:fait|envoye|transmis|parti|signe)|voici|(?:le |la |les )?voila|ci-joint\w*|en piece jointe|en pj|"
    r"j'ai (?:\w+ )?(?:envoye|transmis|parle|demande|ecrit|appele|lu|relu|regarde|mis|donne|signe|fait|vu)|(?:l'ai|lui ai|leur ai) \w+)\b"
)
_POINTER = Pattern(r"[\w.+-]+@[\w-]+\.[\w.-]+|https?://|\bwww\.|(?:\+|\b0)\d[\d .()-]{7,}\d")
_NEVER_MIND = Pattern(
    r"\b(?:never ?mind|no longer need|don'?t need (?:it|this|that|you to)\b.{0,20}\b(?:any ?more|after all)|"
    r"forget (?:about )?(?:it|my (?:request|question|last))|"
    r"please (?:disregard|ignore) my|(?:solved|sorted|found) it (?:myself|already)|laisse(?:z)? tomber|oublie(?:z)? ma (?:demande|question)|"
    r"(?:n'ai|n'avons|n'a) plus besoin|plus la peine|ce n'est plus (?:necessaire|la peine|utile))\b"
)
_GREETING = Pattern(r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut|coucou|chere?s?|re)\b")
ACTIONS = frozenset({"intro", "contacts", "job", "endorse", "money", "favour", "meet"})
"""What is done rather than told: words alone are help for these only if they show it."""


class Reply(NamedTuple):
    """A message read as a possible answer. The sentences are the first of each sort; `words`: of substance, in statements that are neither
    greeting nor formula; `question`: a question back."""

    no: Sentence | None = None
    yes: Sentence | None = None
    promise: Sentence | None = None
    helps: Sentence | None = None
    introduces: bool = False
    done: Sentence | None = None
    statement: Sentence | None = None
    question: Sentence | None = None
    drops: Sentence | None = None
    words: int = 0
    topic: frozenset[str] = frozenset()
    attachment: bool = False
    unread: bool = False

    @property
    def explicit(self) -> bool:
        """Whether a label or a set phrase, rather than length alone, makes it an answer."""
        return bool(self.no or self.yes or self.helps or self.introduces or self.done or self.attachment)

    @property
    def substance(self) -> bool:
        """Enough in it to be an answer by itself."""
        return self.words >= SUBSTANCE or self.attachment

    @property
    def anything(self) -> bool:
        """Whether it says anything to the point beyond thanks and greetings."""
        return self.explicit or self.unread or self.words >= 2 or self.question is not None or self.promise is not None


def read_reply(heard: Heard, *, labels_alone: bool = False, own_open: bool = True) -> Reply:
    """Read a message as an answer. `labels_alone`: look at no words, where nothing is open that they could answer; `own_open`: whether the
    writer has something to take back."""
    first: dict[str, Sentence] = {}
    introduces = False
    for _, sentence, scores in heard.marked:
        for label, score in scores.items():
            if label in _KINDS_OF_ANSWER and score >= (_NO_FROM if label == "decline" else _SURE):
                first.setdefault(label, sentence)
        introduces = introduces or scores.get("intro", 0.0) >= _SURE
    words = 0
    if not labels_alone:
        marked = {number: scores for number, _, scores in heard.marked}
        for number, sentence in enumerate(heard.speech.sentences[:_ENOUGH]):
            words += _by_words(number, sentence, marked.get(number, _NOTHING), first, own_open=own_open)
    topic = subject_topic(heard.message.subject).union(*(folded(sentence.topic) for sentence in heard.speech.sentences[:_ENOUGH]))
    return Reply(
        no=first.get("decline"), yes=first.get("accept"), promise=first.get("promise"), helps=first.get("help"),
        introduces=introduces and bool(heard.others), done=first.get("done"), statement=first.get("statement"), question=first.get("question"),
        drops=first.get("drops"), words=words, topic=topic, attachment=bool(heard.message.attachments), unread=not heard.speech.read,
    )  # fmt: skip


def _by_words(number: int, sentence: Sentence, scores: dict[str, float], first: dict[str, Sentence], *, own_open: bool) -> int:
    """What the words themselves show, into `first`; the number of words if it is a statement of substance, else 0."""
    count = sentence.text.count(" ") + 1
    plain = _plain(sentence.text)
    if sentence.text.rstrip().endswith("?"):
        if count >= 2 and not _HOW_ARE.search(plain):
            first["question"] = sentence
        return 0
    if number <= 2:
        if "decline" not in first and _YES.match(plain):
            first.setdefault("accept", sentence)
        elif _NO.match(plain):
            first.setdefault("decline", sentence)
    if own_refusal(number, scores) and _REFUSES.search(plain):
        first.setdefault("decline", sentence)
    asks = any(label.startswith("ask:") for label in scores)
    if own_open and not asks and _NEVER_MIND.search(plain):
        first.setdefault("drops", sentence)
    if "done" not in first and not asks and scores.keys().isdisjoint(_NOT_DONE) and (_DONE.search(plain) or _POINTER.search(plain)):
        first["done"] = sentence
    if count < 3 or not scores.keys().isdisjoint(_EMPTY) or (number == 0 and count <= 7 and _GREETING.match(plain)):
        return 0
    first.setdefault("statement", sentence)
    return count


def own_refusal(number: int, scores: dict[str, float]) -> bool:
    """Whether a sentence may refuse by its words: early in an answer, and not heard as an ask, a promise or help of its own."""
    return number <= 5 and not any(label.startswith("ask:") and score >= 0.5 for label, score in scores.items()) and "promise" not in scores


def _plain(text: str) -> str:
    """Folded, with single blanks: set phrases may be wrapped over lines."""
    return " ".join(fold(text).split())


_HOW_ARE = Pattern(
    r"\b(?:how (?:are|is|were|was|have)|what'?s up|"
    r"(?:how'?s|ca va)|comment (?:ca va|vas-tu|allez-vous|vont|va)|tu vas bien|vous allez bien|bien rentre)\b"
)


def _pleasantry(sentence: Sentence) -> bool:
    return bool(_HOW_ARE.search(_plain(sentence.text)))


def latent(heard: Heard) -> Sentence | None:
    """The last question of a message that was read as asking for nothing: it may have been a request after all, which its answer will show."""
    if heard.place != "to" or heard.circular or heard.message.kind != "personal":
        return None
    asking = [one for one in heard.speech.sentences if one.text.endswith("?")]
    return next((one for one in reversed(asking) if len(one.text.split()) >= 4 and not _pleasantry(one)), None)


def handed_over(reply: Reply) -> Sentence | bool:
    """What shows that something was given or done without any label of an ask to go by: help, a thing attached, an address, "here it is"."""
    if reply.no is not None or (reply.promise is not None and reply.helps is None):
        return False
    return reply.helps or reply.done or (reply.attachment and (reply.statement or True))


def helps_with(reply: Reply, what: str, topic: frozenset[str], *, in_thread: bool) -> tuple[Sentence | None, float] | None:
    """Whether the reply is help with a favour of this kind: the sentence that shows it (None: the attachment) and how sure; None if it is not."""
    if reply.helps is not None:
        return reply.helps, max(0.6, reply.helps.score("help"))
    if reply.introduces and what in {"intro", "contacts", "job", "favour", "advice"}:
        return reply.statement, 0.8
    if reply.no is not None:
        return (reply.done, 0.6) if reply.done is not None and _POINTER.search(reply.done.text) else None
    if what == "meet":
        return None
    if reply.attachment and what not in {"intro", "job", "money"}:
        return reply.done or reply.statement, 0.7
    if reply.done is not None:
        return reply.done, 0.65
    if not in_thread or not reply.substance or reply.statement is None:
        return None
    if what in ACTIONS:
        shows = reply.words >= SUBSTANCE and (len(topic & reply.topic) >= 1 or bool(reply.statement.mentions)) and reply.promise is None
        return (reply.statement, 0.5) if shows and reply.question is None and what in {"contacts", "favour", "endorse"} else None
    return reply.statement, 0.55


def bare_thanks(heard: Heard) -> Sentence | None:
    """The thanks formula of a message that is nothing but a reaction ("Thanks!", "Merci !"): no ask in it, and the formula first or nearly alone."""
    formal = next((one for one in heard.marked if "thanks-form" in one.scores), None)
    if formal is None or any(label.startswith("ask:") for one in heard.marked for label in one.scores):
        return None
    nearly_alone = formal.number <= 1 or sum(len(sentence.text.split()) for sentence in heard.speech.sentences) <= 12
    return formal.sentence if nearly_alone else None


def says_nothing_else(made: Entry, heard: Heard) -> bool:
    """Whether thanks name nothing, so that they go to whatever was got last: "Thank you so much!" as a conversation's opening."""
    spoken = next((sentence.topic for sentence in heard.speech.sentences if sentence.start == made.start), ())
    return not spoken
