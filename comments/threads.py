"""One page of a story's threads, put together from the one query that fetches it."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from articles.models import Story
from comments.models import THREADS_A_PAGE, Comment, page_address
from newsroom.prepared import prepared

STORY = models.BigIntegerField()


@dataclass(slots=True)
class Thread:
    """A comment and its replies, each in the order of time. The first may have been taken down."""

    first: Comment
    replies: list[Comment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ThreadPage:
    threads: list[Thread]
    number: int
    older_url: str | None
    newer_url: str | None


@prepared(story=STORY)
def _few(*, story: Any) -> models.QuerySet[Comment, Comment]:
    return Comment.objects.all_threads(story)


@prepared(story=STORY)
def _first_of_many(*, story: Any) -> models.QuerySet[Comment, Comment]:
    return Comment.objects.of_thread_page(story, 1)


def _said(story: Story, number: int) -> list[Comment]:
    if not story.comment_count:
        return []
    if number > 1:
        return list(Comment.objects.of_thread_page(story, number))
    return _few(story=story.pk) if story.comment_count <= THREADS_A_PAGE else _first_of_many(story=story.pk)


def thread_page(story: Story, number: int) -> ThreadPage:
    """Page `number` of the story's threads, oldest first. One query, and none for a story without comments."""
    said = _said(story, number)
    threads = {comment.pk: Thread(comment) for comment in said if comment.thread_id is None}
    for comment in said:
        if comment.thread_id is not None and comment.is_visible:
            threads[comment.thread_id].replies.append(comment)
    shown = list(threads.values())
    more = len(shown) > THREADS_A_PAGE
    return ThreadPage(
        shown[:THREADS_A_PAGE],
        number,
        older_url=f"{page_address(story, number - 1)}#comments" if number > 1 else None,
        newer_url=f"{page_address(story, number + 1)}#comments" if more else None,
    )
