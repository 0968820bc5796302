"""The help pages. `short`: a line for the overview and the completion; `about`: paragraphs; `takes`: by operand or flag; `never`: what the command leaves alone."""

from typing import Any

WORDS: dict[str, Any] = {
    "entregent": {
        "about": "keeps professional relations alive. It reads your own mail on your own machine, keeps the account of who asked, helped and thanked, "
        "and reads an ask with you before you send it.",
        "examples": (
            ("entregent check draft.txt --with ruth@okafor.example", "With no mailbox at all: is there something in these words to look at again?"),
            ("entregent import ~/Mail", "Once, then whenever there is new mail. From then on a draft is read with your history in mind."),
            ("entregent who Ruth", "How it stands between the two of you, with dates."),
        ),
        "never": "It never sends, moves or flags a message, and nothing leaves this machine. It says what it could not judge. The ledger is one file: --db or ENTREGENT_DB "
        "says which. ENTREGENT_LANG=fr speaks French.",
    },
    "names": {
        "path": "PATH", "format": "FORMAT", "date": "DATE", "role": "ROLE", "address": "ADDRESS", "what": "WHAT", "who": "NAME", "stage": "STAGE", "lang": "LANG",
        "days": "DAYS", "entry": "ENTRY",
    },
    "common": {
        "--db": "the ledger's file; default: ENTREGENT_DB, else your data folder",
        "--format": "text to read, or json for programs",
        "--as-of": "read the record as it stood on that day (2026-06-15, today, yesterday); nothing later is looked at",
        "--role": "what they are to you: recruiter, press, support, desk, client, colleague, mentor ...",
        "--known-since": "since when you have known them, whatever the mail says: 2012, 2012-05 or 2012-05-14",
        "--lang": "en or fr, where it is not to be told from the text",
        "PERSON": "a name or an address of somebody in the ledger",
    },
    "import": {
        "short": "read your mail into the ledger, or go on where the last time stopped",
        "about": "Reads mail files into your ledger. What it knows already it does not read again, so the same command is right the first time, for new mail, and after "
        "an interruption.\n"
        "It reads mbox files, Maildir, folders or files of .eml and .emlx, Thunderbird profiles, Google Takeout (the .zip or .tgz as it came), Enron-style folder trees, "
        "pipermail archives, and gzip or xz of these. Spam, trash, drafts, chats and deleted messages stay out. For .pst, .olm and .ost it tells how to export them.",
        "examples": (
            ("entregent import ~/Takeout/takeout-20260601.zip --me nina@roth.example", ""),
            ("entregent import ~/Mail ~/archive.mbox.gz --exclude clinic.example --exclude folder:Private", ""),
        ),
        "takes": {
            "PATH": "files or folders with mail",
            "--me": "an address of yours; without it Entregent proposes who you are and asks",
            "--exclude": "what is never to be stored: an address, a domain (clinic.example), folder:NAME or label:NAME",
            "--yes": "take the proposal of who you are without asking",
        },
        "never": "The files are only read, never changed. Only people to whom you wrote get an account; newsletters, lists and machines get none.",
    },
    "check": {
        "short": "read a draft before it is sent: what in it could end a good contact, and what would do instead",
        "about": "Reads a draft as a careful colleague would: is a favour asked that this relation does not carry, or asked in a way that would hurt? Each finding shows the "
        "words, the reason, the dated messages behind it, and one next step. What could not be judged is listed.\n"
        "It works without any mailbox. With a ledger, or with --history, it reads the draft in the light of what you two have written to each other. "
        "Exit code 1 means: something is better not sent as it is.",
        "examples": (
            ("entregent check draft.eml", "The recipient and you are read from the mail."),
            ("entregent check note.txt --with Ruth --known-since 2012", "A plain text for somebody, with something that the mail does not know."),
            ("entregent check - --with ruth@okafor.example --history ruth.mbox", "From standard input, against some files instead of the ledger."),
            ("entregent check received.eml --inbound", "The other way round: what am I being asked here?"),
        ),
        "takes": {
            "DRAFT": "an .eml or a plain text file; - or nothing: standard input, or paste it",
            "--with": "the other person: a name or an address",
            "--me": "your address, where the ledger or the draft does not say it",
            "--history": "mail to read instead of the ledger, as for import",
            "--inbound": "the text was written to you",
            "--stage": "how well you know them, whatever the mail says",
            "--lang": "read and answer in this language; default: the draft's",
        },
        "never": "Sends nothing and changes nothing, the draft included. It judges words and dates, never a character; the decision stays yours.",
    },
    "who": {
        "short": "how it stands between you and somebody",
        "about": "One person: their addresses and why these are taken for theirs, how long you have been in touch, who asked, helped and thanked, what is still open, whose "
        "turn it is. With the dates, and with the keys that correct and thanked take.",
        "examples": (("entregent who Ruth Okafor", ""), ("entregent who ruth@okafor.example --as-of 2025-12-31", "As the record stood then.")),
        "takes": {"NAME": "a name, part of one, or an address"},
        "never": "Counts and dates from the mail read; what was said elsewhere it does not know until you note it.",
    },
    "people": {
        "short": "everybody you write to, and how it stands",
        "about": "The people to whom you wrote, with the stage of the relation, the last exchange, and what was given and received. In the order of the last exchange: this is "
        "no ranking.",
        "examples": (("entregent people", ""), ("entregent people --as-of 2025-12-31 --format json", "For a program, as the record stood then.")),
        "takes": {"--horizon": "for how many days ahead the chance of silence is given (default 180)"},
        "never": "Lists nobody to whom you never wrote, nor who got nothing from you but mail to more than 15 people and never wrote to you; no lists, no machines.",
    },
    "acts": {
        "short": "what each sentence of a text does: asks, thanks, offers, refuses ...",
        "about": "Shows how Entregent reads a text, sentence by sentence, with the labels of docs/acts.md and how sure it is. Useful when a check surprises you.",
        "examples": (("entregent acts draft.txt", ""), ("entregent acts draft.eml --format json", "")),
        "takes": {"FILE": "an .eml or a plain text file; - for standard input"},
        "never": "Reads the text alone: neither ledger nor history.",
    },
    "note": {
        "short": "tell what the mail does not know: a lunch, a call, a role, since when",
        "about": "What you say outranks the mail and stays when the ledger is rebuilt.\n"
        "A note that tells of a meeting or a call (had lunch, met at the fair, phoned) counts as an exchange on its day; any other note is kept as a remark. The answer says "
        "which it was; --met and --remark decide it.",
        "examples": (
            ('entregent note Ruth "had lunch" --on 2026-06-12', ""),
            ("entregent note Ruth --role mentor --known-since 2012", ""),
            ('entregent note Ruth "prefers short mails" --remark', ""),
        ),
        "takes": {
            "TEXT": "what to note, in quotes",
            "--met": "it was a meeting or a call: count it as an exchange",
            "--remark": "it was none: keep it as a remark",
            "--on": "the day of it (2026-06-12, today, yesterday); default: today",
        },
        "never": "Nobody but you sees it.",
    },
    "thanked": {
        "short": "say that you thanked somebody in person",
        "about": "Marks help as thanked for, so that it is not brought up again: everything they did so far, or one thing with --for.",
        "examples": (("entregent thanked Ruth", ""), ("entregent thanked Ruth --for 7c1e02 --on yesterday", "")),
        "takes": {"--for": "the one thing, by its key as who shows it", "--on": "the day on which you thanked; default: today"},
        "never": "",
    },
    "correct": {
        "short": "say what an entry of the account really is",
        "about": "Where a message was misread: say what it was. KIND is one of {choices}. An ask can say what was asked (ask:job); no-favour is a request inside shared or "
        "paid work; nothing means that the sentence does none of these.",
        "examples": (("entregent correct 7c1e02 help", ""), ("entregent correct 7c1e02 no-favour", "")),
        "takes": {"ENTRY": "the entry's key as who shows it", "KIND": "what it is"},
        "never": "The message stays as it is; your word outranks the reading, also after a rebuild.",
    },
    "dismiss": {
        "short": "set a finding aside for good",
        "about": "The same words to the same person are then not brought up again.",
        "examples": (("entregent dismiss 4f2a91c0", ""),),
        "takes": {"FINDING": "the finding's id as check shows it"},
        "never": "Only this finding: other words, or another person, are looked at afresh.",
    },
    "merge": {
        "short": "say that two people in the ledger are one",
        "about": "Puts the addresses of both to one person, with one account. Can be undone with split.",
        "examples": (("entregent merge ruth@okafor.example ruth.okafor@harbour.example", ""),),
        "takes": {"OTHER": "the one who is the same person"},
        "never": "",
    },
    "split": {
        "short": "say that an address belongs to somebody else",
        "about": "Takes an address from a person and gives it an account of its own. Can be undone with merge.",
        "examples": (("entregent split Ruth office@harbour.example", ""),),
        "takes": {"ADDRESS": "the address that is not theirs"},
        "never": "",
    },
    "completion": {
        "short": "print a completion script for your shell",
        "about": "With it the Tab key completes commands, options and files.",
        "examples": (
            ("echo 'eval \"$(entregent completion bash)\"' >> ~/.bashrc", ""),
            ("echo 'eval \"$(entregent completion zsh)\"' >> ~/.zshrc", "after compinit"),
            ("entregent completion fish > ~/.config/fish/completions/entregent.fish", ""),
        ),
        "takes": {"SHELL": "your shell"},
        "never": "",
    },
}  # fmt: skip
