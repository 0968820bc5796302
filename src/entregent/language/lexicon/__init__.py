"""Word classes and frames of the languages that are read, as text that a linguist can extend; `make compile` makes the tables of them.

A folder a language. In a file, `[name: kind]` opens a class; kind is `verb`, `noun`, `adjective` (entries are inflected) or `word` (taken as
they stand). Entries are separated by commas or line ends; `#` begins a comment. An entry of several words is a phrase: each of its words
matches by lemma or form, `*` stands for up to three words, `+` for exactly one, `a|b` for either, `word?` may be missing, `<class>` stands for any
word
of that class, `=word` for this form alone. `[frame name]` opens a frame: its phrases name what a clause does rather than what a word means.
Class names are the same in each language: what the model learns of one carries over to the other.
"""
