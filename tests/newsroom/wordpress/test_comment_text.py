"""What a comment that was HTML says as plain text."""

import pytest

from newsroom.wordpress.comment_text import comment_text

CASES = {
    "plain text stays": ("One\ntwo\n\nthree", "One\ntwo\n\nthree"),
    "marks go, words stay": ("So <b>very</b> <em>true</em> &amp; 1 &lt; 2", "So very true & 1 < 2"),
    "a link keeps its address": ('See <a href="https://a.example/x">here</a>.', "See here (https://a.example/x)."),
    "an address that is its own link stands once": (
        '<a href="https://a.example">https://a.example</a>',
        "https://a.example",
    ),
    "line ends are not doubled": ("One<br />\ntwo<br>three", "One\ntwo\nthree"),
    "paragraphs are parted by a blank line": ("<p>One</p><p>two</p>", "One\n\ntwo"),
    "lists have dashes": ("Buy:\n<ul>\n<li>ink</li>\n<li>paper</li>\n</ul>", "Buy:\n– ink\n– paper"),
    "what reverses text and controls are taken out": ("ab\u202ecd\u0007e", "abcde"),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES.keys())
def test_a_comment_is_plain_text(given, expected):
    assert comment_text(given) == expected
