"""One message in the form of its program: header fields, text, HTML, attachments."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC

from tools.demo_mail import odd_forms, pages
from tools.demo_mail.calendar_words import header_date
from tools.demo_mail.mime import Part, digest, encoded, file_name, fold, multipart, text_part, uuid
from tools.demo_mail.quoting import Composed, attribution_wrapped, compose, program_of, wrapped
from tools.demo_mail.script import Actor, Script, bare

Fields = list[tuple[str, str]]
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
AGENTS = {
    "thunderbird": ("User-Agent", "Mozilla Thunderbird"),
    "apple": ("X-Mailer", "Apple Mail (2.3774.600.62)"),
    "iphone": ("X-Mailer", "iPhone Mail (21F90)"),
    "roundcube": ("User-Agent", "Roundcube Webmail/1.6.6"),
    "mutt": ("User-Agent", "Mutt/2.2.12 (2023-09-09)"),
}
SUBJECTS = {
    "gmail": ("UTF-8", "B"),
    "outlook": ("iso-8859-1", "Q"),
    "outlook-web": ("iso-8859-1", "Q"),
    "apple": ("utf-8", "Q"),
    "iphone": ("utf-8", "Q"),
}


@dataclass(slots=True)
class World:
    """All scripts, and what has been composed of them so far, oldest first: an answer quotes what its writer saw."""

    scripts: dict[str, Script]
    me: Actor
    composed: dict[str, Composed] = field(default_factory=dict)

    def run(self) -> None:
        """Composes everything."""
        for key, script in self.scripts.items():
            origin = self.scripts.get(script.parent or script.forwards)
            seen = self.composed[origin.key].lines if origin else ()
            self.composed[key] = compose(script, origin, seen)

    def chain(self, script: Script) -> tuple[str, ...]:
        """The message ids above it, the oldest first."""
        if not script.parent or "unthreaded" in script.form:
            return ()
        parent = self.scripts[script.parent]
        return (*self.chain(parent), message_id(parent))


def message_id(script: Script) -> str:
    """The Message-ID, brackets included, as the sender's program makes them."""
    domain, mark = script.sender.address.split("@")[1], digest("id", script.key)
    program = program_of(script)
    if program == "gmail":
        return f"<CA+{base64.urlsafe_b64encode(bytes.fromhex(mark)).decode().rstrip('=')}=w@mail.{domain}>"
    if program in ("outlook", "outlook-web"):
        server = f"AM{int(mark[:2], 16) % 9}PR{int(mark[2:4], 16) % 10}4MB{int(mark[4:8], 16) % 9000 + 1000}"
        return f"<{server}{mark[8:38].upper()}@{server}.eurprd04.prod.{domain}>"
    if program == "mutt":
        return f"<{script.when.astimezone(UTC):%Y%m%d%H%M%S}.GA{int(mark[:4], 16)}@kettle.{domain}>"
    if program in ("apple", "iphone"):
        return f"<{uuid('id', script.key)}@{domain}>"
    if program == "thunderbird":
        return f"<{uuid('id', script.key).lower()}@{domain}>"
    return f"<{mark[:32]}@{domain}>"


def mailbox(actor: Actor, program: str) -> str:
    """`Name <address>` as a header field has it."""
    if program == "machine":
        return f"<{actor.address}>"
    return f"{phrase(actor.name, program, quoted=True)} <{actor.address}>"


def phrase(text: str, program: str, *, quoted: bool = False) -> str:
    """Encoded in the program's way; UTF-8 where its charset lacks a letter."""
    charset, method = SUBJECTS.get(program, ("UTF-8", "Q"))
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        charset, method = "utf-8", "B"
    if program == "outlook" and quoted and text.isascii():
        return f'"{text}"' if "," in text else text
    return encoded(text, charset, "Q" if quoted else method, quoted=quoted)


