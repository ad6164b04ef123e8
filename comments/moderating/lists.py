"""What the moderators' screen lists, and how many wait where."""

from datetime import timedelta
from typing import Any, Final, NamedTuple, Self
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Count, IntegerField, Q, QuerySet, Subquery, TextChoices
from django.http import QueryDict

from articles.admin.typed import whole_number
from comments.models import Comment, CommentQuerySet, Layer, Report, State
from newsroom import clock
from newsroom.lists import COUNTED

SHOWN: Final = 30
# A layer is looked for among so many of the newest: whatever passed it lies further back in a million others.
LOOKED_THROUGH: Final = 20_000
# So far back the origin of a comment tells what else came from there.
HISTORY: Final = timedelta(days=30)
OWN: Final = (
    "name", "text", "state", "posted_at", "edited_at", "layers", "reason", "address_key", "reply_count", "thread_id",
    "story", "story__headline", "story__slug", "story__published_on", "story__state", "story__published_at",
    "story__expires_at", "story__comments_frozen", "is_pick", "by_staff", "parent", "parent__name", "parent__text",
    "parent__story",
)  # fmt: skip


class Tab(TextChoices):
    HELD = "held", "Waiting"
    REPORTED = "reported", "Reported"
    VISIBLE = "visible", "Approved"
    REJECTED = "rejected", "Rejected"
    SPAM = "spam", "Spam"


class Choice(NamedTuple):
    """What is asked for. `like` is the number of a comment: all from the same connection; `thread` that of one in it.

    These two show comments of every state, so the tab does not narrow them. `past` is the last comment of the page
    before.
    """

    tab: Tab = Tab.HELD
    story: int = 0
    layer: str = ""
    like: int = 0
    thread: int = 0
    oldest: bool = False
    past: int = 0

    @classmethod
    def asked(cls, query: QueryDict) -> Self:
        """As an address asks for it; what it asks for in a way that nobody understands is left out."""
        tab, layer = query.get("tab", ""), query.get("layer", "")
        numbers = {name: whole_number(query.get(name, ""), 0) for name in ("story", "like", "thread", "past")}
        return cls(
            tab=Tab(tab) if tab in Tab.values else Tab.HELD,
            layer=layer if layer in Layer.values else "",
            oldest=query.get("order") == "oldest",
            **numbers,
        )

    @property
    def query(self) -> str:
        """The address that asks for it."""
        told: dict[str, Any] = {"tab": self.tab.value, "layer": self.layer, "order": "oldest" if self.oldest else ""}
        told |= {name: getattr(self, name) for name in ("story", "like", "thread", "past")}
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def is_of_every_state(self) -> bool:
        return bool(self.like or self.thread)

    def comments(self) -> CommentQuerySet:
        """In order, one more than a page shows."""
        found = self._narrowed(self._begun()).select_related("story", "parent").only(*OWN)
        found = found.order_by("posted_at", "pk") if self._by_time else found.newest_first()
        return self._after(found)[: SHOWN + 1]

    @property
    def _by_time(self) -> bool:
        return self.oldest or bool(self.thread)

    def _begun(self) -> CommentQuerySet:
        if self.thread:
            return Comment.objects.filter(Q(thread=self.thread) | Q(pk=self.thread))
        if self.like:
            key = Comment.objects.filter(pk=self.like).exclude(address_key="").values("address_key")
            return Comment.objects.filter(address_key=Subquery(key[:1]))
        if self.tab is Tab.REPORTED:
            return Comment.objects.filter(pk__in=reported())
        return Comment.objects.filter(state=self.tab.value)

    def _narrowed(self, found: CommentQuerySet) -> CommentQuerySet:
        if self.story:
            found = found.filter(story=self.story)
        if self.layer:
            bound = found.newest_first().values_list("posted_at", flat=True)[LOOKED_THROUGH : LOOKED_THROUGH + 1]
            since = bound.first()
            found = found.filter(layers__contains=self.layer, **({"posted_at__gt": since} if since else {}))
        return found

    def _after(self, found: CommentQuerySet) -> CommentQuerySet:
        last = Comment.objects.filter(pk=self.past).values_list("posted_at", flat=True).first() if self.past else None
        if last is None:
            return found
        beyond, same = ("gt", "gt") if self._by_time else ("lt", "lt")
        return found.filter(
            Q(**{f"posted_at__{beyond}": last}) | Q(posted_at=last, **{f"pk__{same}": self.past}),
            **{f"posted_at__{beyond}e": last},
        )


def reported() -> list[int]:
    """The numbers of comments that readers have reported and nobody has looked at, as many as are ever counted."""
    return list(dict.fromkeys(Report.objects.waiting().values_list("comment", flat=True)[:COUNTED]))


class _Number(Subquery):
    """How many rows a query has."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def counts(by: AbstractUser) -> dict[str, int]:
    """How many each tab has, counted no further than COUNTED. One query, over the one row of whoever asks."""
    states = {tab.value: Comment.objects.filter(state=tab.value) for tab in Tab if tab is not Tab.REPORTED}
    asked: dict[str, QuerySet[Any]] = {
        name: found.order_by("-posted_at", "-pk").values("pk")[:COUNTED] for name, found in states.items()
    }
    asked[Tab.REPORTED.value] = Report.objects.waiting().order_by().values("comment").distinct()[:COUNTED]
    numbers = {f"n_{name}": _Number(found) for name, found in asked.items()}
    row = get_user_model()._default_manager.filter(pk=by.pk).annotate(**numbers).values_list(*numbers)[0]
    return dict(zip(asked, row, strict=True))


def histories(comments: list[Comment]) -> dict[str, dict[str, int]]:
    """By hash of origin: how many of its comments of the last month have which state."""
    keys = {comment.address_key for comment in comments} - {""}
    recent = Comment.objects.filter(address_key__in=keys, posted_at__gt=clock.now() - HISTORY).order_by()
    found: dict[str, dict[str, int]] = {}
    for key, state, number in recent.values_list("address_key", "state").annotate(number=Count("pk")):
        found.setdefault(key, {})[State(state).label.partition(" ")[0].lower()] = number
    return found
