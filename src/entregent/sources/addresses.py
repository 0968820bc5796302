"""Address headers (RFC 5322 section 3.4) as they are, and as archives disfigure them.

Split before decoding: an encoded name may hold a comma. Everything here is linear in the header's length.
"""

from __future__ import annotations

import re
from functools import lru_cache

from entregent.model.mail import Address
from entregent.sources.headers import words

MOST = 2_000
"""Recipients that are kept of one field. A message to more people than that is no correspondence."""

NOBODY = Address("", "")

_SIMPLE = re.compile(r"""\s*(?:"([^"\\]*)"|([^"<>,;:()\\]*?))\s*<\s*([^\s<>,;:"()\\@]+@[^\s<>,;:"()\\@]+)\s*>\s*\Z""")
_BARE = re.compile(r"""\s*([^\s<>,;:"()\\@]+@[^\s<>,;:"()\\@]+)\s*\Z""")
_COMMENTED = re.compile(r"""\s*([^\s<>,;:"()\\@]+@[^\s<>,;:"()\\@]+)\s*\(([^()\\]*)\)\s*\Z""")
_TOKEN = re.compile(r"""("(?:[^"\\]|\\.)*")|(\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))|(<[^<>]*>)|([,;:])|([^"(<,;:]+)|(.)""", re.S)
_AT = re.compile(r"\s+(?:at|AT|chez)\s+|\s*(?:\(at\)|\[at\]|\{at\}|<at>|\(arobase\)|\[arobase\]|&#64;|_at_(?=[\w-]+\.))\s*", re.I)
_DOT = re.compile(r"\s*(?:\(dot\)|\[dot\]|\{dot\}|\(point\)|\[point\])\s*|\s+dot\s+", re.I)
_MASKED = re.compile(r"@end\|ng \|rom|@ending from|@using|\|end\|ng", re.I)
_PLAIN = re.compile(r"[\w.+'&%!#$*/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+\.?\Z")
_SPELLED = frozenset({"at", "dot", "arobase", "point"})
_ESCAPE = re.compile(r"\\(.)")
_MAILTO = re.compile(r"(?:mailto|smtp):", re.I)


def parse(values: list[str]) -> tuple[Address, ...]:
    """The mailboxes of a field's values, groups flattened, in order, the same address once. Names are decoded, addresses lower-cased.

    What is no address becomes a name without one: a person whom the archive does not give an address is a person still.
    """
    if len(values) == 1:
        one = _one(values[0])
        if one is not None:
            return (one,)
    found: dict[tuple[str, str], Address] = {}
    for value in values:
        for address in _each(value) if len(value) > 2_000 else _each_again(value):
            key = (address.email, "" if address.email else address.name)
            known = found.get(key)
            if known is None:
                if len(found) >= MOST:
                    return tuple(found.values())
                found[key] = address
            elif not known.name and address.name:
                found[key] = address
    return tuple(found.values())


@lru_cache(maxsize=4_096)
def _each_again(value: str) -> tuple[Address, ...]:
    """People write to the same circles over and over."""
    return tuple(_each(value))


def _each(value: str) -> list[Address]:
    if '"' not in value and "(" not in value and ":" not in value and ";" not in value and "\\" not in value:
        listed = []
        for piece in value.split(","):
            if piece and not piece.isspace():
                one = _one(piece)
                if one is None:
                    break
                listed.append(one)
                if len(listed) > MOST:
                    return listed
        else:
            return listed
    return _grammar(value)


@lru_cache(maxsize=16_384)
def _one(value: str) -> Address | None:
    """A single mailbox of one of the regular forms, else None. No mailbox is longer than a line (998), and patterns with blanks take their time."""
    if len(value) > 998:
        return None
    match = _BARE.match(value)
    if match:
        return Address("", match[1].lower())
    match = _SIMPLE.match(value)
    if match:
        return Address(name_of(match[1] or match[2] or ""), match[3].lower())
    match = _COMMENTED.match(value)
    return Address(name_of(match[2]), match[1].lower()) if match else None


