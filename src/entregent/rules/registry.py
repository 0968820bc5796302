"""Finds the rule folders and runs them. A new folder is all that a new rule needs."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from entregent.model.finding import Hit, NotAssessed, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import ModuleType

    from entregent.model.brief import Brief


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its folder states it. `needs_history`: it cannot be judged on a draft alone."""

    code: str
    name: str
    severity: Severity
    needs_history: bool
    judge: Callable[[Brief], Hit | NotAssessed | None]
    folder: str


@cache
def load() -> tuple[Rule, ...]:
    """All rules, by code."""
    here = importlib.import_module(__package__)
    folders = sorted(name for _, name, is_package in pkgutil.iter_modules(here.__path__) if is_package and name[0] == "e" and name[1:4].isdigit())
    return tuple(_rule(folder, importlib.import_module(f"{__package__}.{folder}")) for folder in folders)


def _rule(folder: str, module: ModuleType) -> Rule:
    return Rule(module.CODE, module.NAME, module.SEVERITY, module.NEEDS_HISTORY, module.judge, folder)


def judge(brief: Brief) -> tuple[tuple[Hit, ...], tuple[NotAssessed, ...]]:
    """What the rules find in a draft, by code, and what they could not judge. A rule that needs history is not asked where nothing is on record."""
    hits: list[Hit] = []
    unknown: list[NotAssessed] = []
    for rule in load():
        if not brief.draft.speech.read:
            unknown.append(NotAssessed(rule.code, "language"))
            continue
        if rule.needs_history and not brief.on_record:
            unknown.append(NotAssessed(rule.code, "no-history"))
            continue
        verdict = rule.judge(brief)
        if isinstance(verdict, Hit):
            hits.append(verdict)
        elif verdict is not None:
            unknown.append(verdict)
    return tuple(hits), tuple(unknown)


def words(language: str, codes: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """The words of some rules in `en` or `fr`, by code: `why`, `why_in`, `handling`, `handling_in` and the rule's further variants."""
    wanted = set(codes)
    return {
        rule.code: getattr(importlib.import_module(f"{__package__}.{rule.folder}.words"), language.upper()) for rule in load() if rule.code in wanted
    }


def names() -> dict[str, str]:
    """The name of each rule, by code."""
    return {rule.code: rule.name for rule in load()}
