"""The signs by which signatures, legal notices and footers are known: patterns and word lists, English and French first."""

from __future__ import annotations

import re
from typing import Final

from entregent.language.lines import Pattern

DEVICE: Final = Pattern(
    r"""[-–—\s(*]*(?:
        (?:sent|envoyé|envoye|expédié|verzonden|verstuurd|gesendet|enviado|inviato|skickat|sendt|von\smeinem|typed|written|écrit
          |tapé)\s(?:\w+\s){0,2}?
            (?:from|via|with|using|on|de|depuis|à\spartir|avec|par|vanaf|vanuit|met|mit|von|desde|da|dal|från|fra|iphone)\b
            (?=.{0,80}(?:iphone|ipad|phone|téléphone|tel[ée]fono|mobile|portable|android|samsung|galaxy|huawei|xiaomi|blackberry|outlook
          |yahoo|gmail|proton|windows|courrier|mail|wireless|handheld|orange|sfr|free|tablet|appareil|gerät|device|workspace|bluemail
          |aqua|spark|superhuman|mobiel|hotmail|thunderbird)).{2,110}
      | (?:get|download|obtenez|obtenir|télécharge[rz]|hol(?:en)?|obtener|scarica|ottieni)\s(?:outlook|boxer|bluemail|spark
          |yahoo!?\smail)\s(?:for|pour|für|voor|para|per)\s.{2,60}
      | von\smeinem\s.{2,40}\sgesendet\.?
      | provenance\s:\s(?:courrier|outlook).{0,40}
    )$""",
    re.I | re.X,
)
POSTSCRIPT: Final = Pattern(r"(?:p\.? ?(?:p\.? ?)?s\b\.?|post-?scriptum|nb|n\.b\.|edit) ?[:.,;–—-]|ps\s+\w|p\.s\.", re.I)
PHONE: Final = Pattern(r"(?i:(?:\+|\(|\b0|\b\d)(?:[\s().\-–/\xa0\u202f]{0,3}\d){7,14}\b|\b\d{3}[-.]\d{4}\b|\bx[-.]?\s?\d{4,5}\b)")
LINK: Final = Pattern(
    r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|https?://|www\.\w|\b[\w-]{2,}\.(?:com|org|net|fr|be|ch|ca|eu|uk|de|nl|io|example|info|edu|gouv\.fr|lu"
    r"|es|it)\b",
    re.I,
)
LABEL: Final = Pattern(
    r"(?:t[ée]l(?:[ée]phone|ephone)?|tph|mobile|portable|port|cell(?:ulaire)?|gsm|fax|t[ée]l[ée]copie|phone|ph|direct|office|bureau|poste"
    r"|ext|e-?mail|mail|courriel|mél|web|site|skype|linkedin"
    r"|twitter|adresse|address|siret|siren|tva|rcs|fonction|contact|standard|ligne directe|whatsapp"
    r"|[tmfpec])\s?(?:\([^)]{1,20}\))?\s?(?:[:.]\s?(?=[\w+(@/]|$)|\s(?=[\d+(@]))",
    re.I,
)
POSTAL: Final = Pattern(
    r"""\b\d{1,4}\s?(?:bis|ter|quater|[a-d])?\s?,?\s(?:rue|av(?:enue)?|bd|boul(?:evard)?|place|pl|chemin|ch|allée|impasse|quai|route|rte
          |square|cours|passage|faubourg|esplanade|sentier|villa|rond-point|cité|lieu-dit)\b
      | \b(?:ul|al|os)\.\s\w | \w(?:stra(?:ss|ß)e|str\.|straat|laan|weg|gade|vej)\s\d | \b(?:via|calle|rua|avenida)\s\w[\w\s]{2,30}\d
      | \b\d{4,5}\s(?:cedex|[A-ZÉÈ][\w'’-]+) | \bcedex\b | \bBP\s?\d | \bCS\s?\d{4,}
      | \b\d{1,5}\s(?:[A-Z][\w.]*\s){1,4}(?:st(?:reet)?|ave(?:nue)?|road|rd|blvd|lane|ln|drive|dr|suite|square|plaza|parkway|way|court|hwy)\b
      | \b(?:suite|floor|p\.?o\.?\sbox)\s\S+ | \b[A-Z]{2}\s\d{5}\b | \b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b""",
    re.I | re.X,
)
TALK: Final = frozenset(
    [
        "i",
        "i'm",
        "i've",
        "i'll",
        "i'd",
        "you",
        "you're",
        "you'll",
        "we",
        "we're",
        "we'll",
        "he",
        "she",
        "they",
        "it",
        "it's",
        "me",
        "us",
        "my",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "let",
        "let's",
        "please",
        "if",
        "when",
        "because",
        "but",
        "so",
        "that",
        "this",
        "there",
        "not",
        "don't",
        "see",
        "hope",
        "know",
        "think",
        "just",
        "thanks",
        "thank",
        "call",
        "ask",
        "tell",
        "let",
        "j'ai",
        "je",
        "j'",
        "tu",
        "vous",
        "il",
        "elle",
        "on",
        "nous",
        "ils",
        "elles",
        "c'est",
        "ce",
        "ça",
        "cela",
        "suis",
        "es",
        "est",
        "sommes",
        "êtes",
        "sont",
        "était",
        "serait",
        "sera",
        "ai",
        "as",
        "avons",
        "avez",
        "ont",
        "peux",
        "peut",
        "pouvez",
        "pouvons",
        "veux",
        "voulez",
        "dois",
        "doit",
        "faut",
        "fait",
        "si",
        "mais",
        "car",
        "donc",
        "que",
        "qu'",
        "qui",
        "ne",
        "pas",
        "plus",
        "merci",
        "bonjour",
        "bonne",
        "bon",
        "me",
        "te",
        "se",
        "m'a",
        "t'a",
        "n'est",
        "votre",
        "ton",
        "ta",
        "tes",
        "vos",
        "mon",
        "ma",
        "mes",
        "s'il",
        "pourriez",
        "pourrais",
    ]
)
NAME_WORD: Final = Pattern(r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|du|des|la|le|van|von|der|den|di|da|el|al|bin|et|and|&|y|x+|mc)$")
ANNOUNCED: Final = Pattern(
    r"\b(?:coordonnées|num[ée]ros?|adresse|address|contact(?:\sdetails)?|details|numbers?|reach (?:her|him|them)|joindre|voici"
    r"|here(?:'s)?)\b",
    re.I,
)

