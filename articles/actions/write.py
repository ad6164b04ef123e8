"""Writing a story: the door for everything that makes or changes one."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import transaction

from articles.actions.filing import file_story
from articles.announcements import story_revised
from articles.models import Author, Byline, Category, RelatedPick, Source, Story, StorySource
from newsroom.text.slugs import slugify


@transaction.atomic
def write_story(
    *,
    byline: Sequence[tuple[Author, str]] = (),
    sources: Sequence[Source] = (),
    further_categories: Sequence[Category] = (),
    tags: Sequence[str] = (),
    related: Sequence[Story] = (),
    **fields: Any,
) -> Story:
    """Write a draft with all its company, each in the order given.

    `byline` pairs an author with a role ("" for the writer). `fields` are the story's own. Raises ValidationError, and
    writes nothing, when a field does not hold.
    """
    story = Story(**fields)
    story.slug = story.slug or slugify(story.headline)
    story.full_clean(exclude=["lead_image", "social_image", "category"])
    story.save()
    Byline.objects.bulk_create(
        Byline(story=story, author=author, role=role, position=n) for n, (author, role) in enumerate(byline)
    )
    StorySource.objects.bulk_create(
        StorySource(story=story, source=source, position=n) for n, source in enumerate(sources)
    )
    pick_related(story=story, related=related)
    story.further_categories.set(further_categories)
    story.tags.set(tags)
    file_story(story=story)
    return story


@transaction.atomic
def pick_related(*, story: Story, related: Sequence[Story]) -> None:
    """Let these stories, in this order, stand first under “Related articles”, in place of those picked before."""
    story.related_picks.all().delete()
    RelatedPick.objects.bulk_create(
        RelatedPick(story=story, related=other, position=n) for n, other in enumerate(related)
    )


@transaction.atomic
def revise(*, story: Story) -> None:
    """Let everything that follows from the story follow, once it and its company have been saved."""
    file_story(story=story)
    transaction.on_commit(partial(story_revised.send, sender=Story, story=story))
