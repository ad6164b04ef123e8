"""The moderators' screen: one page that lists, one address that decides, and one that says what is new."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comments.models import Comment, Layer, Reason, Report
from comments.models.layer import parted
from comments.moderating.deciding import Done, decide
from comments.moderating.lists import SHOWN, Choice, Tab, counts, histories
from newsroom.lists import COUNTED

if TYPE_CHECKING:
    from comments.admin import CommentAdmin

QUEUE = "admin:comments_comment_queue"


def urls(desk: "CommentAdmin") -> list[URLPattern]:
    def door(view: Any, name: str, address: str) -> URLPattern:
        def opened(request: HttpRequest) -> HttpResponse:
            if not desk.has_moderate_permission(request):
                raise PermissionDenied
            answer: HttpResponse = view(request, desk)
            return answer

        return path(address, never_cache(desk.admin_site.admin_view(opened)), name=name)

    return [
        door(queue, "comments_comment_queue", "queue/"),
        door(deciding, "comments_comment_decide", "queue/decide/"),
        door(news, "comments_comment_news", "queue/news/"),
    ]


@require_safe
def queue(request: Any, desk: "CommentAdmin") -> HttpResponse:
    return _page(request, desk, Choice.asked(request.GET), done=request.GET.get("done", ""))


@require_POST
def deciding(request: Any, desk: "CommentAdmin") -> HttpResponse:
    """A script asks for JSON, and is told what to show; a form comes back to the page that it was on."""
    try:
        done, status = decide(request.POST, request.user), 200
    except ValidationError as refusal:
        done, status = Done(" ".join(refusal.messages)), 422
    if request.accepts("application/json") and not request.accepts("text/html"):
        told = {"told": done.told, "undo": done.together, "counts": _told(counts(request.user))}
        return JsonResponse(told, status=status)
    (messages.success if status == 200 else messages.error)(request, done.told)
    back = Choice.asked(QueryDict(request.POST.get("back", "")[:500]))
    if status == 422:
        typed = {name: words for name, words in request.POST.items() if name.startswith("answer:") and words}
        return _page(request, desk, back, status=status, typed=typed)
    undo = f"&done={done.together}" if done.together else ""
    return redirect(f"{reverse(QUEUE)}?{back.query}{undo}")


def _page(request: Any, desk: "CommentAdmin", choice: Choice, *, status: int = 200, **more: Any) -> HttpResponse:
    found = list(choice.comments())
    shown = found[:SHOWN]
    context = desk.admin_site.each_context(request) | {
        "opts": desk.opts,
        "title": "Comments to decide about",
        "choice": choice,
        "tabs": tabs(choice, counts(request.user)),
        "items": _items(shown, more.get("typed", {})),
        "reasons": [reason for reason in Reason if reason is not Reason.SPAM],
        "layers": Layer,
        "next": choice._replace(past=shown[-1].pk).query if len(found) > SHOWN else "",
        "newest": max((comment.pk for comment in shown), default=0),
    }
    return render(request, "admin/comments/queue.html", context | more, status=status)


@require_safe
def news(request: Any, _: "CommentAdmin") -> HttpResponse:
    """How many each tab has, and how many came to this one after the newest that the page shows."""
    choice, newest = Choice.asked(request.GET), request.GET.get("newest", "")
    fresh = 0
    if newest.isdecimal() and len(newest) < 19:
        fresh = Comment.objects.filter(state=choice.tab.value, pk__gt=int(newest)).count() if _counts_new(choice) else 0
    return JsonResponse({"counts": _told(counts(request.user)), "fresh": fresh})


def _counts_new(choice: Choice) -> bool:
    return not choice.is_of_every_state and choice.tab is not Tab.REPORTED and not choice.story


def tabs(choice: Choice, numbers: dict[str, int]) -> list[dict[str, Any]]:
    told = _told(numbers)
    return [
        {
            "name": tab.value,
            "label": tab.label,
            "number": told[tab.value],
            "query": Choice(tab=tab, story=choice.story, oldest=choice.oldest).query,
            "is_current": tab is choice.tab and not choice.is_of_every_state,
        }
        for tab in Tab
    ]


def _told(numbers: dict[str, int]) -> dict[str, str]:
    return {name: f"{number:,}+" if number == COUNTED else f"{number:,}" for name, number in numbers.items()}


def _items(comments: list[Comment], typed: dict[str, str]) -> list[dict[str, Any]]:
    """Each with what moderators look at beside the words."""
    reports: dict[int, list[Report]] = {}
    for report in Report.objects.waiting().filter(comment__in=[comment.pk for comment in comments]):
        reports.setdefault(report.comment_id, []).append(report)
    known = histories(comments)
    return [
        {
            "comment": comment,
            "layers": [layer.label for layer in parted(comment.layers)],
            "reports": reports.get(comment.pk, []),
            "history": known.get(comment.address_key, {}),
            "typed": typed.get(f"answer:{comment.pk}", ""),
        }
        for comment in comments
    ]
