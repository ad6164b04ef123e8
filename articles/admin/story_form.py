"""The form in which a story is written."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from articles.admin.autosaving import BROUGHT_BACK
from articles.admin.conflict import Meeting, meet
from articles.admin.tags_field import TagsField, refuse_new
from articles.models import Revision, State, Story
from newsroom import clock
from newsroom.text.slugs import slugify

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

SHARED = ("search_title", "search_description", "social_title", "social_description", "social_image")
# In the order in which a story is written. Rows (articles.admin.story_inlines) stand after the part that they name.
FIELDSETS = (
    (None, {"fields": ("kicker", "headline", "deck")}),
    ("Text", {"fields": ("dateline", "body")}),
    ("Lead picture", {"fields": ("lead_image", "lead_caption")}),
    ("Filing", {"fields": ("category", "further_categories", "tags", ("kind", "language"))}),
    ("Source line", {"fields": ("credit_line",)}),
    ("Address and times", {"fields": ("slug", "published_at", "embargo_until", "updated_at", "expires_at")}),
    ("Comments", {"fields": ("comment_policy",)}),
    ("This save", {"fields": (("note", "major"),)}),
    ("Search engines and shared links", {"classes": ("collapse",), "fields": SHARED}),
)


class CountedText(forms.Textarea):
    """A text of one line that may wrap; scripts show beside it how long it has become, and how long reads well."""

    def __init__(self, *, reads_well: int, large: bool = False) -> None:
        super().__init__({"rows": 2, "class": "vLargeTextField" + " headline-field" * large})
        self.reads_well = reads_well

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> "SafeString":
        field = super().render(name, value, attrs, renderer)
        return format_html('<letter-count data-well="{}">{}</letter-count>', self.reads_well, field)

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[forms.Script("admin/newsroom/letter-count.js", type="module")])  # type: ignore[list-item]  # objects too


class StoryForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    tags = TagsField(required=False, help_text="With commas between them: “Trade, Climate change”.")
    # When the story that this form shows was saved last, and its revision then, so that two people do not overwrite
    # each other unawares.
    seen_at = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        required=False,
        max_length=200,
        label="Note on this save",
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="For the story's history: what you changed, and why.",
    )
    major = forms.BooleanField(required=False, label="A major change", help_text="Its revision is kept for good.")
    meeting: Meeting | None = None

    may_add_tags = True

    class Meta:
        model = Story
        fields = "__all__"  # noqa: DJ007  # the admin's fieldsets choose
        widgets = {
            "headline": CountedText(reads_well=110, large=True),
            "deck": CountedText(reads_well=200),
            "search_title": CountedText(reads_well=60),
            "search_description": CountedText(reads_well=160),
        }
        error_messages = {
            "headline": {"required": "A story needs a headline."},
            "category": {"required": "Say in which category the story stands."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "seen_at" in self.fields and self.instance.pk:
            self.initial["seen_at"] = self.instance.changed_at.isoformat()
            numbers = (
                Revision.objects.filter(story=self.instance.pk).order_by("-number").values_list("number", flat=True)
            )
            self.initial["seen"] = numbers.first() or 0

    def clean_headline(self) -> str:
        return " ".join(self.cleaned_data["headline"].split())

    def clean_tags(self) -> list[str]:
        tags: list[str] = self.cleaned_data["tags"]
        if not self.may_add_tags:
            refuse_new(tags)
        return tags

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "_bring_back" in self.data:
            raise ValidationError(BROUGHT_BACK, code="brought_back")
        if "slug" in self.fields and (not cleaned.get("slug") or self._slug_follows()):
            cleaned["slug"] = slugify(cleaned.get("headline", ""))
        self._check_times(cleaned)
        meet(self, cleaned)
        return cleaned

    def _slug_follows(self) -> bool:
        """Whether a draft's slug was made of its headline, which is another one now: nobody knows the address yet."""
        made = slugify(self.initial.get("headline", ""))
        return "slug" not in self.changed_data and bool(made) and self.initial.get("slug") == made

    def _check_times(self, cleaned: dict[str, Any]) -> None:
        published = self.instance.state == State.PUBLISHED
        begins, ends = cleaned.get("published_at"), cleaned.get("expires_at")
        if published and "published_at" in cleaned and begins is None:
            self.add_error("published_at", "A published story keeps its time. To take it down, withdraw it.")
        embargo = cleaned.get("embargo_until")
        if published and begins and embargo and begins < embargo:
            self.add_error(
                "embargo_until", "The story appears before this moment. Withdraw it, or let it appear later first."
            )
        if "_publish" in self.data and ends and not begins and ends <= clock.now():
            self.add_error(
                "expires_at", "This time is over: the story would never be seen. Clear it or set a later one."
            )
