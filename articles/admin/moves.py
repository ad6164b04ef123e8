"""The moves of a story at the desk: buttons of its form, the page that asks for words, and many stories at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import Action, ActionLocation
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator

from articles.actions.making import ACTIONS, make
from articles.actions.moving import LONGEST_WORDS, MISSING
from articles.models import Story
from articles.moves import KILL, MOVES, PUBLISH, RESCHEDULE, RETURN, SUBMIT, WITHDRAW, Move
from articles.permissions import can_start, may_ever_make, may_make, moves_open_to

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin

# As many as somebody can have looked at.
AT_ONCE: Final = 200
ASKED: Final = {
    RETURN: ("Note", "The writer finds it on the form."),
    KILL: ("Reason", "The desk keeps it; readers never see the story."),
    WITHDRAW: ("Reason", "Readers who follow an old link will see it."),
}
EFFECTS: Final = {
    "submit": "An editor looks at it next. A contributor cannot change it until it comes back.",
    "take_back": "It is a draft again, and nobody reviews it.",
    "return": "It is a draft again, and its writer is told why.",
    "approve": "It may be published now; readers do not see it yet.",
    "publish": "Readers see it now, or at the time that its form gives.",
    "unschedule": "It does not appear by itself any more. Its time stays on its form.",
    "withdraw": "It leaves every page. Its address answers with the reason that you give here.",
    "kill": "It will not run. It stays at the desk as it is, with the reason.",
    "revive": "It is a draft again.",
}
TOLD: Final = {
    "submit": "It is submitted: an editor looks at it next.",
    "take_back": "It is a draft again.",
    "return": "It is returned to its writer, with your note.",
    "approve": "It is approved.",
    "unschedule": "It is not scheduled any more.",
    "withdraw": "The story is withdrawn. Its address now says why.",
    "kill": "It is killed. It stays at the desk, with your reason.",
    "revive": "It is a draft again.",
}


class WordsForm(forms.Form):
    reason = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}))

    def __init__(self, move: Move, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.move = move
        if not move.asks:
            del self.fields["reason"]
            return
        self.fields["reason"].label, self.fields["reason"].help_text = ASKED[move]
        # Not by the browser alone: what the server misses, it says in its own words.
        self.fields["reason"].widget.attrs["maxlength"] = 300 if move == WITHDRAW else LONGEST_WORDS

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.move.asks and not cleaned.get("reason"):
            self.add_error("reason", MISSING[self.move.words])
        return cleaned


def buttons(user: Any, story: Story | None) -> list[Move]:
    """Those beside “Save” and “Publish”. A story that is not saved yet can be submitted at once."""
    if story is None:
        return [SUBMIT] if may_ever_make(user, SUBMIT) else []
    return [move for move in moves_open_to(user, story) if move not in {PUBLISH, RESCHEDULE}]


def wished(request: HttpRequest) -> Move | None:
    """The move whose button of the form was pressed."""
    move = MOVES.get(request.POST.get("_move", ""))
    return move if move in ACTIONS else None


def make_from_form(request: HttpRequest, story: Story) -> None:
    """Once the form is saved, make the move that was pressed; one that needs words asks for them next."""
    move = wished(request)
    if move is None or move.asks:
        return
    try:
        make(move, story=story, by=request.user)  # type: ignore[arg-type]  # somebody who may change a story
    except ValidationError as refusal:
        messages.error(request, f"Saved. {' '.join(refusal.messages)}")
    else:
        messages.success(request, f"Saved. {TOLD.get(move.name, '')}")


def move_page(desk: "StoryAdmin", request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """What the move does, and what has to be said with it; posted, it is made."""
    move = MOVES.get(name)
    if move not in ACTIONS or move is None:
        raise Http404
    story = get_object_or_404(Story, pk=pk)
    if not may_make(request.user, move, story):
        raise PermissionDenied
    form = WordsForm(move, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _made(request, move, story, form):
        return redirect("admin:articles_story_change", pk)
    context = desk.admin_site.each_context(request) | {
        "story": story,
        "form": form,
        "move": move,
        "effect": EFFECTS[move.name],
        "can_start": can_start(move, story),
        "title": f"{move.label}: {Truncator(story.headline).chars(60)}",
    }
    return render(request, "admin/articles/story/make_move.html", context)


def _made(request: HttpRequest, move: Move, story: Story, form: WordsForm) -> bool:
    try:
        make(move, story=story, by=request.user, words=form.cleaned_data.get("reason", ""))  # type: ignore[arg-type]  # somebody
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    messages.success(request, TOLD.get(move.name, "Done."))
    return True


# Many at once


def bulk_actions(user: Any) -> dict[str, Action | None]:
    """The actions of the list: the moves that this person can ever make."""
    return {move.name: _action(move) for move in ACTIONS if may_ever_make(user, move)}


def _action(move: Move) -> Action:
    label = f"{move.label}…" if move.asks else move.label
    return Action(_bulk(move), move.name, label, label, [ActionLocation.CHANGE_LIST])


def _bulk(move: Move) -> Callable[..., HttpResponse | None]:
    def act(desk: "StoryAdmin", request: HttpRequest, stories: Any) -> HttpResponse | None:
        chosen = list(stories[: AT_ONCE + 1])
        if len(chosen) > AT_ONCE:
            messages.error(request, f"Nothing was done: choose up to {AT_ONCE} stories at once.")
            return None
        form = WordsForm(move, request.POST if "_said" in request.POST else None)
        if move.asks and not form.is_valid():
            context = desk.admin_site.each_context(request) | {
                "stories": chosen,
                "form": form,
                "move": move,
                "effect": EFFECTS[move.name],
                "checkbox": ACTION_CHECKBOX_NAME,
                "title": f"{move.label}: {len(chosen)} {'story' if len(chosen) == 1 else 'stories'}",
            }
            return render(request, "admin/articles/story/make_moves.html", context)
        _make_each(request, move, chosen, request.POST.get("reason", "") if move.asks else "")
        return None

    return act


def _make_each(request: HttpRequest, move: Move, stories: list[Story], words: str) -> None:
    """Each is moved whole or named with what stands in its way; one that cannot holds up no other."""
    made = 0
    for story in stories:
        try:
            make(move, story=story, by=request.user, words=words)  # type: ignore[arg-type]  # somebody
        except ValidationError as refusal:
            messages.error(request, f"“{Truncator(story.headline).chars(80)}”: {' '.join(refusal.messages)}")
        except PermissionDenied:
            messages.error(request, f"“{Truncator(story.headline).chars(80)}”: you may not make this move with it.")
        else:
            made += 1
    if made:
        messages.success(request, f"{made} of {len(stories)}: {move.label.lower()} is done.")
