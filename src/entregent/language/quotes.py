"""Other people's words in a body: quoted lines, attributions, header blocks and forwards, in the forms of common mail programs.
Everything here marks lines of `Lines`; what stays OWN is the writer's. Where a program marks every quoted line with `>`, text between
and after is the writer's. Where it marks only the beginning (Outlook's header block, an attribution with nothing marked below, a forward),
all below belongs to others: such programs put the answer on top.
"""

from __future__ import annotations

import re
from typing import Final

from entregent.language.lines import BLANK, FRAME, OWN, QUOTE, Lines, Pattern, squeeze

_HEADERS: Final = {
    name: role
    for role, names in {
        "from": "from de von van da expéditeur expediteur afzender absender mittente remitente från fra od",
        "date": "date sent envoyé envoye gesendet datum verzonden verstuurd enviado fecha inviato data skickat sendt",
        "to": "to à a pour destinataire destinataires an aan para naar till til do ontvanger empfänger destinatario",
        "cc": "cc copie copie à copia kopie cc à kopia bcc cci",
        "subject": "subject objet sujet betreff onderwerp asunto assunto oggetto ämne emne temat re",
    }.items()
    for name in names.split()
}
_HEADERS.update(
    {"envoyé le": "date", "date d'envoi": "date", "enviada em": "date", "copie à": "cc", "sent on": "date", "reply-to": "cc", "répondre à": "cc"}
)
_HEADERS.update(
    {"sent by": "sender", "importance": "more", "attachments": "more", "pièces jointes": "more", "priority": "more", "when": "more", "where": "more"}
)
_MEMO: Final = Pattern(r"(?:MEMO(?:RANDUM)?|NOTE DE SERVICE|FROM|TO|DATE|DE|À|RE|SUBJECT|OBJET)\b")

_DIVIDER: Final = Pattern(
    r"""[-_=*–—>\s]{2,}\s*(?:
        original\s(?:message|appointment|e?mail) | message\s(?:d['’]origine|original|initial|transféré|réexpédié|transmis)
          | rendez-vous\sd['’]origine
      | (?:e-?mail|courriel)\sd['’]origine | mensaje\s(?:original|reenviado) | messaggio\s(?:originale|inoltrato) | mensagem\s(?:original
          |encaminhada)
      | (?:original|urspr(?:ü|ue)ngliche|weitergeleitete)[-\s]nachricht | (?:oorspronkelijk|doorgestuurd|origineel)\sbericht
      | (?:forwarded|inline)\smessage | forwarded\s(?:by|with|from|letter|mail) | (?:transféré|réexpédié|réacheminé|retransmis
          |faire\ssuivre)\spar
      | message\stransféré\spar | forwarded\smessage\sfrom | ursprungligt\smeddelande | original\smeddelelse | doorgestuurd\sdoor
          | weitergeleitet\svon
    )\b.*""",
    re.I | re.X,
)
_BARE_DIVIDER: Final = Pattern(
    r"""(?: begin\sforwarded\smessage | début\sdu\smessage\s(?:réexpédié|transféré) | message\stransféré
          | anfang\sder\sweitergeleiteten\s(?:nachricht|e-?mail)
      | begin\s(?:doorgestuurd\sbericht|van\sdoorgestuurd\sbericht) | inicio\sdel\smensaje\sreenviado | inizio\smessaggio\sinoltrato
    )\s?:? $""",
    re.I | re.X,
)
_FORWARDED_BY: Final = Pattern(r"(?:forwarded|transféré|réexpédié) (?:by|par) .{1,120}(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})", re.I)

