"""Posts become stories, through the same doors as an editor's."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.publish import publish
from articles.actions.write import write_story
from articles.models import CommentPolicy, SiteSettings, Story
from articles.models import Kind as StoryKind
from newsroom import clock
from newsroom.wordpress import theme
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.categories import Categories
from newsroom.wordpress.dates import moment_of
from newsroom.wordpress.discussion import bring_comments, leave_comments
from newsroom.wordpress.models import Kind
from newsroom.wordpress.people import byline_of
from newsroom.wordpress.pictures import PictureList
from newsroom.wordpress.records import Item
from newsroom.wordpress.tags import Tags
from newsroom.wordpress.texts import Texts, named, texts_of
from newsroom.wordpress.wording import cut, slug_of

ROW = "posts"
LONGEST_HEADLINE, LONGEST_SLUG = 300, 90
KINDS = {"post-format-gallery": StoryKind.GALLERY, "post-format-video": StoryKind.VIDEO}
# Why a post that readers did not see becomes a draft, and why one that was thrown away does not come.
DRAFTS = {
    "draft": "",
    "pending": "it was waiting for review; it is a draft",
    "private": "it was private; it is a draft",
}
THROWN_AWAY = {"trash": "it was in the trash", "auto-draft": "it was never saved", "inherit": "it is an old version"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What a post is made into a story with."""

    archive: Archive
    categories: Categories
    tags: Tags
    pictures: PictureList


def bring_post(desk: Desk, item: Item) -> None:
    """A story with its company and comments, all in one transaction; a post that is here only gets its new comments."""
    archive = desk.archive
    known = archive.known(Kind.POST, item.old_id)
    if known is not None:
        archive.ledger.here(ROW)
        _bring_later_comments(archive, item, known)
    elif reason := THROWN_AWAY.get(item.status):
        archive.ledger.left(ROW, named(item), reason)
        leave_comments(archive, item, "its post was left")
    else:
        _bring_new(desk, item)


def _bring_new(desk: Desk, item: Item) -> None:
    archive = desk.archive
    try:
        with transaction.atomic():
            story = _write(desk, item)
            _publish(archive, item, story)
            archive.remember(Kind.POST, item.old_id, story.pk, address=item.link)
    except ValidationError as refusal:
        archive.forget()
        archive.ledger.left(ROW, named(item), " ".join(refusal.messages))
        leave_comments(archive, item, "its post was left")
        return
    archive.ledger.imported(ROW)
    with transaction.atomic():
        bring_comments(archive, item, story)


def _bring_later_comments(archive: Archive, item: Item, known: int) -> None:
    story = Story.objects.filter(pk=known).first()
    if story:
        with transaction.atomic():
            bring_comments(archive, item, story)
    else:
        leave_comments(archive, item, "its story was deleted here")


def _write(desk: Desk, item: Item) -> Story:
    archive = desk.archive
    texts = texts_of(archive, item, desk.pictures, longest_headline=LONGEST_HEADLINE, subtitle=theme.subtitle_of(item))
    category, further = desk.categories.filing_of(item)
    formats = [KINDS[term.slug] for term in item.terms_of("post_format") if term.slug in KINDS]
    story = write_story(
        byline=byline_of(archive, item.author),
        further_categories=further,
        tags=desk.tags.names_of(item),
        category=category,
        kind=formats[0] if formats else StoryKind.NEWS,
        language=_language(archive.channel.language),
        comment_policy=CommentPolicy.INHERIT if item.comments_open else CommentPolicy.CLOSED,
        created_at=moment_of(item) or clock.now(),
        **_words(item, texts),
        **theme.fields_of(archive, item),
        **_lead(desk, item),
    )
    if item.sticky:
        archive.ledger.changed(named(item), "it was sticky; here it stands where its date puts it")
    return story


def _words(item: Item, texts: Texts) -> dict[str, Any]:
    slug = slug_of(item.slug, texts.headline, longest=LONGEST_SLUG)
    return {"headline": texts.headline, "deck": texts.deck, "body": texts.body, "slug": slug}


def _lead(desk: Desk, item: Item) -> dict[str, Any]:
    """The featured picture, which may stand anywhere in this file or have come with an earlier one."""
    old_id = item.meta_value("_thumbnail_id")
    if not old_id or old_id == "0":
        return {}
    picture = desk.pictures.find(old_id=old_id, url="")
    if picture is None or picture.image_id is None:
        desk.archive.ledger.changed(named(item), f"its lead picture (attachment {old_id}) is not here")
        return {}
    return {} if desk.archive.dry else {"lead_image_id": picture.image_id}


def _publish(archive: Archive, item: Item, story: Story) -> None:
    """Give the story its time, unless readers of the old site could not read it either."""
    changed, what, at = archive.ledger.changed, named(item), moment_of(item)
    if item.password:
        changed(what, "it was protected by a password, which stories here can not be; it is a draft")
    elif item.status in DRAFTS:
        if DRAFTS[item.status]:
            changed(what, DRAFTS[item.status])
    elif item.status == "future" and at is None:
        changed(what, "it was scheduled without a date; it is a draft")
    elif item.status in {"publish", "future"}:
        if at is None:
            changed(what, "it had no date; it is published as of now")
        publish(story=story, at=at or clock.now())
        _tell_address(archive, item, story)
        if at and at > clock.now():
            changed(what, f"it is scheduled for {at:%d %B %Y, %H:%M} UTC")
    else:
        changed(what, f"its state “{item.status}” is unknown; it is a draft")


def _tell_address(archive: Archive, item: Item, story: Story) -> None:
    """Say what is not as it was in the address of a story, which has the day and the slug of its publication."""
    changed, what = archive.ledger.changed, named(item)
    if item.slug and story.slug != item.slug:
        changed(what, f"its address ends in “{story.slug}”, not “{cut(unquote(item.slug), LONGEST_SLUG)}”")
    if item.local and item.published and story.published_on != item.local.date():
        zone = SiteSettings.objects.current().time_zone
        changed(what, f"its address has the day {story.published_on} ({zone}), not {item.local:%Y-%m-%d}")


def _language(code: str) -> str:
    known = {one.lower(): one for one, _name in settings.LANGUAGES}
    spoken = code.lower().replace("_", "-")
    return known.get(spoken) or known.get(spoken.split("-")[0]) or SiteSettings.objects.current().language
