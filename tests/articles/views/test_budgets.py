"""How many queries each page may ask, cold, while lazy fetching is forbidden (FORBID_LAZY_FETCHING).

A budget is changed on purpose, in a commit of its own.
"""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Profile, Story
from comments.models import Comment
from comments.models import State as CommentState
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_category, make_page, make_source, make_story

COMMENTS = 1_000
BUDGETS = {
    "/": 12,
    "/section-a/": 10,
    "/section-a/page/2/": 10,
    "article": 12,
    "further comments": 6,
    "/latest/": 8,
    "/tag/rivers/": 8,
    "/author/ada/": 8,
    "/source/agency/": 8,
    "/about/": 8,
    "day": 8,
    "/search/?q=ferry": 8,
    "/feed/": 8,
    "/section-a/feed/": 8,
    "/sitemap.xml": 8,
}


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
        article = story.get_absolute_url()
        day, further = article.rsplit("/", 2)[0] + "/", f"{article}comments/page/2/"
        cls.addresses = {"article": article, "day": day, "further comments": further}

    def test_budgets(self):
        for where, budget in BUDGETS.items():
            with self.subTest(where), CaptureQueriesContext(connection) as asked:
                answer = self.client.get(self.addresses.get(where, where))
                assert answer.status_code == 200
                assert len(asked) <= budget, [query["sql"][:120] for query in asked]

    def test_a_page_that_is_not_there_is_cheap_too(self):
        with self.assertNumQueries(5):  # the site, the sections, the page, the latest, the footer
            self.client.get("/nowhere/")

    def test_the_comments_are_really_shown(self):
        assert "No 0" in self.client.get(self.addresses["article"]).text
