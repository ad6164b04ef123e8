"""The whole demo paper, read from its files and checked: every name that a story says is in its register."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.demo.prose import comments, registers, stories
from newsroom.demo.prose.comments import Thread
from newsroom.demo.prose.records import ProseError
from newsroom.demo.prose.registers import Author, Category, Page, Profile, Source
from newsroom.demo.prose.stories import Story

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Paper:
    """Categories in the order of the navigation, stories newest first, the rest in the order of their files."""

    categories: tuple[Category, ...]
    authors: tuple[Author, ...]
    sources: tuple[Source, ...]
    tags: tuple[str, ...]
    profiles: tuple[Profile, ...]
    pages: tuple[Page, ...]
    stories: tuple[Story, ...]
    threads: tuple[Thread, ...]


def read_paper(*, now: datetime, folder: Path = HERE) -> Paper:
    """The paper of `folder`, told from `now`, which is in the site's time zone.

    Raises ProseError, naming file and line, for anything that cannot be read or that names what does not exist.
    """
    told = [story for file in sorted(folder.glob("stories-*.txt")) for story in stories.read_stories(file, now=now)]
    _refuse_doubles(told)
    published = {story.slug: story.published_at for story in told}
    paper = Paper(
        categories=tuple(registers.read_categories(folder / "categories.txt")),
        authors=tuple(registers.read_authors(folder / "authors.txt")),
        sources=tuple(registers.read_sources(folder / "sources.txt")),
        tags=tuple(registers.read_tags(folder / "tags.txt")),
        profiles=tuple(registers.read_profiles(folder / "profiles.txt", now=now)),
        pages=tuple(registers.read_pages(folder / "pages.txt", now=now)),
        stories=tuple(sorted(told, key=lambda story: story.published_at, reverse=True)),
        threads=tuple(
            thread
            for file in sorted(folder.glob("comments*.txt"))
            for thread in comments.read_threads(file, published=published, now=now)
        ),
    )
    _refuse_strangers(paper)
    return paper


def _refuse_doubles(told: Iterable[Story]) -> None:
    seen: dict[str, Story] = {}
    for story in told:
        if first := seen.get(story.slug):
            raise ProseError(
                story.place, f"The slug “{story.slug}” is taken by {first.place.file}, line {first.place.line}."
            )
        seen[story.slug] = story


def _refuse_strangers(paper: Paper) -> None:
    known = {
        "category": {category.path for category in paper.categories},
        "author": {author.name for author in paper.authors},
        "source": {source.name for source in paper.sources},
        "tag": set(paper.tags),
        "story": {story.slug for story in paper.stories},
    }
    for story in paper.stories:
        for noun, name in _named(story):
            if name not in known[noun]:
                raise ProseError(story.place, f"No {noun} is called “{name}”.")


def _named(story: Story) -> Iterator[tuple[str, str]]:
    yield from (("category", path) for path in (story.category, *story.further))
    yield from (("author", signed.name) for signed in story.byline)
    yield from (("source", name) for name in story.sources)
    yield from (("tag", name) for name in story.tags)
    yield from (("story", slug) for slug in story.related)
