"""The list in which a story is found, however long the archive."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest

from articles.admin.pictures import thumbnail
from articles.admin.readings import in_short, note_views
from articles.admin.standing import MARKS, ORDERS, Standing, in_standing, marked, standing_of
from articles.models import Byline, Category, Filing, Story
from articles.models.story_queries import NOT_ON_CARDS
from articles.permissions import may_see_all
from newsroom.lists import moment

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from articles.admin.story import StoryAdmin

type Choices = list[tuple[Any, str]]


class StoryList(ChangeList):
    """A page of stories, without the texts that it does not show."""

    def get_queryset(self, *args: Any, **kwargs: Any) -> QuerySet[Story]:
        stories: QuerySet[Story] = super().get_queryset(*args, **kwargs)
        return stories.defer(*NOT_ON_CARDS).prefetch_related(
            Prefetch("byline", Byline.objects.select_related("author"))
        )

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        note_views(self.result_list)

    def get_ordering_field_columns(self) -> dict[int, Any]:
        """No column claims an order that comes with the chosen state."""
        chosen = ORDER_VAR in self.params or self.params.get(StandingFilter.parameter_name) not in ORDERS
        return super().get_ordering_field_columns() if chosen else {}


class StandingFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:  # noqa: ARG002
        return list(Standing.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Story]) -> QuerySet[Story]:  # noqa: ARG002
        value = self.value() or ""
        return queryset.filter(in_standing(Standing(value))) if value in Standing.values else queryset


class MineFilter(admin.SimpleListFilter):
    """For those who see the stories of others too."""

    title = "writer"
    parameter_name = "writer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:  # noqa: ARG002
        return [("me", "Mine")] if may_see_all(request.user) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Story]) -> QuerySet[Story]:
        return queryset.filter(created_by=request.user.pk) if self.value() == "me" else queryset


class CategoryFilter(admin.SimpleListFilter):
    """A category with all below it, and what is filed there besides."""

    title = "category"
    parameter_name = "category"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:  # noqa: ARG002
        tree = Category.objects.tree()
        ordered = sorted(tree, key=lambda category: [(above.position, above.name) for above in category.chain()])
        return [(category.pk, "– " * category.path.count("/") + category.name) for category in ordered]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Story]) -> QuerySet[Story]:  # noqa: ARG002
        value = self.value() or ""
        if not value.isdecimal():
            return queryset
        return queryset.filter(pk__in=Filing.objects.filter(category=int(value)).values("story"))


class StoryColumns:
    """What the list says of each story."""

    @admin.display(description="picture")
    def thumbnail(self: "StoryAdmin", story: Story) -> "SafeString | str":  # type: ignore[misc]  # mixed in there only
        return thumbnail(story.lead_image)

    @admin.display(description="category")
    def filed(self, story: Story) -> str:
        return story.category.name

    @admin.display(description="by")
    def by(self, story: Story) -> str:
        return ", ".join(story.byline_names)

    @admin.display(description="state")
    def standing(self, story: Story) -> "SafeString":
        standing = standing_of(story)
        return marked(standing, MARKS[standing])

    @admin.display(description="published")
    def appears(self, story: Story) -> "SafeString | str":
        return moment(story.published_at) if story.published_at else ""

    @admin.display(description="changed", ordering="changed_at")
    def changed(self, story: Story) -> "SafeString":
        return moment(story.changed_at)

    @admin.display(description="views")
    def views(self, story: Story) -> "SafeString | str":
        return in_short(story)
