"""What an editor may say of the whole site, and the profiles under “Stay Connected”."""

from typing import Self
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.media.models import Image
from articles.models.states import CommentPolicy
from newsroom.caching.recording import shows
from newsroom.caching.shown import Shown, ShownQuerySet
from newsroom.text.values import web_address

SITE, PROFILES = "site", "profiles"


def _known_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(f"“{name}” is not a time zone. Write it like “Europe/Vienna” or “UTC”.")


class SiteSettingsQuerySet(ShownQuerySet["SiteSettings"]):
    def current(self) -> "SiteSettings":
        """The one row, or its defaults where there is none yet."""
        shows(SITE)
        return self.select_related("logo").first() or SiteSettings()


class SiteSettings(Shown):
    name = models.CharField(max_length=80, default="Newsroom", help_text="The nameplate.")
    tagline = models.CharField(max_length=120, blank=True)
    description = models.CharField(max_length=300, blank=True, help_text="One sentence, for search engines and feeds.")
    logo = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    time_zone = models.CharField(
        max_length=60, default="UTC", validators=[_known_zone], help_text="For instance “Europe/Vienna”."
    )
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default="en")
    shows_history = models.BooleanField(
        "readers see earlier versions",
        default=False,
        help_text="Each story then leads to its major versions, and says what each changed.",
    )
    comments_open = models.BooleanField(
        "comments are open",
        default=True,
        help_text="Off closes the comments of every story, whatever its policy.",
    )
    comment_policy = models.CharField(
        max_length=10,
        choices=[choice for choice in CommentPolicy.choices if choice[0] != CommentPolicy.INHERIT],
        default=CommentPolicy.OPEN,
        help_text="For stories whose own policy, and whose category's, is to have it as the site has it.",
    )
    comments_close_after = models.PositiveSmallIntegerField(
        "comments close after days", default=0, help_text="Days after a story's publication; 0 for never."
    )
    comments_closed_message = models.CharField(
        max_length=300, blank=True, help_text="What readers are told where comments are closed."
    )

    objects = SiteSettingsQuerySet.as_manager()

    class Meta:
        verbose_name = "site settings"
        verbose_name_plural = "site settings"
        constraints = [
            models.CheckConstraint(name="site_settings_are_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="site_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="site_comment_policy_is_known",
                condition=Q(comment_policy__in=CommentPolicy.values) & ~Q(comment_policy=CommentPolicy.INHERIT),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.pk = 1
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature, passed through

    def shown_keys(self) -> tuple[str, ...]:
        return (SITE,)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class ProfileQuerySet(ShownQuerySet["Profile"]):
    def in_order(self) -> Self:
        shows(PROFILES)
        return self.order_by("position", "pk")


class Profile(Shown):
    """The paper's account on a social network. Its count is typed, with the day on which it was true."""

    network = models.CharField(max_length=40, help_text="For instance “Mastodon”.")
    name = models.CharField(max_length=100, help_text="The account, for instance “@meridian@example.social”.")
    url = models.URLField("address")
    followers = models.PositiveIntegerField(null=True, blank=True)
    counted_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = "social profile"
        constraints = [
            models.CheckConstraint(
                name="profile_count_is_dated",
                condition=Q(followers__isnull=True) | Q(counted_on__isnull=False),
                violation_error_message="Say on which day the followers were counted.",
            )
        ]
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.network}: {self.name}"

    def shown_keys(self) -> tuple[str, ...]:
        return (PROFILES,)

    @property
    def web_url(self) -> str:
        """Its address, or nothing when what is stored does not lead to the web."""
        return web_address(self.url) or ""
