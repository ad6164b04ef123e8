"""Which pictures of the library a body shows."""

from typing import Any

from articles.bodies.references import image_ids
from articles.media.models import Image


def note_pictures(rows: Any, body: str) -> None:
    """Make the related `rows` of a text (each with an `image`) say which pictures `body` shows.

    A picture that the library does not have is left out, as it is when the body is shown.
    """
    named = image_ids(body)
    wanted = set(Image.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
    there = set(rows.values_list("image", flat=True))
    if there - wanted:
        rows.filter(image__in=there - wanted).delete()
    for pk in sorted(wanted - there):
        rows.create(image_id=pk)
