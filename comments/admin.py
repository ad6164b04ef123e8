"""Readers' comments at the desk: found, read in their story, and decided about."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from articles.admin.deleting import Company, goes_with_stories
from articles.admin.standing import marked
from articles.models import Story
from comments.actions import moderate
from comments.actions import pick as picking
from comments.actions.ban import ban_origin_of
from comments.exported import lines
from comments.models import Ban, Comment, CommentQuerySet, Reason, State, WordLists
from comments.models.layer import parted
from comments.moderating import screen
from comments.moderating.bans import BanAdmin, while_known
from comments.moderating.words import WordListsAdmin
from newsroom.lists import LargeModelAdmin, moment

SEARCHED = 20_000

MOVES: dict[str, Callable[..., int]] = {
    State.VISIBLE: moderate.approve,
    State.HELD: moderate.hold,
    State.REJECTED: moderate.reject,
    State.SPAM: moderate.mark_spam,
}

MARKS: dict[str, str] = {State.VISIBLE: "●", State.HELD: "○", State.REJECTED: "✕", State.SPAM: "⊘", State.DELETED: "–"}
PICK = "★ "


def of_story(story: int) -> QuerySet[Comment]:
    return Comment.objects.filter(story=story).select_related("story").order_by("posted_at", "pk")


@goes_with_stories
def company_of(request: HttpRequest, story: Story) -> Company | None:
    """Comments of a story go with it, also those that readers do not see."""
    number = Comment.objects.filter(story=story).count()
    if not number:
        return None
    may_have = request.user.has_perm("comments.moderate_comment")
    address = reverse("admin:comments_comment_download", args=(story.pk,)) if may_have else ""
    return Company("1 comment" if number == 1 else f"{number:,} comments", address)


@admin.register(Comment)
class CommentAdmin(LargeModelAdmin):
    actions = ("approve", "hold", "reject", "mark_spam", "pick", "unpick", "ban_origins")  # type: ignore[assignment]  # other large lists have none
    list_display = ("excerpt", "name", "about", "standing", "posted")
    sortable_by = ("posted",)
    list_filter = ("state",)
    list_select_related = ("story",)
    ordering = ("-posted_at", "-pk")
    search_fields = ("name", "text")
    is_recorded_by_actions = True
    change_list_template = "admin/comments/change_list.html"
    fields = ("about", "answers", "name", "text", "posted_at", "edited_at", "why_held", "reports", "state", "reason")
    readonly_fields = ("about", "answers", "name", "text", "posted_at", "edited_at", "why_held", "reports")

    class Media:
        css = {"all": ("admin/newsroom/comments.css",)}

    # Who may do what

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  # a comment is written on its story's page
        return False

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comments.moderate_comment")

    def has_change_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        return super().has_change_permission(request, obj) and self.has_moderate_permission(request)

    def get_urls(self) -> list[URLPattern]:
        door = self.admin_site.admin_view(self.download)
        file = path("of/<int:story>/", door, name="comments_comment_download")
        return [file, *screen.urls(self), *super().get_urls()]

    # The list

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Comment], search_term: str
    ) -> tuple[QuerySet[Comment], bool]:
        """Only among the newest: a word is looked for in every text, and a million of them would take seconds."""
        if search_term:
            times = queryset.order_by("-posted_at", "-pk").values_list("posted_at", flat=True)
            oldest = times[SEARCHED : SEARCHED + 1].first()
            queryset = queryset.filter(posted_at__gt=oldest) if oldest else queryset
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="comment")
    def excerpt(self, comment: Comment) -> str:
        return f"{PICK if comment.is_pick else ''}{Truncator(comment.text).chars(90)}"

    @admin.display(description="story")
    def about(self, comment: Comment) -> SafeString:
        """With a way to the page that readers see: not every moderator may open the story at the desk."""
        if not comment.story.is_public():
            return format_html("{}", comment.story.headline)
        return format_html('<a href="{}">{}</a>', comment.story.get_absolute_url(), comment.story.headline)

    @admin.display(description="state")
    def standing(self, comment: Comment) -> SafeString:
        return marked(State(comment.state), MARKS[comment.state])

    @admin.display(description="posted", ordering="posted_at")
    def posted(self, comment: Comment) -> SafeString:
        return moment(comment.posted_at)

    @admin.display(description="held because")
    def why_held(self, comment: Comment) -> str:
        return "; ".join(layer.label for layer in parted(comment.layers))

    @admin.display(description="reports")
    def reports(self, comment: Comment) -> SafeString:
        told = comment.reports.order_by("-made_at")[:20]
        return format_html_join("", "<p>{}</p>", ((one,) for one in told))

    @admin.display(description="answers")
    def answers(self, comment: Comment) -> SafeString | str:
        if comment.parent is None:
            return "The story"
        address = reverse("admin:comments_comment_change", args=(comment.parent_id,))
        return format_html('<a href="{}">{}</a>', address, comment.parent)

    def download(self, request: HttpRequest, story: int) -> HttpResponseBase:
        """All comments of a story, in whatever state, as a file."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        answer = StreamingHttpResponse(lines(of_story(story)), content_type="application/x-ndjson; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="comments-of-story-{story}.jsonl"'
        return answer

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A moderator can decide anything but what its writer alone can do."""
        if db_field.name == "state":
            kwargs["choices"] = [(state, label) for state, label in State.choices if state in MOVES]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def view_on_site(self, obj: Comment) -> str | None:
        return obj.get_absolute_url() if obj.is_visible and obj.story.is_public() else None

    # Deciding

    @admin.action(description="Approve", permissions=["moderate"])
    def approve(self, request: HttpRequest, comments: CommentQuerySet) -> None:
        self._move(request, comments, State.VISIBLE)

    @admin.action(description="Hold for later", permissions=["moderate"])
    def hold(self, request: HttpRequest, comments: CommentQuerySet) -> None:
        self._move(request, comments, State.HELD)

    @admin.action(description="Reject", permissions=["moderate"])
    def reject(self, request: HttpRequest, comments: CommentQuerySet) -> None:
        self._move(request, comments, State.REJECTED)

    @admin.action(description="Mark as spam", permissions=["moderate"])
    def mark_spam(self, request: HttpRequest, comments: CommentQuerySet) -> None:
        self._move(request, comments, State.SPAM)

    @admin.action(description="Make an editor’s pick", permissions=["moderate"])
    def pick(self, request: Any, comments: CommentQuerySet) -> None:
        self._tell(request, comments, picking.pick(comments=comments, by=request.user), "now an editor’s pick")

    @admin.action(description="Make no longer an editor’s pick", permissions=["moderate"])
    def unpick(self, request: Any, comments: CommentQuerySet) -> None:
        self._tell(request, comments, picking.unpick(comments=comments, by=request.user), "no longer an editor’s pick")

    @admin.action(description="Ban where they came from", permissions=["moderate"])
    def ban_origins(self, request: Any, comments: CommentQuerySet) -> None:
        origins = {comment.address_key: comment for comment in comments if comment.address_key}
        for comment in origins.values():
            ban_origin_of(comment=comment, until=while_known(), by=request.user)
        told = (
            f"{len(origins)} banned, until “Bans” says otherwise." if origins else "Where they came from is forgotten."
        )
        self.message_user(request, told, messages.SUCCESS if origins else messages.WARNING)

    def save_model(self, request: Any, obj: Comment, form: Any, change: bool) -> None:  # noqa: ARG002  # Django's
        more = {"reason": Reason(obj.reason or Reason.OTHER)} if obj.state == State.REJECTED else {}
        MOVES[obj.state](comments=[obj], act=moderate.Act(by=request.user), **more)

    def delete_model(self, request: Any, obj: Comment) -> None:  # Django's signature
        moderate.remove(comments=[obj], act=moderate.Act(by=request.user))

    def delete_queryset(self, request: Any, queryset: QuerySet[Comment]) -> None:  # Django's
        moderate.remove(comments=queryset, act=moderate.Act(by=request.user))

    def _move(self, request: Any, comments: CommentQuerySet, state: State) -> None:
        named = list(comments)
        moved = MOVES[state](comments=named, act=moderate.Act(by=request.user))
        self.message_user(request, f"{moved} of {len(named)} moved: now {state.label.lower()}.", messages.SUCCESS)

    def _tell(self, request: Any, comments: CommentQuerySet, marked: int, what: str) -> None:
        self.message_user(request, f"{marked} of {len(comments)}: {what}.", messages.SUCCESS)


admin.site.register(Ban, BanAdmin)
admin.site.register(WordLists, WordListsAdmin)
