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
def recount(*, stories: Iterable[int], threads: Iterable[int] | None = None, answered: Iterable[int] = ()) -> None:
    """Make the counts of the stories with these ids what they must be, and of their threads: all, or those given.

    With all threads go all replies; otherwise the comments with the ids `answered`, of which some are answers.
    """
    ids = lock(stories=stories)
    everywhere = Comment.objects.filter(story__in=ids)
    if threads is None:
        beginnings, replies = everywhere.filter(thread=None), everywhere.filter(thread__isnull=False)
    else:
        beginnings = Comment.objects.filter(pk__in=set(threads))
        replies = Comment.objects.filter(pk__in=set(answered), thread__isnull=False)
    Story.objects.filter(pk__in=ids).update(comment_count=_visible_by("story"))
    _count_anew(beginnings, "thread")
    _count_anew(replies, "parent")


def _count_anew(comments: QuerySet[Comment], by: str) -> None:
    """Only where it is wrong: a change of many rows at once would have every page of the site made anew."""
    comments.exclude(reply_count=_visible_by(by)).update(reply_count=_visible_by(by))


def _visible_by(column: str) -> Coalesce:
    seen: QuerySet[Comment] = Comment.objects.visible().filter(**{column: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(seen.values(column).annotate(count=Count("pk")).values("count")), 0)
