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
        "date": "date sent sent on envoyé envoye envoyé le date d'envoi gesendet datum verzonden verstuurd enviado fecha enviada em inviato data skickat sendt",
        "to": "to à a pour destinataire destinataires an aan para naar till til do ontvanger empfänger destinatario",
        "cc": "cc copie copie à copia kopie cc à kopia bcc cci",
        "subject": "subject objet sujet betreff onderwerp asunto assunto oggetto ämne emne temat re",
    }.items()
    for name in ([] if role == "" else names.split())
}
_HEADERS.update({"envoyé le": "date", "date d'envoi": "date", "enviada em": "date", "copie à": "cc", "sent on": "date", "reply-to": "cc", "répondre à": "cc"})
_HEADERS.update({"sent by": "sender", "importance": "more", "attachments": "more", "pièces jointes": "more", "priority": "more", "when": "more", "where": "more"})
_MEMO: Final = Pattern(r"(?:MEMO(?:RANDUM)?|NOTE DE SERVICE|FROM|TO|DATE|DE|À|RE|SUBJECT|OBJET)\b")

_DIVIDER: Final = Pattern(
    r"""[-_=*–—>\s]{2,}\s*(?:
        original\s(?:message|appointment|e?mail) | message\s(?:d['’]origine|original|initial|transféré|réexpédié|transmis) | rendez-vous\sd['’]origine
      | (?:e-?mail|courriel)\sd['’]origine | mensaje\s(?:original|reenviado) | messaggio\s(?:originale|inoltrato) | mensagem\s(?:original|encaminhada)
      | (?:original|urspr(?:ü|ue)ngliche|weitergeleitete)[-\s]nachricht | (?:oorspronkelijk|doorgestuurd|origineel)\sbericht
      | (?:forwarded|inline)\smessage | forwarded\s(?:by|with|from|letter|mail) | (?:transféré|réexpédié|réacheminé|retransmis|faire\ssuivre)\spar
      | message\stransféré\spar | forwarded\smessage\sfrom | ursprungligt\smeddelande | original\smeddelelse | doorgestuurd\sdoor | weitergeleitet\svon
    )\b.*""",
    re.I | re.X,
)
_BARE_DIVIDER: Final = Pattern(
    r"""(?: begin\sforwarded\smessage | début\sdu\smessage\s(?:réexpédié|transféré) | message\stransféré | anfang\sder\sweitergeleiteten\s(?:nachricht|e-?mail)
      | begin\s(?:doorgestuurd\sbericht|van\sdoorgestuurd\sbericht) | inicio\sdel\smensaje\sreenviado | inizio\smessaggio\sinoltrato
    )\s?:? $""",
    re.I | re.X,
)
_FORWARDED_BY: Final = Pattern(r"(?:forwarded|transféré|réexpédié) (?:by|par) .{1,120}(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})", re.I)

_VERB: Final = (
    r"(?:wrote|writes|writing|has written|said|a écrit|écrit|écrivait|a ecrit|schrieb|schreef|geschreven|escribió|escribio|ha scritto|scrisse|escreveu|skrev|napisał\(?a?\)?)"
)
_STRONG: Final = Pattern(
    rf"""(?: (?:on|le|am|op|el|il|em|at|den|dia|dnia|vom|du|a\sla\sdate\sdu)\s (?=.{{0,120}}\d) .{{4,380}} {_VERB}\b.{{0,120}} [:;]
      | (?=.{{0,300}}\d) .{{0,160}}<?[^\s<>@]+@[^\s<>@]+>? .{{0,160}} \b{_VERB}\b .{{0,80}} :
      | \d{{4}}[-/.]\d\d?[-/.]\d\d?\b .{{0,200}} <[^\s<>]+@[^\s<>]+> .{{0,20}} :
      | (?:quoting|citando|zitat\svon|in\sarticle\s<|citeren) .{{1,200}} :
      | (?:on|le)\s (?=.{{0,60}}\d) .{{4,200}} <[^\s<>]+@[^\s<>]+> \s? :
      | \S.{{1,80}}\s (?:on|le)\s\d\d?[/.-]\d\d?[/.-]\d{{2,4}}.{{0,40}} \b{_VERB}\b .{{0,20}} :
    )\s*$""",
    re.I | re.X,
)
_WEAK: Final = Pattern(rf"(?:-{{2,}} )?\S.{{0,120}}\b{_VERB} ?(?:[(\[].{{0,60}}[)\]])? ?:$", re.I)
_OPENS: Final = Pattern(r"(?:on|le|am|op|el|il|em|at|den|dia|dnia|du|\d{4}[-/.]\d)\b", re.I)
_STAMP: Final = Pattern(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+(?:à\s)?\d{1,2}[:h]\d\d(?::\d\d)?(?:\s?[AP]M)?", re.I)
_INITIALS: Final = Pattern(r"[A-Z][A-Za-z]{0,3}> ")
_COMPARISON: Final = Pattern(r">=? ?\d[\d.,  ]*(?:%|€|\$|k|m|h\b|ans\b|years\b)")


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
    role = header(text)
    if role and (end := _block(lines, index, role)):
        return end
    if text[-1] in ":;" and (end := _attribution(lines, index)):
        return end
    if first in "BbDdMmAaIiFfTtRr" and (_BARE_DIVIDER.match(text) or _FORWARDED_BY.match(text)):
        return _divider(lines, index)
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
        elif first == "|":
            bars.append(index)
        elif line[1:5].find(">") >= 0 and _INITIALS.match(line):
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
        if header(text):
            end = look + 1
        elif text and not _continues(lines, look):
            break
        elif not text and look - end >= 2:
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
    return {role for look in range(index, end) if (role := header(lines.text[look]))}, end


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
        if len(roles & {"date", "to", "subject"}) < 2 and not ("to" in roles and _STAMP.search(text)):
            return 0
    else:
        stamp = _stamp_above(lines, index)
        if stamp < 0 and not ({"to", "cc", "subject"} <= roles and role == "to") and not ("from" in roles and len(roles) >= 4):
            return 0
        if len(roles) < 2:
            return 0
        begin = stamp if stamp >= 0 else index
    lines.mark(_rule_above(lines, begin), end, FRAME)
    return end


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
            if not (header(text) == "sender" or text.lower().startswith(("please respond", "veuillez répondre", "sent by", "envoyé par")) or seen <= 2):
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


def _attribution(lines: Lines, index: int) -> int:
    """An attribution that ends at line `index` and began up to three lines above."""
    if lines.text[index].endswith("-:"):
        return 0
    joined = ""
    for first in range(index, max(index - 4, -1), -1):
        if lines.kind[first] != OWN:
            break
        joined = f"{lines.text[first]} {joined}" if joined else lines.text[first]
        if len(joined) > 420:
            break
        plain = squeeze(joined)
        if _STRONG.match(plain) and (first == index or _OPENS.match(lines.text[first]) or "@" in plain):
            opened = _opening(lines, first, index)
            lines.mark(opened, index + 1, FRAME)
            return index + 1
    below = lines.next_text(index + 1)
    if below < len(lines) and lines.kind[below] == QUOTE and _WEAK.match(squeeze(lines.text[index])):
        lines.mark(index, index + 1, FRAME)
        return index + 1
    return 0


def _opening(lines: Lines, first: int, index: int) -> int:
    """Where a wrapped attribution begins: it may match from its second line already ("<z@x> wrote:")."""
    for look in range(first, max(index - 4, -1), -1):
        if lines.kind[look] == BLANK:
            break
        if _OPENS.match(lines.text[look]) and any(map(str.isdigit, lines.text[look])):
            return look
    return first
