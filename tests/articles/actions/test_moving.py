"""An address once public answers for ever."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from articles import upkeep
from articles.actions.arrange import arrange_category
from articles.actions.move import move_story
from articles.actions.publish import publish
from articles.actions.readdress import save_at_its_address
from articles.actions.redirecting import add_redirect, leave_redirect
from articles.actions.withdraw import withdraw
from articles.models import Redirect, Story
from comments.models import Comment
from newsroom import clock
from newsroom.caching import counting
from tests.factories.stories import make_author, make_category, make_draft, make_page, make_source, make_story

pytestmark = pytest.mark.django_db


def way(client, address):
    """Status and target of each step from an address, as a browser goes."""
    answer = client.get(address, follow=True)
    return [target for target, _ in answer.redirect_chain], answer.status_code


def moved(story, **to):
    story = Story.objects.get(pk=story.pk)
    move_story(**{"story": story, "slug": story.slug, "on": story.published_on} | to)
    return story.get_absolute_url()


def test_a_story_that_moved_is_found_from_its_old_address(client):
    story = make_story(slug="ferry")
    before = story.get_absolute_url()

    after = moved(story, slug="ferry-sails", on=date(2025, 6, 1))

    assert after == "/2025/06/01/ferry-sails/"
    answer = client.get(before)
    assert (answer.status_code, answer["Location"]) == (301, after)
    assert answer["Cache-Control"] == "no-cache"
    assert way(client, before) == ([after], 200)


def test_it_stands_in_the_archive_of_its_new_day_and_in_feeds_at_its_new_address(client):
    story = make_story(slug="ferry")

    after = moved(story, on=date(2025, 6, 1))

    assert after in client.get("/2025/06/01/").text
    assert after in client.get("/feed/").text
    assert after in client.get("/sitemaps/2025-06.xml").text


def test_what_stood_below_it_is_found_too(client):
    story = make_story(slug="ferry")
    before = story.get_absolute_url()

    after = moved(story, slug="boat")

    assert client.get(f"{before}comments/page/2/")["Location"] == f"{after}comments/page/2/"


def test_a_comment_that_was_being_typed_when_the_story_moved_is_sent_on_whole(client):
    story = make_story(slug="ferry")
    before = story.get_absolute_url()
    after = moved(story, slug="boat")

    answer = client.post(f"{before}comments/", {"name": "Ada", "comment": "Well said."})

    assert (answer.status_code, answer["Location"]) == (308, f"{after}comments/")
    assert not Comment.objects.exists()


def test_moved_twice_it_is_one_step_away(client):
    story = make_story(slug="one")
    first = story.get_absolute_url()
    second = moved(story, slug="two")
    third = moved(story, slug="three")

    assert way(client, first) == ([third], 200)
    assert way(client, second) == ([third], 200)


def test_moved_back_it_answers_and_nothing_leads_in_a_circle(client):
    story = make_story(slug="one")
    first = story.get_absolute_url()
    second = moved(story, slug="two")
    moved(story, slug="one")

    assert way(client, first) == ([], 200)
    assert way(client, second) == ([first], 200)
    assert Redirect.objects.count() == 1


def test_withdrawn_after_it_moved_it_says_why_from_both_addresses(client):
    story = make_story(slug="one")
    first = story.get_absolute_url()
    moved(story, slug="two")

    withdraw(story=Story.objects.get(), reason="The court asked us to.")

    answer = client.get(first, follow=True)
    assert answer.status_code == 410
    assert "The court asked us to." in answer.text


def test_a_new_story_at_an_old_address_wins(client):
    story = make_story(slug="one")
    first = story.get_absolute_url()
    moved(story, slug="two")

    make_story(slug="one", headline="Another one")

    assert "Another one" in client.get(first).text
    assert not Redirect.objects.exists()


def test_a_scheduled_story_whose_address_nobody_knows_is_not_moved():
    story = make_draft()
    publish(story=story, at=clock.now() + timedelta(days=1))

    with pytest.raises(ValidationError, match="No reader knows"):
        moved(story, slug="two")


def test_a_story_moves_to_no_taken_address_and_to_no_day_to_come():
    make_story(slug="taken")
    story = make_story(slug="one")
    for to in ({"slug": "taken"}, {"slug": " "}, {"on": clock.today() + timedelta(days=1)}):
        with pytest.raises(ValidationError):
            moved(story, **to)
    assert Story.objects.get(pk=story.pk).slug == "one"
    assert not Redirect.objects.exists()


def test_a_section_takes_its_lists_feeds_and_sections_along(client):
    world = make_category(slug="world")
    asia = make_category(slug="asia", parent=world)
    make_story(category=asia)
    world.slug = "globe"

    arrange_category(category=world)

    assert way(client, "/world/") == (["/globe/"], 200)
    assert way(client, "/world/feed/") == (["/globe/feed/"], 200)
    assert way(client, "/world/asia/feed/") == (["/globe/asia/feed/"], 200)


def test_sections_that_change_places_each_answer_at_their_own(client):
    a, b = make_category(slug="a", name="Aye"), make_category(slug="b", name="Bee")
    for category, slug in ((a, "c"), (b, "a"), (a, "b")):
        category.slug = slug
        arrange_category(category=category)

    assert "Bee" in client.get("/a/").text
    assert "Aye" in client.get("/b/").text
    assert way(client, "/c/") == (["/b/"], 200)


def test_a_section_below_one_that_moved_twice_is_one_step_away(client):
    world, asia = make_category(slug="world"), make_category(slug="asia")
    asia.parent = world
    arrange_category(category=asia)
    world.slug = "globe"
    arrange_category(category=world)

    assert way(client, "/asia/") == (["/globe/asia/"], 200)
    assert way(client, "/world/asia/") == (["/globe/asia/"], 200)


def test_tags_authors_sources_and_pages_leave_a_redirect(client):
    tag = make_story(tags=["Trade"]).tags.get()
    make_story(tags=["Trade"])
    for thing in (tag, make_author(), make_source(), make_page()):
        before, thing.slug = thing.get_absolute_url(), "another"
        save_at_its_address(thing=thing)
        assert way(client, before) == ([thing.get_absolute_url()], 200)


# By hand


def test_an_operator_sends_an_old_address_on(client):
    story = make_story()
    add_redirect(old="/2009/05/old-ferry", new=story.get_absolute_url())

    assert client.get("/2009/05/old-ferry/?utm_source=x")["Location"] == f"{story.get_absolute_url()}?utm_source=x"
    assert client.get("/2009/05/old-ferry/feed/").status_code == 404


def test_one_that_leads_to_another_leads_to_its_end_and_never_in_a_circle(client):
    make_page(slug="about")
    add_redirect(old="/b", new="/about/")
    add_redirect(old="/a", new="/b/")
    assert way(client, "/a/") == (["/about/"], 200)

    add_redirect(old="/x", new="/y/")
    for old, new in (("/y", "/x/"), ("/y", "/y/"), ("/x", "/about/")):
        with pytest.raises(ValidationError):
            add_redirect(old=old, new=new)
    add_redirect(old="/y", new="/about/")
    assert way(client, "/x/") == (["/about/"], 200)


def test_nobody_is_sent_to_another_site(client):
    leave_redirect(old="/old", new="/new")
    for odd in ("/old//evil.example/", "/old/..//evil.example", "/old/\\evil.example/"):
        answer = client.get(odd)
        assert answer.status_code == 404 or answer["Location"].startswith("/new/")


def test_capitals_make_another_address(client):
    leave_redirect(old="/world", new="/globe")
    leave_redirect(old="/x", new="/World/asia")
    leave_redirect(old="/world", new="/earth")

    assert client.get("/x/")["Location"] == "/World/asia/"


def test_addresses_of_any_script_are_sent_on(client):
    leave_redirect(old="/tag/каша", new="/tag/kasha")

    assert client.get("/tag/каша/feed/")["Location"] == "/tag/kasha/feed/"


# What it costs


def test_a_page_that_is_nowhere_asks_once_for_a_redirect(client, django_assert_num_queries):
    leave_redirect(old="/old", new="/new")
    client.get("/nowhere/else/")
    with django_assert_num_queries(1):
        assert Redirect.objects.answering("/old/page/2").new == "/new"


def test_hits_are_counted_once_a_minute_and_not_with_each_request(client):
    counting.drain()
    leave_redirect(old="/old", new="/new")
    for _ in range(3):
        client.get("/old/")
    assert Redirect.objects.get().hits == 0

    upkeep.roll_up_counts()

    assert (Redirect.objects.get().hits, Redirect.objects.get().last_hit_on) == (3, clock.today())
