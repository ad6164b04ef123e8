"""A story's comments as machines are told of them: in the head of its page, and to a page that waits for more."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any, Final

from django.utils import timezone

from articles.models import Story
from comments.models import Comment
from comments.threads import ThreadPage
from newsroom import clock

# So many of a page are described in its head.
DESCRIBED: Final = 20
# Of an older story nobody waits for comments.
AWAITED: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Discussion:
    """The comments on the page of an article."""

    story: Story
    page: ThreadPage

    def facts(self, root: str) -> dict[str, Any]:
        """For the article's JSON-LD."""
        address = root + self.story.get_absolute_url()
        told = [fact(one, address) for one in islice(self.page.comments, DESCRIBED)]
        return {"comment": told} if told else {}


def fact(comment: Comment, address: str) -> dict[str, Any]:
    return {
        "@type": "Comment",
        "author": {"@type": "Person", "name": comment.name},
        "datePublished": timezone.localtime(comment.posted_at).isoformat(timespec="seconds"),
        "text": comment.text,
        "url": f"{address}#{comment.anchor}",
    }


def news_of(story: Story) -> str:
    """Where an open page asks for new comments; nowhere when the story is old."""
    is_awaited = story.published_at and clock.now() - story.published_at < AWAITED
    return f"{story.get_absolute_url()}comments/json/" if is_awaited else ""
