"""Use cases: each wires the rooms for one thing that a user wants, and gives a value that the faces word.

`importing` (mail in), `reading` (its second stage), `checking` (a draft), `ledger` (what is on record with one person), `people` (who is who, and how
it stands), `saying` (what the user says), `places` (where files lie by default).
"""
