"""Everything of the demo paper that stories point at."""

from collections.abc import Mapping

from articles.actions.arrange import arrange_category
from articles.media.models import Image
from articles.models import Author, Category, Page, Profile, SiteSettings, Source
from newsroom.demo import prose
from newsroom.demo.library import EMBLEM, PORTRAIT

TAGLINE = "All the news of Varenna, and of the world beyond it"
DESCRIPTION = "The demo paper of the newsroom: a believable day of news from a country that does not exist."


class Registers:
    """The rows of one paper by the names that its stories use. Those that are missing are made."""

    def __init__(self, paper: prose.Paper, images: Mapping[str, Image], time_zone: str) -> None:
        self.images = images
        if not SiteSettings.objects.exists():
            SiteSettings(
                name="The Daily Meridian", tagline=TAGLINE, description=DESCRIPTION, time_zone=time_zone
            ).save()
        self.categories: dict[str, Category] = {}
        for place, category in enumerate(paper.categories):
            self.categories[category.path] = self._category(place, category)
        self.authors = {author.name: self._author(place, author) for place, author in enumerate(paper.authors)}
        self.sources = {source.name: self._source(place, source) for place, source in enumerate(paper.sources)}
        for place, page in enumerate(paper.pages):
            self._page(place, page)
        for place, profile in enumerate(paper.profiles):
            _profile(place, profile)

    def image_id(self, picture: prose.Picture) -> int:
        return self.image(picture).pk

    def image(self, picture: prose.Picture) -> Image:
        return self.images[f"{picture.subject} {picture.seed}"]

    def _category(self, place: int, told: prose.Category) -> Category:
        found = Category.objects.filter(path=told.path).first()
        if found is None:
            found = Category(name=told.name, slug=told.slug, accent=told.accent, description=told.description)
            found.position, found.parent = place, self.categories.get(told.parent)
            arrange_category(category=found)
        return found

    def _author(self, place: int, told: prose.Author) -> Author:
        face = self.images.get(f"{PORTRAIT} {place}")
        words = {"name": told.name, "role": told.role, "bio": told.bio, "portrait": face}
        return Author.objects.get_or_create(slug=told.slug, defaults=words)[0]

    def _source(self, place: int, told: prose.Source) -> Source:
        mark = self.images.get(f"{EMBLEM} {place}")
        words = {"name": told.name, "site": told.site, "credit_line": told.credit_line, "logo": mark}
        return Source.objects.get_or_create(slug=told.slug, defaults=words)[0]

    def _page(self, place: int, told: prose.Page) -> None:
        body = prose.body_html(told.body, self.image_id)
        words = {"title": told.title, "description": told.description, "body": body, "position": place}
        Page.objects.get_or_create(slug=told.slug, defaults=words)


def _profile(place: int, told: prose.Profile) -> None:
    counted = {"followers": told.followers, "counted_on": told.counted_on}
    words = {"name": told.name, "url": told.url, "position": place, **counted}
    Profile.objects.get_or_create(network=told.network, defaults=words)
