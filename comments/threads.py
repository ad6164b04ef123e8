"""One page of a story's threads, put together from the one query that fetches it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final

from django.db import models

from articles.models import Story
from comments.models import PICKS, THREADS_A_PAGE, Comment, page_address
from newsroom.prepared import prepared

STORY = models.BigIntegerField()
# What answers something as deep as this stands beside it: further in there is no room for words.
DEEPEST: Final = 5
# With fewer threads the order of them is of no interest.
ORDERED: Final = 3


@dataclass(slots=True)
class Place:
    """Where a comment stands in its thread. `closes` has an item for each list of answers that ends after it."""

    comment: Comment
    depth: int = 1
    # What it answers, where that is not what stands right above it; `is_beside` when not even further out.
    answers: Comment | None = None
    is_beside: bool = False
    under: "Place | None" = None
    answered_by: "list[Place]" = field(default_factory=list)
    closes: range = range(0)

    @property
    def opens(self) -> bool:
        """Whether a list of answers begins with it."""
        return self.under is not None and self.under.answered_by[0] is self


@dataclass(slots=True)
class Thread:
    """A comment and what answers it, in the order in which they are read. The first may have been taken down."""

    first: Place
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class ThreadPage:
    threads: list[Thread]
    number: int
    older_url: str | None
    newer_url: str | None
    # Where the same comments stand in the other order, where there are enough of them.
    other_order_url: str | None
    newest_first: bool = False
    picks: tuple[Comment, ...] = ()

    @cached_property
    def anchors(self) -> set[int]:
        """The ids of those that stand on it."""
        return {place.comment.pk for thread in self.threads for place in thread.places}

    @property
    def comments(self) -> Iterator[Comment]:
        """All that readers see on it, in the order in which they read."""
        return (place.comment for thread in self.threads for place in thread.places if place.comment.is_visible)


@prepared(story=STORY)
def _few(*, story: Any) -> models.QuerySet[Comment, Comment]:
    return Comment.objects.all_threads(story)


@prepared(story=STORY)
def _first_of_many(*, story: Any) -> models.QuerySet[Comment, Comment]:
    return Comment.objects.of_thread_page(story, 1)


@prepared(story=STORY)
def _newest_of_many(*, story: Any) -> models.QuerySet[Comment, Comment]:
    return Comment.objects.of_thread_page(story, 1, newest_first=True)


def _said(story: Story, number: int, *, newest_first: bool) -> list[Comment]:
    if not story.comment_count:
        return []
    if number > 1:
        return list(Comment.objects.of_thread_page(story, number, newest_first=newest_first))
    if story.comment_count <= THREADS_A_PAGE:
        return _few(story=story.pk)
    return _newest_of_many(story=story.pk) if newest_first else _first_of_many(story=story.pk)


def thread_page(story: Story, number: int, *, newest_first: bool = False) -> ThreadPage:
    """Page `number` of the story's threads. One query, and none for a story without comments."""
    said = {comment.pk: comment for comment in _said(story, number, newest_first=newest_first)}
    shown = _threads(said.values())
    if newest_first:
        shown.reverse()
    where = partial(page_address, story, newest_first=newest_first)
    before = f"{where(number - 1)}#comments" if number > 1 else None
    after = f"{where(number + 1)}#comments" if len(shown) > THREADS_A_PAGE else None
    other = f"{page_address(story, 1, newest_first=not newest_first)}#comments"
    picks = [one for one in said.values() if one.is_pick and one.is_visible] if number == 1 and not newest_first else []
    return ThreadPage(
        shown[:THREADS_A_PAGE],
        number,
        older_url=after if newest_first else before,
        newer_url=before if newest_first else after,
        other_order_url=other if number > 1 or len(shown) > ORDERED else None,
        newest_first=newest_first,
        picks=tuple(picks[-PICKS:]),
    )


def _threads(said: Any) -> list[Thread]:
    """By time, from comments in that order. Picks of other pages are in none, or begin one that is cut off the end."""
    threads = {comment.pk: Thread(Place(comment)) for comment in said if comment.thread_id is None}
    places = {pk: thread.first for pk, thread in threads.items()}
    for comment in said:
        thread = threads.get(comment.thread_id)
        if thread and (comment.is_visible or comment.reply_count):
            # What it answered may be gone; of an archive that was put together badly it may even be later.
            above = places.get(comment.parent_id, thread.first)
            places[comment.pk] = _placed(comment, above)
    for thread in threads.values():
        thread.places = _in_reading_order(thread.first)
    return list(threads.values())


def _placed(comment: Comment, above: Place) -> Place:
    is_beside = above.depth == DEEPEST
    under = above.under if is_beside and above.under else above
    place = Place(comment, under.depth + 1, above.comment, is_beside, under)
    under.answered_by.append(place)
    return place


def _in_reading_order(first: Place) -> list[Place]:
    places = list(_walk(first))
    for place, following in zip(places, [*places[1:], first], strict=True):
        place.closes = range(place.depth - following.depth)
        if following.answers and (following.answers is place.comment or not following.answers.is_visible):
            following.answers = None
    return places


def _walk(place: Place) -> Iterator[Place]:
    yield place
    for answer in place.answered_by:
        yield from _walk(answer)
