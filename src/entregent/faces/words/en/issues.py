"""What is the matter with some data, without saying what it happened to: whoever prints it puts the subject before. Where it helps, what to do."""

from entregent.faces.words import Plural

_PST = (
    "Outlook keeps this file in a form of its own. One of these ways leads out of it:\n"
    "- Import it into Thunderbird (Tools > Import, or the add-on ImportExportTools NG), then give Thunderbird's profile folder to entregent import.\n"
    "- Convert it with the free program readpst:\n"
    "      readpst -r -o mail FILE.pst\n"
    "      entregent import mail\n"
    "- If the mailbox also lies on a server, set it up by IMAP in Thunderbird, then give Thunderbird's profile folder to entregent import."
)
_OST = (
    "An .ost is Outlook's copy of a mailbox on a server. One of these ways leads out of it:\n"
    "- Set that mailbox up by IMAP in Thunderbird, then give Thunderbird's profile folder to entregent import.\n"
    "- Let Outlook write a .pst (File > Open & Export > Import/Export > Export to a file), and convert that with the free program readpst:\n"
    "      readpst -r -o mail FILE.pst\n"
    "      entregent import mail"
)
_OLM = (
    "An .olm is the archive of Outlook for Mac. One of these ways leads out of it:\n"
    "- Drag the mail folder from Outlook's list to a folder in the Finder, which makes .eml files or an .mbox, and give that to entregent import.\n"
    "- Add the mailbox to Apple Mail, choose Mailbox > Export Mailbox there, and give the .mbox to entregent import."
)

WORDS: dict[str, str | Plural] = {
    "unworded": "{key}",
    # files
    "source.missing": "no such file or folder",
    "source.unreadable": "cannot be read: look at its permissions, and whether it is damaged",
    "source.loop": "a link that leads in a circle or nowhere; not followed",
    "source.empty": "an empty file",
    "source.nothing": "no mail found here",
    "source.not-mail": Plural("{n} file ({kind}) that is no mail", "{n} files ({kind}) that are no mail"),
    "source.broken": "damaged: read as far as it goes",
    "source.encrypted": "locked with a password: unpack it first, then import what is in it",
    "source.pst": _PST,
    "source.ost": _OST,
    "source.olm": _OLM,
    "source.msg": "A single message in Outlook's own form. Open it in Outlook and drag it to Thunderbird, or save it as .eml with the free program msgconvert",
    "source.nsf": "A Notes mailbox. Set it up by IMAP in Thunderbird, or select the messages in Notes and choose File > Save As > .eml; then import these",
    "source.dbx": "Outlook Express's own form. Import it into Thunderbird (with the add-on ImportExportTools NG), or convert it with the free program undbx; then import that",
    "source.mbs": "Opera's own form. In Opera Mail choose File > Export messages, which makes an mbox; then import that",
    # messages
    "message.parts-cut": "too many parts to read all: the last ones were not read",
    "message.crash": "could not be read at all: please report it",
    "message.cut": "larger than any mail: its end was not read",
    "message.no-date": "no date: kept, but left out of what depends on dates",
    "message.date-absurd": "a date that cannot be: left out of what depends on dates",
    "message.no-sender": "no sender: kept, belongs to nobody",
    "message.no-headers": "no headers: kept as text",
    "message.recipients-cut": "too many recipients to keep all",
    "message.broken-encoding": "broken encoding: read as far as it goes",
    "message.charset": "in no known character set: some letters may be wrong",
    "message.no-boundary": "broken into parts wrongly: read as one text",
    "message.too-deep": "parts within parts without end: the inner ones were not read",
}  # fmt: skip
