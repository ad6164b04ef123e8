"""Lists of the desk that stay quick however long they are."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from newsroom import clock
from newsroom.audit.recorded import RecordedAdmin

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


class LargeModelAdmin(RecordedAdmin):
    paginator = ShortCountPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    actions = None
    empty_value_display = ""


def moment(time: datetime) -> SafeString:
    """A moment for a column: with its year only when that is not this one."""
    local = localtime(time)
    wording = "j M, H:i" if local.year == localtime(clock.now()).year else "j M Y, H:i"
    return format_html(
        '<time class="desk-moment" datetime="{}">{}</time>', local.isoformat(), date_format(local, wording)
    )
