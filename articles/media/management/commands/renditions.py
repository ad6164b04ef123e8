"""`manage.py renditions`: makes what is missing, for instance after an archive was taken in without renditions."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.media.actions import make_missing
from articles.media.models import Image


class Command(BaseCommand):
    help = "Make the renditions of every picture that has none yet. May be stopped and run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        made = 0
        for image in Image.objects.without_renditions().iterator(chunk_size=50):
            make_missing(image=image)
            made += 1
        self.stdout.write(f"Made the renditions of {made} picture{'' if made == 1 else 's'}.")
