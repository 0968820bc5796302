"""What a message does to the asks that it answers. The act reader errs, so that thread, direction and substance have their say:
a reply of the asked with something in it is an answer even where no sentence of it was labelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from entregent.ledger.names import fold
from entregent.ledger.topics import folded, subject_topic
from entregent.model.speech import ASKS, Sentence

if TYPE_CHECKING:
    from entregent.ledger.heard import Heard

SUBSTANCE = 8
"""Words of its own from which a reply has substance."""
_SURE = 0.25
_EMPTY = ("decline", "promise", "accept", "thanks", "thanks-form", "apology", "reproach", "invite", "offer", "report", *ASKS)
_YES = re.compile(
    r"(?:(?:hi|hello|dear|hey|bonjour|bonsoir|salut|cher|chere)\b[^,!.\n]{0,30}[,!.]?\s+)?"
    r"(?:oh |ah |but |mais |well,? )?"
    r"(?:sure|yes|yep|yeah|of course|certainly|gladly|happily|absolutely|definitely|with pleasure|my pleasure|ok|okay|will do|deal|agreed|no problem|"
    r"consider it done|(?:i'?d|i would) be (?:happy|glad|delighted)|(?:very )?happy to|glad to|oui|ouais|bien sur|bien entendu|evidemment|"
    r"avec (?:grand )?plaisir|"
    r"d'accord|volontiers|bien volontiers|ca marche|ca roule|pas de (?:souci|probleme)|entendu|c'est (?:note|d'accord|bon pour moi)|vas-y|allez-y|"
    r"comptez sur moi|compte sur moi)(?=[\s,.!;:)—–-]|$)"
)
_NO = re.compile(
    r"(?:sorry,? (?:but )?(?:i )?(?:can'?t|cannot|no)|no,? (?:sorry|i'?m afraid)|non,? desole|desolee?,? (?:mais )?(?:je ne|non|c'est non))\b"
)
_DONE = re.compile(
    r"\b(?:done|signed|sent(?: it| them)?|attached|enclosed|here (?:is|are|it is|you go|they are)|"
    r"i (?:have )?(?:sent|passed|forwarded|spoke|talked|asked|wrote|called|read|"
    r"looked|put|gave)|i'?ve (?:sent|passed|forwarded|spoken|talked|asked|written|called|read|looked|put|given|just)|"
    r"c'est (?:fait|envoye|transmis|parti|signe)|voici|(?:le |la |les )?voila|ci-joint\w*|en piece jointe|en pj|"
    r"j'ai (?:\w+ )?(?:envoye|transmis|parle|demande|ecrit|appele|lu|relu|regarde|mis|donne|signe|fait|vu)|(?:l'ai|lui ai|leur ai) \w+)\b"
)
_POINTER = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|https?://|\bwww\.|(?:\+|\b0)\d[\d .()-]{7,}\d")
_NEVER_MIND = re.compile(
    r"\b(?:never ?mind|no longer need|don'?t need (?:it|this|that|you to)\b.{0,20}\b(?:any ?more|after all)|"
    r"forget (?:about )?(?:it|my (?:request|question|last))|"
    r"please (?:disregard|ignore) my|(?:solved|sorted|found) it (?:myself|already)|laisse(?:z)? tomber|oublie(?:z)? ma (?:demande|question)|"
    r"(?:n'ai|n'avons|n'a) plus besoin|plus la peine|ce n'est plus (?:necessaire|la peine|utile))\b"
)
ACTIONS = frozenset({"intro", "contacts", "job", "endorse", "money", "favour", "meet"})
"""What is done rather than told: words alone are help for these only if they show it."""


@dataclass(frozen=True, slots=True)
class Reply:
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


def read_reply(heard: Heard) -> Reply:
    """Read a message as an answer; cheap where it has no sentences."""
    speech = heard.speech
    first: dict[str, Sentence] = {}
    words = 0
    topic: set[str] = set()
    for number, sentence in enumerate(speech.sentences):
        topic |= folded(sentence.topic)
        asks = any(act.label in ASKS for act in sentence.acts)
        question = "question" in sentence.traits or sentence.text.rstrip().endswith("?")
        for kind in ("decline", "accept", "promise", "help"):
            if sentence.score(kind) >= _SURE:
                first.setdefault(kind, sentence)
        count = len(sentence.text.split())
        plain = fold(sentence.text).replace("’", "'")
        if number <= 2 and not question and "decline" not in first and _YES.match(plain):
            first.setdefault("accept", sentence)
        elif number <= 2 and _NO.match(plain):
            first.setdefault("decline", sentence)
        if not asks and not question:
            if _NEVER_MIND.search(plain):
                first.setdefault("drops", sentence)
            if not sentence.has("promise", "decline", "thanks", "reproach") and (_DONE.search(plain) or _POINTER.search(plain)):
                first.setdefault("done", sentence)
        if question and count >= 2 and not _pleasantry(sentence):
            first["question"] = sentence
        elif count >= 3 and not question and not any(act.label in _EMPTY for act in sentence.acts):
            words += count
            first.setdefault("statement", sentence)
    return Reply(
        no=first.get("decline"), yes=first.get("accept"), promise=first.get("promise"), helps=first.get("help"),
        introduces=any(sentence.score("intro") >= _SURE for sentence in speech.sentences) and bool(heard.others),
        done=first.get("done"), statement=first.get("statement"), question=first.get("question"), drops=first.get("drops"), words=words,
        topic=frozenset(topic) | subject_topic(heard.message.subject), attachment=bool(heard.message.attachments),
        unread=not speech.read,
    )  # fmt: skip


_HOW_ARE = re.compile(
    r"\b(?:how (?:are|is|were|was|have)|what'?s up|"
    r"(?:how'?s|ca va)|comment (?:ca va|vas-tu|allez-vous|vont|va)|tu vas bien|vous allez bien|bien rentre)\b"
)


def _pleasantry(sentence: Sentence) -> bool:
    return bool(_HOW_ARE.search(fold(sentence.text)))


def latent(heard: Heard) -> Sentence | None:
    """The last question of a message that was read as asking for nothing: it may have been a request after all, which its answer will show."""
    if heard.place != "to" or heard.circular or heard.message.kind != "personal":
        return None
    asking = [one for one in heard.speech.sentences if "question" in one.traits or one.text.rstrip().endswith("?")]
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
