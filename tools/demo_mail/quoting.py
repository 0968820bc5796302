"""How each program signs, quotes and wraps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.demo_mail.calendar_words import apple_date, gmail_date, header_date, long_date, seen_from

if TYPE_CHECKING:
    from tools.demo_mail.script import Actor, Script

NBSP = "\u00a0"
RULE = "_" * 32
PHONE = {"en": "Sent from my iPhone", "fr": "Envoyé de mon iPhone"}
BLOCK = {
    "en": ("From:", "Sent:", "To:", "Cc:", "Subject:"),
    "fr": (f"De{NBSP}:", f"Envoyé{NBSP}:", f"À{NBSP}:", f"Cc{NBSP}:", f"Objet{NBSP}:"),
    "nl": ("Van:", "Verzonden:", "Aan:", "CC:", "Onderwerp:"),
}
FORWARD = {
    "thunderbird": ("-------- Message transféré --------", (("Sujet :", "s"), ("Date :", "d"), ("De :", "f"), ("Pour :", "t"))),
    "gmail": ("---------- Forwarded message ---------", (("From:", "f"), ("Date:", "d"), ("Subject:", "s"), ("To:", "t"))),
}


@dataclass(frozen=True, slots=True)
class Composed:
    """A message before it becomes bytes: lines as the writer sees them, unwrapped. `lead`: what introduces the quote (an attribution, or a header
    block), `quoted`: the quoted message's lines without marks; `footer`: what the server adds below everything."""

    own: tuple[str, ...]
    signature: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    style: str = "marks"

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, as its reader sees it and as an answer to it quotes it."""
        own = [*self.own, *(["", *self.signature] if self.signature else [])]
        marked = [mark(line) for line in self.quoted]
        if not self.lead:
            whole = own
        elif self.style == "block":
            whole = [*own, "", *self.lead, "", *self.quoted]
        elif self.style == "inside":
            whole = [*own, "", *(mark(line) for line in self.lead), "> ", *marked]
        elif self.style == "below":
            whole = [*self.lead, *marked, "", *own]
        else:
            whole = [*own, "", *self.lead, *([""] if self.style == "spaced" else []), *marked]
        return (*whole, *(["", *self.footer] if self.footer else []))


def corrected(text: str, program: str, language: str) -> str:
    """What the program makes of typed text while it is typed: round apostrophes in Outlook and on telephones; in French Outlook no-break
    spaces before double signs and within guillemets."""
    if program in ("outlook", "outlook-web", "iphone"):
        text = text.replace("'", "’")
    if program == "outlook" and language == "fr":
        text = re.sub(r" (?=[?!:;»])|(?<=«) ", NBSP, text)
    return text


def mark(line: str) -> str:
    """A quoted line."""
    if line.startswith(">"):
        return ">" + line
    return f"> {line}" if line else ">"


def program_of(script: Script) -> str:
    """The program that writes this message."""
    return "iphone" if "phone" in script.form else script.sender.program


def compose(script: Script, origin: Script | None, quoted: tuple[str, ...]) -> Composed:
    """The message with its quote. `origin`: what it answers or forwards, whose lines `quoted` are."""
    program, actor = program_of(script), script.sender
    own = tuple(corrected(script.body, program, actor.language).split("\n"))
    footer = tuple(actor.footer.split("\n")) if actor.footer and program == actor.program else ()
    quotes = origin is not None and not script.form & {"noquote", "interleaved", "unthreaded"}
    if origin is not None and "interleaved" in script.form:
        own = (_attribution(origin, script, program), *own)
    signature = _signature(script, program, first=not script.parent)
    if not quotes or origin is None:
        return Composed(own, signature, footer=footer)
    if script.forwards:
        return Composed(own, signature, _forward(origin, program), quoted, footer, "block")
    lead: tuple[str, ...] = (_attribution(origin, script, program),)
    style = {"apple": "inside", "iphone": "inside", "gmail": "spaced", "mutt": "below"}.get(program, "marks")
    if program in ("outlook", "outlook-web"):
        lead, style = _block(origin, script, ruled=program == "outlook-web"), "block"
    return Composed(own, signature, lead, quoted, footer, style)


def _signature(script: Script, program: str, *, first: bool) -> tuple[str, ...]:
    actor = script.sender
    if program == "iphone":
        return () if script.form & {"noquote"} else ("", PHONE[actor.language])
    if "nosig" in script.form or actor.signs == "never" or (actor.signs == "first" and not first):
        return ()
    dashes = ("-- ",) if program in ("thunderbird", "mutt", "gmail", "roundcube") else ()
    return (*dashes, *actor.signature.split("\n"))


def named(actor: Actor) -> str:
    """`Name <address>`."""
    return f"{actor.name} <{actor.address}>"


def _attribution(origin: Script, script: Script, program: str) -> str:
    language, who = script.sender.language, origin.sender
    moment = seen_from(origin.when, script.sender.zone_on(script.when.date()))
    wrote = {"en": "wrote:", "fr": f"a écrit{NBSP}:", "nl": "schreef:"}[language]
    if program == "gmail":
        return f"{gmail_date(moment, language)}, {named(who)} {wrote}"
    if program in ("apple", "iphone"):
        return f"{apple_date(moment, language)}, {named(who)} {wrote}"
    if program == "mutt":
        return f"On {header_date(origin.when)[:16]} at {origin.when:%I:%M:%S%p %z}, {who.name} wrote:"
    if program == "roundcube":
        return f"Le {moment:%Y-%m-%d %H:%M}, {who.name} a écrit :"
    if language == "fr":
        return f"Le {moment:%d/%m/%Y à %H:%M}, {who.name} a écrit{NBSP}:"
    return f"On {moment:%d/%m/%Y %H:%M}, {who.name} wrote:"


def _block(origin: Script, script: Script, *, ruled: bool) -> tuple[str, ...]:
    """Outlook's header block."""
    language = script.sender.language
    words = BLOCK[language]
    moment = seen_from(origin.when, script.sender.zone_on(script.when.date()))
    lines = [
        f"{words[0]} {named(origin.sender)}",
        f"{words[1]} {long_date(moment, language)}",
        f"{words[2]} {'; '.join(named(actor) for actor in origin.to)}",
    ]
    if origin.cc:
        lines.append(f"{words[3]} {'; '.join(named(actor) for actor in origin.cc)}")
    lines.append(f"{words[4]} {origin.subject}")
    return (*([RULE] if ruled else [""]), *lines)


