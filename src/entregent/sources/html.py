"""The one function that renders HTML to text.

What a reader sees, line by line: paragraphs, breaks, list items, table rows, quotations as "> " lines, rules as a line of underscores
(as Outlook writes its divider), no scripts, styles or hidden preheaders. No-break spaces stay between words, where French typography has them, and go
where HTML uses them to push things about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset({
    "address", "article", "aside", "body", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "header", "html", "legend", "li", "main", "menu", "nav", "ol", "section", "summary", "table", "tbody", "thead", "tfoot", "tr",
    "ul", "caption",
})  # fmt: skip
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table"})
_DROPPED = frozenset({
    "script", "style", "head", "title", "meta", "link", "noscript", "template", "svg", "math", "object", "embed", "iframe", "audio", "video",
    "canvas",
    "select", "option", "input", "button", "textarea", "-comment", "_comment", "-doctype", "!doctype", "#comment", "xml", "o:p-hidden",
})  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|max-height\s*:\s*0(?:px)?\s*(?:;|$|!)",
    re.I,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PUSHED = re.compile(r"[ \t]*(?:\u00a0[ \t]+|[ \t]+\u00a0|\u00a0\u00a0)[ \t\u00a0]*")
_UNSEEN = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f]+")
DIVIDER = "_" * 32
QUOTED_LEVELS = 20
"""Quotation marks that a line gets at most; deeper quotations keep this many."""
LONGEST = 20_000_000
MOST_TAGS = 40_000
DEEPEST = 400
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?:[^<>]*>)?")
_OVERDONE = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,40})\s[^<>]{8000,}>")
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr", "param", "source"})
_FORMATTING = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_BREAKING = re.compile(r"<(?:br|/?p|/?div|/?tr|/?li|/?h[1-6]|/?blockquote|/?table)\b[^<>]*>", re.I)
_UNREAD = re.compile(r"<(script|style|head)\b[^<>]*>(?:(?!</\1)[^<]|<(?!/\1))*(?:</\1>|\Z)", re.I)


class _Page:
    """Lines under construction."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.current: list[str] = []
        self.quotes = 0
        self.gap = False
        self.kept = 0  # depth of <pre>
        self.lists: list[int] = []  # counters of the open lists, -1 for bullets

    def write(self, text: str) -> None:
        if self.kept:
            head, *rest = text.replace("\r\n", "\n").split("\n")
            self.current.append(head)
            for line in rest:
                self.end_line(force=True)
                self.current.append(line)
            return
        text = _SPACE.sub(" ", text)
        if text == " " and not self.current:
            return
        self.current.append(text if self.current else text.lstrip(" "))

    def end_line(self, *, force: bool = False) -> None:
        if not self.current and not force:
            return
        text = "".join(self.current)
        self.current = []
        if not self.kept:
            text = _PUSHED.sub(" ", _SPACE.sub(" ", text)).strip(" \u00a0")
        if _UNSEEN.search(text):
            text = _UNSEEN.sub("", text).strip(" \u00a0")
        self._put(text)

    def _put(self, text: str) -> None:
        mark = "> " * min(self.quotes, QUOTED_LEVELS)
        if self.gap and self.lines and self.lines[-1].strip("> ") and text.strip():
            before = self.lines[-1][: len(self.lines[-1]) - len(self.lines[-1].lstrip("> "))]
            self.lines.append(min(mark, before, key=len).rstrip())
        self.gap = False
        self.lines.append((mark + text).rstrip(" "))

    def paragraph(self) -> None:
        self.end_line()
        self.gap = True


def render(html: str) -> str:
    """The text of an HTML body. Never raises, and takes time in proportion to the page: what nests deeper than any page does is flattened, and
    what has more tags than any page has is only stripped of them."""
    html = html[:LONGEST]
    opened, closed = html.count("<"), html.count("</")
    if opened > MOST_TAGS:
        return _stripped(html)
    if opened - 2 * closed > DEEPEST:
        html = _flattened(html)
    html = _OVERDONE.sub(r"<\1>", html)
    from selectolax.lexbor import LexborHTMLParser  # (3 ms that plain mail need not pay)

    try:
        root = LexborHTMLParser(html).root
    except Exception:  # (the parser of somebody else's page must not end an import)
        root = None
    if root is None:
        return _stripped(html)
    page = _Page()
    _walk(root, page)
    page.end_line()
    return _tidy(page.lines)


