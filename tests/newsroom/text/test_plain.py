"""The words of a body."""

from newsroom.text.html import excerpt, plain

BODY = "<h2>Head</h2><p>One <em>two</em><br>three &amp; four</p><ul><li>five</li><li>six</li></ul>"


def test_each_block_stands_on_its_line():
    assert plain(BODY) == "Head\nOne two\nthree & four\nfive\nsix"


def test_a_pictures_caption_is_part_of_the_text():
    assert plain('<news-figure data-image="1" data-caption="At sea"></news-figure><p>x</p>') == "At sea\nx"


def test_an_excerpt_is_cut_between_words():
    assert excerpt("<p>Alpha, beta gamma</p>", 13) == "Alpha, beta…"


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("<p>Alpha</p><p>beta</p>", 30) == "Alpha beta"


def test_an_endless_word_is_cut_where_it_must_be():
    assert excerpt("<p>" + "a" * 50 + "</p>", 10) == "a" * 9 + "…"
