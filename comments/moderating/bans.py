"""The bans: who made them, until when they hold, and ending them."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from comments.actions.ban import ban, lift
from comments.models import Ban, BanKind
from comments.models.ban import BanQuerySet
from newsroom import clock
from newsroom.lists import LargeModelAdmin, moment


def while_known() -> datetime:
    """Until when a connection can be told at most."""
    return clock.now() + timedelta(days=settings.COMMENT_ORIGIN_DAYS)


class Standing(admin.SimpleListFilter):
    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002  # Django's signature
        return [("all", "Also those that ended")]

    def choices(self, changelist: Any) -> Any:
        first, *others = super().choices(changelist)
        return [{**first, "display": "Current"}, *others]

    def queryset(self, request: Any, queryset: QuerySet[Ban]) -> QuerySet[Ban]:  # noqa: ARG002  # Django's signature
        return queryset if self.value() == "all" else queryset & Ban.objects.current()


class BanForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    class Meta:
        model = Ban
        fields = ("kind", "value", "until", "reason")

    def validate_constraints(self) -> None:
        """One that is there already gets the new time."""


class BanAdmin(LargeModelAdmin):
    form = BanForm
    list_display = ("value", "kind", "ends", "reason", "by", "made")
    list_filter = (Standing, "kind")
    list_select_related = ("by",)
    search_fields = ("value", "reason")
    ordering = ("-made_at", "-pk")
    sortable_by = ()
    actions = ("lift",)  # type: ignore[assignment]  # other large lists have none
    is_recorded_by_actions = True

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comments.moderate_comment")

    def has_view_permission(self, request: HttpRequest, obj: Ban | None = None) -> bool:  # noqa: ARG002
        return self.has_moderate_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_moderate_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Ban | None = None) -> bool:  # noqa: ARG002
        """Whoever wants another time adds the same ban with that."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Ban | None = None) -> bool:  # noqa: ARG002
        """Bans are lifted, so that the list still says that there was one."""
        return False

    @admin.display(description="until")
    def ends(self, one: Ban) -> Any:
        return moment(one.until) if one.until else "For good"

    @admin.display(description="made")
    def made(self, one: Ban) -> Any:
        return moment(one.made_at)

    @admin.action(description="Lift", permissions=["moderate"])
    def lift(self, request: Any, bans: BanQuerySet) -> None:
        lifted = sum(lift(ban=one, by=request.user) for one in bans)
        self.message_user(request, f"{lifted} lifted.", messages.SUCCESS)

    def save_model(self, request: Any, obj: Ban, form: Any, change: bool) -> None:  # noqa: ARG002  # Django's
        made = ban(kind=BanKind(obj.kind), value=obj.value, until=obj.until, reason=obj.reason, by=request.user)
        obj.pk = made.pk
