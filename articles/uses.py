"""Where stories, authors, sources and the site show a picture, for the picture library's “where used”."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from articles.media.models import Image
from articles.media.usage import finds_uses
from articles.models import Author, Page, SiteSettings, Source, Story
from articles.permissions import Somebody, may_know

SHOWN = 50


@finds_uses
def in_stories(image: Image, user: Somebody) -> Iterator[tuple[str, str]]:
    """Stories that lead or are shared with it, or name it in their bodies."""
    direct = Q(lead_image=image) | Q(social_image=image)
    stories = Story.objects.filter(direct | Q(body__contains="<news-") & Q(body__regex=_reference(image)))
    for story in stories.only("headline", "created_by", "state", "published_at", "expires_at")[:SHOWN]:
        if may_know(user, story):
            yield f"Story: {story.headline}", reverse("admin:articles_story_change", args=(story.pk,))
        else:
            yield "A story of somebody else that is not public", ""


@finds_uses
def in_pages(image: Image, user: Somebody) -> Iterator[tuple[str, str]]:
    for page in Page.objects.filter(body__regex=_reference(image))[:SHOWN]:
        if page.is_public or user.has_perm("articles.view_page"):
            yield f"Page: {page.title}", reverse("admin:articles_page_change", args=(page.pk,))
        else:
            yield "A page that is not public", ""


def _reference(image: Image) -> str:
    """How a stored body names a picture: alone in a figure, or anywhere in a gallery's list."""
    return rf'data-images?="([0-9]+,)*{image.pk}(,[0-9]+)*"'


@finds_uses
def in_records(image: Image, user: Somebody) -> Iterator[tuple[str, str]]:  # noqa: ARG001  # a finder's signature
    for author in Author.objects.filter(portrait=image)[:SHOWN]:
        yield f"Portrait: {author.name}", reverse("admin:articles_author_change", args=(author.pk,))
    for source in Source.objects.filter(logo=image)[:SHOWN]:
        yield f"Logo: {source.name}", reverse("admin:articles_source_change", args=(source.pk,))
    for site in SiteSettings.objects.filter(logo=image):
        yield f"Logo of {site.name}", reverse("admin:articles_sitesettings_change", args=(site.pk,))
