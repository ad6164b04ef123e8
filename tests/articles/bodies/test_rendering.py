"""A stored body as a reader sees it."""

import pytest

from articles.bodies.references import image_ids
from articles.bodies.rendering import render
from newsroom.text.html import clean
from tests.factories.images import make_image

pytestmark = pytest.mark.django_db


def test_the_images_of_a_body_are_named_once_and_in_order():
    stored = clean('<news-gallery data-images="5,2"></news-gallery><news-figure data-image="2"></news-figure><p>x</p>')
    assert image_ids(stored) == [5, 2]


def test_a_body_without_references_is_shown_as_it_is():
    assert render("<p>a &amp; b</p>", {}) == "<p>a &amp; b</p>"


def test_a_figure_shows_the_picture_with_its_own_caption_and_credit():
    image = make_image(caption="The library's", credit="Ana Lima")
    shown = render(f'<news-figure data-image="{image.pk}" data-layout="wide"></news-figure>', {image.pk: image})
    assert '<figure class="figure figure-wide">' in shown
    assert "<picture" in shown
    assert "The library&#x27;s" in shown
    assert "Ana Lima" in shown


def test_the_storys_caption_and_alt_go_before_the_librarys():
    image = make_image(caption="Old", alt="Old")
    stored = clean(
        f'<news-figure data-image="{image.pk}" data-caption="A &lt;b&gt;" data-alt="New &quot;alt&quot;"></news-figure>'
    )
    shown = render(stored, {image.pk: image})
    assert "A &lt;b&gt;" in shown
    assert 'alt="New &quot;alt&quot;"' in shown
    assert "Old" not in shown


def test_a_figure_whose_picture_has_gone_leaves_its_caption():
    shown = render('<news-figure data-caption="Still here" data-image="9"></news-figure>', {})
    assert "Still here" in shown
    assert "<img" not in shown


def test_a_figure_with_neither_picture_nor_caption_leaves_nothing():
    assert render('<p>a</p><news-figure data-image="9"></news-figure>', {}) == "<p>a</p>"


def test_a_gallery_keeps_its_order_and_leaves_out_what_has_gone():
    one, two = make_image(caption="First"), make_image(caption="Second")
    shown = render(f'<news-gallery data-images="{two.pk},999,{one.pk}"></news-gallery>', {one.pk: one, two.pk: two})
    assert shown.index("Second") < shown.index("First")
    assert "Gallery: 2 pictures" in shown


@pytest.mark.parametrize(
    ("url", "link", "words"),
    [
        (
            "https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "Watch on YouTube",
        ),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Watch on YouTube"),
        ("https://www.youtube.com/@paper", "https://www.youtube.com/@paper", "Watch on YouTube"),
        ("https://player.vimeo.com/video/123456", "https://vimeo.com/123456", "Watch on Vimeo"),
        ("https://dai.ly/x8abc", "https://dai.ly/x8abc", "Watch on Dailymotion"),
        ("https://tv.example/a?b=1&c=2", "https://tv.example/a?b=1&amp;c=2", "See it at tv.example"),
    ],
)
def test_an_embed_is_a_link_that_says_where_it_leads(url, link, words):
    shown = render(clean(f'<iframe src="{url}"></iframe>'), {})
    assert f'href="{link}"' in shown
    assert words in shown
    assert "<iframe" not in shown


def test_each_table_scrolls_in_a_box_with_a_name_of_its_own():
    table = "<table><caption>Sums &amp; more</caption><tbody><tr><td>1</td></tr></tbody></table>"
    shown = render(clean(table + table), {})
    assert 'role="region" aria-label="Table 1: Sums &amp; more"><table>' in shown
    assert 'aria-label="Table 2: Sums &amp; more"' in shown
    assert shown.count("</table></div>") == 2


def test_a_pull_quote_is_no_landmark():
    shown = render(clean('<aside class="pull-quote"><p>We knew.</p></aside>'), {})
    assert shown == '<aside class="pull-quote" role="note"><p>We knew.</p></aside>'


def test_what_a_caption_says_is_never_markup():
    stored = clean('<news-figure data-image="1" data-caption="&lt;script&gt;alert(1)&lt;/script&gt;"></news-figure>')
    assert "<script" not in render(stored, {})
