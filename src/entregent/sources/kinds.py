"""Who wrote: a person, a list, or a machine (Message.kind), told from headers and address shapes, and of the words of the body by nothing but the
line that tells how to be written to no more: archives lose headers, that line they keep.

Sources: RFC 2919 (List-Id), RFC 2369 (List-Post, List-Unsubscribe), RFC 3834 (Auto-Submitted), MS-OXCMAIL (X-Auto-Response-Suppress), RFC 5321
section 4.5.5 (the empty return path of notices).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from entregent.model.mail import Address, Kind

_MACHINES = re.compile(
    r"(?:.*[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|pas[-_.]?de[-_.]?reponse|non[-_.]?repondre)(?:[-_.+\d].*)?"
    r"|mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|daemon|bounces?(?:[-_.+=].*)?|.*[-_.+](?:bounces?|bounce[-_.]admin)"
    r"|(?:.*[-_.])?(?:news-?letters?|infolettre|lettre-?info|e-?news|mailings?|bulletins?|announcements?|announce|digest|updates?)(?:[-_.]\d+)?"
    r"|(?:.*[-_.])?(?:notifications?|notifier|notify|alerts?|alertes?|auto(?:mated|matic|-?confirm|-?reply|responder)|reminders?)"
    r"|news|announcements?[-_.]\w+|(?:un)?subscri(?:be|ptions?)(?:[-_.].*)?|mail-?bot|no[-_.]?address"
    r"|list-?serv|majordomo|mailman|listproc|listmaster|.*[-_](?:list-?admin|request)|owner-.+|hit-reply|root|cron|nobody|system|sysadmin-auto|robot|bot",
    re.I,
)
"""Local parts that no person answers from. Desks (info@, support@, contact@, rh@) are not among them: people write there."""

_BULK_DOMAINS = re.compile(
    r"(?:listserv|mailman)\..*|(?:.*\.)?(?:mcsv\.net|mcdlv\.net|rsgsv\.net|sendgrid\.net|mailgun\.org|amazonses\.com|mailjet\.com|sendinblue\.com|createsend\.com|cmail\d+\.com|constantcontact\.com|"
    r"in\.constantcontact\.com|exacttarget\.com|facebookmail\.com|substack\.com|(?:news|newsletters?|mailings?|bounces?)\d*\.[\w-]+\.(?:com|fr|net|org|ca|be|ch))",
    re.I,
)
_BULK_MAILERS = re.compile(
    r"mailchimp|mailjet|mailing|sendinblue|brevo|sarbacane|aweber|mailer ?lite|constant ?contact|roving|campaign ?monitor|createsend|"
    r"active ?campaign|hubspot mail|"
    r"lyris|listmanager|unica|exacttarget|silverpop|phplist|acymailing|php ?mailer|sendy|responsys|mailup|emarsys|bulk|listserv|newsletter",
    re.I,
)
_BULK_FIELDS = (
    "x-mc-user",
    "x-campaign",
    "x-campaignid",
    "x-campaign-id",
    "x-mailer-lid",
    "x-mailgun-tag",
    "x-mj-mid",
    "x-listmember",
    "x-job",
    "x-mailing-id",
    "x-csa-complaints",
)
_LIST_FIELDS = ("list-post", "x-beenthere", "x-mailman-version", "mailing-list", "x-mailing-list", "x-list-id", "x-google-group-id", "x-listname")
_TELLING = frozenset(
    ("auto-submitted", "x-autoreply", "x-autorespond", "x-failed-recipients", "x-auto-response-suppress", "return-path", "content-type", "precedence",
     "list-id", "list-unsubscribe", "x-mailer", "user-agent", *_BULK_FIELDS, *_LIST_FIELDS)
)  # fmt: skip
_FOOTER_WORDS = ("unsubscribe", "opt-out", "opt out", "o receive", "plus recevoir", "désabonner", "désinscri", "desabonner", "desinscri")
_FOOTER = re.compile(
    r"\b(?:to|and|or) (?:unsubscribe|opt[ -]out)\b|\bunsubscribe (?:here|link|instructions|by|at)\b|[\"'<]unsubscribe[\"'>]"
    r"|(?:\bnot|n't|\bno longer) (?:wish|want|like) to receive\b|\bwish not to receive\b"
    r"|\bplus recevoir (?:nos|notre|cette|ces|de|d')|\b(?:vous|pour se) d[ée]s(?:abonner|inscrire)\b|\blien de d[ée]s(?:abonnement|inscription)\b"
)
_FOOTER_IN = 1_500
"""How near the end of the text that line stands, in characters."""
_QUOTED = re.compile(
    r"^[ \t]*>|^[ \t]*-{2,} ?(?:original|forwarded|message|transf)|\bforwarded by\b|^[ \t]*from:\s*\S|^[ \t]*de\s?:\s*\S"
    r"|(?:wrote|écrit)\s?:\s*$|> on \d\d?/\d\d?/\d{2,4}\b",
    re.I | re.M,
)
_FOLLOWS = re.compile(r"\b(?:re|fwd?|tr|rv|aw|wg|réf)\s?(?:\[\d+\])?:", re.I)
_BULK = re.compile(r"\b(?:bulk|junk|auto[_-]?reply)\b", re.I)
_LIST_WORD = re.compile(r"\blist\b", re.I)
_ID = re.compile(r"<([^<>\s]+)>")


def kind_of(fields: dict[str, list[str]], sender: Address) -> Kind:
    """`personal`, `list` or `machine` (`calendar` is told by the parts, not here). `fields`: raw values by lower-case name."""
    if bulk_sender(sender.email):
        return "machine"
    if fields.keys().isdisjoint(_TELLING):
        return "personal"
    if _is_machine(fields):
        return "machine"
    if _is_list(fields):
        return "list"
    if "list-unsubscribe" in fields or "list-id" in fields or _says(fields, "precedence", _BULK) or any(name in fields for name in _BULK_FIELDS):
        return "machine"
    if _says(fields, "x-mailer", _BULK_MAILERS) or _says(fields, "user-agent", _BULK_MAILERS):
        return "machine"
    return "personal"


def bulk_text(subject: str, body: str) -> bool:
    """Whether a text ends in what only mail to many ends in: how to unsubscribe. Answers and forwards, which may quote it, are passed over."""
    end = body[-_FOOTER_IN:].lower()
    if not any(word in end for word in _FOOTER_WORDS) or _FOLLOWS.search(subject) or _QUOTED.search(body):
        return False
    return _FOOTER.search(" ".join(end.split())) is not None


def list_id(fields: dict[str, list[str]]) -> str:
    """The list's identifier (RFC 2919), else the address that its software names, "" where there is neither."""
    for name in ("list-id", "x-list-id", "x-beenthere", "list-post", "mailing-list"):
        for value in fields.get(name, ()):
            match = _ID.search(value)
            found = match[1] if match else value.split(";")[0].strip()
            if found:
                return found.lower().removeprefix("mailto:")[:255]
    return ""


