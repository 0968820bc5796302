"""The frozen values that every room speaks in.

Nothing here computes, opens or remembers anything: a value is made once and handed on. Times are aware and in UTC,
days are the sender's local date, spans are half-open offsets in code points, durations are in days.
Import from the submodules by name; this package imports nothing by itself, so that a command loads only what it speaks.

| module | holds |
|---|---|
| `issue` | Issue (bad data, reported), Trouble (a broken call, raised) |
| `mail` | Address, Raw, Message, Headers |
| `speech` | Span, Act, Mention, Sentence, Speech |
| `people` | Person, Reason |
| `account` | Exchange, Entry, Pair, Account, Said |
| `relation` | Relation, Balance |
| `brief` | Draft, Ask, Third, Earlier, Brief |
| `finding` | Evidence, Hit, Finding, Edit, NotAssessed, Report |
"""
