"""Fronts at the desk: every button is a change of the draft, and nothing reaches readers before it is launched."""

from datetime import timedelta

import pytest

from articles.front.models import Front, Launch
from newsroom import clock
from tests.articles.front.buttons import HOME, cards, do, draft, in_fields
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


def test_the_front_by_rule_is_where_arranging_begins(desk):
    story = make_story(headline="Ferry sails")

    page = desk.get(HOME).text

    assert "by rule" in page
    assert "Ferry sails" in page
    assert "Number 1 of the newest stories that are not opinion" in page
    do(desk, f"pin:{story.pk}:1")
    assert cards() == [story.pk]


def test_a_card_says_who_placed_it(desk):
    story = make_story()
    do(desk, f"pin:{story.pk}", slot="1")

    assert "Placed by ana" in desk.get(HOME).text


def test_cards_go_up_and_down_and_off(desk):
    one, two = make_story(), make_story()
    do(desk, f"pin:{one.pk}:1")
    do(desk, f"pin:{two.pk}:1")
    second = next(card for card in draft().cards() if card.story == two.pk)

    do(desk, f"up:{second.number}")
    assert cards() == [two.pk, one.pk]
    do(desk, f"down:{second.number}")
    assert cards() == [one.pk, two.pk]
    do(desk, f"put:{second.number}", slot="1", at="0")
    assert cards() == [two.pk, one.pk]
    do(desk, f"unpin:{second.number}")
    assert cards() == [one.pk]


def test_slots_come_move_and_go(desk):
    do(desk, "slot-add", layout="gallery")
    number = draft().slots[-1].number
    do(desk, f"slot-up:{number}")
    assert draft().slots[-1].number != number
    do(desk, f"slot-remove:{number}")

    assert draft().slot(number) is None


def test_it_is_launched_with_a_note_and_readers_have_it(desk):
    story = make_story(headline="Ferry sails", published_at=clock.now() - timedelta(days=9))
    make_story(headline="Newer")
    do(desk, f"pin:{story.pk}:1")

    page = do(desk, "launch", note="Ferry day", seen=str(Front.objects.get().version))

    assert "readers have it now" in page.text
    assert Launch.objects.get().note == "Ferry day"
    home = desk.get("/").text
    assert home.index("Ferry sails") < home.index("Newer")


def test_it_is_scheduled_and_the_schedule_taken_back(desk):
    do(desk, f"pin:{make_story().pk}:1")
    then = clock.now() + timedelta(days=1)
    page = do(desk, "schedule", note="", at=in_fields(then), seen=str(Front.objects.get().version))
    assert "It is scheduled" in page.text
    assert "Do not launch it" in page.text

    do(desk, f"cancel:{Launch.objects.get().pk}", note="")

    assert not Launch.objects.exists()
    assert draft() is not None


@pytest.mark.parametrize(
    ("what", "more", "told"),
    [
        ("schedule", {"at": ""}, "Give the time at which"),
        ("schedule", {"at": "2020-01-01T00:00"}, "That time has passed"),
        ("schedule", {"at": "soon"}, "cannot be read"),
        ("pin:999999:1", {}, "not there any more"),
        ("pin:x", {}, "use the buttons"),
        ("conjure:1", {}, "use the buttons"),
        ("unpin:999", {}, "taken off this front meanwhile"),
        ("slot-add", {"layout": "hologram"}, "Choose how the new slot"),
        ("cancel:999", {"note": ""}, "was cancelled meanwhile"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(desk, what, more, told):
    do(desk, f"pin:{make_story().pk}:1")
    given = {"note": "typed", "seen": str(Front.objects.get().version)} if what == "schedule" else {}

    page = do(desk, what, **{**given, **more})

    assert told in page.text
    assert len(cards()) == 1
    if what == "schedule":
        assert 'value="typed"' in page.text


def test_stories_to_place_are_found_by_words_or_address(desk):
    old = make_story(headline="Ferry sails at dawn")
    make_story(headline="Bridge opens")

    assert f"pin:{old.pk}" in desk.get(HOME, {"q": "dawn ferry"}).text
    assert f'value="pin:{old.pk}"' in desk.get(HOME, {"q": old.get_absolute_url()}).text
    assert "No story of the newest 5,000" in desk.get(HOME, {"q": "airport"}).text


def test_a_story_that_is_to_come_may_be_placed_and_says_when_it_appears(desk):
    story = make_story(headline="Tomorrow's", published_at=clock.now() + timedelta(days=1))
    do(desk, f"pin:{story.pk}:1")

    assert "It appears here" in desk.get(HOME).text
    assert "Tomorrow&#x27;s" not in desk.get(f"{HOME}page/").text
    then = in_fields(clock.now() + timedelta(days=2))
    assert "Tomorrow&#x27;s" in desk.get(f"{HOME}page/", {"at": then}).text


def test_a_section_has_a_front_and_its_river_leaves_out_what_stands_there(desk):
    sport = make_category(name="Sport")
    old = make_story(headline="Old race", category=sport, published_at=clock.now() - timedelta(days=9))
    make_story(headline="New race", category=sport)
    address = f"/admin/front/front/{sport.pk}/"
    do(desk, f"pin:{old.pk}:1", front=address)
    front = Front.objects.get(category=sport)
    do(desk, "launch", front=address, note="", seen=str(front.version))

    page = desk.get(sport.get_absolute_url()).text

    assert page.index("Old race") < page.index("New race")
    assert page.count(">Old race<") == 1


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
@pytest.mark.parametrize("address", ["", "preview/", "page/", "history/", "slots/1/", "cards/1/"])
def test_who_may_not_arrange_sees_nothing_of_it(client, role, address):
    client.force_login(make_user(role))

    assert client.get(f"{HOME}{address}").status_code == 403
    assert client.post(f"{HOME}{address}", {"do": "slot-add", "layout": "list"}).status_code == 403
    assert client.get("/admin/front/front/").status_code == 403
    assert not Front.objects.exists()


def test_a_stranger_is_asked_to_log_in(client):
    assert client.get(HOME).status_code == 302


def test_there_is_no_front_of_what_is_no_section(desk):
    assert desk.get("/admin/front/front/999/").status_code == 404
    assert desk.get("/admin/front/front/nonsense/").status_code == 404


def test_every_front_is_listed_with_how_it_stands(desk):
    sport = make_category(name="Sport")
    make_category(name="Rowing", parent=sport)
    do(desk, f"pin:{make_story().pk}:1")

    page = desk.get("/admin/front/front/").text

    assert page.index("Home") < page.index("Sport") < page.index("Rowing")
    assert "changed" in page


def test_a_long_front_opens_in_few_queries(desk, django_assert_max_num_queries):
    for _ in range(6):
        make_category()
    for _ in range(40):
        make_story()
    for _ in range(4):
        do(desk, f"pin:{make_story().pk}:1")
    desk.get(HOME)

    with django_assert_max_num_queries(14):
        desk.get(HOME)
    with django_assert_max_num_queries(9):
        desk.get("/admin/front/front/")
