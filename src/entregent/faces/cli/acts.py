"""`entregent acts`: what each sentence of a text does, as the reader hears it. Made to see why a check said what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.faces.cli.codes import OK
from entregent.faces.cli.files import text_source
from entregent.faces.cli.screen import clean

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from entregent.faces.cli.screen import Screen
    from entregent.model.speech import Sentence


def run(options: Namespace, screen: Screen) -> int:
    """Print the sentences with their acts."""
    source = text_source(options.file, screen, screen.words.say("check.paste"))
    from entregent.app.checking import listen

    speech = listen(source, options.lang)
    if options.format == "json":
        from entregent.faces.cli.printing import as_json
        from entregent.faces.shapes import acts as shape

        as_json(shape(speech.language, speech.sentences), screen)
    else:
        render(speech.sentences, screen)
    return OK


def render(sentences: Sequence[Sentence], screen: Screen) -> None:
    """Each sentence, and below it the acts in words with their label and probability."""
    words = screen.words
    names = words.table("acts")
    if not sentences:
        screen.paragraph(words.say("acts.none"))
    for sentence in sentences:
        screen.paragraph(" ".join(clean(sentence.text).split()))
        for act in sentence.acts:
            screen.say(f"    {screen.style(names[act.label], 'note')}  {screen.style(f'{act.label} {act.score:.2f}', 'dim')}")
