"""Stories and their company, valid with no arguments, so that a test names only what it is about."""

from itertools import count

from articles.actions.publish import publish
from articles.actions.write import write_story
from articles.models import Author, Category, Page, Source, Story

_number = count(1)


def make_category(**given) -> Category:
    n = next(_number)
    category = Category(**{"name": f"Section {n}", "slug": f"section-{n}"} | given)
    category.full_clean()
    category.save()
    return category


def make_author(**given) -> Author:
    n = next(_number)
    return Author.objects.create(**{"name": f"Author {n}", "slug": f"author-{n}"} | given)


def make_source(**given) -> Source:
    n = next(_number)
    return Source.objects.create(**{"name": f"Agency {n}", "slug": f"agency-{n}"} | given)


def make_page(**given) -> Page:
    n = next(_number)
    return Page.objects.create(**{"title": f"Page {n}", "slug": f"page-{n}", "body": "<p>Text.</p>"} | given)


def make_draft(**given) -> Story:
    n = next(_number)
    given.setdefault("category", None)
    given["category"] = given["category"] or make_category()
    return write_story(**{"headline": f"Story {n}", "body": "<p>It happened.</p>"} | given)


def make_story(*, published_at=None, expires_at=None, **given) -> Story:
    """A published story: now, unless `published_at` says otherwise."""
    story = make_draft(**given)
    if expires_at:
        story.expires_at = expires_at
    publish(story=story, at=published_at)
    return story
