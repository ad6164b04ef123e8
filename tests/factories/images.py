"""Pictures for tests: pixels, files made of them, and rows of the library."""

from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image as pillow  # noqa: N813
from PIL import ImageDraw

from articles.media.actions import add_image

_serial = count(1)


def make_picture(width=64, height=48, mode="RGB", colour=None):
    """Pixels: a field with a disc in it, each call in other colours unless one is given."""
    tint = colour or tuple((next(_serial) * step) % 256 for step in (37, 91, 53))
    picture = pillow.new("RGB", (width, height), tint)
    ImageDraw.Draw(picture).ellipse((0, 0, width / 2, height / 2), fill=(250, 240, 20))
    return picture.convert(mode)


def make_file(picture=None, name="picture.jpg", **options):
    """A file as it would be uploaded; its name's ending says the format."""
    buffer = BytesIO()
    kind = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}[name.rpartition(".")[2]]
    (picture or make_picture()).save(buffer, kind, **options)
    return ContentFile(buffer.getvalue(), name=name)


def make_image(**given):
    """A picture of the library, small and unlike every other unless `upload` is given."""
    number = next(_serial)
    defaults = {"title": f"Picture {number}", "alt": f"A yellow disc, number {number}", "credit": "Ana Lima"}
    return add_image(**{"upload": make_file()} | defaults | given)
