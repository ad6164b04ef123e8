"""The comment form: what a reader typed, what stands against it, and the action that takes it."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db import InternalError, OperationalError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Story
from comments.actions.holding import NO_SIGNS, Signs
from comments.actions.post import PARENT_GONE, post_comment
from comments.address import address_of
from comments.fields import TypedField
from comments.models import Comment
from comments.origin import is_foreign
from comments.pace import TooFastError
from comments.policy import CLOSED, FROZEN, policy_of
from comments.quoting import quoted
from comments.submission import TOO_BIG, Submission, submitted
from comments.token import Standing, sign, standing
from comments.wording import refuse_bad_name, refuse_bad_text

logger = logging.getLogger(__name__)

NAME_TOO_LONG = _("This name has %(length)s characters, and at most %(limit)s fit. Please shorten it.")
TEXT_TOO_LONG = _("Your comment has %(length)s characters, and at most %(limit)s fit. Please shorten it.")
STALE = _("This page was open for a long time. Please send your comment again.")
FORGED = _("We cannot tell that this form came from our page. Please send your comment again.")
BUSY = _("Your comment could not be stored just now. Please send it again in a minute.")
FOREIGN = _("Your comment was sent from another site. If you mean it, please send it from here.")

BUSY_SECONDS = 60
# Named as programs like to fill it; readers neither see it nor come to it by keys.
TRAP = "homepage"
SECONDS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class CommentForm(forms.Form):
    """One story's form. The page that shows it again answers with `status`; after `wait` seconds it may be sent."""

    comment = TypedField(refuse_bad=refuse_bad_text, limit="COMMENT_LENGTH", too_long=TEXT_TOO_LONG)
    name = TypedField(
        refuse_bad=refuse_bad_name, limit="COMMENT_NAME_LENGTH", too_long=NAME_TOO_LONG, trimmed=" \t\xa0"
    )

    def __init__(
        self,
        *,
        story: Story,
        typed: Mapping[str, str] | None = None,
        parent: Comment | None = None,
        quotes: bool = False,
    ) -> None:
        super().__init__(typed)
        self.quotes = quotes and parent is not None
        self.story, self.parent = story, parent
        self.address, self.agent, self.signs = "", "", NO_SIGNS
        self.status, self.wait = 422, 0
        self.objections: list[Promise] = []

    @classmethod
    def sent(cls, request: HttpRequest, story: Story) -> Self:
        """The form that a request sent, with all that stands against taking it."""
        sent = submitted(request)
        form = cls(story=story, typed=sent.fields, parent=_visible(sent.fields.get("parent", ""), story))
        form.address, form.signs = address_of(request), signs_of(sent.fields)
        form.agent = request.headers.get("User-Agent", "")
        form.objections = list(form._objections(request, sent))
        return form

    def post(self) -> Comment | None:
        """Store the comment. None when it was refused; then the form says why."""
        if not self.is_valid():
            return None
        name, text = self.cleaned_data["name"], self.cleaned_data["comment"]
        try:
            return post_comment(
                story=self.story, name=name, text=text, parent=self.parent, address=self.address, agent=self.agent,
                signs=self.signs,
            )  # fmt: skip
        except TooFastError as refusal:
            self.status, self.wait = 429, refusal.wait
            self.add_error(None, refusal)
        except ValidationError as refusal:
            self.parent = None if refusal.code == "parent" else self.parent
            self.add_error(None, refusal.messages)
        except (OperationalError, InternalError):
            # The database takes nothing now (locked, full, read-only); the page that keeps the words can still be read.
            logger.exception("A comment could not be stored.")
            self.status, self.wait = 503, BUSY_SECONDS
            self.add_error(None, str(BUSY))
        return None

    def clean(self) -> dict[str, Any]:
        if self.status == 413:
            # Nothing was read, so nothing can be said to be missing.
            self.errors.clear()
        for objection in self.objections:
            self.add_error(None, str(objection))
        return self.cleaned_data

    @property
    def action(self) -> str:
        return f"{self.story.get_absolute_url()}comments/"

    @property
    def token(self) -> str:
        return sign(self.story.pk)

    @property
    def typed_name(self) -> str:
        return self._typed("name")

    @property
    def typed_comment(self) -> str:
        """What was typed; of an answer that is to quote, what it begins with."""
        return quoted(self.parent.text) if self.quotes and self.parent else self._typed("comment")

    def _typed(self, field: str) -> str:
        """As it was typed, with a mark for each character that a page cannot hold."""
        return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", self.data.get(field, ""))

    def _objections(self, request: HttpRequest, sent: Submission) -> Iterator[Promise]:
        foreign = is_foreign(request)
        if foreign:
            self.status = 403
            yield FOREIGN
        if sent.fault:
            self.status = 413 if sent.fault is TOO_BIG else self.status
            yield sent.fault
        policy = policy_of(self.story, within=request)
        if not policy.is_open:
            yield FROZEN if policy.is_frozen else CLOSED
        if sent.fields.get("parent") and not self.parent:
            yield PARENT_GONE
        worth = standing(sent.fields.get("token", ""), self.story.pk)
        if worth is not Standing.GOOD and not (foreign or sent.fault):
            yield STALE if worth is Standing.STALE else FORGED


def signs_of(fields: Mapping[str, str]) -> Signs:
    """What came with the words of a form."""
    took = fields.get("took", "")
    return Signs(fields.get(TRAP, ""), float(took) if SECONDS.fullmatch(took) else None)


def _visible(number: str, story: Story) -> Comment | None:
    """The comment of that number, if it can be answered."""
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    return Comment.objects.visible().filter(story=story, pk=int(number)).first()
