"""Where an address leads whose page stands elsewhere now: an address once public answers for ever."""

from collections.abc import Mapping
from typing import Self
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When

from articles.addresses import MOST_SEGMENTS, PATH_LENGTH
from newsroom import clock

STORED_AT_ONCE = 200


class RedirectQuerySet(models.QuerySet["Redirect"]):
    def answering(self, path: str) -> "Redirect | None":
        """The one for a path as `tidied`, or for the nearest address above it that takes all below along. One query."""
        segments = path.split("/")[1:]
        if len(segments) > MOST_SEGMENTS or len(path) > PATH_LENGTH:
            return None
        above = ["/" + "/".join(segments[:length]) for length in range(1, len(segments))]
        found = self.filter(Q(old=path) | Q(old__in=above, with_below=True))
        return max(found, key=lambda one: len(one.old), default=None)

    def leading_to(self, path: str, *, with_below: bool) -> list["Redirect"]:
        """Those that end at a path, or also at one below it."""
        ends = Q(new=path) | Q(new__startswith=f"{path}/") if with_below else Q(new=path)
        # To SQLite's LIKE capitals are the same as small letters.
        return [one for one in self.filter(ends) if one.new == path or one.new.startswith(f"{path}/")]

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def add_hits(self, hits: Mapping[int, int]) -> None:
        """So many more for each, by id."""
        ids = sorted(hits)
        for start in range(0, len(ids), STORED_AT_ONCE):
            some = ids[start : start + STORED_AT_ONCE]
            more = Case(*(When(pk=pk, then=Value(hits[pk])) for pk in some), output_field=IntegerField())
            self.filter(pk__in=some).update(hits=F("hits") + more, last_hit_on=clock.today())


class Redirect(models.Model):
    """From `old` to `new`, both with a slash before and none behind. Nothing but `articles.actions.redirecting` writes
    it, so that no redirect leads to another one.
    """

    old = models.CharField("old address", max_length=PATH_LENGTH, unique=True)
    new = models.CharField("leads to", max_length=PATH_LENGTH, db_index=True)
    with_below = models.BooleanField("with all below it", default=False)
    by_hand = models.BooleanField("made by hand", default=False)
    made_at = models.DateTimeField("made", default=clock.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="made by"
    )
    hits = models.PositiveIntegerField(default=0)
    last_hit_on = models.DateField("last followed", null=True)

    objects = RedirectQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(name="redirect_leads_elsewhere", condition=~Q(old=F("new")))]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"

    def onward(self, path: str) -> str:
        """Where a path that it answers leads: what stood below the old address is looked for below the new one."""
        return self.new + path.removeprefix(self.old)


def written(path: str, query: str = "") -> str:
    """A tidied path as the site writes addresses: quoted, with a slash behind unless it looks like a file's."""
    whole = path if "." in path.rpartition("/")[2] else f"{path.rstrip('/')}/"
    return quote(whole) + (f"?{query}" if query else "")
