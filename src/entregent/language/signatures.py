"""Signatures, legal notices, list and device footers: what stands in a body without being said to the reader.

A closing ("Bien cordialement,") and the name below it stay the writer's; the card beneath (post, firm, telephone, address, links) goes. Text that
reads like prose is never taken, nor a postscript, nor a card that the text above announces ("voici ses coordonnées :").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from entregent.language import signs
from entregent.language.closings import closing
from entregent.language.lines import BLANK, FOOTER, OWN, SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entregent.language.lines import Lines

_LONGEST = 200
"""Characters of a line that patterns look at: cards and footers are short, and a line may be a megabyte."""
_CARD = 18
"""Lines, not blank, that a card may have."""
_NUMBERS = 5
_WORDS = re.compile(r"[^\W\d_][\w'’]*")


def mark_signatures(lines: Lines) -> None:
    """Mark SIGNATURE and FOOTER among the lines that are still OWN."""
    for region in _regions(lines):
        _small(lines, region)
        left = _footers(lines, _left(lines, region))
        if left:
            _signature(lines, left)
            _letterhead(lines, left)


def _regions(lines: Lines) -> list[list[int]]:
    """Runs of own lines that quotes part; blank lines do not part."""
    regions: list[list[int]] = []
    run: list[int] = []
    for index, kind in enumerate(lines.kind):
        if kind == OWN:
            run.append(index)
        elif kind != BLANK and run:
            regions.append(run)
            run = []
    if run:
        regions.append(run)
    return regions


def _small(lines: Lines, region: Sequence[int]) -> None:
    """Lines that programs add wherever they like: devices, warnings of an outside sender, placeholders of pictures and files."""
    text = lines.text
    for place, index in enumerate(region):
        line = text[index]
        first = line[0]
        if (
            (first in "([<" and signs.PLACEHOLDER.match(line[:_LONGEST]))
            or (first in signs.DEVICE_INITIALS and len(line) <= 120 and signs.device(line))
            or (place < 3 and first in "[*!(<ECcAaWeE⚠-=" and signs.BANNER.match(line[:_LONGEST]))
        ):
            lines.kind[index] = FOOTER
    for index in reversed(region):
        if lines.text[index][0] in "-–•" and signs.ATTACHED.match(text[index][:_LONGEST]):
            lines.kind[index] = FOOTER
        elif lines.kind[index] == OWN:
            break


def _paragraphs(region: Sequence[int]) -> list[list[int]]:
    """The region's lines, parted where blank lines or lines that are no longer own stand between."""
    found: list[list[int]] = []
    for index in region:
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _rule(line: str) -> bool:
    """A line of nothing but dashes, underscores, stars, equal signs."""
    return len(line) >= 3 and not line.strip("-_*=~–— .|+#")


def _footers(lines: Lines, region: list[int]) -> list[int]:
    """Mark legal and list footers from the bottom up; what is left of the region."""
    blob = lines.body[lines.start[region[0]] : lines.start[region[-1]] + len(lines.raw[region[-1]])] if region else ""
    if not _hints(blob):
        return region
    paragraphs = _paragraphs(region)
    keep = len(paragraphs)
    for number in range(len(paragraphs) - 1, -1, -1):
        cut = _footer_start(lines, paragraphs[number])
        if cut < 0:
            if number < keep - 1 or any(prose(lines.text[index]) for index in paragraphs[number]):
                if keep - number > 2:
                    break
                continue
            continue
        for later in paragraphs[number + 1 : keep]:
            if any(prose(lines.text[index]) for index in later) and not _legal_company(lines, later):
                return _left(lines, region)
            lines.mark(later[0], later[-1] + 1, FOOTER)
        _mark_all(lines, paragraphs[number][cut:])
        keep = number
    return _left(lines, region)


def _hints(text: str) -> int:
    """How many of the words that legal and list footers use stand in `text`: a cheap look before the dear patterns."""
    text = text.lower()
    return sum(hint in text for hint in signs.HINTS)


def _legal_company(lines: Lines, paragraph: Sequence[int]) -> bool:
    """A paragraph after a legal one goes with it where it speaks the same tongue."""
    text = " ".join(lines.text[index][:_LONGEST] for index in paragraph[:30])
    return _hints(text) > 0 and not any(signs.POSTSCRIPT.match(lines.text[index]) for index in paragraph)


def _mark_all(lines: Lines, indices: Sequence[int]) -> None:
    for index in indices:
        lines.kind[index] = FOOTER


def _left(lines: Lines, region: Sequence[int]) -> list[int]:
    return [index for index in region if lines.kind[index] == OWN]


