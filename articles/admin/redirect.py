"""The redirects that moved pages left, and those that somebody added, with how often each is followed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest

from articles.actions.redirecting import add_redirect, refuse_redirect
from articles.addresses import NO_PAGES, PATH_LENGTH, path_of, tidied
from articles.looking import look
from articles.models import Redirect
from articles.models.redirect import written
from newsroom.lists import LargeModelAdmin


class AddressField(forms.CharField):
    """An address of this site, as it is typed or copied."""

    def clean(self, value: Any) -> str:
        path = path_of(super().clean(value))
        if path and not path.strip("/"):
            return "/"
        found = tidied(path)
        if found is None:
            raise ValidationError(
                f"Give an address of this site, such as /2014/03/an-old-story/. Those that begin with "
                f"{', '.join(f'/{name}/' for name in sorted(NO_PAGES))} cannot be redirected."
            )
        return found


class RedirectForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    old = AddressField(max_length=PATH_LENGTH, help_text="An address at which no page stands, of this site alone.")
    new = AddressField(max_length=PATH_LENGTH, label="Leads to", help_text="The address of a page of this site.")

    asked: HttpRequest

    class Meta:
        model = Redirect
        fields = ("old", "new")

    def clean_old(self) -> str:
        old: str = self.cleaned_data["old"]
        if old == "/" or stands(self.asked, old):
            raise ValidationError("A page stands at this address, so nobody would be sent on from it.")
        return old

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if {"old", "new"} <= cleaned.keys():
            refuse_redirect(old=cleaned["old"], new=cleaned["new"])
        return cleaned


def stands(request: HttpRequest, path: str) -> bool:
    """Whether a page answers at a tidied path, or has been there and says that it is gone."""
    try:
        look(request, written(path))
    except Http404:
        return False
    return True


@admin.register(Redirect)
class RedirectAdmin(LargeModelAdmin):
    form = RedirectForm
    list_display = ("old", "new", "hits", "last_hit_on", "made_at", "made_by", "by_hand")
    list_filter = ("by_hand",)
    list_select_related = ("made_by",)
    search_fields = ("old", "new")
    ordering = ("-pk",)
    sortable_by = ()

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return type("AskedForm", (super().get_form(request, *args, **kwargs),), {"asked": request})

    def has_change_permission(self, request: HttpRequest, obj: Redirect | None = None) -> bool:  # noqa: ARG002
        """Whoever wants another one deletes this one and adds that."""
        return False

    def save_model(self, request: Any, obj: Redirect, form: Any, change: bool) -> None:  # noqa: ARG002
        made = add_redirect(old=obj.old, new=obj.new, by=request.user)
        obj.pk, obj.new, obj.by_hand = made.pk, made.new, True
