"""Puts verdicts into words: why, handling, edits. Register, names and elision are its trade; it asserts only what the Brief holds."""

from entregent.advice.wording import reason, word

__all__ = ["reason", "word"]
