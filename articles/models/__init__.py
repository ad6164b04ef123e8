"""What is published, and the words in which the rest of the site asks for it."""

from articles.models.author import Author
from articles.models.autosave import Autosave
from articles.models.breaking import BreakingNews
from articles.models.category import Category
from articles.models.checks import CheckLevel, HouseWord
from articles.models.company import Byline, Filing, RelatedPick, StoryPicture, StorySource
from articles.models.correction import Correction
from articles.models.page import Page, PagePicture
from articles.models.presence import Presence
from articles.models.preview_link import PreviewLink
from articles.models.reading import MostRead, Reading, Span
from articles.models.redirect import Redirect
from articles.models.revision import Revision
from articles.models.series import Series, SeriesPart
from articles.models.site import Profile, SiteSettings
from articles.models.source import Source
from articles.models.states import CommentPolicy, Kind, State, public_at
from articles.models.story import Story
from articles.models.story_queries import StoryQuerySet
from articles.models.tag import StoryTag, Tag
from articles.models.tally import Tally

__all__ = [
    "Author",
    "Autosave",
    "BreakingNews",
    "Byline",
    "Category",
    "CheckLevel",
    "CommentPolicy",
    "Correction",
    "Filing",
    "HouseWord",
    "Kind",
    "MostRead",
    "Page",
    "PagePicture",
    "Presence",
    "PreviewLink",
    "Profile",
    "Reading",
    "Redirect",
    "RelatedPick",
    "Revision",
    "Series",
    "SeriesPart",
    "SiteSettings",
    "Source",
    "Span",
    "State",
    "Story",
    "StoryPicture",
    "StoryQuerySet",
    "StorySource",
    "StoryTag",
    "Tag",
    "Tally",
    "public_at",
]
