"""The letters to writers of comments: plain text, and a way out of them in each."""

from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.models import SiteSettings
from comments.models import Comment, Watch

SALT: Final = "comments.watch"
LENGTH: Final = 32
EXCERPT: Final = 300


def watch_address(watch: Watch) -> str:
    """The path at which it is confirmed and left; only the letters to its address have it."""
    return reverse("comments:replies", args=(f"{watch.pk}-{_mac(watch, settings.SECRET_KEY)}",))


def watch_of(signed: str) -> Watch | None:
    """That whose address was signed by us."""
    number, _, mac = signed.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 19 and mac.isascii()):
        return None
    watch = Watch.objects.select_related("comment__story").filter(pk=int(number)).first()
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return watch if watch and any(constant_time_compare(mac, _mac(watch, key)) for key in keys) else None


def asking(watch: Watch, site: SiteSettings) -> EmailMessage:
    """Whether whoever reads this has asked for it."""
    with override(site.language):
        told = {"paper": site.name, "headline": watch.comment.story.headline, "address": _full(watch_address(watch))}
        return _letter(
            watch,
            _("Answers to your comment at %(paper)s") % told,
            _(
                "Somebody, we think you, has commented on “%(headline)s” and wants to be told here of answers.\n\n"
                "To be told, open this page and press its button:\n%(address)s\n\n"
                "If it was not you, do nothing: no further letter will come."
            )
            % told,
        )


def telling(watch: Watch, reply: Comment, site: SiteSettings) -> EmailMessage:
    with override(site.language):
        told = {
            "name": " ".join(reply.name.split()),
            "headline": watch.comment.story.headline,
            "words": Truncator(reply.text).chars(EXCERPT),
            "address": _full(f"{watch.comment.story.get_absolute_url()}comments/{reply.pk}/"),
            "leave": _full(watch_address(watch)),
        }
        return _letter(
            watch,
            _("%(name)s has answered your comment") % told,
            _(
                "%(name)s has answered your comment on “%(headline)s”:\n\n%(words)s\n\n%(address)s\n\n"
                "-- \nTo get no more of these letters: %(leave)s"
            )
            % told,
        )


def _letter(watch: Watch, subject: str, body: str) -> EmailMessage:
    headers = {
        "Auto-Submitted": "auto-generated",
        # RFC 8058: the reader's mail program leaves with one press.
        "List-Unsubscribe": f"<{_full(watch_address(watch))}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    line = " ".join(subject.split())
    return EmailMessage(line, body, settings.COMMENT_MAIL_FROM, [watch.email], headers=headers)


def _full(path: str) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{path}"


def _mac(watch: Watch, key: str | bytes) -> str:
    return salted_hmac(SALT, f"{watch.pk} {watch.email}", secret=key, algorithm="sha256").hexdigest()[:LENGTH]
