"""Faces: where a person or a program meets Entregent.

Thin on purpose: a face calls `entregent.app`, and words the result. `words/` holds every sentence of the interface, English and French, and is the
only place where an `Issue` or a `Trouble` becomes one. `shapes` holds the JSON that stays stable. `cli/` is the command line.
"""
