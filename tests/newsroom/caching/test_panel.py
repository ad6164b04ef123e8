"""The desk says of any address whether a page is kept there, what it shows and why it was purged."""

import re

import pytest
from django.urls import reverse

from articles.actions.withdraw import withdraw
from newsroom.caching import standing
from newsroom.caching.models import Purge
from newsroom.caching.pages import pages
from newsroom.caching.purging import purge
from newsroom.panel.naming import Row, row_of
from tests.factories.comments import make_comment
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

PANEL = "/admin/pages/"


@pytest.fixture
def story(keeping):
    return make_story(headline="Ferry sails at dawn", category=make_category(slug="world", name="World"))


@pytest.fixture
def person(client, roles):
    """Logs somebody of that role in."""

    def log_in(role):
        user = make_user(role)
        client.force_login(user)
        return user

    return log_in


@pytest.fixture
def says(client, person):
    """What an administrator reads about an address."""
    person("administrator")
    return lambda address="": text_of(client.get(PANEL, {"address": address} if address else {}))


def text_of(response):
    assert response.status_code == 200
    body = response.text.partition('<div id="content"')[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.mark.parametrize(
    ("role", "sees", "purges"),
    [
        ("administrator", True, True),
        ("editor", True, False),
        ("author", False, False),
        ("contributor", False, False),
        ("moderator", False, False),
    ],
)
def test_editors_look_and_administrators_purge(client, person, worker, story, role, sees, purges):
    address = story.get_absolute_url()
    worker.ask(address)
    person(role)

    assert client.get(PANEL).status_code == (200 if sees else 403)
    assert (PANEL in client.get("/admin/").text) is sees
    assert ("Purge this address" in client.get(PANEL, {"address": address}).text) is purges
    assert client.post(PANEL, {"address": address}).status_code == (302 if purges else 403)
    assert worker.makes(address) is purges


def test_a_stranger_is_asked_who_they_are(client, keeping):
    assert client.get(PANEL).headers["location"].startswith(reverse("admin:login"))


def test_a_kept_page_is_told_with_all_that_it_shows(client, says, worker, story):
    worker.ask(story.get_absolute_url())
    text = says(story.get_absolute_url())

    assert f"http://testserver{story.get_absolute_url()} It is kept, and readers get this copy." in text
    assert re.search(r"1 page is kept, in \d", text)
    for fact in ("Kept since", "Holds until", "packed", "no story of the paper waits"):
        assert fact in text
    assert "It is about" in text
    assert "story “Ferry sails at dawn”" in text
    assert "comments on “Ferry sails at dawn”" in text
    assert "the sections" in text
    link = reverse("admin:articles_story_change", args=[story.pk])
    assert (
        f'<a href="{link}">story “Ferry sails at dawn”</a>'
        in client.get(PANEL, {"address": story.get_absolute_url()}).text
    )


@pytest.mark.parametrize("typed", ["http://testserver/latest/?x=1", "latest", "testserver/latest", " /latest/ "])
def test_an_address_may_be_copied_from_a_browser(says, worker, story, typed):
    worker.ask("/latest/")

    assert "http://testserver/latest/ It is kept" in says(typed)


def test_what_was_purged_is_told_with_the_reason(says, worker, story):
    worker.ask(story.get_absolute_url())
    story.headline = "Ferry stays in harbour"
    story.save()

    text = says(story.get_absolute_url())

    assert "It is not kept any more: it was purged." in text
    since, _, before = text.partition("before this copy was made")
    assert f"story {story.pk} changed" in since
    assert f"story {story.pk} changed" in before


def test_what_no_purge_has_named_is_told(says, worker, story):
    worker.ask("/robots.txt")
    Purge.objects.all().delete()

    assert "No purge named it" in says("/robots.txt")


def test_what_is_out_of_date_is_told(says, worker, story):
    worker.ask("/latest/")
    make_story(category=story.category)

    assert "It is kept, but out of date" in says("/latest/")


def test_looking_changes_nothing(says, worker, story):
    worker.ask("/latest/")
    make_story(category=story.category)
    says("/latest/")
    says("/world/")

    assert worker.makes("/latest/")
    assert worker.makes("/world/")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/latest/", "nobody has asked for it yet"),
        ("/nowhere/", "there is no page at this address"),
        ("/2020/01/01/nothing/", "there is no page at this address"),
        ("/search/", "It is never kept"),
        ("/admin/", "It is never kept"),
        ("/latest/page/1/", "It is never kept"),
    ],
)
def test_what_is_not_kept_is_told_with_the_reason(says, story, address, reason):
    assert reason in says(address)


