"""Rivers of stories: the latest, and those of a tag, an author or a source."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from articles.models import Author, Source, Tag
from articles.models.tag import FEWEST
from articles.paging import addresses, river
from articles.tallies import Roll
from newsroom.caching.policy import kept


@kept
def latest(request: HttpRequest, number: int = 1) -> HttpResponse:
    page = river(Roll("latest"), number=number, address=addresses("latest"))
    return render(request, "articles/list.html", {"heading": _("Latest"), "page": page})


@kept
def tag(request: HttpRequest, slug: str, number: int = 1) -> HttpResponse:
    subject = get_object_or_404(Tag, slug=slug)
    page = river(Roll("tag", subject.pk), number=number, address=addresses("tag", slug=slug))
    if page.last == 1 and len(page.stories) < FEWEST:
        raise Http404("Too few stories bear this tag.")
    return render(request, "articles/list.html", {"heading": subject.name, "tag": subject, "page": page})


@kept
def author(request: HttpRequest, slug: str, number: int = 1) -> HttpResponse:
    person = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    page = river(Roll("author", person.pk), number=number, address=addresses("author", slug=slug))
    return render(request, "articles/list.html", {"heading": person.name, "author": person, "page": page})


@kept
def source(request: HttpRequest, slug: str, number: int = 1) -> HttpResponse:
    outlet = get_object_or_404(Source.objects.select_related("logo"), slug=slug)
    page = river(Roll("source", outlet.pk), number=number, address=addresses("source", slug=slug))
    return render(request, "articles/list.html", {"heading": outlet.name, "source": outlet, "page": page})


def first_page(request: HttpRequest, before: str) -> HttpResponse:  # noqa: ARG001  # a view takes a request
    """The first page of a list has one address, without a number."""
    if before.startswith(("/", "\\")):
        # A browser reads two slashes at the beginning as another site's address.
        raise Http404("There is no such list.")
    return redirect(f"/{quote(before)}/", permanent=True)
