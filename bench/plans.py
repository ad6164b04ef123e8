"""How the database answers every query of readers' pages: `python -m bench.plans` prints a listing in Markdown.

It asks the archive that NEWSROOM_DATA or DATABASE_URL names (seeded by `make bench`), and asks each page twice, so that
what a process remembers is not asked for again. bench/plans.md is what it said of 1,000,000 stories.
"""

import re
import sys
from collections.abc import Iterator

from newsroom.settings import choose

choose("development")

import django  # noqa: E402

django.setup()

# Django must be set up before any model is imported.
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from articles.models import Category, Story, Tag  # noqa: E402
from articles.paging import STORIES_A_PAGE  # noqa: E402
from articles.tallies import Roll  # noqa: E402
from articles.views.section import STORIES_IN_A_SECTION  # noqa: E402

LONGEST = 300


def pages() -> Iterator[tuple[str, str]]:
    """What a page is called, and where it is."""
    story, second = (one.get_absolute_url() for one in Story.objects.lines()[:2])
    section = Category.objects.get(path="section-0")
    half = sum(month.lines for month in Roll("latest").months()) // 2 // STORIES_A_PAGE
    section_half = sum(month.lines for month in Roll("category", section.pk).months()) // 2 // STORIES_IN_A_SECTION
    yield from {
        "home": "/",
        "category": "/section-0/",
        f"category, page {section_half:,}": f"/section-0/page/{section_half}/",
        "article": second,
        "article with 1,000 comments": story,
        "further comments": f"{story}comments/page/2/",
        "newest comments": f"{story}comments/newest/",
        "comments for programs": f"{story}comments/json/",
        "latest": "/latest/",
        f"latest, page {half:,}": f"/latest/page/{half}/",
        "tag": f"/tag/{Tag.objects.all()[0].slug}/",
        "author": "/author/author-0/",
        "source": "/source/agency-0/",
        "archive, a day": story.rsplit("/", 2)[0] + "/",
        "archive, a month": story[:9],
        "archive, a year": story[:6],
        "feed": "/feed/",
        "feed of a category": "/section-0/feed/",
        "sitemap": "/sitemap.xml",
        "sitemap of a month": f"/sitemaps/{story[1:5]}-{story[6:8]}.xml",
        "search": "/search/?q=zeppelin",
        "not found": "/nowhere/",
    }.items()


def plan(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
        return [str(row[-1]) for row in cursor.fetchall()]


def short(sql: str) -> str:
    """The query with its columns left out."""
    tidy = " ".join(sql.replace('"', "").split())
    tidy = re.sub(r"^SELECT (?!count|EXISTS).*? FROM", "SELECT … FROM", tidy)
    return tidy if len(tidy) <= LONGEST else tidy[:LONGEST] + "…"


def main() -> None:
    client = Client(headers={"host": "127.0.0.1"})
    print(f"## {connection.display_name}, {Story.objects.count():,} stories")
    for name, where in pages():
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        print(f"\n### {name}\n")
        for query in asked:
            lines = "\n".join(plan(query["sql"])[:16])
            print(f"```\n{short(query['sql'])}\n```\n\n```\n{lines}\n```\n")


if __name__ == "__main__":
    sys.exit(main())
