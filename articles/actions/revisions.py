"""Keeping what a story said at every save, and bringing it back."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from articles.actions.write import pick_related, revise
from articles.content import LISTS, TEXTS, THINGS, content_of, label_of, same
from articles.media.models import Image
from articles.models import Author, Byline, Category, Revision, Source, State, Story, StorySource, Tag
from articles.models.revision import packed
from articles.permissions import may_change
from newsroom import clock
from newsroom.audit.recording import record

# All of so long, all that are major, and so many others.
ALL_OF: Final = timedelta(days=7)
OTHERS: Final = 30
FIRST: Final = "As it was before it was first changed here"


@transaction.atomic
def keep_revision(
    *, story: Story, by: AbstractUser | None = None, note: str = "", major: bool = False
) -> Revision | None:
    """Keep what a stored story says now, and let go of what has been kept long enough.

    Nothing is kept when it says what it said last; if that time is a major one now, the last becomes it.
    """
    # Whoever keeps another one of this story waits, so that each has its number.
    Story.objects.select_for_update().filter(pk=story.pk).values("pk").first()
    stored = Story.objects.get(pk=story.pk)
    content = content_of(stored)
    last = Revision.objects.filter(story=story).order_by("number").last()
    if last and all(same(value, last.content.get(name)) for name, value in content.items()):
        _keep_again(last, stored, note=note, major=major)
        return None
    never_read(story=story)
    made = Revision.objects.create(
        story=story,
        number=last.number + 1 if last else 1,
        by_id=by.pk if by else None,
        note=note,
        is_major=major,
        packed=packed(content),
        public_from=_public_from(stored, is_first=last is None),
    )
    _let_go(story, clock.now())
    return made


def _keep_again(last: Revision, story: Story, *, note: str, major: bool) -> None:
    """What was kept is said again: it may be a major one by now, or come before readers."""
    public_from = last.public_from or _public_from(story, is_first=False)
    grows = major and not last.is_major
    if grows or public_from != last.public_from:
        last.is_major, last.note = last.is_major or major, (note or last.note) if grows else last.note
        last.public_from = public_from
        last.save(update_fields=["is_major", "note", "public_from"])


def never_read(*, story: Story) -> None:
    """What was to become public, and is superseded or taken off the calendar before that, is no version for readers."""
    Revision.objects.filter(story=story, public_from__gt=clock.now()).update(public_from=None)


def _public_from(story: Story, *, is_first: bool) -> datetime | None:
    if story.state != State.PUBLISHED or story.published_at is None:
        return None
    # What is kept first was not kept when it was published: it is taken for what readers had since then.
    return story.published_at if is_first else max(story.published_at, clock.now())


def keep_first(*, story: Story) -> None:
    """Before a story is changed at the desk for the first time: what it said when it came from elsewhere."""
    if not Revision.objects.filter(story=story).exists():
        keep_revision(story=story, note=FIRST, major=True)


def _let_go(story: Story, now: datetime) -> None:
    others = Revision.objects.filter(story=story, is_major=False, made_at__lt=now - ALL_OF).order_by("-number")
    too_many = list(others.values_list("pk", flat=True)[OTHERS:])
    if too_many:
        Revision.objects.filter(pk__in=too_many).delete()


@transaction.atomic
def restore_revision(*, story: Story, revision: Revision, by: AbstractUser | None = None) -> list[str]:
    """Let the story say again what it said then; that is a new revision, and nothing in between is lost.

    State, times, and an address that it has, stay as they are. Returns the names of what is no longer there and was
    left out. Raises PermissionDenied when `by` may not change the story, ValidationError when the revision is of
    another one.
    """
    current = Story.objects.select_for_update().get(pk=story.pk)
    if by is not None and not may_change(by, current):
        raise PermissionDenied("You may not change this story.")
    if revision.story_id != current.pk:
        raise ValidationError("This revision is of another story.", code="another")
    keep_first(story=current)
    gone: list[str] = []
    content = revision.content
    _restore_fields(current, content, gone)
    _restore_company(current, content, gone)
    revise(story=current)
    keep_revision(story=current, by=by, note=f"Restored revision {revision.number}", major=True)
    record(verb="restored", obj=current, by=by, reason=f"Revision {revision.number}")
    return gone


def _restore_fields(story: Story, content: dict[str, Any], gone: list[str]) -> None:
    for name in TEXTS:
        if name != "slug" or (story.published_on is None and story.state == State.DRAFT):
            setattr(story, name, content[name])
    models_of: dict[str, type[models.Model]] = {"category": Category, "lead_image": Image, "social_image": Image}
    for name in THINGS:
        found = _still_there(models_of[name], [content[name]] if content[name] else [], label_of(name), gone)
        if found or name != "category":
            setattr(story, name, found[0] if found else None)
    story.save()


def _restore_company(story: Story, content: dict[str, Any], gone: list[str]) -> None:
    kinds: dict[str, type[models.Model]] = dict(zip(LISTS, (Category, Author, Source, Tag, Story), strict=True))
    found = {name: _still_there(kinds[name], content[name], label_of(name), gone) for name in LISTS}
    roles = {entry[0]: entry[2] for entry in content["authors"]}
    story.further_categories.set(found["further_categories"])
    story.byline.all().delete()
    Byline.objects.bulk_create(
        Byline(story=story, author=author, role=roles[author.pk], position=n)
        for n, author in enumerate(found["authors"])
    )
    story.story_sources.all().delete()
    StorySource.objects.bulk_create(
        StorySource(story=story, source=source, position=n) for n, source in enumerate(found["sources"])
    )
    story.tags.set([tag.name for tag in found["tags"]])
    pick_related(story=story, related=found["related"])


def _still_there(model: type[models.Model], entries: list[list[Any]], label: str, gone: list[str]) -> list[Any]:
    """In the order in which they stood."""
    there = model._default_manager.in_bulk([entry[0] for entry in entries])
    gone += [f"{label}: {entry[1]}" for entry in entries if entry[0] not in there]
    return [there[entry[0]] for entry in entries if entry[0] in there]