def fields_of(script: Script, world: World) -> Fields:
    """The header fields of the message itself, in the order of its program; those of the body apart."""
    program = program_of(script)
    above = world.chain(script)
    threading: Fields = [("References", " ".join(above)), ("In-Reply-To", above[-1])] if above else []
    people: Fields = [("To", ", ".join(mailbox(actor, program) for actor in script.to))]
    if script.cc:
        people.append(("Cc", ", ".join(mailbox(actor, program) for actor in script.cc)))
    sender, subject = ("From", mailbox(script.sender, program if program != "machine" else "")), ("Subject", phrase(script.subject, program))
    when, ident, version = ("Date", header_date(script.when)), ("Message-ID", message_id(script)), ("MIME-Version", "1.0")
    agent: Fields = [AGENTS[program]] if program in AGENTS else []
    if program == "gmail":
        return [version, *threading, sender, when, ident, subject, *people]
    if program in ("outlook", "outlook-web"):
        topic: Fields = [("Thread-Topic", phrase(bare(script.subject), program)), ("Thread-Index", _index(script, world))]
        tongue = {"en": "en-GB", "fr": "fr-FR", "nl": "nl-NL"}[script.sender.language]
        marks = [("Accept-Language", f"{tongue}, en-US"), ("Content-Language", tongue), ("X-MS-Has-Attach", "yes" if script.attach else "")]
        return [sender, *people, subject, *topic, when, ident, *threading, *marks, version]
    if program in ("apple", "iphone"):
        version = ("Mime-Version", "1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))" if program == "apple" else "1.0 (1.0)")
        return [sender, version, subject, when, ident, *threading[1:], *threading[:1], *people, *agent]
    if program == "thunderbird":
        return [ident, when, version, *agent, subject, *people, *threading, ("Content-Language", script.sender.language), sender]
    return [*_machine(script), when, sender, *people, subject, ident, *threading, version, *agent]


