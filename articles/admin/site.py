"""What an editor may say of the whole site."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from articles.models import Profile, SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    """One row: its list is its form."""

    fields = ("name", "tagline", "description", "logo", "time_zone", "language", "comments_open")
    autocomplete_fields = ("logo",)
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: object = None) -> HttpResponse:  # noqa: ARG002
        if SiteSettings.objects.exists():
            return redirect("admin:articles_sitesettings_change", 1)
        return redirect("admin:articles_sitesettings_add")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False

    def response_post_save_change(self, request: HttpRequest, obj: object) -> HttpResponseRedirect:  # noqa: ARG002
        return redirect("admin:articles_sitesettings_change", 1)


@admin.register(Profile)
class ProfileAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    fields = ("network", "name", "url", ("followers", "counted_on"), "position")
    list_display = ("network", "name", "followers", "counted_on", "position")
    actions = None
