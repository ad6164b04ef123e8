"""`manage.py demo`: a believable paper, built through the public actions."""

import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser

from newsroom import clock
from newsroom.demo.build import build
from newsroom.demo.people import make_people
from newsroom.demo.progress import bar
from newsroom.demo.prose import Paper, read_paper

TIME_ZONE = "Europe/London"
SMALL = 12


class Command(BaseCommand):
    help = "Build the demo paper: its stories, pictures, comments and two logins. Doing it twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--small", action="store_true", help=f"only the {SMALL} newest stories")

    def handle(self, *_: Any, small: bool, **__: Any) -> None:
        paper = read_paper(now=clock.now().astimezone(ZoneInfo(TIME_ZONE)))
        try:
            told = build(paper=_newest(paper) if small else paper, time_zone=TIME_ZONE, report=bar(sys.stderr))
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        except BrokenProcessPool as loss:
            raise CommandError("A picture's process was ended, perhaps for want of memory. Run it again.") from loss
        logins = make_people(settings.NEWSROOM_DATA)
        self.stdout.write(
            f"The demo paper is ready: {told} new stories." if told else "The demo paper was ready already."
        )
        self.stdout.write(logins.rstrip())


def _newest(paper: Paper) -> Paper:
    """A paper small enough for a test: its newest stories, told of nothing else."""
    stories = tuple(replace(story, related=()) for story in paper.stories[:SMALL])
    slugs = {story.slug for story in stories}
    threads = tuple(thread for thread in paper.threads if thread.story in slugs)
    return replace(paper, stories=stories, threads=threads)
