"""What a browser sends for a story's form."""

from datetime import datetime

from django.utils.timezone import localtime

from articles.models import Story


def story_form(**given):
    rows = {
        f"{row}-{part}": 0
        for row in ("byline", "story_sources", "related_picks", "series_parts")
        for part in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    usual = {"headline": "Ferry runs aground", "kind": "news", "language": "en", "comment_policy": "open", "body": ""}
    return rows | usual | given


def typed_into(story, **given):
    """The form of a story that is there, as it stands, with what is `given` typed into it; a time is typed as one."""
    story = Story.objects.get(pk=story.pk)
    values = {field.name: getattr(story, field.name) for field in Story._meta.concrete_fields}
    shown = ("headline", "deck", "kicker", "body", "slug", "kind", "language", "comment_policy")
    moments = {name: values[name] for name in ("published_at", "embargo_until", "updated_at", "expires_at")}
    typed = {name: values[name] for name in shown} | {"category": story.category_id}
    for name, value in (moments | given).items():
        if isinstance(value, datetime):
            local = localtime(value)
            typed |= {f"{name}_0": local.strftime("%Y-%m-%d"), f"{name}_1": local.strftime("%H:%M:%S")}
        elif value is not None:
            typed[name] = value
    return story_form(**typed)
