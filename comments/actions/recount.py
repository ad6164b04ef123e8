"""Counting what readers see, where stories and threads keep the number."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Story
from comments.models import Comment


def lock(*, stories: Iterable[int]) -> list[int]:
    """Let nobody else post or decide on these stories until the transaction ends. Take it before touching a comment.

    In order, so that two moderators at work, or a moderator and a reader, never wait for one another in a circle.
    """
    ids = sorted(set(stories))
    list(Story.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values("pk"))
    return ids


@transaction.atomic
def recount(*, stories: Iterable[int], threads: Iterable[int] | None = None) -> None:
    """Make the counts of the stories with these ids what they must be, and of their threads: all, or those given."""
    ids = lock(stories=stories)
    if threads is None:
        beginnings = Comment.objects.filter(story__in=ids, thread=None)
    else:
        beginnings = Comment.objects.filter(pk__in=set(threads))
    Story.objects.filter(pk__in=ids).update(comment_count=_visible_by("story"))
    beginnings.update(reply_count=_visible_by("thread"))


def _visible_by(column: str) -> Coalesce:
    seen: QuerySet[Comment] = Comment.objects.visible().filter(**{column: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(seen.values(column).annotate(count=Count("pk")).values("count")), 0)