def _footer_start(lines: Lines, paragraph: Sequence[int]) -> int:
    """Where in the paragraph a legal or list footer begins (an index into it), -1 where none does."""
    skipped = max(len(paragraph) - 60, 0)
    paragraph = paragraph[skipped:]
    found = _footer_line(lines, paragraph)
    return found + skipped if found >= 0 else -1


def _footer_line(lines: Lines, paragraph: Sequence[int]) -> int:
    """The same within the last lines of a paragraph."""
    for number, index in enumerate(paragraph[:-1]):
        line = lines.text[index]
        if _rule(line) and not _rule(lines.text[paragraph[number + 1]]):
            rest = "\n".join(lines.text[later][:_LONGEST] for later in paragraph[number + 1 : number + 40])
            if signs.LEGAL.search(rest) or signs.LISTED.search(rest):
                return number
    whole = "\n".join(lines.text[index][:600] for index in paragraph)
    legal = signs.LEGAL.search(whole)
    if legal and _hints(whole) >= (1 if len(whole) < 160 else 2):
        return _begin(lines, paragraph, whole, legal.start())
    listed = signs.LISTED.search(whole)
    if listed:
        return _begin(lines, paragraph, whole, listed.start())
    return -1


def _begin(lines: Lines, paragraph: Sequence[int], whole: str, offset: int) -> int:
    """The footer's first line within its paragraph: the sign's line, or the sentence's above it, back to where a line ends a sentence or is short."""
    number = whole.count("\n", 0, offset)
    while number:
        above = lines.text[paragraph[number - 1]]
        if _rule(above):
            return number - 1
        if above[-1] in ".!?" or len(above) < 50 or closing(above) == len(above):
            break
        number -= 1
    return number


def prose(line: str) -> bool:
    """Whether a line reads like something said: several words, among them those of talk (I, you, is, vous, pas ...)."""
    words = _WORDS.findall(line[:400].replace("’", "'"))
    if len(words) < 3:
        return False
    talk = sum(_talk(word if place else word.lower()) for place, word in enumerate(words))
    if line[-1] in "!?":
        return True
    return talk >= 2 or (talk >= 1 and (len(words) >= 5 or line[-1] in ".…:" or line[0].islower())) or (len(words) >= 9 and line[-1] == ".")


def said(line: str) -> bool:
    """Whether a line is prose rather than a line of a card: a sentence may name a number or an address."""
    if not prose(line):
        return False
    return strong(line) < 2 or sum(map(_talk, _WORDS.findall(line[:400].replace("’", "'")))) > 1


def _talk(word: str) -> bool:
    """Whether a word is one of talk; begun large within a line it belongs to a name ("Ma Bonne BD")."""
    return word in signs.TALK or word == "I" or ("'" in word and word.partition("'")[0] in ("j", "c", "n", "qu", "t", "m", "s", "I"))


def strong(line: str) -> int:
    """How many kinds of contact data a line holds: 0 to 4."""
    line = line[:_LONGEST]
    kinds = bool(signs.LINK.search(line)) if "." in line or "/" in line else 0
    if any(map(line.__contains__, "0123456789")):
        kinds += telephone(line) + bool(signs.POSTAL.search(line))
    return kinds + bool(signs.LABEL.match(line))


def telephone(line: str) -> bool:
    """Whether a line holds a telephone number; rows of a table of figures do not."""
    return bool(signs.PHONE.search(line)) and len(signs.FIGURES.findall(line)) < 2


def named(line: str) -> bool:
    """Whether a line may be the writer's name: one to five words, no figure, no sign of a sentence."""
    line = line[:-1] if line.endswith(".") and len(line) <= 30 else line
    if not line or len(line) > 45 or line[-1] in ".!?:;" or any(character.isdigit() or character in "@/\\|<>:" for character in line):
        return False
    words = line.strip(" ,-–—*").split()
    return 0 < len(words) <= 5 and (all(signs.NAME_WORD.match(word.strip(",()")) for word in words) or (len(words) == 1 and words[0].isalpha()))


def _signature(lines: Lines, region: list[int]) -> None:
    """Mark the card at the end of a region of own lines."""
    delimiter = _delimiter(lines, region)
    if delimiter >= 0:
        _after_delimiter(lines, region, delimiter)
        region = region[:delimiter]
        if not region:
            return
    tail = region[-_CARD - 8 :]
    place = _closing(lines, tail)
    if place >= 0:
        _after_closing(lines, tail[place + 1 :])
    else:
        _bare_card(lines, tail)


def _letterhead(lines: Lines, region: Sequence[int]) -> None:
    """A card above the text, as on a letter: a name, two lines or more of contact data, nothing said; then the letter."""
    data = 0
    for place, index in enumerate(region[:10]):
        line = lines.text[index]
        found = strong(line)
        data += found > 0
        if lines.kind[index] != OWN or len(line) > 90 or (not place and not named(line)):
            return
        if not found and (prose(line) or line[-1] in ",:!?" or (place and data and closing(line))):
            break
    else:
        return
    if data >= 2:
        for index in region[:place]:
            lines.kind[index] = SIGNATURE


