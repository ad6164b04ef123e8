"""`make pictures`: draws the screens of the handbooks, docs/pictures/*.webp, from a demo paper built for that.

The paper stands in a folder that goes again, and is served on a free port of loopback; Chromium draws each screen.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
DATA = tempfile.TemporaryDirectory(prefix="newsroom-pictures-")
os.environ |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings.development", "NEWSROOM_DATA": DATA.name}
# Playwright's event loop runs in this thread, beside nothing else.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from articles.actions import moving  # noqa: E402
from articles.actions.preview_links import make_preview_link  # noqa: E402
from articles.actions.publish import publish  # noqa: E402
from articles.actions.revisions import keep_first, keep_revision  # noqa: E402
from articles.actions.write import write_story  # noqa: E402
from articles.live.actions import post_entry  # noqa: E402
from articles.models import Category, Kind, Story  # noqa: E402
from comments.actions.moderate import reject  # noqa: E402
from comments.actions.post import post_comment  # noqa: E402
from comments.actions.report import report  # noqa: E402
from comments.models import Comment, Reason  # noqa: E402
from comments.receipt import receipt_address  # noqa: E402
from newsroom import clock  # noqa: E402

PICTURES = ROOT / "docs/pictures"
WIDE = {"width": 1280, "height": 860}
PATIENCE = 60


def people() -> tuple[User, User]:
    return (
        User.objects.create_superuser("anna", password="typed"),
        User.objects.create_user("bert", password="typed", is_staff=True),
    )


def day(anna: User, bert: User) -> dict[str, Story]:
    """A day at the desk: a draft that came back, one that waits, one that was rewritten, and some for the week."""
    category = Category.objects.filter(parent=None).order_by("position").first()

    def write(headline: str, deck: str, by: User) -> Story:
        body = "<p>The council meets on Monday at noon.</p><p>Nobody has counted the night boats yet.</p>"
        story = write_story(headline=headline, deck=deck, body=body, category=category, created_by=by)
        keep_first(story=story)
        return story

    waits = write("Council votes on the harbour wall", "It would keep the sea out for forty years.", bert)
    returned = write("A museum for the lighthouse keepers", "The last of them left in spring.", anna)
    rewritten = write("Who pays for the night ferry", "A first look at the numbers.", anna)
    moving.submit(story=waits)
    moving.submit(story=returned)
    moving.return_to_writer(story=returned, note="Who says so? Please ring the keeper and name two sources.", by=anna)
    rewritten.deck = "A second look at the numbers, with the passengers'."
    rewritten.body = "<p>The council meets on Tuesday evening.</p><p>Nobody has counted the night boats yet.</p>"
    rewritten.save()
    keep_revision(story=rewritten, by=anna, note="After the call to the ferry office")
    make_preview_link(story=rewritten, note="The ferry's lawyer", by=anna)
    for days, headline in enumerate(
        ("The orchards after the frost", "Rovers before the derby", "A winter of opera"), 1
    ):
        publish(story=write(headline, "In short.", anna), at=clock.now() + timedelta(days=days), by=anna)
    return {"returned": returned, "rewritten": rewritten}


@contextmanager
def served():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(PATIENCE):
            with suppress(URLError, OSError):
                urlopen(f"http://127.0.0.1:{port}/admin/login/", timeout=5).close()
                break
            time.sleep(1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def draw(page: Page, name: str, *, whole: bool = False) -> None:
    page.wait_for_timeout(500)
    drawn = Image.open(BytesIO(page.screenshot(full_page=whole)))
    drawn.save(PICTURES / f"{name}.webp", quality=70, method=6)
    print(f"docs/pictures/{name}.webp")


def meet(page: Page, site: str, story: Story) -> None:
    """Somebody else saves while the form is open."""
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.get_by_label("Deck").fill("The council has read the passengers' letters.")
    story.refresh_from_db()
    story.deck = "The council has counted the passengers."
    story.save()
    editor = User.objects.get(username="bert")
    keep_revision(story=story, by=editor)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("region", name="What both of you wrote").wait_for()


def arrange(page: Page, site: str) -> None:
    """Two stories are placed in the row."""
    page.goto(f"{site}/admin/front/front/home/")
    page.locator("#slot-1 .front-filled").first.get_by_role("button", name="Place").click()
    page.locator("#slot-1 .front-filled").nth(1).get_by_role("button", name="Place").click()
    page.goto(f"{site}/admin/front/front/home/")


def tell(page: Page, site: str) -> None:
    """A live story of the demo paper, with three entries."""
    story = Story.objects.filter(kind=Kind.LIVE).latest("published_at")
    for headline, body in (
        ("The chamber is full", "<p>Members stand in the aisles. The speaker asks for quiet.</p>"),
        ("", "<p>Two amendments are withdrawn.</p>"),
        ("The vote begins", "<p>It is by names, and will take an hour.</p>"),
    ):
        post_entry(story=story, headline=headline, body=body, is_key=bool(headline))
    page.goto(f"{site}/admin/live/coverage/{story.pk}/")
    page.locator("[contenteditable][role=textbox]").wait_for()


def talk() -> Comment:
    """Readers comment on a story of the demo paper; the last one waits."""
    story = Story.objects.public().filter(comment_count=0, language="en").order_by("-published_at").first()
    said = [
        (
            "Jonas Brandt",
            "I cross twice a day. A timetable that holds in fog is worth more than a new boat.",
            "11",
        ),
        ("Maren", "You are a liar and everybody on the quay knows it.", "12"),
        ("Tove Lindqvist", "Please stay with the subject. I have the timetable at home, and it is right.", "13"),
    ]
    comments: list[Comment] = []
    for name, text, block in said:
        parent = comments[1] if len(comments) == 2 else None
        comments.append(post_comment(story=story, name=name, text=text, parent=parent, address=f"192.0.{block}.1"))
    reject(comments=[comments[1]], reason=Reason.ABUSE)
    report(comment=comments[2], wrong="personal", words="She tells where she lives.", address="192.0.14.1")
    links = "See https://ferry.example/times and https://harbour.example/fog before you write such a thing."
    shout = "WHO HAS PAID FOR THIS STORY, I WOULD LIKE TO KNOW!"
    post_comment(story=story, name="Per", text=shout, parent=comments[0], address="192.0.12.1")
    return post_comment(story=story, name="Ines Moreau", text=links, parent=comments[0], address="192.0.15.1")


def draw_comments(page: Page, site: str) -> None:
    waits = talk()
    page.goto(f"{site}/admin/comments/comment/queue/")
    draw(page, "queue")
    page.goto(f"{site}{receipt_address(waits)}")
    page.locator("#receipt").scroll_into_view_if_needed()
    draw(page, "receipt")
    page.goto(f"{site}{waits.story.get_absolute_url()}#comments")
    page.get_by_text("Removed:").scroll_into_view_if_needed()
    draw(page, "removed")


def main() -> None:
    for command in (("migrate",), ("demo",), ("collectstatic", "--no-input")):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    PICTURES.mkdir(exist_ok=True)
    stories = day(*people())
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("There is no Chromium on this machine: install it.")
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-quic"])
        page = browser.new_page(viewport=WIDE, color_scheme="light")
        page.goto(f"{site}/admin/")
        page.get_by_label("Username").fill("anna")
        page.get_by_label("Password").fill("typed")
        page.get_by_role("button", name="Log in").click()
        draw(page, "desk")
        for name, address in (
            ("story", f"{stories['returned'].pk}/change/"),
            ("history", f"{stories['rewritten'].pk}/history/"),
            ("preview-links", f"{stories['rewritten'].pk}/previews/"),
            ("stories", ""),
        ):
            page.goto(f"{site}/admin/articles/story/{address}")
            draw(page, name)
        arrange(page, site)
        draw(page, "front")
        tell(page, site)
        draw(page, "live")
        meet(page, site, stories["rewritten"])
        draw(page, "both-texts")
        draw_comments(page, site)
        browser.close()


if __name__ == "__main__":
    main()
