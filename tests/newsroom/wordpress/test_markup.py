"""What becomes of a body that was written in WordPress, after the gate."""

import time

import pytest

from newsroom.text.html import clean
from newsroom.wordpress.markup import plain_words, to_body
from newsroom.wordpress.pictures import Picture, PictureList

UPLOADS = "https://old.example/wp-content/uploads/2020/03"
SHELF = PictureList(
    [
        Picture(
            "12", f"{UPLOADS}/pier.jpg", 7, "A pier", "The pier at noon", page="https://old.example/pier/", parent="5"
        ),
        Picture("13", f"{UPLOADS}/quay.jpg", 8, "A quay", parent="5", order=1),
        Picture("14", f"{UPLOADS}/lost.jpg", None, "", "Never found", "Lost dock", parent="6"),
    ]
)


def stored(text: str) -> str:
    return clean(to_body(text, shelf=SHELF, post="5", site="https://old.example").html)


def remarks(text: str) -> str:
    return "\n".join(to_body(text, shelf=SHELF, post="5").remarks)


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
    "a caption goes with its picture, whatever the size of the copy": (
        (
            f'[caption id="attachment_12" width="300"]<a href="{UPLOADS}/pier.jpg"><img class="wp-image-12" '
            f'src="{UPLOADS}/pier-300x200.jpg" alt="A pier" /></a> At <em>dusk</em>[/caption]'
        ),
        '<news-figure data-caption="At dusk" data-image="7" data-layout="column"></news-figure>',
    ),
    "a picture is known by its address without size and query": (
        f'<p>a <img src="{UPLOADS}/quay-1024x768.jpg?w=604&amp;ssl=1"> b</p>',
        '<p>a</p><news-figure data-image="8" data-layout="column"></news-figure><p>b</p>',
    ),
    "wide pictures stay wide": (
        (
            '<!-- wp:image {"id":13} --><figure class="wp-block-image alignwide"><img class="wp-image-13" '
            f'src="{UPLOADS}/quay.jpg" alt=""/><figcaption>Q</figcaption></figure><!-- /wp:image -->'
        ),
        '<news-figure data-caption="Q" data-image="8" data-layout="wide"></news-figure>',
    ),
    "a picture that was not given is a link with its words": (
        '<img src="https://cdn.example/x.png" alt="A map of the bay">',
        '<p><a href="https://cdn.example/x.png">A map of the bay</a></p>',
    ),
    "a gallery names its pictures": (
        '[gallery ids="13,12" columns="9"]',
        '<news-gallery data-images="8,7"></news-gallery>',
    ),
    "a gallery without a choice shows what belongs to the post": (
        "[gallery]",
        '<news-gallery data-images="7,8"></news-gallery>',
    ),
    "a gallery of lost pictures is a list of links": (
        '[gallery ids="14"]',
        f'<ul><li><a href="{UPLOADS}/lost.jpg">Lost dock</a> – Never found</li></ul>',
    ),
    "an address alone on its line is shown in place": (
        "Watch:\nhttps://youtu.be/abcdefgh\n\nThat was it",
        '<p>Watch:</p><news-embed data-url="https://youtu.be/abcdefgh"></news-embed><p>That was it</p>',
    ),
    "a frame is shown by the page it belongs to": (
        '<iframe src="//player.vimeo.com/video/1234?h=1"></iframe>',
        '<news-embed data-url="https://vimeo.com/1234"></news-embed>',
    ),
    "an address nobody can show is a link": (
        "[embed]https://maps.example/bay[/embed]",
        '<p><a href="https://maps.example/bay">https://maps.example/bay</a></p>',
    ),
    "a recording is a link": (
        "[audio mp3=https://old.example/a/song.mp3]",
        '<p><a href="https://old.example/a/song.mp3">song.mp3</a></p>',
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


REMARKED = {
    "a block that only WordPress fills": ("<!-- wp:latest-posts /-->", "latest-posts"),
    "a shortcode of a plug-in": ('[contact-form-7 id="3"]', "contact-form-7"),
    "a page break": ("a<!--nextpage-->b", "2 pages"),
    "a picture that was not given": ('<img src="https://cdn.example/x.png">', "https://cdn.example/x.png"),
    "a gallery of unknown pictures": ('[gallery ids="77"]', "77"),
    "a recording": ('<audio src="https://old.example/a.mp3"></audio>', "a.mp3"),
    "a form": ("<form><input></form>", "form"),
    "a link in a caption": (
        f'[caption]<img src="{UPLOADS}/pier.jpg"> <a href="https://b.example">b</a>[/caption]',
        "b.example",
    ),
}


@pytest.mark.parametrize(("given", "named"), REMARKED.values(), ids=REMARKED.keys())
def test_what_is_not_as_it_was_is_said(given, named):
    assert named in remarks(given)


def test_no_body_asks_a_reader_to_load_anything_from_the_old_site():
    html = stored(
        '<img src="https://a.example/1.png"><video src="https://a.example/2.mp4" poster="https://a.example/3.png">'
    )
    assert "src=" not in html


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
