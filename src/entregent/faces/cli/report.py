"""A Report as people read it: what stands in the draft, why, the dated evidence, what to do; then what was looked at and what could not be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.faces.cli.excerpt import drawn, excerpts, flattened
from entregent.faces.cli.screen import clean, columns
from entregent.faces.words import LANGUAGES
from entregent.faces.words.roles import shown as role_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.faces.cli.screen import Screen
    from entregent.faces.words import Words
    from entregent.model.finding import Edit, Evidence, Finding, Report
    from entregent.model.relation import Relation

LONGEST_QUOTE = 160
_INDENT = "  "
_HALF_A_YEAR = 183


def render(report: Report, screen: Screen, words: Words, *, named: str = "", ledger: bool = True) -> None:
    """Print the report in `words`' language. `named`: whom the user named, where no relation says who it is. `ledger`: whether there is one, in
    which a finding could be set aside."""
    _header(report, screen, words, named)
    shown: set[Edit] = set()
    for finding in report.findings:
        screen.say()
        _finding(finding, report, screen, words, shown)
    screen.say()
    _footer(report, screen, words, named=named, ledger=ledger)


def relation_line(relation: Relation, words: Words) -> str:
    """`a new relation · in touch · last exchange 9 March 2025`."""
    silent = one_sided(relation)
    parts = [words.say(f"stage.{relation.stage}.{silent}" if silent else f"stage.{relation.stage}")]
    if relation.grounds == "said":
        parts[0] += f" ({words.say('grounds.said')})"
    # "not yet in correspondence" and "resting" say it all, and a stage that the user said has no state beside it
    if words.known(f"state.{relation.state}") and relation.stage not in {"stranger", "dormant"}:
        parts.append(words.say(f"state.{relation.state}"))
    if relation.last_exchange:
        key = "last.message" if relation.stage == "stranger" or silent else "last"
        parts.append(words.say(key, day=relation.last_exchange))
    if relation.role:
        parts.append(words.say("role", role=clean(role_shown(relation.role, words.language))))
    return " · ".join(parts)


def one_sided(relation: Relation) -> str:
    """`you` or `them`, whoever fell silent, where a dormant relation is one in which the other side went on writing for half a year or more: that it
    sleeps would surprise beside the day of the last message."""
    mine, theirs = relation.last_from_me, relation.last_from_them
    if relation.stage != "dormant" or mine is None or theirs is None or abs((mine - theirs).days) < _HALF_A_YEAR:
        return ""
    return "you" if mine < theirs else "them"


def _header(report: Report, screen: Screen, words: Words, named: str) -> None:
    key, name = f"check.{report.direction}", report.relation.name if report.relation else named
    side = "from" if report.direction == "in" else "to"
    title = words.say(f"{key}.{side}", name=clean(name)) if name else words.say(key)
    screen.say(screen.style(title, "title"))
    if report.relation:
        screen.paragraph(relation_line(report.relation, words), first="")


def _finding(finding: Finding, report: Report, screen: Screen, words: Words, shown: set[Edit]) -> None:
    key = f"severity.{finding.severity}"
    if report.direction == "in" and words.known(f"{key}.in"):
        key += ".in"
    title, tag = words.say(key), f"{finding.code} · {finding.id}"
    gap = screen.width - columns(title) - columns(tag)
    apart = " " * gap if gap >= 2 else "\n" + _INDENT  # a narrow terminal
    screen.say(screen.style(title, finding.severity) + apart + screen.style(tag, "dim"))
    for excerpt in excerpts(report.text, finding.spans):
        for line in drawn(report.text, excerpt, screen, f"{finding.severity}-mark"):
            screen.say(line)
    screen.say()
    screen.paragraph(clean(finding.why), _INDENT)
    _evidence(finding.evidence, screen, words)
    screen.paragraph(clean(finding.handling), _INDENT + "  ", first=_INDENT + "→ ")
    _edits(finding, report, screen, words, shown)


def _evidence(evidence: Sequence[Evidence], screen: Screen, words: Words) -> None:
    if not evidence:
        return
    _label("check.evidence", screen, words)
    days = [words.day(each.day) for each in evidence]
    widest = max(columns(day) for day in days)
    for day, each in zip(days, evidence, strict=True):
        quote = " ".join(clean(each.quote).split())
        if len(quote) > LONGEST_QUOTE:
            quote = quote[: quote.rfind(" ", 0, LONGEST_QUOTE) if " " in quote[:LONGEST_QUOTE] else LONGEST_QUOTE].rstrip() + " …"
        lead = f"{_INDENT}  {day}{' ' * (widest - columns(day))}  "
        screen.paragraph(words.quoted(quote) if quote else "", " " * columns(lead), first=lead)


def _edits(finding: Finding, report: Report, screen: Screen, words: Words, shown: set[Edit]) -> None:
    spans = {(span.start, span.end) for span in finding.spans}
    new = [edit for edit in finding.edits if edit not in shown]
    shown.update(new)
    if len(new) < len(finding.edits):
        screen.paragraph(words.say("check.edit.above"), _INDENT)
    dropped = [edit for edit in new if not edit.text.strip()]
    for number, edit in enumerate(dropped):
        if not number:
            _label("check.edit.drop", screen, words)
        _old(edit, report, screen)
    for edit in new:
        if edit in dropped:
            continue
        swapped = (edit.start, edit.end) not in spans and bool(report.text[edit.start : edit.end].strip())
        _label("check.edit.instead" if swapped else "check.edit", screen, words)
        if swapped:
            _old(edit, report, screen)
        for line in edit.text.strip().split("\n"):
            if line.strip():
                screen.paragraph(clean(line), _INDENT + "  ", first=_INDENT + screen.style("+ ", "good"))


def _label(key: str, screen: Screen, words: Words) -> None:
    screen.say(_INDENT + screen.style(words.say(key) + words.typeset(" :" if words.language == "fr" else ":"), "dim"))


def _old(edit: Edit, report: Report, screen: Screen) -> None:
    """What an edit takes away, as running text: it was wrapped for mail, not for this terminal."""
    text, _ = flattened(clean(report.text[edit.start : edit.end]))
    screen.paragraph(text.strip(), _INDENT + "  ", first=_INDENT + "- ")


def _footer(report: Report, screen: Screen, words: Words, *, named: str, ledger: bool) -> None:
    inbound = report.direction == "in"
    if report.findings:
        screen.paragraph(words.say("check.decide.in" if inbound else "check.decide"))
        if ledger:
            screen.paragraph(words.say("check.dismiss", id=report.findings[0].id))
        screen.say()
    elif report.language in LANGUAGES:
        screen.paragraph(words.say("check.none"))
        screen.say()
    known = bool(report.relation or named or inbound)  # a message to me has a sender
    _labelled(words.say("check.looked"), _looked_at(report, words, known), screen)
    _labelled(words.say("check.not"), [f"{reason} ({', '.join(codes)})" for reason, codes in _by_reason(report).items()], screen)
    if not known:
        screen.say()
        screen.paragraph(words.say("check.alone"))
    elif not report.coverage.messages and not (report.relation and report.relation.grounds == "said"):
        screen.say()
        screen.paragraph(words.say("check.nothing.known"))


def _labelled(label: str, parts: Sequence[str], screen: Screen) -> None:
    lead = label + "  "
    for number, part in enumerate(parts):
        screen.paragraph(part, " " * columns(lead), first=screen.style(label, "dim") + "  " if number == 0 else " " * columns(lead))


def _looked_at(report: Report, words: Words, known: bool) -> list[str]:
    coverage = report.coverage
    if report.language in LANGUAGES:
        made = [words.say(f"check.looked.{report.direction}", language=words.tongue(report.language))]
    elif report.language:
        made = [words.say("check.looked.unread", language=words.tongue(report.language))]
    else:
        made = [words.say("check.looked.unknown")]
    if report.rendered:
        made.append(words.say("check.looked.rendered"))
    if not coverage.messages:
        made.append(words.say("check.mail.none" if known else "check.mail.nobody"))
    elif coverage.first is None or coverage.last is None:
        made.append(words.say("check.mail.undated", n=coverage.messages))
    else:
        key = "check.mail.day" if coverage.first == coverage.last else "check.mail"
        made.append(words.say(key, n=coverage.messages, first=coverage.first, last=coverage.last))
    if coverage.unread_languages:
        made.append(words.say("check.unread", languages=[words.tongue(code) for code in coverage.unread_languages]))
    return made


def _by_reason(report: Report) -> dict[str, list[str]]:
    """The codes that were not assessed, by the words of the reason."""
    made: dict[str, list[str]] = {}
    for code, reason in report.not_assessed:
        made.setdefault(clean(reason).rstrip("."), []).append(code)
    return made
