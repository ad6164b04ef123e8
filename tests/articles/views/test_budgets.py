"""How many queries each page may ask, made anew by a process at work, while lazy fetching is forbidden.

A budget is changed on purpose, in a commit of its own.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from articles.actions.revisions import keep_revision
from articles.models import Profile, Series, SeriesPart, SiteSettings, Story
from comments.models import Comment
from comments.models import State as CommentState
from newsroom.caching import memo
from newsroom.caching.pages import pages
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_category, make_page, make_source, make_story

COMMENTS = 1_000
BUDGETS = {
    "/": 4,
    "/section-a/": 3,
    "/section-a/page/2/": 3,
    "article": 8,
    "article of a series": 10,
    "history": 3,
    "version": 4,
    "/series/water/": 3,
    "further comments": 2,
    "newest comments": 2,
    "comments for programs": 2,
    "/comments/decisions/": 1,
    "/latest/": 3,
    "/tag/rivers/": 4,
    "/author/ada/": 4,
    "/source/agency/": 4,
    "/about/": 2,
    "day": 3,
    "/search/?q=ferry": 3,
    "/feed/": 3,
    "/section-a/feed/": 3,
    "/sitemap.xml": 3,
    "/nowhere/": 2,  # a page, or a redirect
}
OF_THE_PAST = {"history", "version"}
# What a process remembers from its first page on: the site, its sections, breaking news, the footer, the latest posts,
# the profiles, and what is read most, which takes two.
REMEMBERED = 8


class EveryPageKeepsItsBudget(TestCase):
    @classmethod
    def setUpTestData(cls):
        """Enough of everything that each query has something to find."""
        sections = [make_category(slug=f"section-{letter}") for letter in "abcdefghi"]
        picture, author, source = make_image(), make_author(slug="ada"), make_source(slug="agency")
        make_page(slug="about", body=f'<news-figure data-image="{picture.pk}"></news-figure>')
        Profile.objects.create(network="Mastodon", name="@paper", url="https://social.example/@paper")
        body = f'<p>Text.</p><news-figure data-image="{make_image().pk}"></news-figure>'
        company = {"byline": [(author, "")], "sources": [source], "tags": ["Rivers", "Ports"], "body": body}
        for n in range(60):
            section = sections[n % 9 if n < 20 else 0]
            story = make_story(headline=f"Ferry {n}", category=section, lead_image=picture, **company)
        threads = (
            Comment(story=story, name="Ada", text=f"No {n}", state=CommentState.VISIBLE) for n in range(COMMENTS)
        )
        Comment.objects.bulk_create(threads)
        Story.objects.filter(pk=story.pk).update(comment_count=COMMENTS)
        water, parts = Series.objects.create(title="The water", slug="water"), Story.objects.order_by("pk")[:5]
        SeriesPart.objects.bulk_create(SeriesPart(series=water, story=one, position=n) for n, one in enumerate(parts))
        article, part = story.get_absolute_url(), parts[2].get_absolute_url()
        for deck in ("It was full.", "It was empty."):
            Story.objects.filter(pk=parts[3].pk).update(deck=deck)
            keep_revision(story=parts[3], major=True)
        past = f"{parts[3].get_absolute_url()}history/"
        day, further = article.rsplit("/", 2)[0] + "/", f"{article}comments/page/2/"
        cls.addresses = {"article": article, "day": day, "further comments": further, "article of a series": part}
        cls.addresses |= {"newest comments": f"{article}comments/newest/"}
        cls.addresses |= {"comments for programs": f"{article}comments/json/"}
        cls.addresses |= {"history": past, "version": f"{past}2/"}

    def setUp(self):
        """A process begins."""
        folder = self.enterContext(TemporaryDirectory())
        self.enterContext(override_settings(PAGES=True, PAGES_FOLDER=Path(folder)))
        pages.cache_clear()
        memo.forget()
        self.addCleanup(pages.cache_clear)
        self.addCleanup(memo.forget)

    def asked(self, where):
        """The queries of one page. The test's client stands inside of the finished pages, so it is always made."""
        with CaptureQueriesContext(connection) as asked:
            answer = self.client.get(self.addresses.get(where, where))
        assert answer.status_code == (404 if where == "/nowhere/" else 200)
        return [query["sql"][:120] for query in asked]

    def test_budgets(self):
        for where, budget in BUDGETS.items():
            with self.subTest(where):
                SiteSettings(shows_history=where in OF_THE_PAST).save()
                memo.forget()
                first, asked = self.asked(where), self.asked(where)
                assert len(first) <= budget + REMEMBERED, first
                assert len(asked) <= budget, asked

    def test_the_comments_are_really_shown(self):
        assert "No 0" in self.client.get(self.addresses["article"]).text
