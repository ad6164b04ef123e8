"""Taking comments, and the small pages around it."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Story
from articles.views.article import article, article_page, story_at
from comments.form import CommentForm
from comments.models import Comment
from comments.policy import policy_of
from comments.receipt import receipt_address
from newsroom import clock

type View = Callable[..., HttpResponse]

DOUBLE_CLICK: Final = timedelta(seconds=10)


class SeeOther(HttpResponseRedirect):
    """The answer to a form that was taken: go and look with GET."""

    status_code = 303


def about_a_story(view: View) -> View:
    """Give the view the public story of its address; one that is gone answers 410 as its article does."""

    @wraps(view)
    def answer(request: HttpRequest, year: str, month: str, day: str, slug: str, **more: Any) -> HttpResponse:
        story = story_at(year, month, day, slug)
        if not story.is_public():
            return article(request, year, month, day, slug)
        return view(request, story, **more)

    return answer


# No CSRF cookie: the form stands on pages that one copy serves to everybody. Its signature and the browser's word for
# where it was sent from do the same work.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@about_a_story
def post(request: HttpRequest, story: Story) -> HttpResponse:
    if request.method != "POST":
        return SeeOther(f"{story.get_absolute_url()}#comments")
    form = CommentForm.sent(request, story)
    comment = form.post()
    if comment is None:
        return _asked_again(request, form)
    if clock.now() - comment.posted_at < DOUBLE_CLICK:
        return SeeOther(receipt_address(comment))
    # The same words from the same connection minutes later: somebody else may have copied them, and gets no receipt.
    return SeeOther(comment.get_absolute_url() if comment.is_visible else f"{form.action}held/")


@require_safe
@cache_control(no_store=True)
@about_a_story
def reply(request: HttpRequest, story: Story, parent: int, *, quotes: bool = False) -> HttpResponse:
    """A small page to answer one comment on, with its words in the form when the answer quotes them."""
    policy = policy_of(story, within=request)
    if not policy.is_open:
        return SeeOther(f"{story.get_absolute_url()}#comments")
    comment = get_object_or_404(Comment.objects.visible(), story=story, pk=parent)
    form = CommentForm(story=story, parent=comment, quotes=quotes)
    return render(request, "comments/reply.html", {"story": story, "form": form, "comment": comment, "policy": policy})


@require_safe
@cache_control(no_store=True)
@about_a_story
def held(request: HttpRequest, story: Story) -> HttpResponse:
    """Thanks for a comment that readers do not see yet."""
    return render(request, "comments/held.html", {"story": story})


def _asked_again(request: HttpRequest, form: CommentForm) -> HttpResponse:
    response = article_page(request, form.story, status=form.status, comment_form=form)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    return response
