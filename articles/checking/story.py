"""What the parts of a story lack, beside its text."""

import re
from collections.abc import Iterable, Iterator

from articles.checking.finding import Finding
from articles.media.models import Image
from articles.models import Story
from articles.models.checks import Check, HouseWord

# In letters: where cards of a row and results of a search are cut, or grow too tall.
ON_CARDS, IN_SEARCH = 100, 65
# In pixels: what the lead is drawn at on a wide screen.
WIDE_ENOUGH = 1_200
SHOWN = 10


def of_pictures(story: Story, inside: Iterable[Image]) -> Iterator[Finding]:
    lead = story.lead_image
    if lead is None:
        yield Finding(Check.NO_PICTURE, "The story has no lead picture: cards and shared links show words alone.")
    elif lead.width < WIDE_ENOUGH:
        yield Finding(Check.SMALL, f"The lead picture is {lead.width} pixels wide; give one of {WIDE_ENOUGH:,}.")
    for image in dict.fromkeys(filter(None, (lead, *inside))):
        if not image.alt.strip():
            told = f"The picture “{image.title}” is marked as decorative: who cannot see it is told nothing of it."
            yield Finding(Check.ALT, told)
        if not image.credit.strip():
            yield Finding(Check.CREDIT, f"The picture “{image.title}” says nobody's name: give its credit.")


def of_parts(story: Story) -> Iterator[Finding]:
    if len(story.headline) > ON_CARDS:
        yield Finding(Check.HEADLINE, f"The headline has {len(story.headline)} letters; cards like up to {ON_CARDS}.")
    titled = story.search_title or story.headline
    if len(titled) > IN_SEARCH:
        told = f"Search engines cut a title after {IN_SEARCH} letters; this one has {len(titled)}. Give a search title."
        yield Finding(Check.HEADLINE, told)
    if not story.deck.strip():
        yield Finding(Check.DECK, "There is no deck: search results and shared links show the first words instead.")
    if not (story.credit_line or story.byline.exists() or story.story_sources.exists()):
        yield Finding(Check.SOURCE, "Nothing says who wrote it or on what it rests: add a byline or a source.")


def of_words(story: Story) -> Iterator[Finding]:
    """Whole words only, in whatever case: “use” is not found in “house”."""
    text = f"{story.kicker}\n{story.headline}\n{story.deck}\n{story.body_text}"
    found = [entry for entry in HouseWord.objects.all() if _whole(entry.word).search(text)]
    for entry in found[:SHOWN]:
        said = f": say “{entry.instead}”" if entry.instead else ""
        yield Finding(Check.WORDS, f"The house does not use “{entry.word}”{said}.")


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
