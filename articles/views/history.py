"""A story's past, where the paper shows it: the versions that readers had, and what each changed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.context import site_of
from articles.models import Story
from articles.versions import changes, version_of, versions_of
from articles.views.article import story_at
from articles.views.errors import gone, hidden
from newsroom.caching.policy import kept
from newsroom.caching.recording import owns

type View = Callable[..., HttpResponse]


def of_a_story(view: View) -> View:
    """Give the view the public story of its address, on a paper that shows the past."""

    @wraps(view)
    def found(request: HttpRequest, year: str, month: str, day: str, slug: str, **more: Any) -> HttpResponse:
        if not site_of(request).shows_history:
            raise Http404("This paper does not show earlier versions.")
        story = story_at(year, month, day, slug)
        owns(f"story:{story.pk}")
        return view(request, story, **more) if story.is_public() else gone(request, story)

    return found


@kept
@of_a_story
def history(request: HttpRequest, story: Story) -> HttpResponse:
    return render(request, "articles/history.html", {"story": story, "versions": versions_of(story)})


@kept
@of_a_story
def version(request: HttpRequest, story: Story, number: int) -> HttpResponse:
    found = version_of(story, number)
    if found is None:
        raise Http404("There is no such version.")
    if found.revision.hidden_at:
        return hidden(request, found.revision.hidden_because)
    context = {"story": story, "revision": found.revision, "before": found.before, "told": changes(found)}
    return render(request, "articles/version.html", context)
