"""The demo paper's pictures, drawn and cut in as many processes as there are cores, then taken into the library."""

from contextlib import closing
from dataclasses import dataclass

from articles.media.actions import add_image
from articles.media.models import Image
from articles.media.renditions import Prepared, prepare_drawn
from newsroom.demo.painters import drawn
from newsroom.demo.pictures import draw, emblem, portrait
from newsroom.demo.progress import Report

# The colours of the accents by day, as static/css/tokens.css has them: pictures are drawn in their section's.
INKS = {
    "crimson": "#9b2226",
    "navy": "#1d4e89",
    "teal": "#0f766e",
    "violet": "#5b3e96",
    "amber": "#b45309",
    "forest": "#2f6b3a",
    "magenta": "#a21d58",
    "petrol": "#155e75",
    "slate": "#444444",
    "rust": "#9a3412",
}
CREDIT = "Illustration: The Daily Meridian"
LICENCE = "Made with the demo paper; free to use"
PORTRAIT, EMBLEM = "portrait of an author", "emblem"
# The largest rendition is 1600 pixels wide, so a larger drawing would only cost time; a portrait is never shown large.
SMALL, LARGE = 800, 1600


@dataclass(frozen=True, slots=True)
class Order:
    """A picture to be drawn, and the words that go with it."""

    subject: str
    seed: int
    accent: str
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def title(self) -> str:
        return f"{self.subject} {self.seed}"


def fill_library(orders: list[Order], report: Report) -> dict[str, Image]:
    """The image of each order, by its title. What is in the library is not drawn again."""
    wanted = {order.title: order for order in reversed(orders)}
    found = {image.title: image for image in Image.objects.filter(title__in=wanted)}
    missing = [order for title, order in wanted.items() if title not in found]
    with closing(drawn(_draw, missing)) as pictures:
        for done, (order, prepared) in enumerate(pictures, 1):
            found[order.title] = add_image(
                prepared=prepared,
                title=order.title,
                alt=order.alt,
                is_decorative=not order.alt,
                caption=order.caption,
                credit=order.credit or CREDIT,
                licence=LICENCE,
            )
            report("Pictures", done, len(missing))
    return found


def _draw(order: Order) -> Prepared:
    ink = INKS[order.accent]
    if order.subject == PORTRAIT:
        drawing = portrait(accent=ink, seed=order.seed, width=SMALL)
    elif order.subject == EMBLEM:
        drawing = emblem(accent=ink, seed=order.seed, width=SMALL)
    else:
        drawing = draw(order.subject, accent=ink, seed=order.seed, width=LARGE)
    return prepare_drawn(drawing.image, focal_point=drawing.focal_point)
