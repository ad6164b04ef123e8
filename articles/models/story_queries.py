"""The words in which the rest of the site asks for stories."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F

from articles.models.keys import LATEST, span_key
from articles.models.states import State, public_at
from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import ShownQuerySet

# What a card never shows, and what may be long.
NOT_ON_CARDS = ("body", "body_text", "search_title", "search_description", "social_title", "social_description")

IN_LATEST = ("headline", "language", "slug", "published_on", "published_at", "state", "expires_at")


def lazy_fetching() -> Any:
    """What happens when a page asks a story for something that its query left out.

    In production it is fetched for all its neighbours at once; where `FORBID_LAZY_FETCHING` is set it is an error.
    """
    return models.FETCH_RAISE if settings.FORBID_LAZY_FETCHING else models.FETCH_PEERS


class StoryQuerySet(ShownQuerySet[Any]):
    # Which stories

    def public(self) -> Self:
        return self.filter(public_at(clock.now()))

    def published_between(self, first: date, last: date) -> Self:
        """The lines of the days from `first` to `last`, both included, by address; newest first."""
        shows(span_key(first, last))
        days = self._due().filter(published_on__gte=first, published_on__lte=last)
        return days.order_by("-published_on", "-published_at", "-pk")

    def newest_first(self) -> Self:
        shows(LATEST)
        return self.order_by("-published_at", "-pk")

    # With what company

    def with_card_parts(self) -> Self:
        """All that components/card.html shows, so that a list costs one query."""
        return self.select_related("category", "lead_image").defer(*NOT_ON_CARDS).fetch_mode(lazy_fetching())

    def with_latest_parts(self) -> Self:
        """All that components/latest.html shows, and whether it is public."""
        return self.only(*IN_LATEST).fetch_mode(lazy_fetching())

    # What readers add

    def count_one_more_comment(self) -> int:
        """Purges nothing by itself: the comment that is counted does."""
        return models.QuerySet.update(self, comment_count=F("comment_count") + 1)

    # For a whole page

    def for_article(self) -> Self:
        """One article page: the story without its company, and without its category, which every page has at hand."""
        parts = models.Exists(self.model.series_parts.rel.related_model.objects.filter(story=models.OuterRef("pk")))
        whole = self.select_related("lead_image", "social_image").defer("body_text").annotate(in_series=parts)
        return whole.fetch_mode(lazy_fetching())

    def lines(self) -> Self:
        """As a list of its own (latest, a month): every published story whose time has come, newest first."""
        return self._due().newest_first()

    def _due(self) -> Self:
        return self.filter(state=State.PUBLISHED, published_at__lte=clock.now())
