"""The HTML of `{% picture %}`."""

import re

import pytest
from django.template import Context, Template

from articles.media.models import Image


def an_image(**given):
    def made(kinds, *widths):
        return {"stem": "0123456789abcdef/wide", "sizes": {kind: [[w, w * 9 // 16] for w in widths] for kind in kinds}}

    shapes = {"wide": made(("jpg", "webp", "avif"), 320, 800, 1200), "square": made(("png", "avif"), 160)}
    defaults = {"title": "t", "alt": "A man & a dog", "renditions": {"shapes": shapes}, "file": "o/x.jpg"}
    return Image(width=2400, height=1600, **defaults | given)


def render(arguments, **context):
    return Template(f"{{% load pictures %}}{{% picture {arguments} %}}").render(Context(context)).strip()


def test_the_smallest_formats_come_first_and_jpeg_is_what_all_understand():
    html = render("image 'wide'", image=an_image())
    assert re.findall(r'type="([^"]+)"', html) == ["image/avif", "image/webp"]
    assert 'src="/media/r/0123456789abcdef/wide-800.jpg"' in html
    assert "wide-320.avif 320w, /media/r/0123456789abcdef/wide-800.avif 800w" in html


def test_the_room_that_the_picture_takes_is_known_before_it_comes():
    assert 'width="1200" height="675"' in render("image 'wide'", image=an_image())


def test_a_picture_is_fetched_when_it_comes_near():
    html = render("image 'wide' sizes='50vw'", image=an_image())
    assert 'loading="lazy" decoding="async"' in html
    assert html.count('sizes="50vw"') == 3


def test_the_first_picture_of_a_page_is_fetched_at_once():
    html = render("image 'wide' priority=True", image=an_image())
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


@pytest.mark.parametrize(
    ("given", "arguments", "alt"),
    [
        ({}, "", "A man &amp; a dog"),
        ({"is_decorative": True}, "", ""),
        ({}, "alt='&lt;b&gt;'|safe", "&lt;b&gt;"),
        ({}, "alt='Only here'", "Only here"),
    ],
)
def test_the_alternative_text_is_the_librarys_unless_the_place_has_its_own(given, arguments, alt):
    assert f' alt="{alt}"' in render(f"image 'wide' {arguments}", image=an_image(**given))


def test_a_class_name_goes_on_the_picture():
    assert render("image 'wide' css_class='lead'", image=an_image()).startswith('<picture class="lead">')


def test_a_transparent_picture_falls_back_on_png():
    assert 'src="/media/r/0123456789abcdef/wide-160.png"' in render("image 'square'", image=an_image())


def test_no_image_is_no_html():
    assert render("image 'wide'", image=None) == ""


def test_an_image_without_renditions_is_shown_as_it_is():
    html = render("image 'wide'", image=an_image(renditions={}))
    assert html.startswith('<picture><img src="/media/o/x.jpg" width="2400" height="1600"')
    assert "srcset" not in html


def test_a_picture_weighs_less_than_1500_characters():
    assert len(render("image 'wide' sizes='(min-width: 64rem) 40rem, 100vw'", image=an_image())) < 1500
