"""Making one tag of two."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.redirecting import leave_redirect
from articles.models import StoryTag, Tag
from newsroom.audit.recording import record


@transaction.atomic
def merge_tag(*, tag: Tag, into: Tag, by: AbstractUser | None = None) -> int:
    """Let every story of a tag bear another in its place; the tag goes and its address leads to that one's.

    Returns how many stories bore it. Raises ValidationError, and changes nothing, when the two are one.
    """
    if tag.pk == into.pk:
        raise ValidationError("Choose another tag than this one.", code="same")
    # In one order, so that two who merge the same two tags do not wait for each other.
    list(Tag.objects.select_for_update().filter(pk__in=[tag.pk, into.pk]).order_by("pk"))
    lines = StoryTag.objects.filter(tag=tag)
    borne = lines.count()
    lines.filter(content_object__in=StoryTag.objects.filter(tag=into).values("content_object")).delete()
    lines.update(tag=into)
    before = tag.get_absolute_url()
    tag.delete()
    leave_redirect(old=before, new=into.get_absolute_url(), by=by)
    record(verb="merged", obj=into, by=by, reason=f"“{tag.name}” into it")
    return borne
