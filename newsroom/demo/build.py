"""Building the demo paper through the same actions that editors, importers and readers use.

Each step looks for what is there before it makes anything, and a story comes with its comments in one transaction: so a
build that was interrupted is finished by the next, and one that was finished is left alone.
"""

from django.core.exceptions import ValidationError

from articles.models import Story
from newsroom.demo.library import EMBLEM, PORTRAIT, Order, fill_library
from newsroom.demo.progress import Report
from newsroom.demo.prose import Paper
from newsroom.demo.readers import let_read
from newsroom.demo.registers import Registers
from newsroom.demo.stories import relate, tell


def build(*, paper: Paper, time_zone: str, report: Report) -> int:
    """Make everything that is missing and return how many stories that was.

    Raises ValidationError, and makes nothing, when the database holds the stories of another paper.
    """
    refuse_another_paper(paper)
    images = fill_library(orders(paper), report)
    registers = Registers(paper, images, time_zone)
    there = set(Story.objects.values_list("slug", flat=True))
    missing = [story for story in reversed(paper.stories) if story.slug not in there]
    threads = {thread.story: thread for thread in paper.threads}
    for done, story in enumerate(missing, 1):
        tell(story, threads.get(story.slug), registers)
        report("Stories", done, len(missing))
    relate(paper.stories)
    let_read(time_zone=time_zone)
    return len(missing)


def refuse_another_paper(paper: Paper) -> None:
    ours = {story.slug for story in paper.stories}
    strange = next((slug for slug in Story.objects.values_list("slug", flat=True) if slug not in ours), None)
    if strange is not None:
        raise ValidationError(
            f"This database holds stories that are not the demo paper's, such as “{strange}”. Nothing was changed. "
            "Start the demo with a data folder of its own: NEWSROOM_DATA=…"
        )


def orders(paper: Paper) -> list[Order]:
    """Every picture of the paper. One that several stories show takes the colours and words of the newest."""
    accents = {category.path: category.accent for category in paper.categories}
    drawn = [
        Order(picture.subject, picture.seed, accents[story.category], picture.alt, picture.caption, picture.credit)
        for story in paper.stories
        for picture in story.pictures
    ]
    faces = [Order(PORTRAIT, n, "slate", f"Drawn portrait of {who.name}.") for n, who in enumerate(paper.authors)]
    marks = [Order(EMBLEM, n, "navy") for n, _ in enumerate(paper.sources)]
    return drawn + faces + marks
