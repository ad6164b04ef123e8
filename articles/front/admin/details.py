"""What is said of one slot, or of one card: a form each. What another changed meanwhile is not written over."""

import json
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from articles.context import tree_of
from articles.front import arranging
from articles.front.actions import arrange
from articles.front.admin.arrange import refuse
from articles.front.admin.forms import CardForm, SlotForm
from articles.front.admin.places import Standing, front_at, slot_names
from articles.front.arranging import GONE
from articles.front.content import Card, Content, Slot
from articles.models import Story

if TYPE_CHECKING:
    from articles.front.admin.front import FrontAdmin


def slot_view(desk: "FrontAdmin", request: Any, name: str, number: int) -> HttpResponse:
    refuse(desk, request)
    standing = front_at(request, name)
    slot = standing.content.slot(number)
    if slot is None:
        return _gone(request, name)
    called = slot_names(standing.content, {one.pk: one for one in tree_of(request)})[number]
    change, said = partial(arranging.change_slot, number=number), f"Slot {called} changed"
    return _edited(desk, request, standing, slot, SlotForm, change, said, f"Slot: {called}")


def card_view(desk: "FrontAdmin", request: Any, name: str, number: int) -> HttpResponse:
    refuse(desk, request)
    standing = front_at(request, name)
    card = standing.content.card(number)
    story = Story.objects.filter(pk=card.story).only("headline").first() if card else None
    if card is None or story is None:
        return _gone(request, name)
    change, said = partial(arranging.change_card, number=number), f"“{story.headline}” changed on the front"
    return _edited(desk, request, standing, card, CardForm, change, said, f"Card: {story.headline}")


def _edited(
    desk: "FrontAdmin", request: Any, standing: Standing, piece: Slot | Card, form_class: Any, change: Any, said: str,
    title: str,
) -> HttpResponse:  # fmt: skip
    shown, theirs = form_class.shows(piece), None
    form = form_class(request.POST or None, initial=shown)
    if form.is_bound and form.is_valid():
        check = partial(_refuse_changed, piece=piece, seen=request.POST.get("seen"), standing=standing)
        try:
            arrange(
                front=standing.front,
                start=standing.content,
                change=lambda content: change(check(content), **form.changes()),
                said=said,
                by=request.user,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
            theirs = _in_words(form_class, shown) if refusal.code == "changed" else None
        else:
            return redirect(f"{reverse('admin:front_front_arrange', args=(standing.front.place,))}#{_anchor(piece)}")
    context = desk.admin_site.each_context(request) | {
        "title": title,
        "opts": desk.opts,
        "standing": standing,
        "form": form,
        "seen": _seen(piece),
        "theirs": theirs,
        "anchor": _anchor(piece),
    }
    return render(request, "admin/front/detail.html", context)


def _refuse_changed(content: Content, *, piece: Slot | Card, seen: str | None, standing: Standing) -> Content:
    now = content.slot(piece.number) if isinstance(piece, Slot) else content.card(piece.number)
    if now is None or _seen(now) == seen:
        return content
    by = standing.front.changed_by
    who = by.get_username() if by else "Somebody"
    said = f"{who} changed this while you were writing. Nothing of yours is lost: save again, and yours stands."
    raise ValidationError(said, code="changed")


def _anchor(piece: Slot | Card) -> str:
    return f"{'slot' if isinstance(piece, Slot) else 'card'}-{piece.number}"


def _seen(piece: Slot | Card) -> str:
    """What the form began with. The cards of a slot are no part of what its form says."""
    said = asdict(piece)
    said.pop("cards", None)
    return json.dumps(said, default=str, sort_keys=True)


def _in_words(form_class: type[forms.Form], shown: dict[str, Any]) -> list[tuple[str, Any]]:
    """What stands there now, field by field, as the form would show it."""
    bound = form_class(initial=shown)
    return [(str(field.label), field.value() if field.value() not in {None, ""} else "–") for field in bound]


def _gone(request: HttpRequest, name: str) -> HttpResponse:
    messages.error(request, GONE)
    return redirect("admin:front_front_arrange", name)
