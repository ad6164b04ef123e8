"""What the desk's first page tells each person: what waits for them, what comes, and what is read."""

from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.timezone import localtime

from articles.context import site_of
from articles.front.attention import needing_attention
from articles.front.models import Front
from articles.models import MostRead, Reading, Span, State, Story
from articles.models.reading import hour_of
from articles.permissions import may_see_all
from comments.models import Comment
from comments.models import State as CommentState
from newsroom import clock

SHOWN: Final = 8
READ: Final = 5
DAYS: Final = 7
HOURS: Final = 24
# The plot of an hour, in units of its drawing.
BAR, TALL = 4, 24


class Block(NamedTuple):
    """A part of the page: `template` shows `items`; `more` leads to the whole list. Without items it is left out."""

    name: str
    title: str
    template: str
    items: list[Any]
    more: str = ""


class Day(NamedTuple):
    on: date
    stories: list[Story]


class Bar(NamedTuple):
    x: int
    y: int
    height: int


class Read(NamedTuple):
    story: Story
    views: int
    bars: list[Bar]


def blocks(
    request: HttpRequest, desk: "ModelAdmin[Story]", comments: "ModelAdmin[Comment]", fronts: "ModelAdmin[Front]"
) -> list[Block]:
    """Those that have something to say to this person. A query each, two for what is read, four for fronts."""
    found: list[Block] = []
    if desk.has_change_permission(request):
        found += _stories(request, desk.get_queryset(request))
    if fronts.has_change_permission(request):
        found.append(
            Block("fronts", "Fronts to look at", "admin/desk/fronts.html", needing_attention(), "front/front/")
        )
    if comments.has_change_permission(request):
        found.append(_held())
    if desk.has_view_permission(request):
        found.append(Block("read", "Most read in 24 hours", "admin/desk/read.html", _read()))
    return [block for block in found if block.items]


def _stories(request: HttpRequest, stories: QuerySet[Story]) -> list[Block]:
    mine = {"created_by": request.user.pk}
    address = "articles/story/?state="
    drafts = _listed(stories.filter(state=State.DRAFT))
    found = [
        Block("mine", "My drafts", "admin/desk/stories.html", list(drafts.filter(**mine)[:SHOWN]), f"{address}draft")
    ]
    waiting = _listed(stories.filter(state=State.IN_REVIEW))
    if may_see_all(request.user):
        # What has waited longest stands first.
        oldest = list(waiting.order_by("changed_at", "pk")[:SHOWN])
        found.append(Block("review", "Waiting for review", "admin/desk/stories.html", oldest, f"{address}in_review"))
        others = list(drafts.exclude(**mine)[:SHOWN])
        found.append(Block("others", "Drafts of others", "admin/desk/stories.html", others, f"{address}draft"))
    else:
        title = "Submitted, waiting for an editor"
        found.append(Block("review", title, "admin/desk/stories.html", list(waiting[:SHOWN]), f"{address}in_review"))
    week = _week(request, stories)
    found.append(Block("week", "This week", "admin/desk/week.html", week, f"{address}scheduled"))
    return found


def _listed(stories: QuerySet[Story]) -> QuerySet[Story]:
    return (
        stories.select_related("category", "created_by")
        .only(
            "headline", "changed_at", "returned_because", "category__name", "created_by__username",
            "created_by__first_name",
        )
        .order_by("-changed_at", "-pk")
    )  # fmt: skip


def _week(request: HttpRequest, stories: QuerySet[Story]) -> list[Day]:
    """Today and the six days after it in the site's zone, with what is scheduled; nothing when nothing is."""
    zone = site_of(request).zone
    first = localtime(clock.now(), zone).date()
    ends = datetime.combine(first + timedelta(days=DAYS), datetime.min.time(), zone)
    coming = stories.filter(state=State.PUBLISHED, published_at__gt=clock.now(), published_at__lt=ends)
    days = [Day(first + timedelta(days=n), []) for n in range(DAYS)]
    for story in coming.only("headline", "published_at").order_by("published_at", "pk")[: DAYS * SHOWN]:
        days[(localtime(story.published_at, zone).date() - first).days].stories.append(story)
    return days if any(day.stories for day in days) else []


def _held() -> Block:
    held = Comment.objects.filter(state=CommentState.HELD).select_related("story").order_by("-posted_at", "-pk")
    items = list(held.only("name", "text", "posted_at", "story__headline")[:SHOWN])
    return Block("held", "Comments held", "admin/desk/comments.html", items, "comments/comment/queue/")


def _read() -> list[Read]:
    """With a bar for each of the last 24 hours, all on one scale, the running hour last."""
    places = MostRead.objects.filter(span=Span.DAY, category=None).select_related("story").order_by("position")
    shown = [(place.story, place.views) for place in places.only("views", "story__headline")[:READ]]
    begins = hour_of(clock.now()) - timedelta(hours=HOURS - 1)
    readings = Reading.objects.filter(story__in=[story.pk for story, _ in shown], hour__gte=begins)
    by_hour = {
        (story, int((hour - begins) / timedelta(hours=1))): views
        for story, hour, views in readings.values_list("story", "hour", "views")
    }
    most = max(by_hour.values(), default=1)
    return [
        Read(story, views, [_bar(n, by_hour.get((story.pk, n), 0), most) for n in range(HOURS)])
        for story, views in shown
    ]


def _bar(hour: int, views: int, most: int) -> Bar:
    height = -(-views * TALL // most)
    return Bar(hour * BAR, TALL - height, height)