def _machine(script: Script) -> Fields:
    """What bulk mail, automatic mail and filtered mail say of themselves."""
    domain = script.sender.address.split("@")[1]
    found: Fields = []
    if "bulk" in script.form:
        found += [
            ("Precedence", "bulk"), ("List-Unsubscribe", f"<{_way_out(script)}>, <mailto:out@{domain}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), ("Feedback-ID", f"{digest(domain)[:8]}:news:{domain}"),
        ]  # fmt: skip
    if script.form & {"machine", "auto", "bounce"}:
        found.append(("Auto-Submitted", "auto-generated" if "machine" in script.form else "auto-replied"))
    if "auto" in script.form:
        found.append(("X-Auto-Response-Suppress", "All"))
    if "spam" in script.form:
        found += [("X-Spam-Flag", "YES"), ("X-Spam-Status", "Yes, score=9.3 required=5.0")]
    return found


def _way_out(script: Script) -> str:
    return f"https://{script.sender.address.split('@')[1]}/out/{digest(script.key)[:12]}"


def _index(script: Script, world: World) -> str:
    """Outlook's Thread-Index: 22 bytes for the conversation, 5 for each answer in it."""
    above = world.chain(script)
    root = bytes.fromhex(digest("index", above[0] if above else message_id(script)))
    return base64.b64encode(root + b"\x01\xda" + b"".join(bytes.fromhex(digest(ident)[:10]) for ident in above)).decode()


def body_of(script: Script, world: World) -> Part:
    """The body part: text, alternatives, attachments."""
    odd = odd_forms.body_of(script, world.composed[script.key])
    if odd is not None:
        return odd
    main = _text(script, world.composed[script.key])
    if not script.attach:
        return main
    parts = [main, *(_attachment(name, program_of(script)) for name in script.attach)]
    return multipart("mixed", parts, _boundary(script, "mixed"))


def _text(script: Script, message: Composed) -> Part:
    program = program_of(script)
    plain = "\n".join(message.lines)
    if program == "gmail":
        lead = "\n".join(attribution_wrapped(message.lead[0])) if len(message.lead) == 1 else ""
        text = "\n".join(wrapped(message.lines, 74, soft=False))
        if lead and message.lead[0]:
            text = text.replace("\n".join(wrapped(message.lead, 74, soft=False)), lead, 1)
        parts = [text_part(text, "UTF-8", "flexible"), text_part(pages.gmail(message), "UTF-8", "quoted-printable", "html")]
        return multipart("alternative", parts, _boundary(script, "alternative"))
    if program in ("outlook", "outlook-web"):
        return _outlook(script, message, plain)
    if program in ("bulk", "bulk-html") or "html-only" in script.form:
        page = text_part(pages.bulk(message, script.subject, _way_out(script), script.sender.language), "utf-8", "quoted-printable", "html")
        if program != "bulk":
            return page
        return multipart("alternative", [text_part(plain, "utf-8", "quoted-printable"), page], _boundary(script, "alternative"))
    if program == "thunderbird":
        return text_part("\n".join(wrapped(message.lines, 72, soft=True)), "UTF-8", "8bit", extra="; format=flowed")
    if program == "roundcube":
        return text_part("\n".join(wrapped(message.lines, 72, soft=False)), "ISO-8859-15", "8bit")
    if program == "mutt":
        return text_part("\n".join(wrapped(message.lines, 72, soft=False)), "utf-8", "8bit")
    return text_part(plain, "utf-8", "base64" if program == "iphone" and not plain.isascii() and len(plain) < 300 else "quoted-printable")


def _outlook(script: Script, message: Composed, plain: str) -> Part:
    """Western European text quoted-printable, or UTF-8 in base64 where the conversation left Latin-1."""
    try:
        plain.encode("windows-1252")
        charset, method = ("iso-8859-1", "quoted-printable") if _latin(plain) else ("Windows-1252", "quoted-printable")
    except UnicodeEncodeError:
        charset, method = "utf-8", "base64"
    logo = f"image001.png@{digest('logo', script.key)[:16].upper()}" if script.sender.logo else ""
    page = pages.outlook(message, script.sender.language, web=script.sender.program == "outlook-web", logo=logo)
    halves = [text_part(plain, charset, method), text_part(page.replace("CHARSET", charset.lower()), charset, method, "html")]
    both = multipart("alternative", halves, _boundary(script, "alternative"))
    if not logo:
        return both
    fields = (
        ("Content-Type", 'image/png; name="image001.png"'), ("Content-Disposition", 'inline; filename="image001.png"'),
        ("Content-ID", f"<{logo}>"), ("Content-Transfer-Encoding", "base64"),
    )  # fmt: skip
    image = Part(fields, base64.encodebytes(PNG))
    return multipart("related", [both, image], _boundary(script, "related"), extra=' type="multipart/alternative";')


def _latin(text: str) -> bool:
    try:
        text.encode("iso-8859-1")
    except UnicodeEncodeError:
        return False
    return True


def _boundary(script: Script, use: str) -> str:
    mark, program = digest("boundary", script.key, use), program_of(script)
    if program == "gmail":
        return f"000000000000{mark[:16]}"
    if program in ("outlook", "outlook-web"):
        return f"_00{ {'mixed': 4, 'related': 5}.get(use, 0) }_{mark[:32].upper()}_"
    if program in ("apple", "iphone"):
        return f"Apple-Mail{'=_' if program == 'apple' else '-'}{uuid(mark)}"
    return f"------------{mark[:24]}" if program == "thunderbird" else f"=_{mark[:32]}"


def _attachment(name: str, program: str) -> Part:
    kind, data = {
        "png": ("image/png", PNG), "pdf": ("application/pdf", pdf(name)), "csv": ("text/csv", f"n°;désignation;quantité\n1;{name};12\n".encode()),
    }[name.rsplit(".", 1)[1]]  # fmt: skip
    typed, filed = file_name(name, program)
    fields = (("Content-Type", kind + typed), ("Content-Disposition", "attachment" + filed), ("Content-Transfer-Encoding", "base64"))
    return Part(fields, base64.encodebytes(data))


def pdf(title: str) -> bytes:
    """The smallest honest PDF: one page that bears its name."""
    shown = title.encode("latin-1", "replace").replace(b"\\", b"").replace(b"(", b"[").replace(b")", b"]")
    stream = b"BT /F1 18 Tf 60 760 Td (" + shown + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def message_bytes(script: Script, world: World, extra: Fields, part: Part | None = None) -> bytes:
    """The whole message with LF line ends; `extra`: what servers put above it."""
    part = part or body_of(script, world)
    fields = [*extra, *fields_of(script, world)]
    head = "\n".join(fold(name, value) for name, value in fields)
    tail = "\n".join(f"{name}: {value}" for name, value in part.fields)
    return f"{head}\n{tail}\n\n".encode("ascii") + part.content