_VERB: Final = Pattern(
    r"\b(?:wrote|writes|writing|has written|said|a écrit|a ecrit|écrit|écrivait|schrieb|schreef|geschreven|escribió|escribio|ha scritto"
    r"|scrisse|escreveu|skrev|napisał)\b",
    re.I,
)
_WEAK_VERB: Final = Pattern(
    r"(?:\b(?:says|write|asks?|asked|comment(?:s|ed)|reports?|dit|disait|demande|demandait|écriviez|écrivez|écris|zegt|sagte?|dice)"
    r"|^according to .+) ?[:-]$",
    re.I,
)
"""Only where a marked quote follows ("Ann says:")."""
_SIGNS_OF_VERB: Final = ("wr", "said", "crit", "criv", "sch", "escr", "scri", "skrev", "napisa", "@", "quoting", "in article")
_OPENS: Final = Pattern(r"(?:on|le|am|op|el|il|em|at|den|dia|dnia|vom|du|a la date du)\b", re.I)
_SAID_TO: Final = Pattern(
    r"\b(?:m['’]|t['’]|l['’]|nous\s|vous\s|lui\s|leur\s)(?:a|avait|avez|as)?\s?écrit|\bwrote (?:to )?(?:me|us|you|him|her|them)\b", re.I
)
"""Told within a text ("Zoé m'a écrit :"), which no program writes."""
_CLOCK: Final = Pattern(r"\d{1,2}\s?[:hH.]\s?\d\d\b|\b(?:19|20)\d\d\b")
_DATE_FIRST: Final = Pattern(r"\d{4}[-/.]\d\d?[-/.]\d\d?\b|\d\d?[-/.]\d\d?[-/.]\d{4}\b")
_CITES: Final = Pattern(r"(?:quoting|citando|zitat von|in article <|citeren) ?\S", re.I)
_STAMP: Final = Pattern(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+(?:à\s)?\d{1,2}[:h]\d\d(?::\d\d)?(?:\s?[AP]M)?", re.I)
_INITIALS: Final = Pattern(r"[A-Z][A-Za-z]{0,3}> ")
_COMPARISON: Final = Pattern(r">=? ?\d[\d.,  ]*(?:%|€|\$|k|m|h\b|ans\b|years\b)")


_COLUMN: Final = Pattern(r"\s{3}(?:To|Pour|A|À)\s?:\s")


def header(text: str) -> str:
    """The role of a header line in any of the languages that mail programs write ("from", "date", "to", "cc", "subject", ...), else ""."""
    colon = text.find(":", 0, 24)
    if colon < 1:
        return ""
    return _HEADERS.get(text[:colon].strip(" *\xa0\u202f\t_").lower(), "")


def mark_quotes(lines: Lines) -> None:
    """Mark what others wrote (QUOTE) and what programs set around it (FRAME)."""
    _mark_signs(lines)
    index, count = 0, len(lines)
    while index < count:
        if lines.kind[index] != OWN:
            index += 1
            continue
        text = lines.text[index]
        end = _frame(lines, index, text)
        if not end:
            index += 1
            continue
        after = lines.next_text(end)
        if after < count and lines.kind[after] == QUOTE:
            index = after
        else:
            lines.mark(end, count, QUOTE)
            return


def _frame(lines: Lines, index: int, text: str) -> int:
    """Where the frame that begins at or around line `index` ends (exclusive), with its lines marked; 0 where there is none."""
    first = text[0]
    if first in "-_=*–—" and _DIVIDER.match(text):
        return _divider(lines, index)
    if ":" not in text:
        return _divider(lines, index) if first in "FfTtRr" and _FORWARDED_BY.match(text) else 0
    if "   " in text and _COLUMN.search(text) and (end := _columns(lines, index)):
        return end
    role = lines.role(index, header)
    if role and (end := _block(lines, index, role)):
        return end
    if text[-1] in ":;" and (end := _attribution(lines, index)):
        return end
    if first in "BbDdMmAaIiFfTtRr" and (_BARE_DIVIDER.match(text) or _FORWARDED_BY.match(text)):
        return _divider(lines, index)
    return 0


def _columns(lines: Lines, index: int) -> int:
    """Lotus Notes to the outside sets sender and date in a column left of the recipients; the line after its subject, 0 where it is none."""
    for look in range(index + 1, min(index + 40, len(lines))):
        if "   " in lines.raw[look] and re.search(r"\s{2}(?:Subject|Objet)\s?:", lines.raw[look]):
            begin = index
            while (
                begin > max(index - 3, 0)
                and lines.kind[begin - 1] == OWN
                and len(lines.text[begin - 1]) <= 40
                and lines.text[begin - 1][-1] not in ".!?,:"
            ):
                begin -= 1
            lines.mark(begin, look + 1, FRAME)
            return look + 1
    return 0


def _mark_signs(lines: Lines) -> None:
    """Lines that begin with a quote sign, and what a mail program broke off them."""
    kind, text = lines.kind, lines.text
    quoted: list[int] = []
    bars: list[int] = []
    for index, line in enumerate(text):
        if not line:
            continue
        first = line[0]
        if first == ">":
            if not _COMPARISON.match(line):
                quoted.append(index)
        elif first == "|" or (line[1:5].find(">") >= 0 and _INITIALS.match(line)):
            bars.append(index)
    for index in quoted:
        if text[index].startswith(">From ") and not (index and kind[index - 1] == QUOTE) and not text[min(index + 1, len(text) - 1)].startswith(">"):
            continue  # an mbox's escaped "From ", not a quote
        kind[index] = QUOTE
    known = set(bars)
    for index in bars:
        table = text[index][0] == "|" and text[index].count("|") > 1
        if not table and (index - 1 in known or index + 1 in known):
            kind[index] = QUOTE
    if quoted:
        _mark_broken_off(lines, quoted)


def _mark_broken_off(lines: Lines, quoted: list[int]) -> None:
    """A quoted line that was too long was broken by the program, its end stands unmarked: a short line, begun small, between two quoted ones."""
    kind, text = lines.kind, lines.text
    last = len(text) - 1
    for index in quoted:
        following = index + 1
        if following >= last or kind[following] != OWN or kind[index] != QUOTE:
            continue
        long = len(lines.raw[index].rstrip()) >= 60 and text[index][-1] not in ".!?:"
        small = text[following][0].islower() or text[following][0] in "<(0123456789"
        if long and small and len(text[following]) <= 40 and kind[following + 1] == QUOTE:
            kind[following] = QUOTE


def _divider(lines: Lines, index: int) -> int:
    """A divider line, its second half where it was wrapped, and the header block below."""
    end = index + 1
    dashed = lines.text[index][0] in "-_=*–—"
    if dashed and lines.text[index][-1] not in "-_=*–—" and end < len(lines) and lines.text[end].endswith("---"):
        end += 1
    lines.mark(index, end, FRAME)
    below = lines.next_text(end)
    if below < len(lines) and lines.kind[below] == OWN and header(lines.text[below]):
        end = _header_end(lines, below)
        lines.mark(below, end, FRAME)
    return end


def _header_end(lines: Lines, index: int) -> int:
    """The line after the last header line of the block at `index`; wrapped address lists belong to it."""
    end, look, budget = index + 1, index + 1, 60
    while look < len(lines) and budget:
        budget -= 1
        text = lines.text[look]
        if lines.role(look, header):
            end = look + 1
        elif (text and not _continues(lines, look)) or (not text and look - end >= 2):
            break
        look += 1
    return end


def _continues(lines: Lines, index: int) -> bool:
    """Whether a line among header lines goes on with the one above (addresses, or a folded line)."""
    text, above = lines.text[index], lines.text[index - 1]
    return "@" in text or "/" in text or above.endswith((",", ";")) or (lines.raw[index][:1] in " \t" and len(text) < 80)


def _roles(lines: Lines, index: int) -> tuple[set[str], int]:
    """The roles in the header block that begins at `index`, and where it ends."""
    end = _header_end(lines, index)
    return {role for look in range(index, end) if (role := lines.role(look, header))}, end


def _block(lines: Lines, index: int, role: str) -> int:
    """A header block of Outlook, a phone, Lotus Notes ... The writer's own memorandum (in capitals, or without a sender and a date) is none."""
    if role not in ("from", "to", "date", "subject"):
        return 0
    text = lines.text[index]
    roles, end = _roles(lines, index)
    if _MEMO.match(text) and text[:4].isupper() and "@" not in text:
        return 0
    begin = index
    if role == "from":
        stamped = _STAMP.search(text) is not None
        if len(roles & {"date", "to", "subject"}) < 2 and not ("to" in roles and stamped):
            return 0
        begin = _firm_above(lines, index) if stamped else index
    else:
        stamp = _stamp_above(lines, index)
        if stamp < 0 and not ({"to", "cc", "subject"} <= roles and role == "to") and not ("from" in roles and len(roles) >= 4):
            return 0
        if len(roles) < 2:
            return 0
        begin = stamp if stamp >= 0 else index
    lines.mark(_rule_above(lines, begin), end, FRAME)
    return end


def _firm_above(lines: Lines, index: int) -> int:
    """`index`, or the indented name of a firm that Lotus Notes prints above the sender."""
    look = index - 1
    while look >= 0 and look > index - 4 and not lines.text[look]:
        look -= 1
    return look if look >= 0 and lines.raw[look][:1] in "\t " and lines.raw[look] and len(lines.text[look]) <= 60 else index


def _rule_above(lines: Lines, index: int) -> int:
    """`index`, or the line of underscores or dashes just above it."""
    look = index - 1
    while look >= 0 and look > index - 3 and not lines.text[look]:
        look -= 1
    if look >= 0 and len(lines.text[look]) >= 5 and not lines.text[look].strip("_-–—= "):
        return look
    return index


def _stamp_above(lines: Lines, index: int) -> int:
    """Lotus Notes writes name and date above the recipients: the line where that begins, -1 where no date stands there."""
    look, seen, stamp = index - 1, 0, -1
    while look >= 0 and seen < 6 and index - look <= 8:
        text = lines.text[look]
        if lines.kind[look] not in (OWN, BLANK) or len(text) > 120:
            break
        if text:
            seen += 1
            if _STAMP.search(text):
                stamp = look
                break
            if not (
                header(text) == "sender" or text.lower().startswith(("please respond", "veuillez répondre", "sent by", "envoyé par")) or seen <= 2
            ):
                break
        look -= 1
    if stamp < 0:
        return -1
    found = _STAMP.search(lines.text[stamp])
    alone = found is not None and found.start() < 4
    name = stamp - 1
    if not alone or name < 0:
        return stamp
    if name and lines.text[name].lower().startswith(("sent by", "envoyé par")):
        name -= 1
    named = lines.kind[name] == OWN and len(lines.text[name]) <= 90 and lines.text[name][-1] not in ".!?,:"
    return name if named else stamp


def attribution(text: str) -> int:
    """How surely `text`, white space squeezed, is what a program sets above a quote: 2 by itself, 1 where a marked quote follows, 0 not at all.
    2 wants who and when: a verb of writing, and a clock, a year or an address ("Le 3 mai 2024 à 10:12, Zoé a écrit :");
    or an address after a date.
    """
    if len(text) > 420 or text[-1] not in ":;":
        return 0
    lowered = text.lower()
    if not any(map(lowered.__contains__, _SIGNS_OF_VERB)):
        return 1 if len(text) <= 120 and _WEAK_VERB.search(text) else 0
    verb = _VERB.search(text)
    opens = _OPENS.match(text) is not None
    dated = any(map(str.isdigit, text))
    if verb is None:
        addressed = text.rstrip(" :;").endswith(">") and "@" in text and "<" in text
        if addressed and dated and (opens or _DATE_FIRST.match(text)):
            return 2
        return 1 if _CITES.match(text) or (addressed and dated) or (len(text) <= 160 and _WEAK_VERB.search(text)) else 0
    if _SAID_TO.search(text):
        return 0
    when = _CLOCK.search(text) is not None
    if dated and ((opens and (when or "@" in text)) or ("@" in text[: verb.start() + 60] and when) or (when and _DATE_FIRST.match(text))):
        return 2
    return 1 if _CITES.match(text) or len(text) - verb.end() <= 120 else 0


def _attribution(lines: Lines, index: int) -> int:
    """An attribution that ends at line `index` and began up to three lines above."""
    joined = ""
    below = lines.next_text(index + 1)
    quoted = below < len(lines) and lines.kind[below] == QUOTE
    for first in range(index, max(index - 4, -1), -1):
        if lines.kind[first] != OWN:
            break
        joined = f"{lines.text[first]} {joined}" if joined else lines.text[first]
        if len(joined) > 420:
            break
        sure = attribution(squeeze(joined))
        if sure == 2 or (sure and quoted and first == index):
            begin = _opening(lines, first, index)
            if not quoted and not _paragraph_begins(lines, begin):
                return 0
            lines.mark(begin, index + 1, FRAME)
            return index + 1
    return 0


def _paragraph_begins(lines: Lines, index: int) -> bool:
    """Whether line `index` begins a paragraph, or the line above ends in a way that no sentence goes on from."""
    return index == 0 or lines.kind[index - 1] != OWN or lines.text[index - 1][-1] in ".!?,:)" or len(lines.text[index - 1]) < 45


def _opening(lines: Lines, first: int, index: int) -> int:
    """Where a wrapped attribution begins: it may match from its second line already ("<z@x> wrote:")."""
    for look in range(first, max(index - 4, -1), -1):
        if lines.kind[look] == BLANK:
            break
        if (
            _OPENS.match(lines.text[look])
            and any(map(str.isdigit, lines.text[look]))
            and attribution(squeeze(" ".join(lines.text[look : index + 1])))
        ):
            return look
    return first
