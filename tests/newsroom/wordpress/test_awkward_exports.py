"""Whatever an export holds: all of it is accounted for, nothing comes twice, and every page of it answers."""

import re

import pytest
from django.db.models import Count
from django.test import Client

from articles.models import Author, Category, Page, SiteSettings, Story, Tag
from articles.models.tag import FEWEST
from comments.models import Comment
from newsroom.wordpress.models import Imported
from tests.factories import wordpress as old

pytestmark = pytest.mark.django_db
MODELS = (Author, Category, Tag, Story, Page, Comment, Imported)
LONG = "x" * 400
PERCENT = "%e6%97%a5" * 30


def without_ids(xml: str) -> str:
    return re.sub(r"<wp:(post|comment)_id>[^<]*</wp:\1_id>", "", xml)


def dated(local: str, gmt: str = "", **given) -> str:
    return old.item(f"Dated {local} {gmt}", post_date=local, post_date_gmt=gmt, **given)


CASES = {
    "nothing has a number": [
        without_ids(old.item("A", "one", old.comment("first"), old.comment("second"))),
        without_ids(old.item("B", "two")),
        without_ids(old.item("P", "three", post_type="page")),
    ],
    "two texts have one number": [old.item("A", number=5), old.item("B", number=5), old.item("C", number=6)],
    "ids, slugs, logins and names without end": [
        old.author(LONG, LONG),
        old.category(LONG, LONG, description=LONG),
        old.tag(LONG, LONG),
        old.item(LONG, LONG, old.filed(LONG, LONG), old.filed(LONG, LONG, "post_tag"), number="9" * 400, creator=LONG),
        old.item(LONG, LONG, old.comment(LONG, name=LONG, number="8" * 400), post_name=LONG, excerpt=LONG),
        old.item(LONG, LONG, post_type="page", post_name=LONG, excerpt=LONG),
    ],
    "names in other scripts": [
        old.category(PERCENT, "日" * 30),
        old.tag(PERCENT, "日" * 30),
        old.item("日本", "b", old.filed(PERCENT, "日"), post_name=PERCENT),
        old.item("😀", "😀", post_name="%f0%9f%98%80", post_type="page"),
    ],
    "names that cannot be seen": [
        old.category("", ""),
        old.tag("", ""),
        old.tag("unseen", "\u200b"),
        old.author("unseen", "\u200b"),
        old.item("\u200b", "b", old.comment("c", name="\u200b"), old.filed("", ""), old.filed("", "", "post_tag")),
        old.item("", "", post_name=""),
        old.item("", "", post_name="", post_type="page"),
    ],
    "categories in each other's way": [
        old.category("asia", "Asia"),
        old.category("world", "World"),
        old.category("asia", "Asia", parent="world"),
        old.category("lost", "Lost", parent="nowhere"),
        old.category("self", "Self", parent="self"),
        *(old.category(slug, slug.title()) for slug in ("search", "admin", "2019", "about", "News", "news")),
        old.item("About", "b", post_type="page", post_name="about"),
        old.item("T", "b", old.filed("asia", "Asia"), old.filed("lost", "Lost")),
    ],
    "categories deeper than any address": [
        *(old.category(f"{'deep-' * 10}{n}", f"Level {n}", parent=f"{'deep-' * 10}{n - 1}") for n in range(8)),
        old.item("T", "b", old.filed(f"{'deep-' * 10}7", "Level 7")),
    ],
    "dates that are none": [
        *(dated(moment, moment) for moment in ("0000-00-00 00:00:00", "-0001-11-30 00:00:00", "yesterday", "")),
        *(dated(moment, moment) for moment in ("0001-01-01 00:00:00", "1850-01-01 00:00:00", "9999-12-31 23:59:59")),
        dated("2021-03-28 02:30:00", "0000-00-00 00:00:00"),
    ],
    "comments that answer nothing, each other and themselves": [
        old.item(
            "T",
            "b",
            old.comment("early answer", number=2, parent="1"),
            old.comment("answered", number=1),
            old.comment("twin", number=1),
            old.comment("orphan", number=3, parent="999"),
            old.comment("itself", number=4, parent="4"),
            old.comment("circle", number=5, parent="6"),
            old.comment("circle", number=6, parent="5"),
            old.comment("", number=7),
            old.comment("word " * 14_000, number=8),
            old.comment("post-trashed", number=9, approved="post-trashed"),
        ),
    ],
    "kinds that nobody knows": [
        old.item("R", post_type="revision"),
        old.item("E", "b", old.comment(), post_type="event"),
        old.item("N", post_type=""),
        old.item("C", "b", old.comment(kind="review")),
    ],
    "the same address three times in a day": [old.item("T", "b", post_name="same") for _ in range(3)],
}


def in_the_file(parts) -> int:
    xml = "".join(parts)
    return len(re.findall(r"<wp:author>|<wp:category>|<wp:tag>|<item>|<wp:comment>", xml))


def listed(ledger) -> int:
    """What the account found, without the authors and terms that only items name."""
    unlisted = Author.objects.filter(slug="ana").count() + Category.objects.filter(slug="uncategorized").count()
    return sum(row.found for row in ledger.rows.values()) - unlisted


def everything_here() -> list:
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


@pytest.mark.parametrize("parts", CASES.values(), ids=CASES.keys())
def test_an_awkward_export_comes_whole_and_once(bring, parts):
    ledger, _ = bring(*parts)
    assert listed(ledger) == in_the_file(parts)
    before = everything_here()
    again, _ = bring(*parts)
    assert everything_here() == before
    assert sum(row.imported for row in again.rows.values()) == 0
    shared = Tag.objects.alias(borne=Count("story_tags__published_at")).filter(borne__gte=FEWEST)
    records = [*Story.objects.public(), *Page.objects.public(), *Category.objects.all(), *shared]
    addresses = ["/", *(record.get_absolute_url() for record in [*records, *Author.objects.all()])]
    reader = Client()
    assert [address for address in addresses if reader.get(address).status_code != 200] == []


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland"])
def test_no_date_is_too_early_or_late_for_any_time_zone(bring, zone):
    SiteSettings(time_zone=zone).save()
    ledger, _ = bring(*CASES["dates that are none"])
    assert ledger.rows["posts"].imported == len(CASES["dates that are none"])
