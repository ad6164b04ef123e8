"""`{% picture %}`: a picture of the library in the size and format that the reader's screen needs."""

from typing import Any, Final

from django import template

from articles.media.models import Image, Rendition, nearest
from articles.media.shapes import Shape

register = template.Library()

# What browsers without `srcset` get.
USUAL_WIDTH: Final = 800


@register.inclusion_tag("components/picture.html")
def picture(
    image: Image | None,
    shape: Shape = "landscape",
    *,
    sizes: str = "100vw",
    priority: bool = False,
    css_class: str = "",
    alt: str | None = None,
) -> dict[str, Any]:
    """Show `image` in a shape, or nothing when there is no image.

    `sizes` is the HTML attribute; `priority` is for the one picture that a reader sees first; `css_class` goes on
    `<picture>`; `alt` says what the picture means in this very place, where the library's own words do not fit.
    """
    if image is None:
        return {}
    *better, (_, fallback) = image.made(shape).items()
    # Numbers are given as text: a page holds many pictures, and numbers would each be looked up in the locale.
    return {
        "sources": [(kind, _srcset(renditions)) for kind, renditions in better],
        "srcset": _srcset(fallback) if better else "",
        "src": nearest(fallback, USUAL_WIDTH).url,
        "width": str(fallback[-1].width),
        "height": str(fallback[-1].height),
        "alt": image.text_alternative if alt is None else alt,
        "sizes": sizes,
        "priority": priority,
        "css_class": css_class,
    }


def _srcset(renditions: list[Rendition]) -> str:
    return ", ".join(f"{made.url} {made.width}w" for made in renditions)
