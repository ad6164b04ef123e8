"""Lists of the desk that stay quick however long they are."""

from functools import cached_property
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import QuerySet

COUNTED = 2_000


class ShortCountPaginator(Paginator):  # type: ignore[type-arg]  # generic to the checker only
    """Counts no further than editors leaf: an exact count of a large table costs more than the page it heads."""

    @cached_property
    def count(self) -> int:
        rows: QuerySet[Any] = self.object_list  # type: ignore[assignment]  # the admin pages nothing else
        return len(rows.order_by().values_list("pk")[:COUNTED])

    @property
    def is_cut_short(self) -> bool:
        """Whether there may be more than were counted."""
        return self.count == COUNTED


class LargeModelAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    paginator = ShortCountPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    actions = None
    empty_value_display = ""
