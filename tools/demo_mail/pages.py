"""The HTML halves of mail, as the programs write them."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.demo_mail.quoting import Composed

_STYLE = "font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif"
_LINK = re.compile(r"https://[^\s<]+")


def _inline(text: str) -> str:
    """A line's text with its links, no-break spaces spelled out."""
    return _LINK.sub(lambda match: f'<a href="{match[0]}">{match[0]}</a>', escape(text, quote=False)).replace("\u00a0", "&nbsp;")


def _quotes(lines: tuple[str, ...], opening: str, line_of: tuple[str, str]) -> str:
    """Lines whose marks become nested block quotes."""
    out, depth = [], 0
    for line in lines:
        marks = re.match(r"(?:> ?)*", line)
        prefix = marks[0] if marks else ""
        level = prefix.count(">")
        out += [opening] * (level - depth) + ["</blockquote>"] * (depth - level)
        depth = level
        out.append(line_of[0] + (_inline(line[len(prefix) :]) or "<br>") + line_of[1])
    return "\n".join(out + ["</blockquote>"] * depth)


def gmail(message: Composed) -> str:
    """A web mail's page: divs, a quote in a `gmail_quote`."""
    block = '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">'
    line_of = ("<div>", "</div>")
    page = f'<div dir="ltr">{_quotes(message.own, block, line_of)}</div>'
    if message.signature:
        lines = "<br>".join(_inline(line) for line in message.signature[1:])
        page += '<br clear="all"><span class="gmail_signature_prefix">-- </span><br>'
        page += f'<div dir="ltr" class="gmail_signature"><div dir="ltr">{lines}</div></div>'
    if message.lead:
        lead = "<br>".join(_inline(line) for line in message.lead)
        page += f'<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{lead}<br></div>\n'
        page += f"{block}{_quotes(message.quoted, block, line_of)}</blockquote></div>"
    return page + "\n"


def outlook(message: Composed, language: str, *, web: bool, logo: str = "") -> str:
    """Word's HTML, or the plainer one of Outlook on the web. `logo`: the content id of an image under the signature."""
    line_of = ('<div class="elementToProof">', "</div>") if web else ('<p class="MsoNormal">', "<o:p></o:p></p>")
    head = "" if web else "<style>p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; " + _STYLE.replace("&quot;", '"') + ";}</style>\n"
    block = "<blockquote>"
    out = [f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=CHARSET">\n{head}</head>']
    out.append('<body dir="ltr">' if web else f'<body lang="{language.upper()}" link="#0563C1" vlink="#954F72">\n<div class="WordSection1">')
    out.append(_quotes((*message.own, *(("", *message.signature) if message.signature else ())), block, line_of))
    if logo:
        out.append(f'{line_of[0]}<img width="120" height="40" src="cid:{logo}" alt="logo">{line_of[1]}')
    if message.lead:
        lines = [_bold(line) for line in message.lead if line and not line.startswith("___")]
        if web:
            out.append('<hr style="display:inline-block;width:98%" tabindex="-1">\n<div id="divRplyFwdMsg" dir="ltr">')
        else:
            out.append('<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">')
        out.append(line_of[0] + "<br>\n".join(lines) + line_of[1] + "\n</div>")
        out.append(_quotes(message.quoted, block, line_of))
    if message.footer:
        out.append('<div style="font-size:8pt;color:#808080">' + "<br>".join(_inline(line) for line in message.footer) + "</div>")
    return "\n".join(out) + ("\n</body>\n</html>\n" if web else "\n</div>\n</body>\n</html>\n")


def _bold(line: str) -> str:
    word, colon, rest = line.partition(":")
    return f"<b>{_inline(word + colon)}</b>{_inline(rest)}"


def bulk(message: Composed, title: str, unsubscribe: str, language: str) -> str:
    """A newsletter: tables, a line for previews, a way out at the foot."""
    rows = "".join(f'<tr><td style="padding:8px 24px;font:16px Georgia,serif">{_inline(line)}</td></tr>\n' for line in message.own if line)
    out, view = ("Se désabonner", "Voir en ligne") if language == "fr" else ("Unsubscribe", "View in browser")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{_inline(title)}</title>'
        "<style>@media (max-width:600px){.wide{width:100%!important}}</style></head>\n"
        f'<body style="margin:0;background:#f4f1ea"><div style="display:none;max-height:0">{_inline(title)}</div>\n'
        f'<table class="wide" role="presentation" width="600" align="center">\n<tr><td><h1>{_inline(title)}</h1></td></tr>\n{rows}'
        f'<tr><td style="font:11px sans-serif"><a href="{unsubscribe}">{out}</a> | <a href="{unsubscribe}/view">{view}</a></td></tr>\n'
        '</table><img src="https://pixel.lettre-des-expos.example/o.gif" width="1" height="1" alt=""></body></html>\n'
    )
