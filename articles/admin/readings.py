"""How often stories are read, told at the desk."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.html import format_html

from articles.models import Reading, Story
from newsroom import clock

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


def note_views(stories: Iterable[Story]) -> None:
    """Give each story of a page of the list its `.views`, of a day and of a week. One query for all."""
    shown = list(stories)
    found = Reading.objects.views_of([story.pk for story in shown], clock.now())
    for story in shown:
        story.views = found.get(story.pk)


def in_short(story: Story) -> "SafeString | str":
    """For a column: views of 24 hours, and of 7 days below; nothing where there were none."""
    if not story.views:
        return ""
    return format_html(
        '<span class="desk-views"><b>24 h</b> {} <b>7 d</b> {}</span>', *(f"{views:,}" for views in story.views)
    )


def in_words(story: Story) -> str:
    """A sentence for the story's form, or nothing where nobody read it lately. One query."""
    note_views([story])
    if not story.views:
        return ""
    noun = "view" if story.views.day == 1 else "views"
    return f"{story.views.day:,} {noun} in 24 hours, {story.views.week:,} in 7 days"
