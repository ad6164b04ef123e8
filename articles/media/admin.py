"""The library of pictures as editors see it."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString

from articles.media import actions, usage
from articles.media.forms import ImageForm, UploadForm
from articles.media.models import Image, ImageQuerySet
from newsroom.lists import LargeModelAdmin


class CreditFilter(admin.SimpleListFilter):
    """Finds the pictures whose maker nobody has named."""

    title = "credit"
    parameter_name = "credit"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [("missing", "Missing"), ("given", "Given")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Image]) -> QuerySet[Image]:  # noqa: ARG002
        if self.value() == "missing":
            return queryset.filter(credit="")
        return queryset.exclude(credit="") if self.value() == "given" else queryset


class PictureGrid(ChangeList):
    """A page of the library; each picture knows how often it is pointed at."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        counted = usage.count_references(self.result_list)
        for image in self.result_list:
            image.reference_count = counted[image.pk]


@admin.register(Image)
class ImageAdmin(LargeModelAdmin):
    form = ImageForm
    list_filter = (CreditFilter, "is_decorative", "added_at")
    list_per_page = 48
    search_fields = ("title", "alt", "caption", "credit")
    readonly_fields = ("focus", "uses", "measures", "added_at")

    class Media:
        css = {"all": ("admin-media/library.css", "admin-media/focal-point.css")}
        js = (
            Script("admin-media/focal-point.js", type="module"),
            Script("admin-media/picture-drop.js", type="module"),
        )

    def get_urls(self) -> list[URLPattern]:
        thumb = path("<int:pk>/thumb/", self.admin_site.admin_view(self.thumb), name="media_image_thumb")
        return [thumb, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = "Choose a picture" if IS_POPUP_VAR in request.GET else "Pictures"
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def thumb(self, request: HttpRequest, pk: int) -> HttpResponseRedirect:
        """To a small uncut rendition of one picture, for whoever knows only its number (the body editor)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return redirect(get_object_or_404(Image, pk=pk).rendition("whole", 320).url)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002
        return PictureGrid

    def get_search_results(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Image],
        search_term: str,
    ) -> tuple[QuerySet[Image], bool]:
        return (queryset.search(search_term) if isinstance(queryset, ImageQuerySet) else queryset), False

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Image | None:
        """With whoever asks: where a picture is used is told to each person in other words."""
        image: Image | None = super().get_object(request, object_id, from_field)
        if image:
            image.asked_by = request.user  # type: ignore[attr-defined]  # for `uses`
        return image

    def get_form(self, request: HttpRequest, obj: Image | None = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs | {"form": ImageForm if obj else UploadForm})

    def get_fieldsets(self, request: HttpRequest, obj: Image | None = None) -> Any:  # noqa: ARG002
        focal_point = ("focal_x", "focal_y")
        about: tuple[Any, ...] = (
            ("For readers", {"fields": ("alt", "is_decorative", "caption", "credit")}),
            ("For the newsroom", {"fields": ("title", "licence")}),
        )
        if obj is None:
            return (("Picture", {"fields": ("upload", "ticket", "focus", focal_point)}), *about)
        return (
            ("Picture", {"fields": ("focus", focal_point)}),
            *about,
            ("Where it is used", {"fields": ("uses",)}),
            ("The file", {"fields": ("measures", "added_at")}),
        )

    @admin.display(description="focal point")
    def focus(self, image: Image) -> SafeString:
        known = {"image": image, "source": image.rendition("whole", 800)} if image.pk else {}
        return render_to_string("media/focus.html", known)

    @admin.display(description="places")
    def uses(self, image: Image) -> SafeString:
        return render_to_string("media/uses.html", {"uses": usage.uses_of(image, image.asked_by)})  # type: ignore[attr-defined]  # by get_object

    @admin.display(description="measures")
    def measures(self, image: Image) -> str:
        return f"{image.width:,} × {image.height:,} pixels"

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Image:
        image: Image = super().save_form(request, form, change)
        image.was_known = getattr(form, "was_known", False)  # type: ignore[attr-defined]  # for the answer
        return image

    def response_add(self, request: HttpRequest, obj: Image, post_url_continue: str | None = None) -> HttpResponse:
        """A picture that was there already is shown as it is, so that nobody takes their words for stored."""
        if not obj.was_known or IS_POPUP_VAR in request.POST:  # type: ignore[attr-defined]
            return super().response_add(request, obj, post_url_continue)
        messages.warning(
            request, "This picture was in the library already. It is kept as it was: here are its words, to be changed."
        )
        return redirect("admin:media_image_change", obj.pk)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if obj.was_known else super().log_addition(request, obj, message)

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        if not change:
            return
        super().save_model(request, obj, form, change)
        if {"focal_x", "focal_y"} & set(form.changed_data):
            actions.refocus(image=obj, focal_point=obj.focal_point)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Refuse while the picture is used, and say where."""
        image = self.get_object(request, object_id)
        may_delete = self.has_delete_permission(request, image)
        if image and may_delete and (found := usage.uses_of(image, request.user)):
            places = ", ".join(f"“{use.label}”" for use in found[:5]) + (" and others" if len(found) > 5 else "")
            messages.error(
                request, f"This picture can not be deleted: it is used in {places}. Take it out there first."
            )
            return redirect(reverse("admin:media_image_change", args=[image.pk]))
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request: HttpRequest, obj: Image) -> None:  # noqa: ARG002
        actions.remove_image(image=obj)
