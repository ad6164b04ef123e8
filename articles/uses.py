"""Where stories, authors, sources and the site show a picture, for the picture library's “where used”."""

from collections.abc import Iterator

from django.urls import reverse

from articles.media.models import Image
from articles.media.usage import finds_uses
from articles.models import Author, Page, SiteSettings, Source, Story, StoryPicture
from articles.permissions import Somebody, may_know

SHOWN = 50


@finds_uses
def in_stories(image: Image, user: Somebody) -> Iterator[tuple[str, str]]:
    """Stories that lead or are shared with it, or show it in their bodies."""
    # A question for each index: PostgreSQL would read every story rather than join the three.
    leading = Story.objects.filter(lead_image=image).values_list("pk", flat=True)[:SHOWN]
    shared = Story.objects.filter(social_image=image).values_list("pk", flat=True)[:SHOWN]
    inside = StoryPicture.objects.filter(image=image).values_list("story", flat=True)[:SHOWN]
    stories = Story.objects.filter(pk__in={*leading, *shared, *inside}).order_by("pk")
    for story in stories.only("headline", "created_by", "state", "published_at", "expires_at")[:SHOWN]:
        if may_know(user, story):
            yield f"Story: {story.headline}", reverse("admin:articles_story_change", args=(story.pk,))
        else:
            yield "A story of somebody else that is not public", ""


@finds_uses
def in_pages(image: Image, user: Somebody) -> Iterator[tuple[str, str]]:
    for page in Page.objects.filter(pictures__image=image)[:SHOWN]:
        if page.is_public or user.has_perm("articles.view_page"):
            yield f"Page: {page.title}", reverse("admin:articles_page_change", args=(page.pk,))
        else:
            yield "A page that is not public", ""


@finds_uses
def in_records(image: Image, user: Somebody) -> Iterator[tuple[str, str]]:  # noqa: ARG001  # a finder's signature
    for author in Author.objects.filter(portrait=image)[:SHOWN]:
        yield f"Portrait: {author.name}", reverse("admin:articles_author_change", args=(author.pk,))
    for source in Source.objects.filter(logo=image)[:SHOWN]:
        yield f"Logo: {source.name}", reverse("admin:articles_source_change", args=(source.pk,))
    for site in SiteSettings.objects.filter(logo=image):
        yield f"Logo of {site.name}", reverse("admin:articles_sitesettings_change", args=(site.pk,))
