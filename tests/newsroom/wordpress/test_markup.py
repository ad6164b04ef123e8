"""What becomes of a body that was written in WordPress, after the gate."""

import time

import pytest

from newsroom.text.html import clean
from newsroom.wordpress.markup import plain_words, to_body


def stored(text: str) -> str:
    return clean(to_body(text, site="https://old.example").html)


CASES = {
    "blank lines part paragraphs and line ends part lines": (
        "One\ntwo\n\nThree",
        "<p>One<br>two</p><p>Three</p>",
    ),
    "marks go on over a blank line": (
        "<strong>One\n\ntwo</strong>",
        "<p><strong>One</strong></p><p><strong>two</strong></p>",
    ),
    "lists nest as they were written": (
        "Before\n<ol>\n\t<li>a\n<ul>\n\t<li>b\n<ol>\n\t<li>c</li>\n</ol>\n</li>\n</ul>\n</li>\n</ol>\nAfter",
        "<p>Before</p><ol><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ol><p>After</p>",
    ),
    "tables keep their rows and cells": (
        "<table>\n<tbody>\n<tr>\n<th>Who</th>\n<td></td>\n</tr>\n</tbody>\n</table>",
        "<table><tbody><tr><th>Who</th><td></td></tr></tbody></table>",
    ),
    "preformatted text keeps every space": (
        "<pre>\n  a\n\n    b &gt; c</pre>",
        "<pre>  a\n\n    b &gt; c</pre>",
    ),
    "code of several lines stands apart": (
        "See <code>a {\n\tb\n}</code> there",
        "<p>See</p><pre><code>a {\n\tb\n}</code></pre><p>there</p>",
    ),
    "block comments vanish": (
        (
            '<!-- wp:paragraph {"dropCap":true} -->\n<p class="has-drop-cap">One\ntwo</p>\n<!-- /wp:paragraph -->\n\n'
            "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->"
        ),
        "<p>One two</p>",
    ),
    "columns are read one after the other": (
        (
            '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div><p>A</p></div><!-- /wp:column -->'
            "<!-- wp:column --><div><p>B</p></div><!-- /wp:column --></div><!-- /wp:columns -->"
        ),
        "<p>A</p><p>B</p>",
    ),
    "headings follow one another without a step left out": (
        "<h1>A</h1><h4>B</h4><h6>C</h6><h6>D</h6><h2>E</h2>",
        "<h2>A</h2><h3>B</h3><h4>C</h4><h4>D</h4><h3>E</h3>",
    ),
    "a body that begins with small headings begins with large ones here": (
        "<h4>A</h4><h5>B</h5><h4>C</h4>",
        "<h2>A</h2><h3>B</h3><h2>C</h2>",
    ),
    "a heading in a list is only strong": (
        "<ul><li><h2>A</h2></li></ul>",
        "<ul><li><p><strong>A</strong></p></li></ul>",
    ),
    "a pull quote stays one": (
        '<figure class="wp-block-pullquote"><blockquote><p>We knew.</p><cite>Ana</cite></blockquote></figure>',
        '<aside class="pull-quote"><p>We knew.</p><p><cite>Ana</cite></p></aside>',
    ),
    "old elements keep their words": (
        "<center><big>A</big> <font>b</font> <tt>c</tt> <acronym title=x>d</acronym> <u>e</u></center>",
        '<p>A b <code>c</code> <abbr title="x">d</abbr> e</p>',
    ),
    "scripts and styles go with what is in them": (
        "a<SCRIPT>var b = '<p>';</SCRIPT><style>p{}</style>c",
        "<p>ac</p>",
    ),
    "entities, emoji and loose signs are text": (
        'Tonal&aacute; 5 < 6 &amp; <3 &#8217; <img class="emoji" alt="😀" src="https://s.w.example/1f600.svg">',
        "<p>Tonalá 5 &lt; 6 &amp; &lt;3 ’ 😀</p>",
    ),
    "a link of the old site is whole": (
        '<a href="/about/">a</a>',
        '<p><a href="https://old.example/about/">a</a></p>',
    ),
    "words in brackets stay, shortcodes of plug-ins go": (
        '[vc_row width="1/2"]The [then] mayor [sic] said[/vc_row]',
        "<p>The [then] mayor [sic] said</p>",
    ),
    "shortcodes in code are shown as written": (
        "Type <code>[gallery]</code> or [[gallery]]",
        "<p>Type <code>[gallery]</code> or [gallery]</p>",
    ),
    "the words on a button stay": (
        '<a href="/a">A</a><a class="wp-block-file__button" href="/a">Download</a> <button>Press</button>',
        '<p><a href="https://old.example/a">A</a> <a href="https://old.example/a">Download</a> Press</p>',
    ),
    "the page builder's headings and typed HTML are read": (
        '[vc_row][vc_custom_heading text="The <harbour>"][vc_raw_html]JTNDYiUzRWElM0MlMkZiJTNF[/vc_raw_html][/vc_row]',
        "<h2>The &lt;harbour&gt;</h2><p><strong>a</strong></p>",
    ),
    "typed HTML that was never encoded is read as it is": (
        "[vc_raw_html]<b>a</b> was typed[/vc_raw_html]",
        "<p><strong>a</strong> was typed</p>",
    ),
    "broken HTML loses no word": (
        "</div><p>a<b>b<p>c</table></html>d<i e <!-- f",
        "<p>a<strong>b</strong></p><p>cd&lt;i e f</p>",
    ),
    "nothing stays nothing": ("", ""),
    "spaces that hold a line open are dropped": ("a\n\n&nbsp;\n\n<p>&nbsp;</p>b", "<p>a</p><p>b</p>"),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES.keys())
def test_a_body_reads_as_it_did(given, expected):
    assert stored(given) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "<",
        "<a ",
        '<a b="',
        "<!--",
        "<script>",
        "[a ",
        "[caption]",
        "[/x]",
        "<!-- wp:x ",
        "<div>",
        "<p><b>",
        "[[",
        "&",
        "<td>",
    ],
)
def test_hostile_text_takes_no_more_than_its_length_in_time(hostile):
    began = time.process_time()
    to_body(hostile * 20_000)
    assert time.process_time() - began < 5


def test_a_title_is_plain_words_on_one_line():
    assert plain_words("Tom &amp; <em>Jerry</em>\n <b>a<sup>2</sup></b> 1 < 2") == "Tom & Jerry a2 1 < 2"


def test_a_block_that_is_kept_elsewhere_stands_where_it_was_shown():
    shown = to_body('<p>a</p><!-- wp:block {"ref":7} /--><p>c</p>', reusable={"7": "<p>b</p>"})
    assert (clean(shown.html), shown.remarks) == ("<p>a</p><p>b</p><p>c</p>", ())
