"""Stories at the desk: found, written, published and withdrawn."""

import re
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from articles.actions.publish import publish
from articles.actions.write import revise
from articles.admin.correcting import correct_view, may_correct, withdraw_correction_view
from articles.admin.moving import may_move, move_view
from articles.admin.pictures import PictureFields
from articles.admin.readings import in_words
from articles.admin.relations import PlainRelations
from articles.admin.standing import ORDERS, standing_of
from articles.admin.story_form import FIELDSETS, StoryForm
from articles.admin.story_inlines import BylineRow, RelatedRow, SourceRow
from articles.admin.story_list import CategoryFilter, MineFilter, StandingFilter, StoryColumns, StoryList
from articles.admin.telling import tell_published, tell_saved
from articles.admin.withdrawing import withdraw_view
from articles.models import State, Story
from articles.permissions import known_to, may_change, may_publish, may_see_all
from newsroom import clock
from newsroom.lists import LargeModelAdmin

ADDRESS = re.compile(r"/(\d{4})/(\d\d)/(\d\d)/([-\w]+)/?")


@admin.register(Story)
class StoryAdmin(StoryColumns, PictureFields, PlainRelations, LargeModelAdmin):
    form = StoryForm
    fieldsets = FIELDSETS  # type: ignore[assignment]
    inlines = (BylineRow, SourceRow, RelatedRow)
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
        js = (forms.Script("admin/newsroom/publish-button.js", type="module"),)

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
        return super().get_search_results(request, queryset, search_term)

    # The form

    def get_form(self, request: HttpRequest, obj: Story | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.may_add_tags = request.user.has_perm("articles.add_tag")  # type: ignore[attr-defined]  # made for this request
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Story | None = None) -> tuple[str, ...]:  # noqa: ARG002
        return ("slug",) if obj and obj.published_on else ()

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        story = context.get("original")
        is_published = story is not None and story.state == State.PUBLISHED
        context["standing"] = standing_of(story) if story else None
        context["views"] = in_words(story) if story else ""
        context["may_publish"] = may_publish(request.user, story) and not is_published
        context["may_withdraw"] = may_publish(request.user, story) and is_published
        context["may_move"] = may_move(request.user, story)
        context["may_correct"] = may_correct(request.user, story)
        context["is_for_later"] = bool(story and story.published_at and story.published_at > clock.now())
        # Saving stays on the form anyway.
        context["show_save_and_continue"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, obj: Story) -> str | None:
        return obj.get_absolute_url() if obj.is_public() else None

    def get_urls(self) -> list[URLPattern]:
        withdraw = path("<int:pk>/withdraw/", self.admin_site.admin_view(self.withdraw), name="articles_story_withdraw")
        move = path("<int:pk>/move/", self.admin_site.admin_view(self.move), name="articles_story_move")
        return [withdraw, move, *self._correcting(), *super().get_urls()]

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

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        return withdraw_view(self, request, pk)

    # Saving

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        if not change:
            obj.created_by_id = request.user.pk
        elif obj.state == State.PUBLISHED and form.initial["published_at"] > clock.now():
            # Nobody knows its address yet, so it is scheduled anew: the address takes the date that is given now.
            obj.state, obj.published_on, form.is_scheduled_anew = State.DRAFT, None, True
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        story = form.instance
        asked = "_publish" in request.POST or getattr(form, "is_scheduled_anew", False)
        if not (asked and may_publish(request.user, story)):
            revise(story=story)
            return
        try:
            publish(story=story, at=story.published_at)
        except ValidationError as refusal:
            messages.error(request, f"Saved, but not published: {' '.join(refusal.messages)}")
            revise(story=story)

    def response_add(self, request: HttpRequest, obj: Story, post_url_continue: str | None = None) -> HttpResponse:
        if {IS_POPUP_VAR, "_addanother"} & request.POST.keys():
            return super().response_add(request, obj, post_url_continue)
        return self._stay(request, obj)

    def response_change(self, request: HttpRequest, obj: Story) -> HttpResponse:
        if {IS_POPUP_VAR, "_addanother"} & request.POST.keys():
            return super().response_change(request, obj)
        return self._stay(request, obj)

    def _stay(self, request: HttpRequest, story: Story) -> HttpResponseRedirect:
        """Back on the same form, with words for what happened, and the way back to the list as it was narrowed."""
        (tell_published if "_publish" in request.POST else tell_saved)(request, story)
        address = reverse("admin:articles_story_changelist")
        if self.has_view_or_change_permission(request, story):
            address = reverse("admin:articles_story_change", args=(story.pk,))
        way_back: dict[str, Any] = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(way_back, address))


def _day(*parts: str) -> date | None:
    try:
        return date(*map(int, parts))
    except ValueError:
        return None
