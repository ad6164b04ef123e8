"""How a slot looks: its layouts, and what each asks of the stories that stand in it."""

from typing import Final, NamedTuple

from django.db import models

MOST_CARDS: Final = 20
MOST_SLOTS: Final = 30


class Layout(models.TextChoices):
    TOP = "top", "Lead with three beside and two beneath"
    LEAD_WITH_TWO = "lead_with_two", "Lead with two"
    LEAD = "lead", "Lead"
    ROW_OF_THREE = "row_of_three", "Row of three"
    ROW_OF_FOUR = "row_of_four", "Row of four"
    LIST = "list", "List of headlines"
    OPINION = "opinion", "Opinion"
    GALLERY = "gallery", "Gallery strip"
    LIVE = "live", "Live"
    SECTION = "section", "Section: a picture and headlines"
    MOST_READ = "most_read", "Most read"


class Look(NamedTuple):
    """`places` is how many cards it has if nobody says otherwise; `variants` are those of components/card.html by
    place, the last one for all further places.
    """

    places: int
    variants: tuple[str, ...]
    # Only stories with a picture fill it.
    pictured: bool = False
    # Its first place waits for a story with a picture, if any of the newest has one.
    led_by_picture: bool = False
    # Of the stories that fill it, one with a picture goes first, news before a comment on it.
    pictured_first: bool = False


LOOKS: Final = {
    Layout.TOP: Look(6, ("lead", "second", "brief"), led_by_picture=True),
    Layout.LEAD_WITH_TWO: Look(3, ("lead", "second"), pictured_first=True),
    Layout.LEAD: Look(1, ("lead",), led_by_picture=True),
    Layout.ROW_OF_THREE: Look(3, ("row",), pictured=True),
    Layout.ROW_OF_FOUR: Look(4, ("row",), pictured=True),
    Layout.LIST: Look(10, ("headline",)),
    Layout.OPINION: Look(5, ("opinion",)),
    Layout.GALLERY: Look(6, ("strip",), pictured=True),
    Layout.LIVE: Look(1, ("live",)),
    Layout.SECTION: Look(5, ("feature", "plain"), pictured_first=True),
    # Readers compose it.
    Layout.MOST_READ: Look(0, ("headline",)),
}


class Size(models.TextChoices):
    USUAL = "", "As the layout has it"
    LARGE = "feature", "Larger"
    WORDS = "brief", "Words only"
