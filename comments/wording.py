"""What a name and a comment must be, in the sentences that their writer reads."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.text.typed import refuse_unreadable, visible

ENTER_COMMENT = _("Please enter your comment!")
ENTER_NAME = _("Please enter your name here")


def refuse_bad_name(value: str) -> None:
    """Raise ValidationError for a name that nobody could read, or that is not one line."""
    if not visible(value):
        raise ValidationError(ENTER_NAME, code="required")
    refuse_unreadable(value, multiline=False)


def refuse_bad_text(value: str) -> None:
    """Raise ValidationError for a comment that nobody could read."""
    if not visible(value):
        raise ValidationError(ENTER_COMMENT, code="required")
    refuse_unreadable(value, multiline=True)