@lru_cache(maxsize=16_384)
def bulk_sender(email: str) -> bool:
    """Whether the address alone says that no person wrote: no-reply, daemons, newsletters, notices, and domains that only services send from."""
    local, _, domain = email.partition("@")
    if not local:
        return False
    if local == "40" + domain.partition(".")[0]:
        return True  # an exporter's "%40ENRON": the company wrote to all, and no person's address was left
    return bool(_MACHINES.fullmatch(local) or _BULK_DOMAINS.fullmatch(domain))


def _is_list(fields: dict[str, list[str]]) -> bool:
    return (
        any(name in fields for name in _LIST_FIELDS)
        or _says(fields, "precedence", _LIST_WORD)
        or ("list-id" in fields and "list-unsubscribe" not in fields)
    )


def _is_machine(fields: dict[str, list[str]]) -> bool:
    automatic = fields.get("auto-submitted")
    if automatic and not automatic[0].lower().startswith("no"):
        return True
    if "x-autoreply" in fields or "x-autorespond" in fields or "x-failed-recipients" in fields:
        return True
    if any(word in value.lower() for value in fields.get("x-auto-response-suppress", ()) for word in ("all", "autoreply", "oof")):
        return True
    path = fields.get("return-path")
    if path and path[0].replace(" ", "") == "<>":
        return True
    report = fields.get("content-type")
    return report is not None and "report-type=" in report[0].lower() and "multipart/report" in report[0].lower()


def _says(fields: dict[str, list[str]], name: str, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(value) for value in fields.get(name, ()))
