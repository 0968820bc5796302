"""`entregent check`: may I send this, now, in these words?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from entregent.faces.cli.codes import OK, STOP
from entregent.faces.cli.files import existing, ledger_if_any, text_source
from entregent.faces.words import LANGUAGES, wanted_language, words
from entregent.faces.words.roles import canonical

if TYPE_CHECKING:
    from argparse import Namespace

    from entregent.faces.cli.screen import Screen


def run(options: Namespace, screen: Screen) -> int:
    """Check the draft and print the report; 1 where something in it should not be sent as it is."""
    draft, told = text_source(options.draft, screen, screen.words.say("check.paste")), arguments(options)
    from entregent.app.checking import check

    report = check(draft, **told)
    if options.format == "json":
        from entregent.faces.cli.printing import as_json
        from entregent.faces.shapes import report as shape

        as_json(shape(report), screen)
    else:
        from entregent.faces.cli.report import render

        spoken = report.language if report.language in LANGUAGES else screen.words.language
        render(report, screen, words(options.lang or wanted_language() or spoken), named=options.other or "", ledger=told["db"] is not None)
    return STOP if report.stops else OK


def arguments(options: Namespace) -> dict[str, Any]:
    """What `app.checking.check` is called with beside the draft. A history given as files replaces the ledger; without either the draft is
    checked alone. ENTREGENT_LANG chooses the language of the words, not the one in which the draft is read."""
    history = existing(options.history)
    return {
        "other": options.other,
        "me": options.me,
        "history": history,
        "inbound": options.inbound,
        "as_of": options.as_of,
        "language": options.lang,
        "words": options.lang or wanted_language() or None,
        "db": None if history else ledger_if_any(options.db),
        "stage": options.stage,
        "known_since": options.known_since,
        "role": canonical(options.role) if options.role else None,
    }
