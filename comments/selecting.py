"""Which comments a command is about."""

from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import get_current_timezone, is_naive, make_aware

from articles.addresses import path_of
from articles.models import Story
from comments.models import Comment
from comments.receipt import comment_of


class Choice(NamedTuple):
    """All comments that are in the `state` (any, when empty), of the `story` and posted since then."""

    state: str = ""
    story: Story | None = None
    since: datetime | None = None

    def comments(self) -> QuerySet[Comment]:
        """Oldest first, each with its story."""
        found = Comment.objects.select_related("story").order_by("posted_at", "pk")
        for name, value in (("state", self.state), ("story", self.story), ("posted_at__gte", self.since)):
            found = found.filter(**{name: value}) if value else found
        return found


def story_named(words: str) -> Story:
    """By its number or its address, with or without the site. Raises ValidationError when there is none."""
    if words.isdecimal() and len(words) < 19:
        named = Story.objects.filter(pk=int(words))
    else:
        year, month, day, slug = [*path_of(words).strip("/").split("/"), "", "", "", ""][:4]
        on = _day(f"{year}-{month}-{day}")
        named = Story.objects.filter(published_on=on, slug=slug) if on else Story.objects.none()
    found: Story | None = named.first()
    if found is None:
        raise ValidationError(f"There is no story “{words}”. Give its number, or its address as readers have it.")
    return found


def comment_named(words: str) -> Comment:
    """By its number, or by its receipt: the whole address that its writer has. Raises ValidationError for others."""
    signed = path_of(words).strip("/").rpartition("comments/receipt/")[2]
    number = int(words) if words.isdecimal() and len(words) < 19 else comment_of(signed)
    found = Comment.objects.select_related("story").filter(pk=number).first() if number else None
    if found is None:
        raise ValidationError(f"There is no comment “{words}”. Give its number, or the address of its receipt.")
    return found


def moment_named(words: str) -> datetime:
    """A day, or a moment, in the site's time zone. Raises ValidationError for anything else."""
    day = _day(words)
    try:
        found = datetime(day.year, day.month, day.day) if day else parse_datetime(words)  # noqa: DTZ001  # made aware below
    except ValueError:
        found = None
    if found is None:
        raise ValidationError(f"“{words}” is no day. Write it like 2026-11-27, or 2026-11-27T18:00.")
    return make_aware(found, get_current_timezone()) if is_naive(found) else found


def _day(words: str) -> date | None:
    try:
        return parse_date(words)
    except ValueError:
        return None
