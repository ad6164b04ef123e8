"""A small paper that has some of everything, and every address at which it keeps a page."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.urls import URLPattern, get_resolver, resolve

from articles.actions.correct import correct_story
from articles.actions.revisions import keep_revision
from articles.actions.series import order_series
from articles.front.actions import arrange, launch
from articles.front.content import Card, Content, Rule, Slot
from articles.front.layouts import Layout
from articles.front.models import Front
from articles.live.actions import post_entry
from articles.models import BreakingNews, Kind, Profile, Series, SeriesPart, SiteSettings, Story
from comments.actions.moderate import reject
from comments.models import THREADS_A_PAGE, Comment, Reason
from newsroom.caching.policy import policy_of
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_category, make_page, make_source, make_story

NOW = datetime(2026, 3, 14, 15, 9, tzinfo=UTC)


class WholePaper:
    """Made at NOW. `first` is the newest story, and has company of every kind."""

    def __init__(self):
        self.site = SiteSettings(name="The Meridian", description="News.", logo=make_image(), shows_history=True)
        self.site.save()
        Profile.objects.create(network="Mastodon", name="@meridian", url="https://social.example/@meridian")
        self.world = make_category(name="World", slug="world", description="All of it.")
        self.asia = make_category(name="Asia", slug="asia", parent=self.world)
        self.sport = make_category(name="Sport", slug="sport")
        self.author = make_author(name="Ada", slug="ada", bio="Writes.", portrait=make_image())
        self.source = make_source(name="TASS", slug="tass", logo=make_image())
        self.page = make_page(slug="about", body=f'<news-figure data-image="{make_image().pk}"></news-figure>')
        company = {"byline": [(self.author, "")], "sources": [self.source], "tags": ["Rivers"]}
        self.older = [
            make_story(headline=f"Older {n}", category=category, published_at=NOW - timedelta(days=n + 1), **company)
            for n, category in enumerate((self.sport, self.world, self.asia))
        ]
        body = f'<p>Text.</p><news-figure data-image="{make_image().pk}"></news-figure>'
        self.first = make_story(
            headline="Ferry sails",
            slug="ferry-sails",
            category=self.asia,
            lead_image=make_image(),
            body=body,
            related=self.older[:1],
            further_categories=[self.sport],
            published_at=NOW - timedelta(hours=1),
            **company,
        )
        self.live = make_story(
            headline="The storm", kind=Kind.LIVE, category=self.sport, published_at=NOW - timedelta(days=2)
        )
        self.entry = post_entry(story=self.live, body="<p>The dam broke.</p>", picture=make_image(), is_key=True)
        self.arrange_world(self.older[0], under=self.older[2])
        BreakingNews.objects.create(text="Bridge falls", story=self.older[0], ends_at=NOW + timedelta(hours=1))
        self.series = Series.objects.create(title="The water", slug="water")
        for story in (self.older[1], self.first):
            SeriesPart.objects.create(series=self.series, story=story)
        order_series(series=self.series)
        correct_story(story=self.first, text="The ferry is blue.")
        keep_revision(story=self.first, major=True)
        Story.objects.filter(pk=self.first.pk).update(deck="It sails at noon.")
        keep_revision(story=self.first, major=True)
        threads = [Comment(story=self.first, name="Ada", text=f"No {n}") for n in range(THREADS_A_PAGE + 2)]
        threads[-1].is_pick = True
        Comment.objects.bulk_create(threads)
        Story.objects.filter(pk=self.first.pk).update(comment_count=len(threads))

        reject(comments=self.first.comments.order_by("-pk")[:1], reason=Reason.TOPIC)

    def arrange_world(self, story, *, under):
        card = Card(2, story.pk, headline="Short", picture=make_image().pk, sublinks=(under.pk,))
        content = Content((Slot(1, Layout.LEAD, cards=(card,), rule=Rule(category=self.world.pk)),), last=2)
        front = Front(category=self.world)
        arrange(front=front, start=content, change=lambda draft: replace(draft, last=3), said="for the test")
        launch(front=front)

    def addresses(self):
        article = self.first.get_absolute_url()
        live = self.live.get_absolute_url()
        own = [
            live,
            f"{live}live/{self.entry.pk}/",
            f"{live}live/after/0/",
            article,
            f"{article}comments/page/2/",
            f"{article}comments/newest/",
            f"{article}comments/json/",
            f"{article}feed/",
            "/comments/decisions/",
            f"{article}history/",
            f"{article}history/2/",
            self.older[0].get_absolute_url(),
        ]
        sections = ["/", "/world/", "/world/asia/", "/sport/", "/about/"]
        lists = [
            "/latest/",
            "/corrections/",
            "/tag/rivers/",
            "/author/ada/",
            "/source/tass/",
            "/series/water/",
            "/2026/",
            "/2026/03/",
            "/2026/03/14/",
        ]
        feeds = [
            "/feed/",
            "/world/feed/",
            "/corrections/feed/",
            "/robots.txt",
            "/sitemap.xml",
            "/sitemaps/sections.xml",
        ]
        return [*own, *sections, *lists, *feeds, "/corrections/", "/corrections/feed/", "/sitemaps/2026-03.xml"]


def kept_views():
    """Every view of the site whose pages are kept."""
    return {view for view in _views(get_resolver().url_patterns) if policy_of(view)}


def views_at(addresses):
    return {resolve(address).func for address in addresses}


def _views(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.callback
        else:
            yield from _views(pattern.url_patterns)
