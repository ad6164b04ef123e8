"""What word processors put on the clipboard arrives as a plain news body."""

import pytest

from newsroom.text.html import clean
from tests.newsroom.text.clipboards import CLIPBOARDS

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-US>
<h1 style='mso-list:none'>Title<o:p></o:p></h1>
<p class=MsoNormal style='mso-margin-top-alt:auto'><b><span lang=EN-US style='mso-fareast:x'>Bold</span></b> and
<font face="Arial"><font size=3>fonts</font></font>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>One</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;
</span></span>In one</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>
<p class=MsoNormal><span lang=EN-US>End</span></p></body></html>"""

GOOGLE = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"
style="line-height:1.38"><span style="font-size:11pt;font-weight:700">Bold</span><span style="font-weight:400"> not
</span><span style="font-style:italic">slanted</span></p><br><ul style="margin:0"><li dir="ltr"
style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span>item</span></p></li></ul></b>"""


def test_word_leaves_headings_paragraphs_and_real_lists():
    assert clean(WORD) == (
        "<h2>Title</h2><p><strong>Bold</strong> and fonts.</p>"
        "<ul><li>One<ol><li>In one</li></ol></li><li>Two</li></ul><p>End</p>"
    )


def test_google_docs_leaves_what_was_bold_bold_and_the_rest_light():
    assert clean(GOOGLE) == (
        '<p dir="ltr"><strong>Bold</strong> not <em>slanted</em></p><ul><li dir="ltr"><p dir="ltr">item</p></li></ul>'
    )


@pytest.mark.parametrize("clipboard", CLIPBOARDS)
def test_what_programs_put_on_the_clipboard_is_stored_as_a_plain_body(clipboard):
    given, stored = CLIPBOARDS[clipboard]
    assert clean(given) == stored


def test_corrections_that_are_meant_for_readers_stay():
    assert clean("<p><del>six</del> <ins>seven</ins></p>") == "<p><del>six</del> <ins>seven</ins></p>"


def test_a_web_page_leaves_its_words():
    page = '<main><section class="x"><div><span>Hello</span>&nbsp; <a href="https://a.example/">there</a></div></section></main>'
    assert clean(page) == '<p>Hello <a href="https://a.example/">there</a></p>'


def test_plain_typing_without_scripts_becomes_paragraphs():
    assert clean("First line\nstill first\n\nSecond & last") == "<p>First line still first</p><p>Second &amp; last</p>"
