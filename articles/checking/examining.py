"""Every check of a story, as strict as the desk has set each."""

from articles.bodies import rendering
from articles.bodies.references import image_ids
from articles.checking.finding import Finding
from articles.checking.page import Reading, of_text
from articles.checking.story import of_parts, of_pictures, of_words
from articles.media.models import Image
from articles.models import Story
from articles.models.checks import CheckLevel, Level


def examine(story: Story) -> list[Finding]:
    """What was found, what stops publication first. Of a story as it is kept: its byline and sources are asked for."""
    levels = dict(CheckLevel.objects.values_list("check_of", "level"))
    ids = image_ids(story.body)
    images = Image.objects.in_bulk(ids) if ids else {}
    reading = Reading(rendering.render(story.body, images))
    inside = [images[pk] for pk in ids if pk in images]
    found = [*of_parts(story), *of_pictures(story, inside), *of_text(reading), *of_words(story)]
    judged = [one._replace(level=levels.get(one.check, Level.WARN)) for one in found]
    return sorted((one for one in judged if one.level != Level.OFF), key=lambda one: not one.stops)
