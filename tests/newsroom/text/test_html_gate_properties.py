"""What must hold of the gate for any input at all."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.text import allowed
from newsroom.text.html import clean, plain
from newsroom.text.slugs import fold, slugify
from newsroom.text.typed import paragraphs

NAMES = sorted(
    allowed.TAGS | allowed.PARTING | allowed.SILENT | {"b", "i", "h1", "iframe", "img", "font", "o:p", "base"}
)
ATTRIBUTES = [
    "",
    ' href="https://a.example/?a=1&b=2"',
    ' href="javascript:alert(1)"',
    " href='//evil.example'",
    ' data-image="4" data-caption="a<b&c"',
    ' data-images="1,2" data-url="https://v.example/x"',
    ' class="pull-quote" onclick="x()"',
    ' style="font-weight:bold;mso-list:l0 level2"',
    ' lang="fr" dir="rtl" title="&quot;"',
    ' colspan="3" src="https://f.example/"',
]
tags = st.builds("<{}{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(NAMES), st.sampled_from(ATTRIBUTES))
words = st.sampled_from(
    ["word", " ", "\n\n", "&nbsp;", "&lt;p&gt;", "<", "<!--", "-->", "]]>", "<![if x]>", "&#0;", "\u00a0"]
)
soup = st.lists(st.one_of(tags, words, st.text(max_size=6)), max_size=25).map("".join)

START = re.compile(r"<([a-z0-9-]+)((?: [a-z-]+=\"[^\"<>]*\")*)>")
END = re.compile(r"</([a-z0-9-]+)>")


@settings(max_examples=400)
@given(soup)
def test_cleaning_twice_is_cleaning_once(html):
    once = clean(html)
    assert clean.__wrapped__(once) == once


@settings(max_examples=400)
@given(soup)
def test_only_known_elements_with_known_attributes_come_out(html):
    stored = clean(html)
    bare = END.sub("", START.sub("", stored))
    assert "<" not in bare
    for tag, given_attributes in START.findall(stored):
        names = set(re.findall(r" ([a-z-]+)=", given_attributes))
        assert tag in allowed.TAGS
        assert names <= allowed.ATTRIBUTES["*"] | allowed.ATTRIBUTES.get(tag, frozenset())


@settings(max_examples=200)
@given(soup)
def test_nothing_that_could_run_or_call_home_comes_out(html):
    stored = clean(html).lower()
    assert not re.search(r"javascript:|\son\w+=|\ssrc=|\sstyle=|href=\"//", stored)


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(exclude_characters="<&", exclude_categories=["Cc", "Cs", "Cn"]), max_size=80))
def test_plain_words_come_through_whole(text):
    assert plain(clean(text)).split() == text.replace("\ufeff", "").split() or not text.strip()


@given(st.text(max_size=120), st.integers(min_value=8, max_value=80))
def test_slugs_are_short_plain_and_stable(text, most):
    slug = slugify(text, max_length=most)
    assert len(slug) <= most
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or not text.strip()
    assert slugify(slug, max_length=most) == slug


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200))
def test_typed_paragraphs_keep_every_word_in_order(text):
    words_of = [word for lines in paragraphs(text) for line in lines for word in line.split()]
    assert words_of == text.split()
