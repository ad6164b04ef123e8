"""What the writer of a comment may still do with it, who is known by its receipt alone."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from comments.actions.holding import NO_SIGNS, Signs, layers_met, state_of
from comments.actions.learning import unlearn
from comments.actions.moderate import Act, follow, record
from comments.actions.recount import lock
from comments.layers import text_key
from comments.models import Comment, Report, State, Watch
from comments.models.layer import joined, parted
from comments.policy import FROZEN
from comments.quoting import own_words
from comments.receipt import deletes_until, edits_until
from newsroom import clock
from newsroom.turns import in_turn

TOO_LATE_TO_EDIT = _("The time in which you could change your comment is over.")
TOO_LATE_TO_DELETE = _("The time in which you could delete your comment is over. Please write to the editors.")
# A comment must have a name and a text; of a deleted one neither is kept nor shown.
NOTHING = "–"


def edit_own(*, comment: Comment, text: str, signs: Signs = NO_SIGNS) -> Comment:
    """Let the comment say something else. What the layers find in it now holds it.

    Raises ValidationError with code "late" when its time is over, or the field's own.
    """
    Comment(text=text).clean_fields(exclude=[field.name for field in Comment._meta.fields if field.name != "text"])
    answered = Comment.objects.filter(pk=comment.parent_id or 0).values_list("text", flat=True).first() or ""
    said = Comment(pk=comment.pk, name=comment.name, text=text, address_key=comment.address_key)
    layers, score = layers_met(comment=said, story=comment.story, signs=signs, own=own_words(text, answered))
    with in_turn(), transaction.atomic():
        current = _current(comment)
        if not edits_until(current):
            raise ValidationError(TOO_LATE_TO_EDIT, code="late")
        if current.story.comments_frozen:
            raise ValidationError(FROZEN, code="closed")
        if current.text == text:
            return current
        unlearn(comments=[current])
        waits = current.state != State.VISIBLE
        kept = [layer for layer in parted(current.layers) if layer not in layers] if waits else []
        current.text, current.text_key, current.edited_at = text, text_key(text), clock.now()
        current.layers, current.score = joined([*kept, *layers]), score
        current.state = state_of([*kept, *layers]) if not waits or layers else current.state
        current.save(update_fields=["text", "text_key", "edited_at", "layers", "score", "state"])
        follow([current])
    return current


def delete_own(*, comment: Comment) -> None:
    """Take the comment away for good: name, words and where it came from. What answers it stays.

    Raises ValidationError with code "late" when its time is over.
    """
    with in_turn(), transaction.atomic():
        current = _current(comment)
        if not deletes_until(current):
            raise ValidationError(TOO_LATE_TO_DELETE, code="late")
        _forget(current)


def erase(*, comment: Comment, act: Act) -> bool:
    """The same at any time, for a writer who has asked for it. Returns whether there was anything to erase."""
    with in_turn(), transaction.atomic():
        current = _current(comment)
        if current.state == State.DELETED:
            return False
        _forget(current)
        record("erased", [current], act)
    return True


def _forget(current: Comment) -> None:
    Report.objects.filter(comment=current).delete()
    Watch.objects.filter(comment=current).delete()
    unlearn(comments=[current])
    current.name, current.text, current.state = NOTHING, NOTHING, State.DELETED
    current.text_key = current.address_key = current.writer_key = current.layers = current.reason = ""
    current.save()
    follow([current])


def _current(comment: Comment) -> Comment:
    lock(stories=[comment.story_id])
    found: Comment = Comment.objects.select_related("story").get(pk=comment.pk)
    return found
