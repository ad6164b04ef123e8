"""Stories at the desk: found, written, published and withdrawn."""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR, Action, ActionLocation
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from articles.actions.publish import publish
from articles.actions.revisions import keep_first, keep_revision
from articles.actions.write import revise
from articles.admin import autosaving, checking, hiding, presence, previews
from articles.admin.correcting import correct_view, may_correct, withdraw_correction_view
from articles.admin.deleting import AsksAboutCompany
from articles.admin.history import history
from articles.admin.moves import bulk_actions, buttons, make_from_form, move_page, wished
from articles.admin.moving import may_move, move_view
from articles.admin.pictures import PictureFields
from articles.admin.readings import in_words
from articles.admin.relations import PlainRelations
from articles.admin.series import order
from articles.admin.standing import ORDERS, standing_of
from articles.admin.story_form import FIELDSETS, StoryForm
from articles.admin.story_inlines import BylineRow, RelatedRow, SeriesRow, SourceRow
from articles.admin.story_list import CategoryFilter, MineFilter, StandingFilter, StoryColumns, StoryList
from articles.admin.telling import tell_published, tell_saved
from articles.models import State, Story
from articles.moves import PUBLISH
from articles.permissions import can_start, known_to, may_change, may_make, may_publish, may_see_all
from newsroom import clock
from newsroom.audit.models import Line
from newsroom.lists import COUNTED, LargeModelAdmin

DEEDS = 8
ADDRESS = re.compile(r"/(\d{4})/(\d\d)/(\d\d)/([-\w]+)/?")


