"""Bodies of comment forms, valid unless told otherwise, and what is asked of the answer to one that is not."""

from html import escape
from urllib.parse import urlencode

from comments.models import Comment
from comments.token import sign

FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
TYPED = "Grüße aus Zürich"


def encoded(story, encoding="utf-8", **fields) -> str:
    return urlencode({"name": "Ada", "comment": TYPED, "token": sign(story.pk)} | fields, encoding=encoding)


def part(name, value, head="") -> str:
    return f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n{head}\r\n{value}\r\n'


def parts(story, *, comment=TYPED, head="", end="--x--\r\n") -> bytes:
    """`head` is more of the head of the comment's part, `end` what follows the last part."""
    typed = part("comment", comment, head) + part("name", "Ada") + part("token", sign(story.pk))
    return (typed + end).encode()


def assert_refused(answer, sentence="", *, status=422, typed=TYPED, stored=0):
    """The page asks again, with everything typed, and nothing came to what is `stored`."""
    page = answer.content.decode()
    assert answer.status_code == status
    assert escape(sentence) in page
    assert escape(typed) in page
    assert "<title>Error:" in page
    assert answer["Cache-Control"] == "no-store"
    assert Comment.objects.count() == stored
