"""A front seen before it is launched, and asked about afterwards."""

from datetime import timedelta

import pytest

from articles.front.models import Front, Launch
from newsroom import clock
from tests.articles.front.buttons import HOME, do, in_fields
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def test_the_draft_is_seen_on_the_real_page_which_nobody_keeps(desk):
    story = make_story(headline="Ferry sails", published_at=clock.now() - timedelta(days=9))
    make_story(headline="Newer")
    do(desk, f"pin:{story.pk}:1")

    page = desk.get(f"{HOME}page/")

    assert page.text.index("Ferry sails") < page.text.index("Newer")
    assert "preview-banner" in page.text
    assert "no-store" in page["Cache-Control"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    frames = desk.get(f"{HOME}preview/")
    assert frames.text.count(f'src="{HOME}page/"') == 2
    assert "frame-src 'self'" in frames["Content-Security-Policy"]
    assert desk.get("/").text.index("Newer") < desk.get("/").text.index("Ferry sails")


def test_the_history_tells_what_stood_there_at_a_time_and_leads_back(desk):
    first, second = make_story(headline="First pick"), make_story(headline="Second pick")
    begun = clock.now()
    with clock.as_of(begun - timedelta(hours=5)):
        do(desk, f"pin:{first.pk}:1")
        do(desk, "launch", note="Morning", seen=str(Front.objects.get().version))
    with clock.as_of(begun - timedelta(hours=2)):
        do(desk, f"unpin:{next(Launch.objects.get().read.cards()).number}")
        do(desk, f"pin:{second.pk}:1")
        do(desk, "launch", note="Noon", seen=str(Front.objects.get().version))
    history = f"{HOME}history/"

    then = desk.get(history, {"at": in_fields(begun - timedelta(hours=4))}).text
    assert "Morning" in then.split("Launches")[0]
    assert "First pick" in desk.get(history, {"launch": Launch.objects.latest("pk").pk}).text
    before = desk.get(history, {"at": in_fields(begun - timedelta(hours=9))}).text
    assert "Nobody had launched this front by then" in before

    page = desk.post(history, {"back": Launch.objects.earliest("pk").pk}, follow=True)

    assert "It is rolled back" in page.text
    assert [card.story for card in Launch.objects.standing(None).read.cards()] == [first.pk]
    desk.post(history, {"back": "rule"})
    assert Launch.objects.standing(None).read.slots == ()


def test_a_launch_says_what_it_changed(desk):
    first = make_story(headline="First pick")
    do(desk, f"pin:{first.pk}:1")
    do(desk, "launch", note="", seen=str(Front.objects.get().version))
    do(desk, f"unpin:{next(Launch.objects.get().read.cards()).number}")
    do(desk, "slot-add", layout="live")
    do(desk, "launch", note="", seen=str(Front.objects.get().version))

    page = desk.get(f"{HOME}history/", {"launch": Launch.objects.latest("pk").pk}).text

    assert "“First pick” was taken off" in page
    assert "Slot “Live” came." in page