@admin.register(Story)
class StoryAdmin(StoryColumns, PictureFields, PlainRelations, AsksAboutCompany, LargeModelAdmin):
    form = StoryForm
    fieldsets = FIELDSETS  # type: ignore[assignment]
    inlines = (BylineRow, SourceRow, RelatedRow, SeriesRow)
    autocomplete_fields = ("category", "further_categories", "lead_image", "social_image")
    list_display = ("thumbnail", "headline", "standing", "filed", "by", "appears", "changed", "views")
    list_display_links = ("headline",)
    list_filter = (StandingFilter, MineFilter, "kind", CategoryFilter)
    list_select_related = ("category", "lead_image")
    ordering = ("-changed_at", "-pk")
    sortable_by = ("changed",)
    search_fields = ("headline",)

    class Media:
        css = {"all": ("admin/newsroom/story.css",)}
        js = tuple(forms.Script(f"admin/newsroom/{name}.js", type="module") for name in ("publish-button", "keys"))

    # Who may do what

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        stories: QuerySet[Story] = super().get_queryset(request)
        if may_see_all(request.user):
            return stories
        is_suggestion = request.resolver_match and request.resolver_match.url_name == "autocomplete"
        return stories.filter(known_to(request.user) if is_suggestion else Q(created_by=request.user.pk))

    def has_change_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        """Drafts only: an address that readers know answers forever, so a published story is withdrawn instead."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or (obj.state == State.DRAFT and may_change(request.user, obj)))

    # The list

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ORDERS.get(request.GET.get(StandingFilter.parameter_name, ""), self.ordering)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002
        return StoryList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Story], search_term: str
    ) -> tuple[QuerySet[Story], bool]:
        """By words of the headline, or by the story's public address."""
        if (found := ADDRESS.search(search_term)) and (day := _day(*found.groups()[:3])):
            return queryset.filter(published_on=day, slug=found[4]), False
        stories, repeats = super().get_search_results(request, queryset, search_term)
        if not search_term:
            return stories, repeats
        # Every headline is read for it: once, and not again for the count and for the page.
        newest = stories.order_by(*self.ordering).values_list("pk", flat=True)[:COUNTED]
        return queryset.filter(pk__in=list(newest)), repeats

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Action | None]:
        """Moves, for those who may make them; none where somebody picks a story for another form."""
        if action_location != ActionLocation.CHANGE_LIST or IS_POPUP_VAR in request.GET:
            return {}
        return bulk_actions(request.user)

    # The form

    def get_form(self, request: HttpRequest, obj: Story | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.may_add_tags = request.user.has_perm("articles.add_tag")  # type: ignore[attr-defined]  # made for this request
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Story | None = None) -> tuple[str, ...]:  # noqa: ARG002
        return ("slug",) if obj and obj.published_on else ()

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        story = context.get("original")
        context["standing"] = standing_of(story) if story else None
        context["views"] = in_words(story) if story else ""
        context["may_publish"] = may_publish(request.user, story) and (story is None or can_start(PUBLISH, story))
        context["moves"] = buttons(request.user, story)
        context["deeds"] = Line.objects.about(story).order_by("-pk")[:DEEDS] if story else ()
        context["may_move"] = may_move(request.user, story)
        context["may_correct"] = may_correct(request.user, story)
        context["is_for_later"] = bool(story and story.published_at and story.published_at > clock.now())
        context |= autosaving.told(request, story) | presence.told(request, story)
        # Saving stays on the form anyway.
        context["show_save_and_continue"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, obj: Story) -> str | None:
        return obj.get_absolute_url() if obj.is_public() else None

    def get_urls(self) -> list[URLPattern]:
        move = path("<int:pk>/move/", self.admin_site.admin_view(self.move), name="articles_story_move")
        made = path("<int:pk>/moves/<slug:name>/", self.admin_site.admin_view(self.make), name="articles_story_make")
        kept = path("<int:pk>/history/", self.admin_site.admin_view(self.history), name="articles_story_history")
        return [
            move,
            made,
            kept,
            *previews.urls(self),
            *autosaving.urls(self),
            *presence.urls(self),
            *checking.urls(self),
            *hiding.urls(self),
            *self._correcting(),
            *super().get_urls(),
        ]

    def _correcting(self) -> list[URLPattern]:
        door = self.admin_site.admin_view
        return [
            path("<int:pk>/correct/", door(self.correct), name="articles_story_correct"),
            path("correction/<int:pk>/withdraw/", door(self.withdraw_correction), name="articles_correction_withdraw"),
        ]

    def correct(self, request: HttpRequest, pk: int) -> HttpResponse:
        return correct_view(self, request, pk)

    def withdraw_correction(self, request: HttpRequest, pk: int) -> HttpResponse:
        return withdraw_correction_view(self, request, pk)

    def move(self, request: HttpRequest, pk: int) -> HttpResponse:
        return move_view(self, request, pk)

    def history(self, request: HttpRequest, pk: int) -> HttpResponse:
        return history(self, request, pk)

    def make(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        return move_page(self, request, pk, name)

    # Saving

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        if change:
            keep_first(story=obj)
        if not change:
            obj.created_by_id = request.user.pk
        elif obj.state == State.PUBLISHED and form.initial["published_at"] > clock.now() and _has_moved(obj, form):
            # Nobody knows its address yet, so that follows its time.
            self._publish(request, obj, obj.published_at)
            return
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        order(formsets)
        story = form.instance
        revise(story=story)
        if "_publish" in request.POST and may_publish(request.user, story) and story.state != State.PUBLISHED:
            self._publish(request, story, story.published_at)
        said = form.cleaned_data
        keep_revision(story=story, by=request.user, note=said["note"], major=said["major"])  # type: ignore[arg-type]  # somebody
        autosaving.forget(request.user, story if change else None)
        make_from_form(request, story)

    def _publish(self, request: HttpRequest, story: Story, at: datetime | None) -> None:
        try:
            publish(story=story, at=at, by=request.user)  # type: ignore[arg-type]  # who may publish is somebody
        except ValidationError as refusal:
            messages.error(request, f"Saved, but not published: {' '.join(refusal.messages)}")

    def response_add(self, request: HttpRequest, obj: Story, post_url_continue: str | None = None) -> HttpResponse:
        if {IS_POPUP_VAR, "_addanother"} & request.POST.keys():
            return super().response_add(request, obj, post_url_continue)
        return self._stay(request, obj)

    def response_change(self, request: HttpRequest, obj: Story) -> HttpResponse:
        if {IS_POPUP_VAR, "_addanother"} & request.POST.keys():
            return super().response_change(request, obj)
        return self._stay(request, obj)

    def _stay(self, request: HttpRequest, story: Story) -> HttpResponse:
        """Back on the same form, with words for what happened, and the way back to the list as it was narrowed."""
        move = wished(request)
        if move is None:
            (tell_published if "_publish" in request.POST else tell_saved)(request, story)
        elif move.asks and may_make(request.user, move, story):
            messages.success(request, "Saved.")
            return redirect("admin:articles_story_make", story.pk, move.name)
        address = reverse("admin:articles_story_changelist")
        if self.has_view_or_change_permission(request, story):
            address = reverse("admin:articles_story_change", args=(story.pk,))
        way_back: dict[str, Any] = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(way_back, address))


def _has_moved(story: Story, form: Any) -> bool:
    return bool(story.published_at != form.initial["published_at"])


def _day(*parts: str) -> date | None:
    try:
        return date(*map(int, parts))
    except ValueError:
        return None
