"""Readers follow a story while it happens: on its page, by addresses that stay, and without reloading."""

import json
import re
from datetime import timedelta

import pytest

from articles.actions.withdraw import withdraw
from articles.live.actions import end_coverage, remove_entry, revise_entry
from articles.live.models import Coverage, Entry
from articles.models import Kind
from newsroom import clock
from tests.articles.live.telling import at, make_live, tell
from tests.factories.images import make_image

pytestmark = pytest.mark.django_db


def facts(page):
    return json.loads(re.search(r'<script type="application/ld.json">(.*?)</script>', page)[1])


def test_entries_stand_under_the_story_newest_first(client):
    story = make_live(body="<p>What we know.</p>")
    tell(story, "First thing", "Second thing")

    page = client.get(story.get_absolute_url()).text

    assert page.index("What we know") < page.index("Second thing") < page.index("First thing")


def test_a_story_of_another_kind_shows_none(client):
    story = make_live()
    tell(story, "First thing")
    story.kind = Kind.NEWS
    story.save()

    assert "First thing" not in client.get(story.get_absolute_url()).text


def test_what_stands_out_is_summed_up_and_pinned_at_the_top(client):
    story = make_live()
    [key] = tell(story, "The dam broke", headline="Dam breaks", is_key=True)
    tell(story, "Numbers to call", is_pinned=True)
    tell(story, "It rains")

    page = client.get(story.get_absolute_url()).text

    page = page[page.index("<main") :]
    assert f'<a href="{at(story, key.pk)}">Dam breaks</a>' in page
    assert page.index("Numbers to call") < page.index("It rains")


def test_an_entry_has_an_address_that_stays_while_others_come(client):
    story = make_live()
    [entry] = tell(story, "The dam broke")
    tell(story, *(f"Later {n}" for n in range(30)))

    page = client.get(at(story, entry.pk))

    assert page.status_code == 200
    assert f'id="entry-{entry.pk}"' in page.text
    assert "Later" not in page.text
    assert f'<link rel="canonical" href="http://testserver{story.get_absolute_url()}">' in page.text


def test_older_entries_are_reached_by_key_and_none_is_skipped(client):
    story = make_live()
    entries = tell(story, *(f"No {n}." for n in range(45)))
    address, seen = story.get_absolute_url(), []
    while address:
        page = client.get(address).text
        seen += [int(number) for number in re.findall(r'data-entry="(\d+)"', page)]
        further = re.search(r'<p class="live-older"><a href="([^"]+)"', page)
        address = further and further[1]

    assert seen == [entry.pk for entry in reversed(entries)]


def test_a_removed_entry_is_nowhere_and_its_address_says_so(client):
    story = make_live()
    first, second = tell(story, "True", "Untrue")

    remove_entry(entry=second)

    assert "Untrue" not in client.get(story.get_absolute_url()).text
    gone = client.get(at(story, second.pk))
    assert gone.status_code == 410
    assert "This entry was removed" in gone.text
    assert "Untrue" not in client.get(at(story, "after", first.pk)).text


def test_an_edited_entry_says_so_and_one_that_was_pinned_does_not(client):
    story = make_live()
    [entry] = tell(story, "Five boats")
    revise_entry(entry=entry, is_pinned=True)
    assert "edited" not in client.get(story.get_absolute_url()).text

    revise_entry(entry=entry, body="<p>Six boats</p>")

    page = client.get(story.get_absolute_url()).text
    assert "Six boats" in page
    assert "edited" in page


def test_what_was_told_since_is_a_small_piece(client):
    story = make_live()
    first, second = tell(story, "First thing", "Second thing")

    piece = client.get(at(story, "after", first.pk))

    assert re.findall(r'data-entry="(\d+)"', piece.text) == [str(second.pk)]
    assert "<html" not in piece.text
    assert len(client.get(at(story, "after", second.pk)).content) < 200
    assert "First thing" in client.get(at(story, "after", 0)).text


@pytest.mark.parametrize("end", ["999999", "after/999999"])
def test_only_numbers_of_its_own_entries_have_a_page(client, end):
    story, other = make_live(), make_live()
    [foreign] = tell(other, "Elsewhere")

    assert client.get(f"{at(story)}{end}/").status_code == 404
    assert client.get(at(story, foreign.pk)).status_code == 404
    assert client.get(at(story, "after", foreign.pk)).status_code == 404


def test_of_a_story_that_is_not_public_nothing_is_told(client):
    story = make_live()
    [entry] = tell(story, "First thing")
    withdraw(story=story, reason="Wrong.")
    scheduled = make_live(published_at=clock.now() + timedelta(days=1))
    [early] = tell(scheduled, "Early")

    assert client.get(at(story, entry.pk)).status_code == 410
    assert client.get(at(story, "after", 0)).status_code == 410
    assert client.get(at(scheduled, early.pk)).status_code == 404
    assert client.get(at(scheduled, "after", 0)).status_code == 404


def test_machines_are_told_what_a_live_blog_is(client):
    story = make_live()
    _, second = tell(story, "First thing", "Second thing")
    end_coverage(story=story)

    told = facts(client.get(story.get_absolute_url()).text)

    assert told["@type"] == "LiveBlogPosting"
    assert told["coverageStartTime"] <= told["coverageEndTime"]
    assert [one["articleBody"] for one in told["liveBlogUpdate"]] == ["Second thing", "First thing"]
    assert told["liveBlogUpdate"][0]["url"] == f"http://testserver{at(story, second.pk)}"
    assert told["liveBlogUpdate"][0]["@type"] == "BlogPosting"


def test_pages_stop_asking_when_the_coverage_ends(client):
    story = make_live()
    tell(story, "First thing")
    assert "<live-updates" in client.get(story.get_absolute_url()).text

    end_coverage(story=story)

    page = client.get(story.get_absolute_url()).text
    assert "<live-updates" not in page
    assert "How it happened" in page


def test_two_thousand_entries_cost_what_twenty_cost(client, django_assert_max_num_queries):
    story, picture = make_live(), make_image()
    Coverage.objects.create(story=story)
    body = f'<p>Text.</p><news-figure data-image="{picture.pk}"></news-figure>'
    Entry.objects.bulk_create(Entry(story=story, body=body, is_key=n % 50 == 0) for n in range(2_000))
    middle = Entry.objects.order_by("pk")[1_000]
    client.get(story.get_absolute_url())

    with django_assert_max_num_queries(16):
        page = client.get(story.get_absolute_url())
    assert len(page.content) < 100_000
    with django_assert_max_num_queries(10):
        client.get(at(story, middle.pk))
    with django_assert_max_num_queries(5):
        client.get(at(story, "after", middle.pk))