def test_what_was_taken_down_is_told(says, worker, story):
    withdraw(story=story, reason="The court asked us to.")
    assert "what stood at this address was taken down" in says(story.get_absolute_url())


def test_for_a_host_that_is_not_named_nothing_is_kept(says, settings, story):
    settings.ALLOWED_HOSTS = ["testserver", ".paper.example"]
    assert "It is not kept for this host" in says("http://www.paper.example/latest/")


def test_a_paper_with_an_address_is_asked_at_it(says, settings, worker_of, story):
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://paper.example", ["paper.example", "testserver"]
    worker_of().ask("/latest/", host="paper.example")
    assert "https://paper.example/latest/ It is not kept: nobody" in says("/latest/")
    assert "http://paper.example/latest/ It is kept" in says("http://paper.example/latest/")


def test_what_is_no_address_is_asked_again(says, keeping):
    assert "“other.example” is not a host of this paper" in says("https://other.example/")


def test_the_newest_purges_are_listed(says, story):
    make_comment(story=story)
    purge(["story:1", "story:2", "story:3", "story:4", "story:5"], gone=True, because="A test took five down")

    text = says()

    assert "The newest purges" in text
    assert "A test took five down at once everywhere story:1, story:2, story:3, story:4 and 1 more" in text


def test_a_purge_from_the_desk_says_who_it_was(client, person, worker, story):
    user = person("administrator")
    worker.ask("/latest/")

    seen = client.post(PANEL, {"address": "http://testserver/latest/"}, follow=True)

    assert "/latest/ is purged" in seen.text
    assert Purge.objects.newest_first().first().because == f"{user.username} purged /latest/"
    assert worker.makes("/latest/")


@pytest.mark.parametrize("address", ["", "/admin/", "https://other.example/"])
def test_what_is_never_kept_is_not_purged(client, person, keeping, address):
    person("administrator")
    client.post(PANEL, {"address": address})
    assert not Purge.objects.exists()


def test_a_purge_from_another_site_is_refused(keeping, roles, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(make_user("administrator"))
    assert client.post(PANEL, {"address": "/latest/"}).status_code == 403


def test_where_no_page_is_kept_the_desk_says_why(client, person, db, settings, folder):
    person("editor")
    folder.write_text("a file where the folder should be")
    assert "takes no files" in text_of(client.get(PANEL, {"address": "/latest/"}))
    settings.PAGES = False
    pages.cache_clear()
    assert "PAGES is off" in text_of(client.get(PANEL, {"address": "/latest/"}))


@pytest.mark.parametrize(
    ("key", "row"),
    [
        ("story:5", Row("story", 5)),
        ("comments:5", Row("story", 5, "comments on")),
        ("list:category:3", Row("category", 3, "stories of")),
        ("latest", None),
        ("year:2026", None),
        ("day:2026-11-26", None),
        ("story:", None),
        ("story:٣", None),
        ("list:", None),
        ("story:99999999999999999999", None),
    ],
)
def test_a_key_of_a_row_is_known_by_its_form(key, row):
    assert row_of(key) == row


def test_only_the_newest_purges_are_looked_through(keeping, monkeypatch):
    monkeypatch.setattr(standing, "LOOKED_THROUGH", 3)
    for number in range(5):
        purge([f"story:{number}"])

    assert [row.keys for row in standing.purges_of(["story:1", "story:2", "story:4"], 9)] == [["story:4"], ["story:2"]]
