"""Stories at the desk: found, written, published and withdrawn."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.actions.publish import publish
from articles.actions.write import revise
from articles.admin.large import LargeModelAdmin
from articles.admin.story_form import FIELDSETS, StoryForm
from articles.admin.story_inlines import BylineRow, RelatedRow, SourceRow
from articles.admin.withdrawing import withdraw_view
from articles.models import State, Story
from articles.permissions import may_change, may_publish, may_see_all
from newsroom import clock


@admin.register(Story)
class StoryAdmin(LargeModelAdmin):
    form = StoryForm
    fieldsets = FIELDSETS  # type: ignore[assignment]
    inlines = (BylineRow, SourceRow, RelatedRow)
    autocomplete_fields = ("category", "further_categories", "lead_image", "social_image")
    list_display = ("thumbnail", "headline", "category", "standing", "time")
    list_display_links = ("headline",)
    list_filter = ("state", "kind", "category")
    list_select_related = ("category", "lead_image")
    ordering = ("-changed_at", "-pk")
    search_fields = ("headline",)
    change_form_template = "admin/articles/story/change_form.html"

    class Media:
        css = {"all": ("admin/newsroom/desk.css",)}

    # Who may do what

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        stories: QuerySet[Story] = super().get_queryset(request)
        return stories if may_see_all(request.user) else stories.filter(created_by=request.user.pk)

    def has_change_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        """Drafts only: an address that readers know answers forever, so a published story is withdrawn instead."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or (obj.state == State.DRAFT and may_change(request.user, obj)))

    # The form

    def get_readonly_fields(self, request: HttpRequest, obj: Story | None = None) -> tuple[str, ...]:  # noqa: ARG002
        return ("slug",) if obj and obj.published_on else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Story | None = None) -> dict[str, Sequence[str]]:  # noqa: ARG002
        return {} if obj and obj.published_on else {"slug": ("headline",)}

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        story = context.get("original")
        is_published = story is not None and story.state == State.PUBLISHED
        context["may_publish"] = may_publish(request.user, story) and not is_published
        context["may_withdraw"] = may_publish(request.user, story) and is_published
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, obj: Story) -> str | None:
        return obj.get_absolute_url() if obj.is_public() else None

    def get_urls(self) -> list[URLPattern]:
        withdraw = path("<int:pk>/withdraw/", self.admin_site.admin_view(self.withdraw), name="articles_story_withdraw")
        return [withdraw, *super().get_urls()]

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        return withdraw_view(self, request, pk)

    # Saving

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        if not change:
            obj.created_by_id = request.user.pk
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        story = form.instance
        if "_publish" in request.POST and may_publish(request.user, story):
            publish(story=story, at=story.published_at)
            self.message_user(request, _published(story))
        else:
            revise(story=story)

    def response_post_save_change(self, request: HttpRequest, obj: Story) -> HttpResponseRedirect:  # noqa: ARG002
        return HttpResponseRedirect(reverse("admin:articles_story_change", args=(obj.pk,)))

    response_post_save_add = response_post_save_change

    # The list

    @admin.display(description="")
    def thumbnail(self, story: Story) -> SafeString | str:
        if story.lead_image is None:
            return ""
        small = story.lead_image.rendition("landscape", 320)
        return format_html(
            '<img class="desk-thumbnail" src="{}" width="72" height="48" alt="" loading="lazy">', small.url
        )

    @admin.display(description="state", ordering="state")
    def standing(self, story: Story) -> str:
        if story.state == State.PUBLISHED and story.published_at and story.published_at > clock.now():
            return "Scheduled"
        if story.state == State.PUBLISHED and not story.is_public():
            return "Expired"
        return story.get_state_display()

    @admin.display(description="time", ordering="published_at")
    def time(self, story: Story) -> Any:
        return story.published_at


def _published(story: Story) -> str:
    return "The story is published." if story.is_public() else "The story is scheduled and will appear at its time."
