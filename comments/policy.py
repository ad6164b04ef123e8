"""Who may comment on a story: what it says itself, its category or one above it, or the site."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from articles.models import Category, CommentPolicy, SiteSettings, Story
from articles.models.category import SECTIONS
from articles.models.site import SITE
from newsroom import clock
from newsroom.caching.memo import remembered

CLOSED = _("The comments of this story are closed.")
FROZEN = _("The comments of this story are paused while a moderator looks at them.")


class Policy(NamedTuple):
    """What holds for one story. `closes_at` is when it closes by itself; `message` what closed comments say."""

    kind: CommentPolicy
    closes_at: datetime | None = None
    is_frozen: bool = False
    message: str = ""

    @property
    def is_closed(self) -> bool:
        return self.kind == CommentPolicy.CLOSED or (self.closes_at is not None and self.closes_at <= clock.now())

    @property
    def is_open(self) -> bool:
        return not (self.is_frozen or self.is_closed)


def policy_of(story: Story, *, within: object = None) -> Policy:
    """As it stands now. Site and categories are remembered from one page to the next, or `within` a request."""
    site = remembered(SITE, SiteSettings.objects.current, within=within)
    return decided(story, site, remembered(SECTIONS, Category.objects.tree, within=within))


def decided(story: Story, site: SiteSettings, tree: list[Category]) -> Policy:
    """The nearest word holds: the story's, its category's, that of the category above, the site's."""
    above = _above(story, tree)
    kinds = [story.comment_policy, *(category.comment_policy for category in above), site.comment_policy]
    kind = next(CommentPolicy(one) for one in kinds if one != CommentPolicy.INHERIT)
    spans = [category.comments_close_after for category in above] + [site.comments_close_after]
    days = next(one for one in spans if one is not None)
    return Policy(
        kind if site.comments_open else CommentPolicy.CLOSED,
        _after(story.published_at, days),
        story.comments_frozen,
        site.comments_closed_message,
    )


def _after(published_at: datetime | None, days: int) -> datetime | None:
    """So many days later; never where the calendar ends before that."""
    try:
        return published_at + timedelta(days=days) if published_at and days else None
    except OverflowError:
        return None


def _above(story: Story, tree: list[Category]) -> list[Category]:
    by_id = {category.pk: category for category in tree}
    found, here = [], by_id.get(story.category_id) if story.category_id else None
    while here and here not in found:
        found.append(here)
        here = by_id.get(here.parent_id) if here.parent_id else None
    return found
