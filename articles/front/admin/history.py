"""The history of a front: every launch, what stood there at a time, what two states differ in, and the way back."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from articles.admin.typed import whole_number
from articles.context import tree_of
from articles.front.actions import roll_back
from articles.front.admin.arrange import refuse
from articles.front.admin.explaining import Explained, Nouns, Shelf
from articles.front.admin.places import Standing, front_at, slot_names, start
from articles.front.comparing import changes
from articles.front.composing import compose
from articles.front.content import Content
from articles.front.models import Launch
from articles.models import Story
from articles.moments import MomentInput
from newsroom import clock

if TYPE_CHECKING:
    from articles.front.admin.front import FrontAdmin

PER_PAGE = 50


class Then(NamedTuple):
    """What stood on the front at a moment: the launch (None by rule), and its slots as they were filled."""

    moment: datetime
    launch: Launch | None
    shelves: list[Shelf]
    page: str


class AtForm(forms.Form):
    at = forms.DateTimeField(label="What stood there at", widget=MomentInput)


def history_view(desk: "FrontAdmin", request: Any, name: str) -> HttpResponse:
    """`?at=` asks for a time; `?launch=` compares one launch with the one before it. Posted, `back` is the launch to
    which readers go back, or `rule`.
    """
    refuse(desk, request)
    standing = front_at(request, name)
    launches = Launch.objects.of(standing.front.category_id)
    if request.method == "POST":
        return _back(desk, request, standing)
    form = AtForm(request.GET if "at" in request.GET else None)
    shown = launches.filter(pk=whole_number(request.GET.get("launch", ""), 0)).first()
    context = desk.admin_site.each_context(request) | {
        "title": "History",
        "opts": desk.opts,
        "standing": standing,
        "page": Paginator(launches.defer("content").order_by("-at", "-pk"), PER_PAGE).get_page(request.GET.get("page")),
        "now": clock.now(),
        "form": form,
        "then": _then(request, standing, form.cleaned_data["at"]) if form.is_bound and form.is_valid() else None,
        "shown": shown,
        "changes": _changes(request, standing, shown) if shown else [],
        "may_launch": desk.may_launch(request),
    }
    return render(request, "admin/front/history.html", context)


def _then(request: HttpRequest, standing: Standing, moment: datetime) -> Then:
    category = standing.front.category
    with clock.as_of(moment):
        launch = Launch.objects.standing(category.pk if category else None)
        content = launch.read if launch and launch.read.slots else start(request, category)
        categories = {one.pk: one for one in tree_of(request)}
        filled = compose(content, category=category.pk if category else None)
        explained = Explained(content, filled, slot_names(content, categories), Nouns.of(content, categories))
    path = standing.front.get_absolute_url()
    page = f"{reverse('admin:as_of')}?{urlencode({'path': path, 'at': str(request.GET['at']), 'show': '1'})}"
    return Then(moment, launch, explained.shelves, page)


def _changes(request: HttpRequest, standing: Standing, shown: Launch) -> list[str]:
    earlier = Launch.objects.of(standing.front.category_id).filter(at__lte=shown.at).exclude(pk=shown.pk)
    before = earlier.order_by("-at", "-pk").first()
    old, new = (one.read if one else Content() for one in (before, shown))
    categories = {one.pk: one for one in tree_of(request)}
    stories = {card.story for content in (old, new) for card in content.cards()}
    return changes(
        old,
        new,
        slots=slot_names(old, categories) | slot_names(new, categories),
        stories=dict(Story.objects.filter(pk__in=stories).values_list("pk", "headline")),
    )


def _back(desk: "FrontAdmin", request: Any, standing: Standing) -> HttpResponse:
    if not desk.may_launch(request):
        raise PermissionDenied
    back = request.POST.get("back", "")
    to = Launch.objects.of(standing.front.category_id).filter(pk=whole_number(back, 0)).first()
    if to is None and back != "rule":
        messages.error(request, "That launch is not there any more. Here is what is.")
        return redirect("admin:front_front_history", standing.front.place)
    try:
        roll_back(front=standing.front, to=to, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("admin:front_front_history", standing.front.place)
    desk.message_user(request, "It is rolled back: readers have it now.")
    return redirect("admin:front_front_arrange", standing.front.place)
