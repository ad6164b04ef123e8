"""The page of a receipt: the article with the reader's own comment, its state, and what they may still do with it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.looking import closed
from articles.models import Story
from articles.views.article import article_page
from comments.actions.own import delete_own, edit_own
from comments.actions.watching import ask, is_offered
from comments.form import FOREIGN, CommentForm, signs_of
from comments.models import Comment, State, Watch
from comments.models.layer import TOLD, parted
from comments.origin import is_foreign
from comments.receipt import comment_of, deletes_until, edits_until, receipt_address
from comments.submission import submitted
from comments.threads import thread_page
from comments.views.posting import SeeOther, about_a_story

TAKEN_DOWN = {State.REJECTED, State.SPAM}


@dataclass(frozen=True)
class Receipt:
    """What the page says to the writer. `typed` is what they last typed, `errors` what is wrong with it."""

    comment: Comment
    typed: str = ""
    errors: list[str | Promise] = field(default_factory=list)
    email: str = ""

    @property
    def action(self) -> str:
        return receipt_address(self.comment).partition("#")[0]

    @property
    def edits_until(self) -> datetime | None:
        return edits_until(self.comment)

    @property
    def deletes_until(self) -> datetime | None:
        return deletes_until(self.comment)

    @property
    def offers_letters(self) -> bool:
        return is_offered() and not self.is_deleted

    @property
    def watch(self) -> Watch | None:
        return Watch.objects.filter(comment=self.comment).first()

    @property
    def is_taken_down(self) -> bool:
        return self.comment.state in TAKEN_DOWN and not self.comment.is_shut_out

    @property
    def is_deleted(self) -> bool:
        return self.comment.state == State.DELETED

    @property
    def why_held(self) -> list[Promise]:
        return [TOLD[layer] for layer in parted(self.comment.layers) if layer in TOLD]


# The address is the key, so nothing of the visitor's is needed: no cookie, no login.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@about_a_story
def receipt(request: HttpRequest, story: Story, signed: str) -> HttpResponse:
    number = comment_of(signed)
    if number is None:
        raise Http404("There is no such receipt.")
    comment = get_object_or_404(Comment.objects.select_related("thread"), pk=number, story=story)
    comment.story = story
    return _hers(_changed(request, comment) if request.method == "POST" else _shown(request, Receipt(comment)))


def _changed(request: HttpRequest, comment: Comment) -> HttpResponse:
    sent = submitted(request)
    typed = sent.fields.get("comment", "")
    if is_foreign(request):
        return _shown(request, Receipt(comment, typed, [FOREIGN]), status=403)
    if sent.fault:
        return _shown(request, Receipt(comment, typed, [sent.fault]), status=422)
    act, email = sent.fields.get("act"), sent.fields.get("email", "")
    try:
        if act == "delete":
            delete_own(comment=comment)
        elif act == "watch":
            ask(comment=comment, email=email)
        else:
            text = CommentForm.base_fields["comment"].clean(typed)
            edit_own(comment=comment, text=text, signs=signs_of(sent.fields))
    except ValidationError as refusal:
        return _shown(request, Receipt(comment, typed, list(refusal.messages), email), status=422)
    comment.refresh_from_db(fields=["state"])
    return SeeOther(receipt_address(comment))


def _shown(request: HttpRequest, told: Receipt, *, status: int = 200) -> HttpResponse:
    story, number = told.comment.story, told.comment.page_number if told.comment.is_visible else 1
    if number == 1:
        return article_page(request, story, status=status, receipt=told, seen="")
    context = {"story": story, "comment_page": thread_page(story, number), "receipt": told}
    return render(request, "comments/page.html", context, status=status)


def _hers(page: HttpResponse) -> HttpResponse:
    page["Referrer-Policy"] = "same-origin"
    return closed(page)