def _grammar(value: str) -> list[Address]:
    """The whole grammar, by tokens: quoted strings, comments, angle brackets, groups, and what should not be there."""
    listed: list[Address] = []
    phrase: list[str] = []
    comments: list[str] = []
    angle: str | None = None
    for quoted, comment, bracket, mark, text, stray in _TOKEN.findall(value):
        if quoted:
            phrase.append(_ESCAPE.sub(r"\1", quoted[1:-1]) if "@" not in quoted or angle is not None else quoted)
        elif comment and comment.strip("( )").lower() in _SPELLED:
            phrase.append(comment)
        elif comment:
            comments.append(_ESCAPE.sub(r"\1", comment[1:-1]))
        elif bracket:
            if angle is None:
                angle = bracket[1:-1]
        elif mark == ":":
            if angle is None and not _MAILTO.match("".join(phrase).strip()[-7:] + ":") and "@" not in "".join(phrase):
                phrase, comments = [], []  # the name of a group
            else:
                phrase.append(mark)
        elif mark:
            _add(listed, phrase, comments, angle)
            if len(listed) > MOST:
                return listed
            phrase, comments, angle = [], [], None
        else:
            phrase.append(text or stray)
    _add(listed, phrase, comments, angle)
    return listed


def _add(listed: list[Address], phrase: list[str], comments: list[str], angle: str | None) -> None:
    said = " ".join("".join(phrase).split())
    if angle is not None:
        email = address_of(angle)
        name = name_of(said) or (name_of(comments[0]) if comments else "")
        if email and name and listed and not listed[-1].email and len(listed[-1].name.split()) < 3 and len(name.split()) < 4:
            name = f"{listed.pop().name}, {name}"  # "Fields, Sam <sam@x>" without the quotation marks that its comma needs
        if email or name:
            listed.append(Address(name, email))
        return
    if not said:
        if comments:
            listed.append(Address(name_of(comments[0]), ""))
        return
    email = address_of(said)
    if email:
        listed.append(Address(name_of(comments[0]) if comments else "", email))
        return
    masked = bool(_MASKED.search(said))
    name = name_of(comments[0]) if comments else "" if masked else name_of(said)
    if name and name.lower() not in _NO_NAMES:
        listed.append(Address(name, ""))


_NO_NAMES = frozenset(
    {"undisclosed-recipients", "undisclosed recipients", "recipient list not shown", "unlisted-recipients", "destinataires inconnus", "<>", "<"}
)


def address_of(text: str) -> str:
    """The lower-cased address in `text`, "" where there is none.

    Takes source routes (`<@a,@b:c@d>`), `mailto:`, quoted local parts, and the masks of list archives ("zoe at example.org",
    "zoe (at) example dot org"). X.400 paths (`/O=ENRON/OU=NA/CN=...`) and addresses masked beyond recovery are none.
    """
    text = text.strip()
    if len(text) > 998:
        return ""
    text = _MAILTO.sub("", text, count=1)
    if _MASKED.search(text) or text[:3].upper() in ("/O=", "/CN"):
        return ""
    if text.startswith("@") and ":" in text:
        text = text.rpartition(":")[2].strip()
    if "@" not in text or " " in text:
        text = _plainly(text)
    local, at, domain = text.rpartition("@")
    if not at or not domain or not local or (" " in text and not local.startswith('"')) or "/" in domain:
        return ""
    if "/" in local and "=" not in local and "." not in domain:
        return ""  # a Notes path: Kenneth Lay/Corp/Enron@ENRON
    return text.strip(".'").lower() if not local.startswith('"') else text.lower()


def _plainly(text: str) -> str:
    """`zoe at example.org` and its kin as an address, where the result is one; else the text as it is."""
    if "@" in text:
        squeezed = re.sub(r"\s*([@.])\s*", r"\1", text)
        return squeezed if _PLAIN.match(squeezed) else text
    unmasked = _DOT.sub(".", _AT.sub("@", text, count=1)).replace(" ", "")
    return unmasked if _PLAIN.match(unmasked) else text