def _delimiter(lines: Lines, region: Sequence[int]) -> int:
    """The place in `region` of "-- " (RFC 3676 section 4.3) or a bare "--" that begins a signature, -1 where none does."""
    for place in range(len(region) - 1, max(len(region) - 30, -1), -1):
        line = lines.text[region[place]]
        if line in ("--", "—") or (line.startswith("-- ") and named(line[3:])) or (_rule(line) and line[0] in "-_" and len(line) > 2):
            rest = [lines.text[index] for index in region[place + 1 :]]
            if not rest:
                lines.kind[region[place]] = SIGNATURE
                continue
            said = sum(prose(text) and not strong(text) for text in rest if not signs.POSTSCRIPT.match(text))
            true = lines.raw[region[place]].rstrip("\r") == "-- "
            if true or (line in ("--", "—") and said <= 2) or (not said and sum(map(strong, rest)) >= 1 and len(rest) <= _CARD):
                return place
    return -1


def _after_delimiter(lines: Lines, region: Sequence[int], place: int) -> None:
    """Everything below the delimiter goes, a postscript apart."""
    lines.kind[region[place]] = SIGNATURE
    postscript = False
    for index in region[place + 1 :]:
        postscript = postscript or bool(signs.POSTSCRIPT.match(lines.text[index]))
        if not postscript:
            lines.kind[index] = SIGNATURE


def _closing(lines: Lines, tail: Sequence[int]) -> int:
    """The place in `tail` of the last closing ("Cordialement,", "Thanks, Ann"), -1 where there is none."""
    doubtful = -1
    for place in range(len(tail) - 1, -1, -1):
        line = lines.text[tail[place]]
        if len(line) > 90:
            continue
        end = closing(line)
        if end == len(line) or (end and (named(line[end:]) or (len(line) <= 50 and not prose(line)))):
            if end == len(line) or not line[:end].rstrip().isalpha():
                return place
            doubtful = max(doubtful, place)  # "Best Products" may be a firm, "Best Ann" a closing
        elif line[-1] in ",." and signs.FORMULA.search(line):
            return place
    return doubtful


def _after_closing(lines: Lines, below: Sequence[int]) -> None:
    """Below a closing: the name stays, the card goes, what is said stays."""
    if len(below) > _CARD + 4 or _directory(lines, below):
        return
    name = False
    previous = -1
    for index in below:
        line = lines.text[index]
        if signs.POSTSCRIPT.match(line) or said(line):
            return
        if strong(line) or _rule(line):
            lines.kind[index] = SIGNATURE
        elif not name and named(line):
            name = True
        elif (name or previous >= 0) and title(line):
            lines.kind[index] = SIGNATURE
        previous = index


def _directory(lines: Lines, indices: Sequence[int]) -> bool:
    """Whether lines hold more telephone numbers than one person has: a list of contacts, which somebody wrote down."""
    return sum(telephone(lines.text[index][:_LONGEST]) for index in indices) > _NUMBERS


def title(line: str) -> bool:
    """Whether a line may be a post, a firm or a motto on a card: begun large, no sign of a sentence."""
    return len(line) <= 90 and line[-1] not in "!?…:" and (not line[0].islower()) and not prose(line)


def _bare_card(lines: Lines, tail: Sequence[int]) -> None:
    """A card without a closing above it: name, then at least one line of contact data; nothing that reads like prose among them."""
    begin = len(tail)
    while begin and begin > len(tail) - _CARD:
        line = lines.text[tail[begin - 1]]
        if len(line) > 110 or said(line) or (line[-1] in ":?" and not strong(line)):
            break
        begin -= 1
    card = list(tail[begin:])
    if not card or _directory(lines, card) or not any(strong(lines.text[index]) for index in card):
        return
    above = lines.text[tail[begin - 1]] if begin else ""
    first = next((place for place, index in enumerate(card) if named(lines.text[index])), -1)
    data = [place for place, index in enumerate(card) if strong(lines.text[index])]
    if not begin and (first or len(data) < 2):
        return  # nothing is said above: a flyer rather than a signature
    if above and (above.endswith(":") or signs.ANNOUNCED.search(above[-70:])) and not (first >= 0 and card[first] - tail[begin - 1] > 2):
        return
    if first >= 0 and data[-1] > first and data[0] - first <= 5:
        for index in card[first + 1 :]:
            lines.kind[index] = SIGNATURE
    elif len(data) >= 2 and sum(strong(lines.text[index]) for index in card) >= 3:
        for index in card[data[0] :]:
            lines.kind[index] = SIGNATURE
