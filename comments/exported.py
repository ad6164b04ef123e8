"""Comments as lines of JSON: for operators by command, and at the desk before a story is deleted with its comments."""

import json
from collections.abc import Iterator

from django.db.models import QuerySet

from comments.models import Comment

AT_ONCE = 200


def lines(comments: QuerySet[Comment]) -> Iterator[str]:
    """One for each, with a line end. The comments come with their stories."""
    return (f"{line(comment)}\n" for comment in comments.iterator(chunk_size=AT_ONCE))


def line(comment: Comment) -> str:
    told = {
        "id": comment.pk,
        "story": comment.story_id,
        "address": comment.story.get_absolute_url() if comment.story.published_on else None,
        "parent": comment.parent_id,
        "posted_at": comment.posted_at.isoformat(),
        "edited_at": comment.edited_at and comment.edited_at.isoformat(),
        "state": comment.state,
        "reason": comment.reason,
        "layers": comment.layers.split(",") if comment.layers else [],
        "name": comment.name,
        "text": comment.text,
        "by_staff": comment.by_staff,
        "is_pick": comment.is_pick,
    }
    return json.dumps(told, ensure_ascii=False)
