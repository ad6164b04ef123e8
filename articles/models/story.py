"""A story, and the one rule of who may see it."""

from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from taggit.managers import TaggableManager

from articles.bodies.fields import BodyField
from articles.media.models import Image
from articles.models.category import Category
from articles.models.keys import LATEST, archive_keys, comments_key
from articles.models.reading import Views
from articles.models.shown import note_pictures
from articles.models.source import Source
from articles.models.states import CommentPolicy, Kind, State
from articles.models.story_queries import StoryQuerySet
from articles.models.tag import FoldingTagManager, StoryTag
from newsroom import clock
from newsroom.caching.purging import SCHEDULE
from newsroom.caching.recording import mentions
from newsroom.caching.shown import Purged, Shown
from newsroom.text.html import excerpt, plain


class Story(Shown):
    kicker = models.CharField(max_length=60, blank=True, help_text="The short label above the headline.")
    headline = models.CharField(max_length=300)
    deck = models.CharField(max_length=500, blank=True, help_text="The sentence under the headline.")
    slug = models.SlugField(max_length=100, blank=True, help_text="Made from the headline when left empty.")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NEWS)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default="en")

    dateline = models.CharField(max_length=120, blank=True, help_text="Where it was written.")
    body = BodyField(blank=True)
    body_text = models.TextField(blank=True, editable=False)
    lead_image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    lead_caption = models.CharField(
        max_length=500, blank=True, help_text="Only if it should differ from the picture's own caption."
    )

    category = models.ForeignKey(Category, models.PROTECT, related_name="stories", verbose_name="primary category")
    further_categories = models.ManyToManyField(Category, blank=True, related_name="+")
    authors = models.ManyToManyField("articles.Author", through="articles.Byline", related_name="stories")
    sources = models.ManyToManyField(Source, through="articles.StorySource", related_name="stories")
    credit_line = models.CharField(max_length=200, blank=True, help_text="Free words, for instance “By Agencies”.")
    tags = TaggableManager(through=StoryTag, manager=FoldingTagManager, blank=True)

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(
        "publish at", null=True, blank=True, help_text="Readers see the story from this moment on."
    )
    published_on = models.DateField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(
        "updated", null=True, blank=True, help_text="Shown to readers. Set it when the change matters to them."
    )
    expires_at = models.DateTimeField("expires", null=True, blank=True)
    embargo_until = models.DateTimeField(
        "embargo until", null=True, blank=True, help_text="It cannot be published before this moment."
    )
    corrected_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    # The note with which an editor gave a draft back, until it is submitted again.
    returned_because = models.TextField(blank=True, editable=False)

    comment_policy = models.CharField(max_length=10, choices=CommentPolicy, default=CommentPolicy.INHERIT)
    comments_frozen = models.BooleanField(default=False, editable=False)
    comment_count = models.PositiveIntegerField(default=0, editable=False)

    search_title = models.CharField(max_length=120, blank=True, help_text="For search engines, if not the headline.")
    search_description = models.CharField(max_length=300, blank=True, help_text="If not the deck.")
    social_title = models.CharField(max_length=120, blank=True, help_text="For shared links, if not the headline.")
    social_description = models.CharField(max_length=300, blank=True, help_text="If not the deck.")
    social_image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        db_index=False,  # story_of_a_writer begins with it
    )
    created_at = models.DateTimeField(default=clock.now, editable=False)
    changed_at = models.DateTimeField(default=clock.now, editable=False)

    # Only where the desk has asked for it.
    views: Views | None
    # Only where a whole page has been asked for.
    in_series: bool

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        permissions = [
            ("publish_story", "Can publish, schedule and withdraw stories"),
            ("edit_any_story", "Can see and change the stories of others"),
        ]
        constraints = [
            models.CheckConstraint(
                name="story_has_a_headline",
                condition=~Q(headline=""),
                violation_error_message="A story needs a headline.",
            ),
            models.CheckConstraint(
                name="story_published_has_an_address",
                condition=~Q(state__in=[State.PUBLISHED, State.WITHDRAWN])
                | Q(published_at__isnull=False, published_on__isnull=False) & ~Q(slug=""),
            ),
            models.CheckConstraint(
                name="story_expires_after_it_appears",
                condition=Q(expires_at=None) | Q(published_at=None) | Q(expires_at__gt=F("published_at")),
                violation_error_message="A story must expire after it is published.",
            ),
            models.CheckConstraint(
                name="story_appears_after_its_embargo",
                condition=~Q(state=State.PUBLISHED) | Q(embargo_until=None) | Q(published_at__gte=F("embargo_until")),
                violation_error_message="A story cannot be published before its embargo ends.",
            ),
            models.CheckConstraint(
                name="story_withdrawn_says_why", condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawn_because="")
            ),
            models.CheckConstraint(name="story_state_is_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="story_kind_is_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="story_comment_policy_is_known", condition=Q(comment_policy__in=CommentPolicy.values)
            ),
            models.UniqueConstraint(name="story_address", fields=["published_on", "slug"]),
        ]
        indexes = [
            # Not partial: SQLite cannot tell that a bound parameter is the one state that a partial index holds.
            models.Index(name="story_latest", fields=["state", "-published_at", "-id"]),
            models.Index(name="story_archive", fields=["state", "-published_on", "-published_at", "-id"]),
            models.Index(name="story_of_a_state", fields=["state", "-changed_at", "-id"]),
            models.Index(name="story_changed", fields=["-changed_at", "-id"]),
            models.Index(name="story_of_a_kind", fields=["kind", "-changed_at", "-id"]),
            models.Index(name="story_of_a_writer", fields=["created_by", "-changed_at", "-id"]),
            # Most stories never expire.
            models.Index(
                name="story_expiring", fields=["state", "-expires_at", "-id"], condition=Q(expires_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @transaction.atomic
    def save(self, *args: object, **kwargs: object) -> None:
        self.body_text = plain(self.body)
        self.changed_at = clock.now()
        if not (self._state.adding or kwargs.get("force_insert") or kwargs.get("update_fields")):
            # Others keep these: a form that was open while readers, moderators or correctors were at work must not take
            # them back.
            deferred = {"id", "comment_count", "comments_frozen", "corrected_at", *self.get_deferred_fields()}
            kwargs["update_fields"] = [
                field.name for field in self._meta.concrete_fields if not {field.name, field.attname} & deferred
            ]
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature, passed through
        saved = kwargs.get("update_fields")
        if saved is None or "body" in saved:  # type: ignore[operator]  # a list of names, by Django's signature
            note_pictures(self.pictures, self.body)

    @classmethod
    def from_db(cls, *row: Any, **more: Any) -> Self:
        story = super().from_db(*row, **more)
        # A card says how many comments there are.
        mentions(comments_key(story.pk))
        return story

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return "state", "published_at", "published_on", "expires_at"

    def purged(self, fields: frozenset[str] | None = None) -> Purged:
        """Where it is shown, and the lists of all stories; where it is filed, its lines purge."""
        if fields and fields <= {"comment_count"}:
            return Purged.of(comments_key(self.pk))
        if self.published_on is None:
            # No page has ever shown it.
            return Purged.of(*self.shown_keys())
        lists = {LATEST, SCHEDULE, *archive_keys(self.published_on)}
        return Purged.of(*self.shown_keys(), *lists, gone=not self.is_public())

    def get_absolute_url(self) -> str:
        """The address, which never changes once the story has one. Drafts have none: ValueError."""
        if self.published_on is None:
            raise ValueError("A story that was never published has no address.")
        return article_path(self.published_on, self.slug)

    def is_public(self) -> bool:
        """The rule of `public_at`, for a story already at hand."""
        moment = clock.now()
        return (
            self.state == State.PUBLISHED
            and _has_come(self.published_at, moment)
            and not _has_come(self.expires_at, moment)
        )

    def is_gone(self) -> bool:
        """Whether it is not public any more: withdrawn, or expired. Its address then answers 410."""
        moment = clock.now()
        expired = self.state == State.PUBLISHED and _has_come(self.expires_at, moment)
        # What was withdrawn before its time was never there.
        return expired or (self.state == State.WITHDRAWN and _has_come(self.published_at, moment))

    @property
    def modified_at(self) -> datetime | None:
        """When readers were last told something new: that it was updated, or corrected; else when it appeared."""
        return told_at(self.published_at, self.updated_at, self.corrected_at)

    @property
    def byline_names(self) -> list[str]:
        return [entry.author.name for entry in self.byline.all()]

    @property
    def summary(self) -> str:
        """One or two sentences for search engines, feeds and shared links."""
        return self.search_description or self.deck or excerpt(self.body, 200)


def article_path(on: date, slug: str) -> str:
    # Not by `reverse`: a page has dozens of these, and a test holds them to the route.
    return f"/{on.year:04}/{on.month:02}/{on.day:02}/{slug}/"


def told_at(published: datetime | None, *later: datetime | None) -> datetime | None:
    return max((moment for moment in later if moment), default=published)


def _has_come(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now
