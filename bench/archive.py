"""A large archive, seeded in bulk: the stories of `make bench`, and ten comments for each.

Rows go in past the ORM, the one place where stories do not come through the actions: what the actions would make (the
address, every list's lines, the counts) is made here in the same form, and `check` compares one story with theirs.
"""

import random
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import batched, count

from articles.actions.arrange import arrange_category
from articles.actions.filing import file_story
from articles.models import (
    Author,
    Byline,
    Category,
    Filing,
    Profile,
    SiteSettings,
    Source,
    State,
    Story,
    StorySource,
    StoryTag,
    Tag,
)
from bench.bulk import bare, load
from bench.words import body, sentence
from comments.actions.recount import recount
from comments.models import Comment
from newsroom import clock
from newsroom.text.html import clean, plain

BATCH = 20_000
SECTIONS, CHILDREN, AUTHORS, SOURCES, TAGS = 9, 3, 60, 12, 400
COMMENTS_OF_ONE = 1_000
BODIES = 300
EVERY = timedelta(minutes=7)
TABLES = (Story, Filing, Byline, StorySource, StoryTag, Comment)
STORY = (
    "id",
    "headline",
    "deck",
    "slug",
    "body",
    "body_text",
    "category_id",
    "state",
    "published_at",
    "published_on",
    "comment_count",
)
COMMENT = ("id", "story_id", "parent_id", "thread_id", "reply_count", "name", "text", "posted_at")


class Archive:
    """Sections, people and subjects, and stories that point at them. Story 0 is the newest, and has the highest id."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        self.size, self.newest = size, clock.now().replace(microsecond=0, tzinfo=None) - timedelta(hours=1)
        texts = (clean(body(self.dice)) for _ in range(BODIES))
        self.bodies = [(text, plain(text)) for text in texts]
        SiteSettings(name="The Bench").save()
        Profile.objects.create(network="Mastodon", name="@bench", url="https://social.example/@bench")
        self.chains = [chain for n in range(SECTIONS) for chain in _section(n)]
        # A small paper has fewer of them, or their lists would not fill a page, and be compared with lists that do.
        authors, tags = (max(3, min(most, size // 25)) for most in (AUTHORS, TAGS))
        self.authors = _pks(Author, (Author(name=f"Author {n}", slug=f"author-{n}") for n in range(authors)))
        self.sources = _pks(Source, (Source(name=f"Agency {n}", slug=f"agency-{n}") for n in range(SOURCES)))
        self.tags = _pks(Tag, (Tag(name=f"Tag {n}", slug=f"tag-{n}", key=f"tag {n}") for n in range(tags)))
        self.comment_ids = count(1)

    def time(self, n: int) -> datetime:
        return self.newest - n * EVERY

    def story(self, n: int) -> tuple[tuple, list[int]]:
        """A row of the columns STORY, and the categories in which it is filed."""
        text, words = self.dice.choice(self.bodies)
        chain = self.dice.choice(self.chains)
        headline, deck, time = sentence(self.dice, 8)[:-1], sentence(self.dice, 16), self.time(n)
        state, said = State.PUBLISHED.value, comments_of(n)
        row = (self.size - n, headline, deck, f"story-{n}", text, words, chain[-1], state)
        return (*row, str(time), str(time.date()), said), chain

    def company(self, n: int, chain: list[int]) -> tuple[list, list, list, list]:
        """Its lines in the lists of categories, authors, sources and tags."""
        story, time, dice = self.size - n, str(self.time(n)), self.dice
        return (
            [(story, category, time) for category in chain],
            [(story, dice.choice(self.authors), time)],
            [(story, dice.choice(self.sources), time)],
            [(story, tag, time) for tag in dice.sample(self.tags, 3)],
        )

    def discussion(self, n: int) -> Iterator[tuple]:
        """Rows of the columns COMMENT: a comment a second, every fourth of them a reply to the third before it."""
        story, time, said = self.size - n, self.time(n), comments_of(n)
        for place in range(said):
            number, posted = next(self.comment_ids), str(time + timedelta(seconds=place))
            thread = number - 3 if place % 4 == 3 else None
            replies = 1 if place % 4 == 0 and place + 3 < said else 0
            yield number, story, thread, thread, replies, "A reader", f"Comment {place} on it.", posted


def comments_of(n: int) -> int:
    """How many comments a story has: most few, some hundreds, one in a thousand 3,000; ten at the middle."""
    if n == 0:
        return COMMENTS_OF_ONE
    if n % 1000 == 0:
        return 3_000
    return 200 if n % 50 == 7 else n % 7


def seed(stories: int) -> None:
    archive = Archive(stories)
    with bare(TABLES):
        # The oldest first, as a paper writes them.
        for numbers in batched(reversed(range(stories)), BATCH):
            _store(archive, numbers)
            print(f"\r{stories - numbers[-1]:,} stories", end="", file=sys.stderr, flush=True)
        print("; now their indexes", file=sys.stderr, flush=True)
    check(Story.objects.lines()[1])


def _store(archive: Archive, numbers: Iterable[int]) -> None:
    told = [archive.story(n) for n in numbers]
    load(Story, STORY, (row for row, _ in told))
    lines = [archive.company(n, chain) for n, (_, chain) in zip(numbers, told, strict=True)]
    kinds = ((Filing, "story_id", "category_id"), (Byline, "story_id", "author_id"))
    kinds += ((StorySource, "story_id", "source_id"), (StoryTag, "content_object_id", "tag_id"))
    for (model, story, of), rows in zip(kinds, zip(*lines, strict=True), strict=True):
        load(model, (story, of, "published_at"), (row for some in rows for row in some))
    load(Comment, COMMENT, (row for n in numbers for row in archive.discussion(n)))


def _section(n: int) -> Iterator[list[int]]:
    """A section and its children, each as the way down to it."""
    root = Category(name=f"Section {n}", slug=f"section-{n}", position=n)
    arrange_category(category=root)
    yield [root.pk]
    for c in range(CHILDREN):
        child = Category(name=f"Part {n} {c}", slug=f"part-{c}", parent=root, in_navigation=False)
        arrange_category(category=child)
        yield [root.pk, child.pk]


def _pks(model: type, made: Iterable) -> list[int]:
    return [one.pk for one in model.objects.bulk_create(made)]


def check(story: Story) -> None:
    """Filing and counting a seeded story again must change nothing, or the bench would measure another archive."""

    def facts() -> tuple:
        lines = set(story.filings.values_list("category", "published_at"))
        threads = list(story.comments.order_by("pk").values_list("pk", "reply_count"))
        return lines, threads, Story.objects.values_list("comment_count").get(pk=story.pk)

    before = facts()
    file_story(story=story)
    recount(stories=[story.pk])
    assert before == facts(), "The seeded lines and counts are not the actions'."