def _flattened(html: str) -> str:
    """Without the opening tags below DEEPEST levels: the parser's time and memory grow with depth times length."""
    depth = formats = 0
    kept: list[str] = []
    position = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _VOID:
            continue
        step = -1 if match[1] else 1
        formatting = name in _FORMATTING
        if step > 0 and (depth >= DEEPEST or (formatting and formats >= 30)):
            kept.append(html[position : match.start()] + " ")
            position = match.end()
            continue
        depth = max(0, depth + step)
        formats = max(0, formats + step) if formatting else formats
    return "".join([*kept, html[position:]])


def _stripped(html: str) -> str:
    """The text between the tags, a line for each block: for what no parser should be given."""
    from html import unescape

    html = _UNREAD.sub("", html)
    text = re.sub(r"<[^<>]*>", "", _BREAKING.sub("\n", html))
    return _tidy([_PUSHED.sub(" ", _SPACE.sub(" ", unescape(line))).strip(" \u00a0") for line in text.split("\n")])


def _walk(root: LexborNode, page: _Page) -> None:
    """Depth first without recursion: pages nest deeper than the interpreter's stack."""
    path: list[LexborNode] = []
    node: LexborNode | None = root
    while node is not None:
        enter = _open(node, page)
        child = node.child if enter else None
        if child is not None:
            path.append(node)
            node = child
            continue
        if enter:
            _close(node.tag, page, node)
        while node is not None and node.next is None:
            if not path:
                return
            node = path.pop()
            _close(node.tag, page, node)
        node = node.next if node is not None and path else None


def _open(node: LexborNode, page: _Page) -> bool:
    """Writes what stands before a node's children; whether to go into them."""
    tag = node.tag or ""
    if tag == "-text":
        page.write(node.text_content or "")
        return False
    if tag in _DROPPED or tag.startswith(("-", "_")):
        return False
    if tag == "br":
        page.end_line(force=True)
        return False
    if tag == "hr":
        page.end_line()
        page.lines.append(("> " * min(page.quotes, QUOTED_LEVELS)) + DIVIDER)
        page.gap = False
        return False
    if tag == "img":
        return False
    if tag not in ("b", "i", "em", "strong", "u") and _is_hidden(node):
        return False
    if tag in _PARAGRAPHS:
        page.paragraph()
    elif tag in _BLOCKS:
        page.end_line()
    _mark(tag, node, page)
    return True


def _mark(tag: str, node: LexborNode, page: _Page) -> None:
    if tag == "blockquote" or (tag == "div" and _is_yahoo(node)):
        page.quotes += 1
    elif tag == "pre":
        page.kept += 1
    elif tag == "ol":
        page.lists.append(0)
    elif tag == "ul":
        page.lists.append(-1)
    elif tag == "li":
        if page.lists and page.lists[-1] >= 0:
            page.lists[-1] += 1
            page.current.append(f"{page.lists[-1]}. ")
        else:
            page.current.append("- ")
    elif tag in ("td", "th") and page.current:
        page.current.append(" ")


def _close(tag: str | None, page: _Page, node: LexborNode) -> None:
    tag = tag or ""
    if tag in _PARAGRAPHS:
        page.paragraph()
    elif tag in _BLOCKS:
        page.end_line()
    if tag == "blockquote" or (tag == "div" and _is_yahoo(node)):
        page.quotes = max(0, page.quotes - 1)
    elif tag == "pre":
        page.kept = max(0, page.kept - 1)
    elif tag in ("ol", "ul") and page.lists:
        page.lists.pop()


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = attributes.get("style")
    return (style is not None and bool(_HIDDEN.search(style))) or "hidden" in attributes


def _is_yahoo(node: LexborNode) -> bool:
    """Yahoo wraps what it quotes in a `div` of its own, without a blockquote."""
    attributes = node.attributes
    return bool(attributes) and "yahoo_quoted" in (attributes.get("class") or "").split()


def _tidy(lines: list[str]) -> str:
    """At most one empty line in a row, none at either end."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept) + "\n" if kept else ""
