"""Grammar of the two languages that are read: tokens, forms, phrases, clauses, third persons.

`tokens` cuts a sentence, `table` looks words up in the compiled lexicon, `clauses` says who does what to whom, `traits`, `mentions` and
`topics` put it into the words of `model.speech`. `inflect_en` and `inflect_fr` run at build time alone.
"""
