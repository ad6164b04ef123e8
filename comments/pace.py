"""How fast comments may come: from one block of addresses, on one story, and on the whole site."""

import re
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from comments.models import Comment, CommentQuerySet
from newsroom import clock

WRITTEN = re.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,8})")

TOO_FAST = _("Many comments came from your connection within a short time.")
MANY_AT_ONCE = _("More comments are coming in just now than this page can take.")
WAIT_SECONDS = ngettext_lazy(
    "Please wait %(wait)d second and send this one again.",
    "Please wait %(wait)d seconds and send this one again.",
    "wait",
)
WAIT_MINUTES = ngettext_lazy(
    "Please wait %(wait)d minute and send this one again.",
    "Please wait %(wait)d minutes and send this one again.",
    "wait",
)


class TooFastError(ValidationError):
    """Refused for its pace. `wait` is the number of seconds after which it would be taken."""

    def __init__(self, wait: int, why: Promise = TOO_FAST) -> None:
        self.wait = wait
        sentence = WAIT_SECONDS % {"wait": wait} if wait < 60 else WAIT_MINUTES % {"wait": ceil(wait / 60)}
        super().__init__(f"{why} {sentence}", code="too_fast")


@dataclass(frozen=True, slots=True)
class Pace:
    """At most `comments` within `seconds`."""

    comments: int
    seconds: int

    @classmethod
    def written(cls, words: str) -> Self | None:
        """The pace that `5/300` means, or None for `off`. Raises ValueError for anything else."""
        if words == "off":
            return None
        numbers = WRITTEN.fullmatch(words)
        if not numbers:
            raise ValueError(f"“{words}” is not a pace: write it like 5/300 (five in 300 seconds), or off.")
        return cls(int(numbers[1]), int(numbers[2]))


def refuse_too_fast(address_key: str) -> None:
    """Raise TooFastError when the block has used up its pace. Call it in the transaction that stores the comment."""
    pace = Pace.written(settings.COMMENT_PACE)
    if pace is None:
        return
    _wait_in_line(address_key)
    if wait := _wait(pace, Comment.objects.filter(address_key=address_key)):
        raise TooFastError(wait)


def refuse_full_story(comment: Comment) -> None:
    """Raise TooFastError when the story, or the whole site, has had its share of comments for now.

    Who has had a comment shown already is let past: a flood does not come from there, and readers shall not pay for it.
    """
    story, site = Pace.written(settings.COMMENT_STORY_PACE), Pace.written(settings.COMMENT_SITE_PACE)
    waits = [
        wait
        for pace, comments in (
            (story, Comment.objects.filter(story=comment.story_id)),
            (site, Comment.objects.all()),
        )
        if pace and (wait := _wait(pace, comments))
    ]
    if waits and not Comment.objects.of_writer(comment.writer_key).visible().exists():
        raise TooFastError(max(waits), MANY_AT_ONCE)


def _wait(pace: Pace, comments: CommentQuerySet) -> int:
    """The seconds until one more would be taken; 0 for now."""
    moment, window = clock.now(), timedelta(seconds=pace.seconds)
    recent = comments.filter(posted_at__gt=moment - window).newest_first().values_list("posted_at", flat=True)
    oldest_that_counts = recent[pace.comments - 1 : pace.comments].first()
    return max(1, ceil((oldest_that_counts + window - moment).total_seconds())) if oldest_that_counts else 0


def _wait_in_line(address_key: str) -> None:
    """Let comments from one block be counted one after the other, whichever stories they are on."""
    # SQLite lets only one transaction write in any case.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [address_key])
