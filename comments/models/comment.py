"""What readers say about stories, and the words in which the rest of the site asks for it."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from articles.models import Story
from articles.models.keys import comments_key
from comments.models.layer import SHUT_OUT, parted
from comments.models.reason import Reason
from comments.wording import ENTER_COMMENT, ENTER_NAME, refuse_bad_name, refuse_bad_text
from newsroom import clock
from newsroom.caching.shown import Shown, ShownQuerySet

THREADS_A_PAGE = 50
# So many of an editor's picks are named before the first page of a story's comments.
PICKS = 3
# Longer than a reader may write (COMMENT_NAME_LENGTH): an archive keeps the names that it has.
NAME_COLUMN = 245


class State(models.TextChoices):
    VISIBLE = "visible", "Visible"
    HELD = "held", "Held for a moderator"
    REJECTED = "rejected", "Rejected"
    SPAM = "spam", "Spam"
    DELETED = "deleted", "Deleted by its writer"


class Learnt(models.TextChoices):
    KEPT = "kept", "Kept"
    REMOVED = "removed", "Removed"


# What has its place on the page: also what was taken down after it had been answered.
SEEN = Q(state=State.VISIBLE) | Q(reply_count__gt=0)


class CommentQuerySet(ShownQuerySet["Comment"]):
    def visible(self) -> Self:
        return self.filter(state=State.VISIBLE)

    def threads(self, story: Any) -> Self:
        """What begins a thread that readers see, oldest first."""
        return self.filter(SEEN, story=story, thread=None).order_by("posted_at", "pk")

    def all_threads(self, story: Any) -> Self:
        """All that the threads of a story (or of the one with that id) say, by time."""
        return self.filter(SEEN, story=story).order_by("posted_at", "pk")

    def of_thread_page(self, story: Any, page: int, *, newest_first: bool = False) -> Self:
        """All that one page of a story's threads says, and the first thread of the next, by time.

        With the replies that readers do not see: asked for a state beside its thread, SQLite would rather read every
        comment that has it. With the oldest first, page 1 comes with the editor's picks, wherever they stand.
        """
        first = (page - 1) * THREADS_A_PAGE
        threads = self.threads(story).reverse() if newest_first else self.threads(story)
        shown = threads.values("pk")[first : first + THREADS_A_PAGE + 1]
        found = [self.filter(thread__in=shown)]
        if page == 1 and not newest_first:
            found.append(self.filter(pk__in=self.picks_of(story).values("pk")[:PICKS]))
        return self.filter(pk__in=shown).union(*found, all=True).order_by("posted_at", "id")

    def picks_of(self, story: Any) -> Self:
        """What editors picked of what readers see, newest first."""
        return self.filter(is_pick=True, story=story, state=State.VISIBLE).order_by("-posted_at", "-pk")

    def from_block(self, address_key: str, *, since: datetime) -> Self:
        """What came from one block of addresses, newest first."""
        return self.filter(address_key=address_key, posted_at__gt=since).order_by("-posted_at")

    def with_origin(self, *, before: datetime) -> Self:
        """What was posted before then, and is still known to have come from the same block as others."""
        return self.filter(address_key__gt="", posted_at__lt=before)

    def of_writer(self, writer_key: str) -> Self:
        """What came from one browser of one block of addresses; nothing when that is not known."""
        return self.filter(writer_key=writer_key).exclude(writer_key="")

    def forget_origin(self) -> int:
        """Purges nothing: no page shows it."""
        return models.QuerySet.update(self, address_key="", writer_key="")

    def note_learnt(self, learnt: str) -> int:
        """Purges nothing: no page shows it."""
        return models.QuerySet.update(self, learnt=learnt)

    def newest_of(self, story: Any, count: int) -> Self:
        """The newest of a story. In any state: asked for one, SQLite would rather read every comment that has it."""
        return self.filter(story=story).order_by("-posted_at", "-pk")[:count]

    def seen_newest_first(self, story: Any) -> Self:
        """What readers see of a story. Said by what they do not see, for the same reason."""
        unseen = [state for state in State if state != State.VISIBLE]
        return self.filter(story=story).exclude(state__in=unseen).order_by("-posted_at", "-pk")

    def newest_first(self) -> Self:
        return self.order_by("-posted_at", "-pk")


class Comment(Shown):
    story = models.ForeignKey(Story, models.CASCADE, related_name="comments", db_index=False)
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", help_text="The comment that it answers."
    )
    thread = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="replies",
        db_index=False,
        editable=False,
        help_text="The comment that began the thread; none for that comment itself.",
    )
    name = models.CharField(max_length=NAME_COLUMN, validators=[refuse_bad_name], error_messages={"blank": ENTER_NAME})
    text = models.TextField(validators=[refuse_bad_text], error_messages={"blank": ENTER_COMMENT})
    state = models.CharField(max_length=10, choices=State, default=State.VISIBLE)
    posted_at = models.DateTimeField("posted", default=clock.now)
    # A keyed hash of the block of addresses it came from; empty for what was imported or invented.
    address_key = models.CharField(max_length=32, blank=True, editable=False)
    # The same of that block and the browser together.
    writer_key = models.CharField(max_length=32, blank=True, editable=False)
    # What its text is compared by; empty for one that is too short to be told from others.
    text_key = models.CharField(max_length=32, blank=True, editable=False)
    # Codes of `Layer` with commas between them: why it waits, or waited, for a moderator.
    layers = models.CharField(max_length=120, blank=True, editable=False)
    # Why it was taken down; empty for what readers see, or may yet.
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    # How much its words are like those of what was taken down, 0 to 100; none while too little was learnt.
    score = models.PositiveSmallIntegerField(null=True, editable=False)
    # As what its words are counted now.
    learnt = models.CharField(max_length=7, choices=Learnt, blank=True, editable=False)
    edited_at = models.DateTimeField(null=True, editable=False)
    # Of what begins a thread: how many in it readers see. Of a reply: how many that they see answer it.
    reply_count = models.PositiveIntegerField(default=0, editable=False)
    # Written by the paper itself, and what its editors would have everybody read.
    by_staff = models.BooleanField(default=False, editable=False)
    is_pick = models.BooleanField(default=False, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        permissions = [("moderate_comment", "Can moderate comments")]
        constraints = [
            models.CheckConstraint(name="comment_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="comment_has_a_text", condition=~Q(text="")),
            models.CheckConstraint(name="comment_state_is_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="comment_answer_is_in_a_thread", condition=Q(parent=None) | Q(thread__isnull=False)
            ),
            models.CheckConstraint(name="comment_is_not_its_own_thread", condition=Q(thread=None) | ~Q(thread=F("id"))),
        ]
        indexes = [
            models.Index(name="comment_threads", fields=["story", "thread", "posted_at", "id", "state", "reply_count"]),
            models.Index(name="comment_replies", fields=["thread", "posted_at"]),
            models.Index(name="comment_pace", fields=["address_key", "-posted_at"]),
            models.Index(name="comment_of_writer", fields=["writer_key", "state"], condition=~Q(writer_key="")),
            models.Index(name="comment_of_story", fields=["story", "-posted_at", "-id"]),
            models.Index(name="comment_same", fields=["text_key", "-posted_at"]),
            models.Index(name="comment_newest", fields=["-posted_at", "-id"]),
            models.Index(name="comment_of_a_state", fields=["state", "-posted_at", "-id"]),
            models.Index(
                name="comment_picks", fields=["story", "state", "-posted_at", "-id"], condition=Q(is_pick=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("story",)

    def shown_keys(self) -> tuple[str, ...]:
        return (comments_key(self.story_id),)

    def get_absolute_url(self) -> str:
        """Where readers see it, on whichever page of the threads that is. One query for its place."""
        return f"{page_address(self.story, self.page_number)}#{self.anchor}"

    @property
    def permalink(self) -> str:
        """Where it is asked for and found for ever, without a query: an address that leads to the one above."""
        return f"{self.story.get_absolute_url()}comments/{self.pk}/"

    @property
    def page_number(self) -> int:
        """On which page of its story's threads readers see it."""
        if self.story.comment_count < THREADS_A_PAGE:
            # Each thread has a comment that readers see: there cannot be more threads than those.
            return 1
        beginning = self.thread or self
        threads = Comment.objects.threads(self.story)
        before = threads.filter(
            Q(posted_at__lt=beginning.posted_at) | Q(posted_at=beginning.posted_at, pk__lt=beginning.pk)
        ).count()
        return before // THREADS_A_PAGE + 1

    @property
    def anchor(self) -> str:
        return f"comment-{self.pk}"

    @property
    def is_deleted(self) -> bool:
        return self.state == State.DELETED

    @property
    def is_shut_out(self) -> bool:
        """Whether a ban took it down, and no moderator has said why since. To its writer it looks as if it waited."""
        by_itself = self.state == State.REJECTED and not self.reason
        return by_itself and any(layer in SHUT_OUT for layer in parted(self.layers))

    @property
    def is_visible(self) -> bool:
        return self.state == State.VISIBLE


def page_address(story: Story, page: int, *, newest_first: bool = False) -> str:
    """Where a page of the story's threads stands: the first, oldest first, is the article's own."""
    article = story.get_absolute_url()
    if newest_first:
        return f"{article}comments/newest/" if page == 1 else f"{article}comments/newest/page/{page}/"
    return article if page == 1 else f"{article}comments/page/{page}/"
