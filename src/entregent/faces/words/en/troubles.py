"""Calls that cannot be carried out: what happened, and what to do."""

from entregent.faces.words import Told

WORDS: dict[str, Told] = {
    "unworded": Told("this cannot be done ({key}).", "Please report it with the command that you ran."),
    # the command line
    "usage": Told("{message}.", "{command} --help shows how it goes."),
    "command.unknown": Told("there is no command “{command}”.", "entregent --help lists them."),
    "command.meant": Told("there is no command “{command}”.", "Did you mean “{guess}”? entregent --help lists all."),
    "date.bad": Told("“{value}” is no date.", "Write it as 2026-06-15, or: today, yesterday."),
    "since.bad": Told("“{value}” is no date.", "Write a year, a month or a day: 2012, 2012-05 or 2012-05-14."),
    "days.bad": Told("“{value}” is no number of days.", "Write a whole number, such as 180."),
    "stage.bad": Told("“{value}” is no stage.", "It is one of: {known}."),
    "language.bad": Told("“{value}” is no language that is read.", "It is one of: {known}."),
    "exclude.bad": Told("“{value}” cannot be excluded as it stands.", "Write an address (ann@clinic.example), a domain (clinic.example), folder:NAME or label:NAME."),
    # files
    "file.missing": Told("there is no {path}.", "Look at the path: it is taken from the folder in which you are."),
    "file.folder": Told("{path} is a folder.", "Name one file in it. To read a folder of mail, use entregent import, or --history."),
    "file.unreadable": Told("{path} cannot be read: {reason}.", "Look at its permissions, and whether another program holds it."),
    "draft.empty": Told("the draft is empty.", "Give a file that holds the text (an .eml or plain text), or paste it."),
    "draft.nothing": Told("no draft was given.", "Name a file, or - for standard input: entregent check draft.txt"),
    "draft.large": Told("{path} is too large for a draft ({n} MB).", "If it is a mailbox: entregent import, or --history."),
    "draft.mailbox": Told("{path} holds several messages: a mailbox, no draft.", "To read it as mail: entregent import {path}\nTo check a draft against it: entregent check DRAFT --history {path}"),
    "draft.binary": Told("{path} is neither a mail nor plain text.", "Save the draft as .eml or .txt, or copy its text and paste it into: entregent check"),
    "mail.none": Told("no mail found in {path}.", "Entregent reads mbox, Maildir, .eml and .emlx, Takeout archives and more: entregent import --help"),
    # the ledger
    "ledger.none": Told("there is no ledger yet.", "Read your mail into one first: entregent import PATH\nIt would lie in {path}."),
    "ledger.missing": Told("there is no ledger {path}.", "Look at --db or ENTREGENT_DB, or make it: entregent import PATH --db {path}"),
    "ledger.newer": Told("the ledger {path} was written by a newer Entregent.", "Update this one (pipx upgrade entregent). The ledger was left as it is."),
    "ledger.older": Told("the ledger {path} was written by an older Entregent and may only be read here.", "Run any command that may write to it once, for example: entregent people --db {path}"),
    "ledger.locked": Told("another process is writing to the ledger {path}.", "Most likely an import is running: wait until it is done, then try again."),
    "ledger.unwritable": Told("the ledger {path} cannot be opened or written.", "Look at the permissions of the file and of its folder, or choose another place with --db."),
    "ledger.disk": Told("the ledger {path} cannot be written: the disk is full or failing.", "Make room and run the same command again: it goes on where it stopped."),
    "ledger.unreadable": Told("{path} is no Entregent ledger, or it is damaged.",
        "If --db names another file by mistake, correct it. If it was your ledger: move it away and import your mail again; a copy of the file brings back what you noted."),
    # people
    "note.both": Told("--met and --remark exclude each other.", "Give one of them, or neither."),
    "note.empty": Told("nothing to note was given.", "For example: entregent note {person} \"had lunch\", or --role, --known-since."),
    "person.unknown": Told("nobody in the ledger is called “{name}”.", "Try another spelling or the address; entregent people lists everybody. Only people to whom you wrote are there."),
    "person.several": Told("several people are called “{name}”:", "{people}\nName one by address. If they are one person: entregent merge ADDRESS ADDRESS"),
    "address.unknown": Told("{address} is none of {name}'s addresses.", "entregent who {name} lists them."),
    "entry.unknown": Told("there is no entry “{entry}”.", "entregent who NAME shows the entries with their keys."),
    "finding.unknown": Told("there is no finding “{finding}”.", "entregent check shows the id of each finding."),
}  # fmt: skip
