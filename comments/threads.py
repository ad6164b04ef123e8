"""One page of a story's threads, put together from the one query that fetches it."""

from dataclasses import dataclass, field

from articles.models import Story
from comments.models import THREADS_A_PAGE, Comment, page_address


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


def thread_page(story: Story, number: int) -> ThreadPage:
    """Page `number` of the story's threads, oldest first. One query, and none for a story without comments."""
    said = list(Comment.objects.for_thread(story, page=number)) if story.comment_count else []
    threads = {comment.pk: Thread(comment) for comment in said if comment.thread_id is None}
    for comment in said:
        if comment.thread_id is not None:
            threads[comment.thread_id].replies.append(comment)
    shown = list(threads.values())
    more = len(shown) > THREADS_A_PAGE
    return ThreadPage(
        shown[:THREADS_A_PAGE],
        number,
        older_url=f"{page_address(story, number - 1)}#comments" if number > 1 else None,
        newer_url=f"{page_address(story, number + 1)}#comments" if more else None,
    )
