"""What programs put on the clipboard, shortened to what is hard about it, and what a body makes of it."""

HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-unhide:no;} --></style></head>
<body lang=EN-GB><!--StartFragment-->"""


def _item(level, font, marker, words):
    return f"""<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>
<![if !supportLists]><span style='font-family:"{font}"'><span style='mso-list:Ignore'>{marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>{words}<o:p></o:p></p>"""


WORDS_BULLETS = (
    HEAD
    + _item(1, "Symbol", "·", "One")
    + _item(2, "Courier New", "o", "In one")
    + _item(3, "Wingdings", "§", "Deeper")
    + _item(1, "Symbol", "·", "Two")
    + "<p class=MsoNormal>Then<o:p></o:p></p>"
    + _item(1, "Calibri", "a)", "First")
    + _item(1, "Calibri", "b)", "Second")
)

WORD_REVIEWED = (
    HEAD
    + """<p class=MsoNormal>It was <span
class=msoIns><ins cite="mailto:Bo" datetime="2024-04-24T10:00">seven</ins></span>
<span class=msoDel><del cite="mailto:Bo" datetime="2024-04-24T10:00">six</del></span> <a
style='mso-comment-reference:B_1;mso-comment-date:20240424T1000'>boats</a><span class=MsoCommentReference><span
style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1"
onmouseover="msoCommentShow('_anchor_1','_com_1')" href="#_msocom_1" name="_msoanchor_1">[B1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></p><!--EndFragment-->
<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%"><div
style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText><a href="#_msoanchor_1"
class=msocomoff>[B1]</a>Who says so?<o:p></o:p></p></div></div></div></body></html>"""
)

GOOGLE_RAISED = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="rtl"><span
style="font-weight:400">Heading</span></h1><p dir="ltr"><span>x</span><span
style="font-size:0.6em;vertical-align:super;">2</span></p></b>"""

WEB_PAGE = """<nav><ul><li><a href="/x">Home</a></li></ul></nav><article><script>alert(1)</script><p onclick="x()"
style="color:red">First <a href="javascript:alert(1)">bad</a></p><figure><img src="https://tracker.example/x.gif"
onerror="x()"><figcaption>Caption</figcaption></figure><details><summary>Sum</summary>Details</details><select>
<option>No</option></select><center>Centred</center></article>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!--.xl65{mso-number-format:"d";}--></style>
</head><body><table width=128 style='width:96pt'><!--StartFragment--><col width=64 span=2><tr height=20><td
height=20 width=64 style='height:15.0pt'>Name</td><td align=right x:num>1,234</td></tr><!--EndFragment--></table></body>
</html>"""

CLIPBOARDS = {
    "bullets that Word writes as letters": (
        WORDS_BULLETS,
        (
            "<ul><li>One<ul><li>In one<ul><li>Deeper</li></ul></li></ul></li><li>Two</li></ul><p>Then</p>"
            "<ol><li>First</li><li>Second</li></ol>"
        ),
    ),
    "a text that was discussed and corrected in Word": (WORD_REVIEWED, "<p>It was seven boats.</p>"),
    "Google's raised figures and directions": (
        GOOGLE_RAISED,
        '<h2 dir="rtl">Heading</h2><p dir="ltr">x<sup>2</sup></p>',
    ),
    "a page of the web": (
        WEB_PAGE,
        '<ul><li><a href="/x">Home</a></li></ul><p>First bad</p><p>Caption</p><p>Sum</p><p>Details</p><p>Centred</p>',
    ),
    "cells of a spreadsheet": (EXCEL, "<table><tbody><tr><td>Name</td><td>1,234</td></tr></tbody></table>"),
}