def _forward(origin: Script, program: str) -> tuple[str, ...]:
    title, words = FORWARD.get(program, FORWARD["gmail"])
    told = {"s": origin.subject, "d": header_date(origin.when), "f": named(origin.sender), "t": ", ".join(map(named, origin.to))}
    return (title, *(f"{word} {told[which]}" for word, which in words))


def wrapped(lines: tuple[str, ...], width: int, *, soft: bool) -> list[str]:
    """Lines of at most `width`, broken at plain blanks; quote marks are repeated. `soft`: the breaks and stuffing of format=flowed (RFC 3676)."""
    out: list[str] = []
    for line in lines:
        marks = re.match(r"(?:>+ ?)*", line)
        prefix = marks[0] if marks else ""
        rest = line[len(prefix) :]
        if line != "-- ":
            rest = rest.rstrip(" ")
        pieces = _broken(rest, width - len(prefix))
        if soft:
            pieces = [piece + " " for piece in pieces[:-1]] + pieces[-1:]
            if not prefix:
                pieces = [" " + piece if piece.startswith((" ", ">", "From ")) else piece for piece in pieces]
        out += [prefix + piece if piece else prefix.rstrip() for piece in pieces]
    return out


def _broken(text: str, width: int) -> list[str]:
    if len(text) <= width or text == "-- ":
        return [text]
    pieces, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            pieces.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*pieces, line]


def attribution_wrapped(line: str) -> list[str]:
    """Gmail breaks its own attribution before 80 columns, behind the opening bracket if need be."""
    if len(line) <= 78:
        return [line]
    cut = line.find("<")
    if cut < 0 or cut > 77:
        return _broken(line, 78)
    return [line[: cut + 1], *_broken(line[cut + 1 :], 78)]
