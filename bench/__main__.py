"""`make bench`: seed an archive once, then measure cold pages. SIZE= says how many stories.

The archive is kept in `.data/bench/` and used again by the next run with the same SIZE.
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE = int(os.environ.get("SIZE", "100000"))
DATA = ROOT / ".data" / "bench" / str(SIZE)
WHOLE = DATA / "seeded"

os.environ |= {"NEWSROOM_DATA": str(DATA), "DJANGO_SETTINGS_MODULE": "newsroom.settings.development"}
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

django.setup()

# Django must be set up before any model is imported.
from django.core.management import call_command  # noqa: E402

from articles.models import Category, Filing, Story  # noqa: E402
from articles.views.section import STORIES_IN_A_SECTION  # noqa: E402
from bench import archive, cold  # noqa: E402


def main() -> None:
    if not WHOLE.exists():
        shutil.rmtree(DATA, ignore_errors=True)
        DATA.mkdir(parents=True)
        call_command("migrate", verbosity=0)
        archive.seed(SIZE)
        WHOLE.touch()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    newest = [story.get_absolute_url() for story in Story.objects.lines().only("published_on", "slug")[:41]]
    deep = Filing.objects.in_list_of(Category.objects.get(path="section-0")).count() // (2 * STORIES_IN_A_SECTION)
    print(f"\n{SIZE:,} stories, {os.cpu_count()} cores, Python {sys.version.split()[0]}, Django {django.__version__}\n")
    cold.main(newest, deep)


if __name__ == "__main__":
    main()
