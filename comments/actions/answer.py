"""The paper itself answers a reader."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import SiteSettings
from comments.actions.post import PARENT_GONE, post_comment
from comments.actions.recount import lock
from comments.models import NAME_COLUMN, Comment, State
from comments.wording import refuse_bad_text
from newsroom import clock
from newsroom.audit.recording import record_each
from newsroom.turns import in_turn


def answer(*, comment: Comment, text: str, by: AbstractUser) -> Comment:
    """Post `text` as the paper's answer, under the name of who writes it, for all to see at once; return it.

    Sent twice by a double click it is stored once. Raises ValidationError with code "parent" when readers do not see
    the comment any more, or the text's own.
    """
    name = (by.get_full_name().strip() or SiteSettings.objects.current().name)[:NAME_COLUMN]
    # Before it is compared with anything: PostgreSQL would not even take some texts as a question.
    refuse_bad_text(text)
    with in_turn(), transaction.atomic():
        lock(stories=[comment.story_id])
        current = Comment.objects.visible().select_related("story", "thread").filter(pk=comment.pk).first()
        if current is None:
            raise ValidationError(PARENT_GONE, code="parent")
        since = clock.now() - timedelta(seconds=settings.COMMENT_REPEAT_SECONDS)
        thread = Comment.objects.filter(thread=current.thread or current, posted_at__gt=since)
        if earlier := thread.filter(parent=current, by_staff=True, name=name, text=text).first():
            return earlier
        said = post_comment(
            story=current.story, name=name, text=text, parent=current, state=State.VISIBLE, by_staff=True
        )
        record_each(verb="answered", objs=[current], by=by, called=lambda one: f"on story {one.story_id}")
    return said
