"""The receipt: an address that only the writer of a comment has, and that proves it is theirs.

It is signed for the comment and kept nowhere but in the address: whoever loses it has lost it.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from comments.models import Comment, State
from newsroom import clock

SALT = "comments.receipt"
LENGTH = 32


def receipt_of(comment: Comment) -> str:
    """For its address."""
    return f"{comment.pk}-{_mac(comment.pk, settings.SECRET_KEY)}"


def receipt_address(comment: Comment) -> str:
    where = "receipt" if comment.state != State.VISIBLE else comment.anchor
    return f"{comment.story.get_absolute_url()}comments/receipt/{receipt_of(comment)}/#{where}"


def comment_of(receipt: str) -> int | None:
    """The number of the comment whose receipt this is; None for what we did not sign."""
    number, _, mac = receipt.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 19 and mac.isascii()):
        return None
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    ours = any(constant_time_compare(mac, _mac(int(number), key)) for key in keys)
    return int(number) if ours else None


def edits_until(comment: Comment) -> datetime | None:
    """Until when its writer may still change it; None when that is over."""
    until = comment.posted_at + timedelta(minutes=settings.COMMENT_EDIT_MINUTES)
    is_open = comment.state in {State.VISIBLE, State.HELD} or comment.is_shut_out
    return until if clock.now() < until and is_open else None


def deletes_until(comment: Comment) -> datetime | None:
    until = comment.posted_at + timedelta(hours=settings.COMMENT_DELETE_HOURS)
    return until if clock.now() < until and comment.state != State.DELETED else None


def _mac(comment: int, key: str | bytes) -> str:
    return salted_hmac(SALT, str(comment), secret=key, algorithm="sha256").hexdigest()[:LENGTH]
