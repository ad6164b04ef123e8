"""Giving a story its time and its address."""

from datetime import datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.actions.filing import file_story
from articles.actions.redirecting import take_address
from articles.announcements import story_published
from articles.models import SiteSettings, State, Story
from newsroom import clock
from newsroom.text.slugs import slugify

SLUGS_TRIED = 50


@transaction.atomic
def publish(*, story: Story, at: datetime | None = None) -> None:
    """Publish a story, now or `at` a time (aware; past for an archive, future to schedule).

    Its address takes the date of this first publication in the site's time zone and never changes again. A slug that
    the day already has is numbered. Raises ValidationError when the story has no headline or expires before it appears.
    """
    moment = at or story.published_at or clock.now()
    if not story.headline.strip():
        raise ValidationError("A story needs a headline before it is published.", code="no_headline")
    if story.expires_at and story.expires_at <= moment:
        raise ValidationError("A story must expire after it is published.", code="expires_first")

    readers_know_it = Story.objects.filter(
        pk=story.pk, published_on__isnull=False, published_at__lte=clock.now()
    ).exists()
    story.state, story.published_at, story.withdrawn_because = State.PUBLISHED, moment, ""
    if not readers_know_it:
        story.published_on = moment.astimezone(SiteSettings.objects.current().zone).date()
    _save_under_a_free_slug(story)
    take_address(paths=[story.get_absolute_url()])
    file_story(story=story)
    transaction.on_commit(partial(story_published.send, sender=Story, story=story))


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
