"""A large archive, seeded in bulk: the stories of `make bench`.

Rows go in as `bulk_create`, the one place where stories do not come through the actions: what the actions would make
(the address, every list's lines) is made here in the same form, and `check` compares one story with theirs.
"""

import random
import sys
from datetime import timedelta
from itertools import batched

from django.db import transaction

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
from comments.models import Comment
from comments.models import State as CommentState
from newsroom import clock
from newsroom.text.html import plain

BATCH = 2_000
SECTIONS, CHILDREN, AUTHORS, SOURCES, TAGS = 9, 3, 60, 12, 400
COMMENTS_OF_ONE = 1_000
BODIES = 30
EVERY = timedelta(minutes=7)
WORDS = [
    "the",
    "council",
    "harbour",
    "ferry",
    "minister",
    "river",
    "bridge",
    "budget",
    "vote",
    "city",
    "rail",
    "strike",
    "court",
    "school",
    "farm",
    "wheat",
    "price",
    "union",
    "report",
    "storm",
    "coast",
    "island",
    "engine",
    "doctor",
    "mayor",
    "island",
    "border",
    "treaty",
    "market",
    "film",
    "theatre",
    "captain",
    "season",
    "coach",
    "reader",
]


def sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def body(dice: random.Random) -> str:
    return "".join(f"<p>{' '.join(sentence(dice, 14) for _ in range(3))}</p>" for _ in range(6))


class Archive:
    """Sections, people and subjects, and stories that point at them."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        # A body is cleaned as it is stored, which takes longer than the row: so few are made, and told again.
        self.bodies = [(text, plain(text)) for text in (body(self.dice) for _ in range(BODIES))]
        SiteSettings(name="The Bench").save()
        Profile.objects.create(network="Mastodon", name="@bench", url="https://social.example/@bench")
        self.sections = [self._section(n) for n in range(SECTIONS)]
        self.authors = Author.objects.bulk_create(
            Author(name=f"Author {n}", slug=f"author-{n}") for n in range(AUTHORS)
        )
        self.sources = Source.objects.bulk_create(
            Source(name=f"Agency {n}", slug=f"agency-{n}") for n in range(SOURCES)
        )
        self.tags = Tag.objects.bulk_create(Tag(name=f"Tag {n}", slug=f"tag-{n}", key=f"tag {n}") for n in range(TAGS))

    def _section(self, n: int) -> list[Category]:
        root = Category(name=f"Section {n}", slug=f"section-{n}", position=n)
        arrange_category(category=root)
        children = [
            Category(name=f"Part {n} {c}", slug=f"part-{c}", parent=root, in_navigation=False) for c in range(CHILDREN)
        ]
        for child in children:
            arrange_category(category=child)
        return [root, *children]

    def story(self, n: int, newest: object) -> Story:
        time = newest - n * EVERY
        text, words = self.dice.choice(self.bodies)
        return Story(
            headline=sentence(self.dice, 8)[:-1],
            deck=sentence(self.dice, 16),
            slug=f"story-{n}",
            body=text,
            body_text=words,
            category=self.dice.choice(self.dice.choice(self.sections)),
            state=State.PUBLISHED,
            published_at=time,
            published_on=time.date(),
        )

    def company(self, story: Story) -> tuple[list[Filing], list[Byline], list[StorySource], list[StoryTag]]:
        time = {"published_at": story.published_at}
        tags = self.dice.sample(self.tags, 3)
        return (
            [Filing(story=story, category=category, **time) for category in story.category.chain()],
            [Byline(story=story, author=self.dice.choice(self.authors), **time)],
            [StorySource(story=story, source=self.dice.choice(self.sources), **time)],
            [StoryTag(content_object=story, tag=tag, **time) for tag in tags],
        )


def seed(stories: int) -> None:
    archive, newest = Archive(), clock.now()
    for numbers in batched(range(stories), BATCH):
        with transaction.atomic():
            made = Story.objects.bulk_create([archive.story(n, newest) for n in numbers])
            for model, rows in zip(
                (Filing, Byline, StorySource, StoryTag), zip(*map(archive.company, made), strict=False), strict=True
            ):
                model.objects.bulk_create([row for some in rows for row in some])
        print(f"\r{numbers[-1] + 1:,} stories", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    discuss(Story.objects.lines().first(), COMMENTS_OF_ONE)
    check(Story.objects.lines()[1])


def discuss(story: Story, comments: int) -> None:
    said = (
        Comment(story=story, name="A reader", text=f"Comment {n}.", state=CommentState.VISIBLE) for n in range(comments)
    )
    Comment.objects.bulk_create(said)
    Story.objects.filter(pk=story.pk).update(comment_count=comments)


def check(story: Story) -> None:
    """Filing a seeded story again must change nothing, or the bench would measure another archive than editors make."""
    before = set(story.filings.values_list("category", "published_at"))
    file_story(story=story)
    assert before == set(story.filings.values_list("category", "published_at")), (
        "The seeded lines are not the actions'."
    )