def name_of(text: str) -> str:
    """A display name: decoded, blanks single, quotes around it gone; "" where it is nothing but an address."""
    if "=?" in text:
        text = words(text[:10_000])
    text = " ".join(text[:1_000].split())
    while len(text) > 1 and text[0] in "'\"‘“" and text[-1] in "'\"’”":
        text = text[1:-1].strip()
    if text.startswith(("'", '"')) and text.count(text[0]) == 1:
        text = text[1:]
    if "@" in text:
        text = _notes_name(text)
    return text.strip(" ,;")


def _notes_name(text: str) -> str:
    """The person of a name that holds an address: `Ken Lay@ENRON`, `Zoe <zoe@x.org>@ENRON`, `Zoe Lay/Corp/Enron`, `zoe@x.org`."""
    before, bracket, _ = text.partition("<")
    if bracket and before.strip():
        return name_of(before)
    local, _, domain = text.partition("@")
    if "." not in domain and " " in local.strip():
        return name_of(local.partition("/")[0])
    return ""


def exported_sender(values: list[str], sender: Address) -> Address:
    """The sender with the name that an exporter kept apart where it fits the address: Enron's own From has "pr" for "Palmer, Mark A. (PR)"."""
    given = next((name for value in values for name, _ in _exported(value) if name), "")
    if not given or (sender.name and not _bears(given, sender.email)):
        return sender
    return Address(given, sender.email) if _bears(given, sender.email) or not sender.email else sender


def exported(values: list[str], addresses: tuple[Address, ...]) -> tuple[Address, ...]:
    """`addresses` with the display names that an exporter kept apart (Enron's X-From, X-To, X-cc), by position where the counts agree,
    else by the address or its local part. Names that fit nobody are dropped: a wrong name is worse than none; and so are addresses that the
    exporter made of half a name ("'okafor@corp.example" of "'Okafor, Ruth' <ruth@home.example>").
    """
    addresses = tuple(one for one in addresses if not one.email.startswith("'")) or tuple(Address(one.name, "") for one in addresses if one.name)
    names = [pair for value in values for pair in _exported(value)]
    if not names or not addresses:
        return addresses
    if len(names) == len(addresses):
        return tuple(
            Address(given or name, email) if _bears(given, email) else Address(name, email)
            for (name, email), (given, _) in zip(addresses, names, strict=True)
        )
    by_email = {email: given for given, email in names if email and given}
    by_local = {".".join(given.lower().replace(".", "").split()): given for given, _ in names if given}
    return tuple(Address(name or by_email.get(email, "") or by_local.get(email.partition("@")[0], ""), email) for name, email in addresses)


_X_SPLIT = re.compile(r"(?<=[>])(?:@ENRON\w*)?\s*,\s*", re.I)
_X_PART = re.compile(r"""\s*(.*?)\s*(?:<([^<>]*)>)?(?:@ENRON\w*)?(?:\s*<[^<>]*>)?\s*\Z""", re.I | re.S)


def _exported(value: str) -> list[tuple[str, str]]:
    """(name, address) pairs of an exporter's field. "Last, First </O=...>" has an unquoted comma; lists without brackets have none."""
    value = value[:200_000]
    parts = _X_SPLIT.split(value) if "<" in value else value.split(",")
    return [_exported_one(part) for part in parts[: MOST * 2] if part and not part.isspace()]


@lru_cache(maxsize=16_384)
def _exported_one(part: str) -> tuple[str, str]:
    match = _X_PART.match(part[:2_000])
    if match is None:
        return "", ""
    return name_of(match[1].replace('"', "")), address_of(match[2] or "") or address_of(match[1].strip("' "))


@lru_cache(maxsize=16_384)
def _bears(name: str, email: str) -> bool:
    """Whether a name can be that of an address: a word of it stands in the local part, or the local part shows its letters."""
    if not name or not email:
        return bool(name)
    local = email.partition("@")[0].lower()
    parts = [part for part in re.split(r"[\s.,'_-]+", name.lower()) if part]
    return any(len(part) > 2 and part[:4] in local for part in parts) or all(part[0] in local for part in parts[:3])
