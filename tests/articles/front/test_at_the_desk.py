"""Fronts at the desk: every button is a change of the draft, and nothing reaches readers before it is launched."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from articles.front.models import Front, Launch
from articles.models import Tag
from newsroom import clock
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db
HOME = "/admin/front/front/home/"


@pytest.fixture
def desk(client):
    client.force_login(make_user("editor", username="ana"))
    return client


def do(client, what, front=HOME, **more):
    return client.post(front, {"do": what, **more}, follow=True)


def draft():
    return Front.objects.get(category=None).drafted


def cards():
    return [card.story for card in draft().cards()]


def in_fields(moment):
    return localtime(moment).strftime("%Y-%m-%dT%H:%M")


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


def test_what_a_slot_is_can_be_said(desk):
    sport, _ = make_category(name="Sport"), make_story(tags=["Rowing"])
    do(desk, "slot-add", layout="list")
    number = draft().slots[-1].number
    said = {"layout": "row_of_three", "title": "On the water", "count": "6", "fills": "on", "category": sport.pk}
    address = f"{HOME}slots/{number}/"
    seen = re.search(r'name="seen" value="([^"]*)"', desk.get(address).text)[1].replace("&quot;", '"')

    answer = desk.post(address, {**said, "tag": "rowing", "kind": "analysis", "hours": "48", "seen": seen})

    assert answer.status_code == 302
    slot = draft().slot(number)
    assert (slot.layout, slot.title, slot.places, slot.fills) == ("row_of_three", "On the water", 6, True)
    assert (slot.rule.category, slot.rule.tag, slot.rule.kind, slot.rule.hours) == (
        sport.pk,
        Tag.objects.get().pk,
        "analysis",
        48,
    )


def card_address(desk, story):
    do(desk, f"pin:{story.pk}:1")
    return f"{HOME}cards/{next(draft().cards()).number}/"


def seen_on(page):
    return re.search(r'name="seen" value="([^"]*)"', page.text)[1].replace("&quot;", '"')


def test_a_card_has_its_own_words_picture_sublinks_and_end(desk):
    story, under, picture = make_story(), make_story(headline="Under it"), make_image()
    address = card_address(desk, story)
    ends = clock.now() + timedelta(days=1)
    said = {"headline": "Short", "kicker": "Now", "picture": picture.pk, "size": "feature", "until": in_fields(ends)}
    sublinks = f"https://paper.example{under.get_absolute_url()}?utm_source=x"

    desk.post(address, {**said, "sublinks": sublinks, "seen": seen_on(desk.get(address))})

    card = next(draft().cards())
    assert (card.headline, card.kicker, card.picture, card.size) == ("Short", "Now", picture.pk, "feature")
    assert card.sublinks == (under.pk,)
    assert abs(card.until - ends) < timedelta(minutes=1)
    page = desk.get(HOME).text
    assert "Short" in page
    assert "Under it" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"sublinks": "/nowhere/"}, "There is no story at “/nowhere/”"),
        ({"sublinks": "/2026/13/45/x/"}, "There is no story at"),
        ({"until": "tomorrow"}, "Enter a valid date/time"),
        ({"headline": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_cannot_be_read_comes_back_with_everything_typed(desk, wrong, told):
    address = card_address(desk, make_story())

    page = desk.post(address, {"kicker": "Typed", "seen": seen_on(desk.get(address)), **wrong})

    assert told in page.text
    assert 'value="Typed"' in page.text
    assert next(draft().cards()).kicker == ""


def test_what_another_changed_meanwhile_is_shown_and_not_written_over(desk, client_class):
    address = card_address(desk, make_story())
    seen = seen_on(desk.get(address))
    other = client_class()
    other.force_login(make_user("editor", username="bela"))
    other.post(address, {"headline": "Theirs", "seen": seen_on(other.get(address))})

    page = desk.post(address, {"headline": "Mine", "seen": seen})

    assert "bela changed this while you were writing" in page.text
    assert "<td>Theirs</td>" in page.text
    assert 'value="Mine"' in page.text
    assert next(draft().cards()).headline == "Theirs"
    desk.post(address, {"headline": "Mine", "seen": seen_on(page)})
    assert next(draft().cards()).headline == "Mine"


@pytest.fixture
def client_class(client):
    return type(client)


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
