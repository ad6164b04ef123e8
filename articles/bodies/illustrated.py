"""A stored body with the pictures that it names: one query, and none for a body without pictures."""

from django.utils.safestring import SafeString

from articles.bodies.references import image_ids
from articles.bodies.rendering import render
from articles.media.models import Image


def render_with_images(stored: str) -> SafeString:
    ids = image_ids(stored)
    return render(stored, Image.objects.in_bulk(ids) if ids else {})
