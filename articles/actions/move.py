"""Moving a story to another address."""

from datetime import date
from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.filing import file_story
from articles.actions.redirecting import leave_redirect
from articles.announcements import story_revised
from articles.models import Story
from newsroom import clock
from newsroom.audit.recording import record
from newsroom.text.slugs import slugify


@transaction.atomic
def move_story(*, story: Story, slug: str, on: date, by: AbstractUser | None = None) -> None:
    """Give a story that readers know another slug or day in its address, and leave a redirect where it stood.

    When it was published stays as it is. Raises ValidationError, and changes nothing, when the address is taken, its
    day has not come, or the story has no address yet.
    """
    current = Story.objects.select_for_update().get(pk=story.pk)
    if current.published_on is None or current.published_at is None or current.published_at > clock.now():
        raise ValidationError("No reader knows its address yet: change it on the story's own form.", code="not_known")
    tidy = slugify(slug, max_length=100)
    if not tidy:
        raise ValidationError({"slug": "Give the last part of the address: letters, digits and hyphens."})
    if on > clock.today():
        raise ValidationError({"on": "That day has not come yet. A story's address has a day that readers know."})
    if Story.objects.filter(published_on=on, slug=tidy).exclude(pk=story.pk).exists():
        raise ValidationError({"slug": "Another story of that day has this slug. Please choose another."})

    before = current.get_absolute_url()
    story.slug, story.published_on = tidy, on
    story.save(update_fields=["slug", "published_on", "changed_at"])
    leave_redirect(old=before, new=story.get_absolute_url(), by=by)
    record(verb="moved", obj=story, by=by, reason=f"From {before} to {story.get_absolute_url()}")
    file_story(story=story)
    transaction.on_commit(partial(story_revised.send, sender=Story, story=story))
