"""People at the desk. Who is no superuser makes none, and changes none. The library's own tags, which no story bears,
have no list.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from taggit.admin import Tag

from newsroom.audit.recorded import RecordedAdmin

# What would lead past the roles.
PAST_THE_ROLES = ("is_superuser", "user_permissions")

admin.site.unregister([User, Group, Tag])


@admin.register(User)
class PeopleAdmin(RecordedAdmin, UserAdmin):  # type: ignore[type-arg]  # Django itself has no argument there
    """Django's own, but that nobody gives away more than they have."""

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, *PAST_THE_ROLES)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Also asked before a password is set."""
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)


@admin.register(Group)
class RolesAdmin(RecordedAdmin, GroupAdmin):
    """Django's own, noted in the log."""


def _may_touch(request: HttpRequest, person: User | None) -> bool:
    return person is None or not person.is_superuser or request.user.is_superuser
