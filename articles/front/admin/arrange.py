"""Arranging a front: one page with the slots and what stands in them, and a button for each thing to be done.

Every button is a change of its own to the draft as it stands, so that nothing waits to be saved and two people may
arrange at once. Scripts only make buttons of dragging and of keys.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from articles.admin.typed import whole_number
from articles.context import tree_of
from articles.front.actions import arrange
from articles.front.admin.explaining import Explained, Nouns
from articles.front.admin.forms import LaunchForm
from articles.front.admin.launching import LAUNCHING, Wish
from articles.front.admin.places import Standing, front_at, slot_names
from articles.front.admin.tray import found, newest_not_on
from articles.front.admin.verbs import NO_BUTTON, VERBS, Pressed
from articles.front.layouts import Layout
from articles.front.models import Launch
from newsroom import clock

if TYPE_CHECKING:
    from articles.front.admin.front import FrontAdmin

COMING = 10


class Done(NamedTuple):
    """What was asked by a button: its verb, and the numbers after it."""

    verb: str
    numbers: list[int]


def refuse(desk: "FrontAdmin", request: HttpRequest) -> None:
    if not desk.has_change_permission(request):
        raise PermissionDenied


def arrange_view(desk: "FrontAdmin", request: Any, name: str) -> HttpResponse:
    """Posted, `do` is a verb with numbers after colons, such as `up:12`. GET: `?q=` finds stories for the tray."""
    refuse(desk, request)
    standing = front_at(request, name)
    form = LaunchForm(request.POST if request.method == "POST" and "note" in request.POST else None)
    if request.method == "POST":
        done = _asked(request)
        try:
            if done.verb in LAUNCHING:
                return _launching(desk, request, standing, done, form)
            return _arranged(request, standing, done)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            standing = front_at(request, name)
    return render(request, "admin/front/arrange.html", _context(desk, request, standing, form))


def _asked(request: HttpRequest) -> Done:
    verb, *numbers = request.POST.get("do", "").split(":")
    return Done(verb, [number for text in numbers if (number := whole_number(text, None)) is not None])


def _arranged(request: Any, standing: Standing, done: Done) -> HttpResponse:
    if done.verb not in VERBS:
        raise ValidationError(NO_BUTTON)
    names = slot_names(standing.content, {category.pk: category for category in tree_of(request)})
    pressed = Pressed(done.numbers, request.POST, standing.content, names, request.user)
    change, said, anchor = VERBS[done.verb](pressed)
    arrange(front=standing.front, start=standing.content, change=change, said=said, by=request.user)
    into = pressed.typed("slot")
    query = f"?into={into}" if into else ""
    return redirect(f"{reverse('admin:front_front_arrange', args=(standing.front.place,))}{query}#{anchor}")


def _launching(desk: "FrontAdmin", request: Any, standing: Standing, done: Done, form: LaunchForm) -> HttpResponse:
    if not form.is_valid():
        raise ValidationError("Nothing was done: the time or the note below cannot be read.")
    # Without a version nothing was looked at: no front has the one before the first.
    seen = whole_number(request.POST.get("seen"), -1)
    said = form.cleaned_data
    wish = Wish(standing.front, done.numbers, said["at"], said["note"], seen, request.user)
    desk.message_user(request, LAUNCHING[done.verb](wish))
    return redirect("admin:front_front_arrange", standing.front.place)


def _context(desk: "FrontAdmin", request: Any, standing: Standing, form: LaunchForm) -> dict[str, Any]:
    categories = {category.pk: category for category in tree_of(request)}
    names = slot_names(standing.content, categories)
    explained = Explained(standing.content, standing.filled(), names, Nouns.of(standing.content, categories))
    asked = request.GET.get("q", "").strip()
    on_it = {line.story.pk for shelf in explained.shelves for line in shelf.lines}
    return desk.admin_site.each_context(request) | {
        "title": f"Front: {standing.front}",
        "opts": desk.opts,
        "standing": standing,
        "shelves": explained.shelves,
        "layouts": Layout.choices,
        "q": asked,
        "stories": found(asked) if asked else newest_not_on(on_it, standing.front.category_id),
        "into": whole_number(request.GET.get("into"), 0),
        "form": form,
        "coming": list(
            Launch.objects.of(standing.front.category_id)
            .filter(at__gt=clock.now())
            .order_by("at", "pk")
            .defer("content")[:COMING]
        ),
        "may_launch": desk.may_launch(request),
    }
