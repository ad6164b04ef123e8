"""What a component says, whatever page it stands on."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.html import strip_tags

NOON = datetime(2024, 4, 24, 12, tzinfo=UTC)
TASS = SimpleNamespace(name="TASS", get_absolute_url="/source/tass/")
KCNA = SimpleNamespace(name="KCNA", get_absolute_url="/source/kcna/")
ROOM = SimpleNamespace(name="World News", get_absolute_url="/world-news/")


def text_of(component, **context):
    return " ".join(strip_tags(render_to_string(f"components/{component}.html", context)).split())


@pytest.mark.parametrize(
    ("credit_line", "sources", "words"),
    [
        ("By Agencies", [], "Sources By Agencies"),
        ("", [TASS, KCNA], "Sources: TASS, KCNA"),
        ("By Agencies", [TASS, KCNA], "Sources By Agencies: TASS, KCNA"),
        ("", [], ""),
    ],
)
def test_sources_line_reads_as_a_sentence(credit_line, sources, words):
    assert text_of("sources", credit_line=credit_line, sources=sources) == words


def test_source_that_is_named_is_a_link():
    assert '<a href="/source/tass/">TASS</a>' in render_to_string("components/sources.html", {"sources": [TASS]})


def test_a_source_is_credited_as_it_asks_to_be():
    agency = SimpleNamespace(name="Concord", credit_line="Concord Press (CP)", get_absolute_url="/source/concord/")

    assert text_of("sources", sources=[agency, TASS]) == "Sources: Concord Press (CP), TASS"


def test_breadcrumb_cuts_a_long_headline_with_an_ellipsis():
    words = text_of(
        "breadcrumb",
        trail=[ROOM],
        current="A headline that is so long that nobody could read it in a line of small type",
    )
    assert words == "Home World News A headline that is so long that nobody could read it in a l…"


def test_latest_sets_a_headline_in_its_own_language_and_direction():
    story = SimpleNamespace(headline="خبر", language="ar", get_absolute_url="/2024/04/24/news/", published_at=NOON)
    site = SimpleNamespace(language="en")

    html = render_to_string("components/latest.html", {"stories": [story], "site": site, "today": NOON})

    assert '<a href="/2024/04/24/news/" lang="ar" dir="rtl">خبر</a>' in html


def test_pager_of_a_single_page_is_not_there():
    assert text_of("pager", page={"number": 1, "newer_url": None, "older_url": None}) == ""


def test_follower_counts_are_grouped_and_dated():
    profile = {"network": "Mastodon", "name": "@paper", "url": "https://m.example/", "followers": 12400}
    assert "12,400 followers" in text_of("stay-connected", profiles=[profile])


def test_most_read_is_a_numbered_list_under_its_name():
    story = SimpleNamespace(headline="News", language="en", get_absolute_url="/2024/04/24/news/")
    site = SimpleNamespace(language="en")

    html = render_to_string("components/most-read.html", {"stories": [story] * 3, "site": site, "level": 2})

    assert '<h2 class="section-head">Most read</h2>' in html
    assert html.count("<li>") == 3
    assert "<ol>" in html


def test_most_read_of_nothing_is_not_there():
    assert text_of("most-read", stories=[], level=2) == ""


def test_the_count_on_a_card_leads_to_the_comments():
    story = SimpleNamespace(
        headline="News", language="en", kind="news", category=ROOM, comment_count=2, published_at=NOON
    )
    story.get_absolute_url = "/2024/04/24/news/"
    parts = {"story": story, "site": SimpleNamespace(language="en"), "today": NOON, "level": 3, "variant": "row"}

    html = render_to_string("components/card.html", parts)

    assert '<a href="/2024/04/24/news/#comments">2 comments</a>' in html
