"""Telling the moderators of a comment, by anybody who reads."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from comments.actions.moderate import follow
from comments.actions.recount import lock
from comments.address import block_key
from comments.models import Comment, Layer, Report, State
from comments.models.layer import joined, parted
from newsroom.turns import in_turn

NOT_THERE = _("This comment is not on the page any more.")


def report(*, comment: Comment, wrong: str, words: str = "", address: str = "") -> bool:
    """Note what a reader finds wrong with a comment; from one block of addresses once, until a moderator has looked.

    As many as COMMENT_REPORTS hold it. Returns whether they did. Raises ValidationError when readers do not see it.
    """
    with in_turn(), transaction.atomic():
        lock(stories=[comment.story_id])
        current = Comment.objects.visible().filter(pk=comment.pk).first()
        if current is None:
            raise ValidationError(NOT_THERE, code="gone")
        told = {"wrong": wrong, "words": words.strip()}
        Report.objects.get_or_create(comment=current, address_key=block_key(address), settled_at=None, defaults=told)
        most = settings.COMMENT_REPORTS
        if not most or Report.objects.open_on(current).count() < most:
            return False
        current.state = State.HELD
        current.layers = joined([*(one for one in parted(current.layers) if one != Layer.REPORTED), Layer.REPORTED])
        current.save(update_fields=["state", "layers"])
        follow([current])
    return True
