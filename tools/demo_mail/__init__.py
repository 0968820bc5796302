"""Builds the demo archive: a mailbox as real mail programs would have left it, from the readable scripts in `demo/source`.

| module | does |
|---|---|
| `script` | reads the cast and the scripts: who, when, to whom, about what, in which form |
| `calendar_words` | dates as mail programs write them in English, French and Dutch; local time |
| `mime` | bytes: encoded words, folding, transfer encodings, file names, boundaries |
| `quoting` | how each program quotes, signs and wraps |
| `pages` | the HTML halves |
| `forms` | one message in the form of its program |
| `odd_forms` | bounces, automatic replies, invitations, encrypted mail |
| `boxes` | the mbox and the Maildir |

Nothing here reads the clock, the time zone database or a random number, so that the same sources give the same bytes anywhere.
"""