LEGAL: Final = Pattern(
    r"""intended\s+(?:solely\s+|only\s+|exclusively\s+)?(?:for\s+the\s+(?:use\s+of\s+)?(?:the\s+)?(?:named\s+|intended\s+
          |sole\s+)?(?:individual|addressee|recipient|person|use|exclusive|confidential|review)|recipient)
      | not\s+the\s+(?:intended|named)\s+(?:recipient|addressee)
      | (?:you\s+(?:have\s+)?receive(?:d)?|if\s+received)\s+this\s+(?:e-?mail|message|communication|transmission)\s+in\s+error
      | sole\s+use\s+of\s+the
      | (?:this|the)\s+(?:e-?mail|message|communication|transmission|electronic\s+\w+)[^.\n]{0,90}\s(?:privileged|confidential|proprietary)
      | (?:consider|think\s+(?:about|of))\s+(?:the|our)\s+environment | virus[-\s]free
      | (?:checked|scanned)\s+(?:for\s+virus|by\s+\w+\s*(?:anti)?virus) | relied\s+on\s+as\s+(?:investment\s+)?advice
      | (?:ce|le\s+présent|cet?)\s+(?:message|courriel|courrier|e-?mail|mail)(?:\s+électronique)?[^.\n]{0,100}\s(?:confidentiels?
          |confidentielles?|destinataires?|à\s+l['’]attention\s+exclusive|intention\s+exclusive|usage\s+exclusif)
      | n['’]êtes\s+pas\s+(?:le|la|l['’]un\s+des)?\s*destinataire
      | (?:(?:avez|auriez)\s+reçu|recevez)\s+ce\s+(?:message|courriel|courrier|mail|e-?mail)\s+par\s+erreur | intégrité\s+de\s+ce\s+message
      | (?:pens(?:ez|ons)\s+à\s+(?:l['’]environnement|la\s+planète)|n['’]imprim(?:ez|ons|er)\b.{0,40}(?:message|mail|courriel|nécessaire)
          |préserver\s+l['’]environnement|respect\s+de\s+l['’]environnement)
      | sans\s+virus | aucun\s+virus | visualisation\s+des\s+fichiers\s+pdf
      | (?:vertraulich|vertrouwelijk)\b.{0,80}(?:empfänger|geadresseerde)""",
    re.I | re.X,
)
LISTED: Final = Pattern(
    r"""\bunsubscribe(?!\s(?:me|us|him|her|them)\b) | rather\snot\sreceive | removed\s{1,2}from\s(?:our|future|the|this)
      | ne\ssouhaitez\splus\srecevoir | no\slonger\swish\sto\sreceive | (?:vous|se)\s+(?:désabonner|désinscrire) | lien\s+de\s+dés
      | (?:you\s+(?:are\s+)?receiv(?:e|ed|ing)\s+this\s+(?:e-?mail|message)\s+because)
      | vous\s+recevez\s+ce(?:t|tte)?\s+(?:e-?mail|message|courriel|newsletter)\s+(?:car|parce)
      | mailing\slist$ | /listinfo/ | /mailman/ | (?:do\syou\syahoo!?\?) | get\syour\s(?:private|free)
      | http://(?:www\.)?(?:hotmail|explorer\.msn|mail\.yahoo|messenger\.yahoo|im\.yahoo|shopping\.yahoo)
      | yahoo!\s(?:groups|mail|shopping|messenger)\b.{0,60}http
      | get\s(?:more\sfrom\sthe\sweb|free\semail)|share\sinformation\sabout\syourself,\screate | view\sthis\semail\sin\syour\sbrowser
      | afficher\s.{0,30}dans\s(?:votre|le)\snavigateur | join\sthe\sworld.s\slargest\se-?mail""",
    re.I | re.X,
)
PLACEHOLDER: Final = Pattern(
    r"""(?:\[(?:image|cid|inline\simage)\b[^\]]{0,200}\]|\[IMAGE\]|\(See\sattached\sfile:[^)]{0,160}\)|\((?:Embedded\simage
          |Image)\s[^)]{0,120}\)|<<\s?(?:File|Fichier|OLE\sObject|Message)[^>]{0,160}>>|<<[^<>]{1,120}\.\w{2,4}\s?>>
          |<[\w .()-]{1,80}\.(?:pdf|docx?|xlsx?|png|jpe?g|gif|zip|pptx?|txt|dat|vcf)>|\s)+$""",
    re.I | re.X,
)
ATTACHED: Final = Pattern(r"[-–•] [^/\\]{1,80}\.(?:pdf|docx?|xlsx?|xlsm|csv|pptx?|png|jpe?g|gif|tiff?|zip|txt|htm|html|url|vcf|bmp|dat|wpd)$", re.I)
BANNER: Final = Pattern(
    r"\W*(?:external(?:\s(?:e-?mail|sender|message))?|externe|expéditeur externe|mail externe)\W*$|\W*(?:caution|attention"
    r"|warning)\W{1,4}.{0,60}(?:external|outside|extérieur|externe)\b.{0,200}$",
    re.I,
)
FORMULA: Final = Pattern(
    r"(?:salutations|sentiments|considération|dévouement|respectueux|sincèrement|cordialement|amicalement|hommages|regards|sincerely"
    r"|faithfully|truly)\W*(?:[^\W\d_]+\W*){0,4}$",
    re.I,
)
"""The end of a long closing ("Je vous prie d'agréer, Madame, l'expression de mes sentiments distingués,")."""
HINTS: Final = (
    "confidenti", "privileged", "intended", "recipient", "unauthori", "disclos", "in error", "destinataire", "par erreur", "environment",
    "environnement", "planète", "virus", "unsubscrib",
    "désabonn", "désinscri", "mailing list", "listinfo", "mailman", "hotmail", "yahoo", "you receive", "are receiving", "vous recevez",
    "navigat", "browser", "vertraulich", "vertrouwelijk",
    "diffusion", "plus recevoir", "not receive", "removed", "to receive", "fichiers pdf", "intégrité", "msn.com", "imprim",
)  # fmt: skip
"""A cheap look before the dearer patterns; several of these together make a legal notice."""
DEVICE_INITIALS: Final = frozenset("-–—(*SsEeVvGgIiTtWwÉéDdOoHhPpÉéU")
_DEVICE_WORDS: Final = (
    "sent ", "envoy", "expédié", "verz", "verst", "gesendet", "enviado", "inviato", "skick", "sendt", "von meinem", "typed", "written",
    "écrit", "tapé", "get ", "download", "obten", "télécharg", "hol", "scarica",
    "ottieni", "provenance",
)  # fmt: skip


def device(line: str) -> bool:
    """Whether a line is what a telephone or a program adds ("Envoyé de mon iPhone")."""
    return line.lower().lstrip("-–—(* ").startswith(_DEVICE_WORDS) and bool(DEVICE.match(line))


INLINE: Final = Pattern(r"\s*\((?:See\s+attached\s+file|Embedded\s+image\s+moved\s+to\s+file|Voir\s+fichier\s+joint)\s?:[^)]{0,160}\)", re.I)
"""What Lotus Notes sets behind the last words of a text for every attachment."""
FIGURES: Final = re.compile(r"(?<![\d.+])\d+\.\d+(?![\d.])|(?<!\d)\d{1,3},\d{3}(?!\d)")
"""Decimals and thousands: what tables hold and telephone numbers do not."""
