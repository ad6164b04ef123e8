"""What an editor is told after a story was saved."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from articles.admin.standing import Standing, standing_of
from articles.checking.examining import examine
from articles.models import Story

SAVED = {
    Standing.DRAFT: "Saved. Readers do not see it yet.",
    Standing.IN_REVIEW: "Saved. It waits for an editor; readers do not see it yet.",
    Standing.APPROVED: "Saved. It is approved; readers do not see it yet.",
    Standing.KILLED: "Saved. The story is killed: readers do not see it.",
    Standing.PUBLISHED: "Saved. Readers see it now.",
    Standing.EXPIRED: "Saved. The story has expired: readers do not see it.",
    Standing.WITHDRAWN: "Saved. The story is withdrawn: readers do not see it.",
}


def tell_saved(request: HttpRequest, story: Story) -> None:
    standing = standing_of(story)
    if standing == Standing.SCHEDULED:
        messages.success(request, f"Saved. {_when(story)}")
    else:
        messages.success(request, SAVED[standing])


def tell_published(request: HttpRequest, story: Story) -> None:
    standing = standing_of(story)
    if standing == Standing.PUBLISHED:
        link = format_html('<a href="{}">See it on the site</a>', story.get_absolute_url())
        messages.success(request, format_html("The story is published. {}", link))
        tell_found(request, story)
    elif standing == Standing.SCHEDULED:
        messages.success(request, f"The story is scheduled. {_when(story)}")
        tell_found(request, story)
    else:
        tell_saved(request, story)


def tell_found(request: HttpRequest, story: Story) -> None:
    """What the checks found and did not stop."""
    if found := examine(story):
        messages.warning(request, f"The checks found: {' '.join(one.told for one in found)}")


def _when(story: Story) -> str:
    local = localtime(story.published_at)
    return f"It appears on {date_format(local, 'l, j F Y')} at {date_format(local, 'H:i')}."
