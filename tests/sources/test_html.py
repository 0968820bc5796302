"""HTML as its reader sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.sources.html import DIVIDER, render


@pytest.mark.parametrize(("page", "text"), [
    ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
    ("One<br>Two<br/>\n\nThree", "One\nTwo\nThree\n"),
    ("<div>One</div><div>Two</div>", "One\nTwo\n"),
    ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo\n"),
    ("<p>a  b\n c</p>", "a b c\n"),
    ("<ul><li>pier</li><li>quay</li></ul>", "- pier\n- quay\n"),
    ("<ol><li>pier</li><li>quay</li></ol>", "1. pier\n2. quay\n"),
    ("<p>Hi</p><blockquote><p>You said</p><p>this</p></blockquote>", "Hi\n\n> You said\n>\n> this\n"),
    ("Hi<blockquote>one<blockquote>two</blockquote></blockquote>", "Hi\n\n> one\n>\n> > two\n"),
    ('<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">'
     'On Monday, Ruth wrote:<br></div><blockquote class="gmail_quote">Coming?</blockquote></div>',
     "Yes.\nOn Monday, Ruth wrote:\n\n> Coming?\n"),
    ('<p>Yes.</p><hr><div id="divRplyFwdMsg"><b>From:</b> Ruth<br><b>Sent:</b> Monday</div>', f"Yes.\n{DIVIDER}\nFrom: Ruth\nSent: Monday\n"),
    ('<div>Yes.</div><div class="ydp yahoo_quoted">Coming?</div>', "Yes.\n> Coming?\n"),
    ("<style>p{}</style><script>x()</script><p>Text</p><!-- c -->", "Text\n"),
    ("<head><title>T</title></head><body>Text</body>", "Text\n"),
    ('<div style="display:none;max-height:0">preheader</div><p>Text</p>', "Text\n"),
    ('<span style="font-size: 0px">preheader</span>Text', "Text\n"),
    ('<span style="font-size: 0.9em">shown</span>', "shown\n"),
    ("caf&eacute; &amp; th&#233; &lt;3", "café & thé <3\n"),
    ("Vous&nbsp;: oui&nbsp;!", "Vous\u00a0: oui\u00a0!\n"),
    ("<p>&nbsp;</p><p>a&nbsp;&nbsp; &nbsp;b</p><p>&nbsp;</p>", "a b\n"),
    ("<pre>a\n  b</pre>", "a\n  b\n"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n"),
    ('<a href="http://x.example">here</a><img src="a.png" alt="logo">', "here\n"),
    ("zero\u200bwidth", "zerowidth\n"),
    ("", ""),
    ("<p></p>", ""),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2\n"),
])  # fmt: skip
def test_render(page: str, text: str) -> None:
    assert render(page) == text


def test_deep_and_long_pages_keep_their_text() -> None:
    assert "end" in render("<div>" * 50_000 + "end")
    assert "> end" in render("<blockquote>" * 3_000 + "end")
    assert render("<p>word</p>" * 60_000).count("word") == 60_000
    assert "end" in render("<p " + " ".join(f"a{number}=1" for number in range(30_000)) + ">end")


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<blockquote>", "</blockquote>", "<b>", "</b>", "<li>", "<ul>", "</ul>",
    "<br>", "<td>", "<pre>", "</pre>", "<tr>", "<table>", " ", "&nbsp;", "<a href='"]), max_size=40),
       st.lists(st.from_regex(r"[a-z]{2,6}", fullmatch=True), max_size=10))  # fmt: skip
def test_no_word_is_lost_and_none_added(tags: list[str], words: list[str]) -> None:
    tags = [tag for tag in tags if tag != "<a href='"]
    page = "".join(f"{tag}{words[number] if number < len(words) else ''}" for number, tag in enumerate(tags))
    shown = words[: len(tags)]
    # table parts out of place are moved before the table by the HTML standard, so order is not promised
    assert sorted("".join(render(page).replace(">", " ").replace("-", " ").split())) == sorted("".join(shown))
