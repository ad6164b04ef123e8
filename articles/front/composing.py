"""Putting stories into the slots of a front.

What editors placed is reserved first, everywhere on the page; then rules fill what is left, slot by slot. So no story
stands twice, but in “Most read”, which readers compose, and no placed story is taken away by a rule above it. A list of
headlines takes no slot below it the story that would lead it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import timedelta

from articles import most_read
from articles.fetching import cards, with_bylines
from articles.front.content import Card, Content, Slot
from articles.front.filling import Filling
from articles.front.layouts import LOOKS, Layout
from articles.media.models import Image
from articles.models import Kind, Story
from articles.walks import together
from newsroom import clock
from newsroom.caching.recording import ends


@dataclass(slots=True)
class Place:
    """A story where it stands. `card` is what an editor said of it; without one it is the rule's number `rank`."""

    story: Story
    variant: str = ""
    card: Card | None = None
    rank: int = 0
    sublinks: list[Story] = field(default_factory=list)


@dataclass(slots=True)
class Filled:
    slot: Slot
    places: list[Place]

    @property
    def stories(self) -> list[Story]:
        return [place.story for place in self.places]


def compose(content: Content, *, category: int | None = None) -> list[Filled]:
    """The slots that have something to show, filled. `category` is whose readers say what is most read.

    At most five queries, whatever the number of slots, each only where there is something to ask: what was placed, what
    the rules offer, the cards, pictures of the front's own, and who wrote the opinions.
    """
    slots = content.slots
    standing = {slot.number: [card for card in slot.cards if _holds(card)] for slot in slots}
    asked = {pk for held in standing.values() for card in held for pk in (card.story, *card.sublinks)}
    found = cards(asked) if asked else {}
    placed = _reserve(standing, found)
    used = {pk for held in placed.values() for card in held for pk in (card.story, *card.sublinks)}
    filling = Filling(slots, {number: [card.story for card in held] for number, held in placed.items()}, used)
    readers = most_read.walks(category) if any(slot.layout == Layout.MOST_READ for slot in slots) else []
    lines = together([*filling.walks(), *readers])
    offered: dict[str, list[int]] = {}
    for line in sorted(lines, key=lambda line: (line.published_at, line.story), reverse=True):
        offered.setdefault(line.walk, []).append(line.story)
    chosen = filling.fill(offered)
    wanted = {pk for ids in chosen.values() for pk in ids} | set(most_read.ids(lines))
    found |= cards(wanted - found.keys())
    pictures = _pictures(placed)
    filled = [
        Filled(slot, _places(slot, placed[slot.number], chosen[slot.number], found, pictures))
        if slot.layout != Layout.MOST_READ
        else Filled(slot, [Place(story, "headline") for story in most_read.block(lines, found)])
        for slot in slots
    ]
    _credit(filled)
    return [one for one in filled if one.places]


def _holds(card: Card) -> bool:
    return card.until is None or card.until > clock.now()


def _reserve(standing: dict[int, list[Card]], found: Mapping[int, Story]) -> dict[int, list[Card]]:
    """The cards whose story is public, each story once: what is withdrawn or still to come leaves its place.

    A story with a place of its own does not stand under another.
    """
    taken: set[int] = set()

    def free(stories: Iterable[int]) -> Iterator[int]:
        for pk in stories:
            if pk in found and pk not in taken:
                taken.add(pk)
                yield pk

    placed = {number: [card for card in held if any(free([card.story]))] for number, held in standing.items()}
    return {
        number: [replace(card, sublinks=tuple(free(card.sublinks))) for card in held] for number, held in placed.items()
    }


def _pictures(placed: Mapping[int, list[Card]]) -> Mapping[int, Image]:
    wanted = {card.picture for held in placed.values() for card in held if card.picture}
    return {image.pk: image for image in Image.objects.filter(pk__in=wanted)} if wanted else {}


def _places(
    slot: Slot, held: Sequence[Card], chosen: list[int], found: Mapping[int, Story], pictures: Mapping[int, Image]
) -> list[Place]:
    look = LOOKS[slot.layout]
    places = [_placed(card, found, pictures) for card in held]
    filled = [Place(found[pk], rank=rank) for rank, pk in enumerate(chosen, start=1) if pk in found]
    if look.pictured_first and not places:
        filled = _pictured_first(filled)
    places += filled
    for index, place in enumerate(places):
        usual = look.variants[min(index, len(look.variants) - 1)]
        place.variant = place.card.size if place.card and place.card.size else usual
        if slot.rule.hours and place.card is None and place.story.published_at:
            ends(place.story.published_at + timedelta(hours=slot.rule.hours))
    return places


def _placed(card: Card, found: Mapping[int, Story], pictures: Mapping[int, Image]) -> Place:
    story = found[card.story]
    picture = pictures.get(card.picture or 0)
    if card.headline or card.kicker or picture:
        # As it stands on this front, in memory alone.
        story = copy(story)
        story.headline = card.headline or story.headline
        story.kicker = card.kicker or story.kicker
        if picture:
            story.lead_image = picture
    return Place(story, card=card, sublinks=[found[pk] for pk in card.sublinks])


def _pictured_first(places: list[Place]) -> list[Place]:
    """The newest with a picture, news before a comment on it, then the others as they were."""
    pictured = [place for place in places if place.story.lead_image_id]
    news = (place for place in pictured if place.story.kind != Kind.OPINION)
    first = next(news, pictured[0] if pictured else None)
    return [first, *(place for place in places if place is not first)] if first else places


def as_opinion(filled: Filled) -> Filled:
    """The same stories as voices: with those who wrote them. One query."""
    with_bylines(filled.stories)
    return Filled(
        replace(filled.slot, layout=Layout.OPINION), [replace(one, variant="opinion") for one in filled.places]
    )


def _credit(filled: Iterable[Filled]) -> None:
    if stories := [story for one in filled if one.slot.layout == Layout.OPINION for story in one.stories]:
        with_bylines(stories)
