"""Giving a story its time and its address."""

from datetime import datetime, timedelta
from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles.actions.filing import file_story
from articles.actions.moving import begin, is_known
from articles.actions.redirecting import take_address
from articles.actions.revisions import keep_revision
from articles.announcements import story_published
from articles.checking.examining import examine
from articles.models import SiteSettings, State, Story
from articles.moves import PUBLISH, RESCHEDULE, Move
from newsroom import clock
from newsroom.audit.recording import record
from newsroom.text.slugs import slugify

SLUGS_TRIED = 50
A_MOMENT = timedelta(minutes=1)


@transaction.atomic
def publish(*, story: Story, at: datetime | None = None, by: AbstractUser | None = None) -> None:
    """Publish a story, now or `at` a time (aware; past for an archive, future to schedule).

    Its address takes the date of this first publication in the site's time zone and never changes again. A slug that
    the day already has is numbered. What is published already takes another time `at`. Raises ValidationError when it
    is killed, or published and no other time is given, has no headline, is under embargo then or expires before it;
    PermissionDenied when `by` may not publish it.
    """
    move = _move(story, at)
    current = begin(move, story=story, by=by)
    moment = at or story.published_at or clock.now()
    _refuse(story, moment)
    if by is not None and move == PUBLISH:
        _refuse_unchecked(story)

    story.state, story.published_at, story.withdrawn_because = State.PUBLISHED, moment, ""
    story.returned_because = ""
    if not is_known(current):
        story.published_on = moment.astimezone(SiteSettings.objects.current().zone).date()
    _save_under_a_free_slug(story)
    take_address(paths=[story.get_absolute_url()])
    file_story(story=story)
    if by is not None:
        keep_revision(story=story, by=by, note=_done(move, moment).capitalize(), major=True)
    record(verb=_done(move, moment), obj=story, by=by, reason=_when(moment))
    transaction.on_commit(partial(story_published.send, sender=Story, story=story))


def _move(story: Story, at: datetime | None) -> Move:
    """Another time for what has one already is a move of its own."""
    before = Story.objects.filter(pk=story.pk, state=State.PUBLISHED).values_list("published_at", flat=True).first()
    return RESCHEDULE if at and before and at != before else PUBLISH


def _done(move: Move, moment: datetime) -> str:
    return "scheduled" if move == PUBLISH and moment > clock.now() else move.done


def _refuse(story: Story, moment: datetime) -> None:
    if not story.headline.strip():
        raise ValidationError("A story needs a headline before it is published.", code="no_headline")
    if story.embargo_until and moment < story.embargo_until:
        raise ValidationError(
            f"This story is under embargo until {_in_words(story.embargo_until)}. Let it appear then or later: give "
            "that time under “Publish at”, and it is scheduled.",
            code="embargo",
        )
    if story.expires_at and story.expires_at <= moment:
        raise ValidationError("A story must expire after it is published.", code="expires_first")


def _refuse_unchecked(story: Story) -> None:
    """What the desk has set to stop a publication stops a person; commands and importers are not asked."""
    stopping = [one.told for one in examine(story) if one.stops]
    if stopping:
        raise ValidationError(stopping, code="checks")


def _when(moment: datetime) -> str:
    """Said in the log where it is another moment than that of the line."""
    return "" if abs(moment - clock.now()) < A_MOMENT else f"For {_in_words(moment)}"


def _in_words(moment: datetime) -> str:
    local = localtime(moment)
    return f"{date_format(local, 'l, j F Y')} at {date_format(local, 'H:i')}"


def _save_under_a_free_slug(story: Story) -> None:
    wanted = story.slug or slugify(story.headline)
    for attempt in range(1, SLUGS_TRIED + 1):
        story.slug = wanted if attempt == 1 else f"{wanted[:95]}-{attempt}"
        try:
            with transaction.atomic():
                story.save()
        except IntegrityError:
            if not Story.objects.filter(published_on=story.published_on, slug=story.slug).exclude(pk=story.pk).exists():
                raise
        else:
            return
    raise ValidationError(f"Too many stories of that day have the slug “{wanted}”. Please choose another.", code="slug")
