"""Counting what readers see, where stories and threads keep the number."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.models import Story
from comments.models import Comment


@transaction.atomic
def recount(*, stories: Iterable[int]) -> None:
    """Make the counts of the stories with these ids, and of their threads, what they must be."""
    ids = sorted(set(stories))
    list(Story.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values("pk"))
    said = Comment.objects.visible().order_by()
    in_story = said.filter(story=OuterRef("pk")).values("story").annotate(count=Count("pk")).values("count")
    in_thread = said.filter(thread=OuterRef("pk")).values("thread").annotate(count=Count("pk")).values("count")
    Story.objects.filter(pk__in=ids).update(comment_count=Coalesce(Subquery(in_story), 0))
    Comment.objects.filter(Q(reply_count__gt=0) | Q(replies__isnull=False), story__in=ids, thread=None).update(
        reply_count=Coalesce(Subquery(in_thread), 0)
    )
