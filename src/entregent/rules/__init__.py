"""The rules of the catalogue, a folder each.

A rule folder `eNNN_name/` holds all there is of a rule:

- `__init__.py`: `CODE`, `NAME`, `SEVERITY`, `NEEDS_HISTORY`, `judge(brief) -> Hit | NotAssessed | None`; its docstring becomes the page
`docs/rules/ENNN.md`;
- `words.py`: `EN` and `FR`, dicts of `why` (and further variants) and `handling`;
- `drafts_en.toml`, `drafts_fr.toml`: drafts with what must and must not be found.

Nothing is registered anywhere else: `registry.load()` finds the folders, and polices them in the tests.
"""

from entregent.rules.registry import Rule, judge, load, names, words

__all__ = ["Rule", "judge", "load", "names", "words"]
