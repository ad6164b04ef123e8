"""What of a story editors write, as plain values: to be kept, compared and restored."""

from datetime import datetime
from typing import Any, Final

from articles.models import Story

TEXTS: Final = (
    "kicker", "headline", "deck", "dateline", "body", "lead_caption", "credit_line", "slug", "kind", "language",
    "comment_policy", "search_title", "search_description", "social_title", "social_description",
)  # fmt: skip
# What of it readers read on a version's page; the rest is the desk's.
READ: Final = ("kicker", "headline", "deck", "body")
MOMENTS: Final = ("published_at", "embargo_until", "updated_at", "expires_at")
# One thing: [key, name]. Several things: a list of these. A byline's has the role as well.
THINGS: Final = ("category", "lead_image", "social_image")
LISTS: Final = ("further_categories", "authors", "sources", "tags", "related")
LABELS: Final = {
    "authors": "Byline",
    "sources": "Sources",
    "related": "Related stories",
    "tags": "Tags",
    "category": "Primary category",
    "published_at": "Publish at",
}


def content_of(story: Story) -> dict[str, Any]:
    """The content of a story that is stored, with its company."""
    content: dict[str, Any] = {name: getattr(story, name) for name in TEXTS}
    content |= {name: moment_in_words(getattr(story, name)) for name in MOMENTS}
    content |= {name: named(getattr(story, name)) for name in THINGS}
    return content | {
        "further_categories": [named(one) for one in story.further_categories.order_by("pk")],
        "authors": [[*named(line.author), line.role] for line in story.byline.select_related("author")],  # type: ignore[misc]  # an author
        "sources": [named(line.source) for line in story.story_sources.select_related("source")],
        "tags": sorted([tag.pk, tag.name] for tag in story.tags.all()),
        "related": [named(pick.related) for pick in story.related_picks.select_related("related")],
    }


def named(thing: Any) -> list[Any] | None:
    return [thing.pk, str(thing)] if thing is not None else None


def moment_in_words(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field are the same thing, whatever it was called at the time."""
    return bool(_keys(one) == _keys(other))


def _keys(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    if value and not isinstance(value[0], list):
        return value[0], value[2:]
    return [(one[0], one[2:]) for one in value]


def as_text(value: Any) -> str:
    """A value as an editor reads it."""
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    if value and not isinstance(value[0], list):
        return str(value[1])
    return ", ".join(f"{one[1]} ({one[2]})" if one[2:] and one[2] else str(one[1]) for one in value)


def label_of(name: str) -> str:
    if name in LABELS:
        return LABELS[name]
    field: Any = Story._meta.get_field(name)
    return str(field.verbose_name).capitalize()
