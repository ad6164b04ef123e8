"""Reading what a comment form sent, whatever it is: the words come out, or a sentence that says why not.

Django's own `request.POST` answers 400 or 500 to some of this and repairs the rest in silence; here everything typed is
kept for the page that asks again.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.bodies import FORMS, Body, read
from comments.charsets import is_utf8, recoded, words

OTHER_CHARSET = _("Your comment came in a character set that this page does not read. Please send it again.")
DAMAGED = _("Your comment arrived damaged. Please look it over and send it again.")
TOO_BIG = _(
    "What you sent is too long to be read. Your browser has kept it: please go back to the page before and shorten it."
)
NOT_A_FORM = _("Please use this form to comment.")

# A browser takes no answer while it is sending: what is too long is read to its end, if that is near enough.
CHUNK, MOST_CHUNKS = 1_000_000, 100


@dataclass(frozen=True, slots=True)
class Submission:
    """The fields by name, as far as they could be read, and what was wrong with the whole."""

    fields: dict[str, str]
    fault: Promise | None = None


def submitted(request: HttpRequest) -> Submission:
    """What the request sent. Never raises for what is in it."""
    params = request.content_params or {}
    charset, kind = params.get("charset", ""), request.content_type or ""
    # Nothing later may decode any part of this request as its sender declares.
    request.encoding = "utf-8"
    try:
        raw = _received(request)
    except Exception:  # noqa: BLE001  # a web server has its own ways to say that a body broke off
        return Submission({}, DAMAGED)
    if len(raw) > settings.COMMENT_BYTES:
        return Submission({}, TOO_BIG)
    body = read(raw, kind=kind, boundary=params.get("boundary", ""), charset=charset)
    if not (body.fields or is_utf8(charset)):
        body = read(recoded(raw, charset), kind=kind, boundary=params.get("boundary", ""), charset="")
    fields = {name: words(value, body.charsets.get(name) or charset) for name, value in body.fields.items()}
    broke_off = len(raw) < _announced(request)
    return Submission(fields, _fault(body, kind, [charset, *body.charsets.values()], broke_off) if raw else None)


def _received(request: HttpRequest) -> bytes:
    """The body, or as much of it as shows that it is too long."""
    # Django reads nothing of a body that comes in chunks, without its length.
    chunked = request.META.get("wsgi.input_terminated") and not request.META.get("CONTENT_LENGTH")
    stream = request.META["wsgi.input"] if chunked else request
    raw: bytes = stream.read(settings.COMMENT_BYTES + 1)
    if len(raw) > settings.COMMENT_BYTES:
        for _chunk in range(MOST_CHUNKS):
            if not stream.read(CHUNK):
                break
    return raw


def _announced(request: HttpRequest) -> int:
    length: str = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isdecimal() else 0


def _fault(body: Body, kind: str, charsets: list[str], broke_off: bool) -> Promise | None:
    if not all(map(is_utf8, charsets)):
        return OTHER_CHARSET
    if kind not in FORMS:
        return NOT_A_FORM
    sound = body.whole and not broke_off and all(map(_is_text, body.fields.values()))
    return None if sound else DAMAGED


def _is_text(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True
