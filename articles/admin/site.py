"""What an editor may say of the whole site."""

from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from articles.admin.pictures import PictureFields
from articles.admin.relations import PlainRelations
from articles.context import site_of
from articles.models import Profile, SiteSettings
from newsroom.audit.recorded import RecordedAdmin


def _zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())]


class SiteSettingsForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    time_zone = forms.ChoiceField(choices=_zones, help_text="Type its first letters: “Europe/Vienna”.")

    class Meta:
        model = SiteSettings
        fields = (
            "name", "tagline", "description", "logo", "time_zone", "language", "comments_open", "comment_policy",
            "comments_close_after", "comments_closed_message", "shows_history",
        )  # fmt: skip


@admin.register(SiteSettings)
class SiteSettingsAdmin(PictureFields, PlainRelations, RecordedAdmin):
    """One row: its list is its form."""

    form = SiteSettingsForm
    autocomplete_fields = ("logo",)
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: object = None) -> HttpResponse:  # noqa: ARG002
        if SiteSettings.objects.exists():
            return redirect("admin:articles_sitesettings_change", 1)
        return redirect("admin:articles_sitesettings_add")

    def has_add_permission(self, request: HttpRequest) -> bool:
        # The desk asks on every screen, and has read the one row already.
        return super().has_add_permission(request) and site_of(request).pk is None

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False

    def response_post_save_change(self, request: HttpRequest, obj: object) -> HttpResponseRedirect:  # noqa: ARG002
        return redirect("admin:articles_sitesettings_change", 1)


@admin.register(Profile)
class ProfileAdmin(RecordedAdmin):
    fields = ("network", "name", "url", ("followers", "counted_on"), "position")
    list_display = ("network", "name", "followers", "counted_on", "position")
    actions = None
