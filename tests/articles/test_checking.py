"""What the desk is told of a story before it goes out, and what stops it where the desk has said so."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from articles.actions.publish import publish
from articles.checking.examining import examine
from articles.models import CheckLevel, HouseWord, State, Story
from articles.models.checks import Check, Level
from tests.articles.admin.forms import typed_into
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_page, make_source, make_story

pytestmark = pytest.mark.django_db


def fit(**given):
    """A draft in which no check finds anything."""
    image = make_image(alt="A ferry", credit="Ana Lima")
    type(image).objects.filter(pk=image.pk).update(width=2_000)
    image.refresh_from_db()
    fine = {"headline": "Ferry sails", "deck": "At noon.", "lead_image": image, "sources": [make_source()]}
    return make_draft(**fine | given)


def found(story):
    return {finding.check for finding in examine(Story.objects.get(pk=story.pk))}


def figure(image):
    return f'<news-figure data-image="{image.pk}"></news-figure>'


def test_nothing_is_found_in_a_story_that_lacks_nothing():
    assert found(fit()) == set()


@pytest.mark.parametrize(
    ("given", "check"),
    [
        ({"deck": ""}, Check.DECK),
        ({"headline": "x" * 101, "search_title": "Short"}, Check.HEADLINE),
        ({"headline": "x" * 80}, Check.HEADLINE),
        ({"lead_image": None}, Check.NO_PICTURE),
        ({"sources": []}, Check.SOURCE),
        ({"body": "<h2>One</h2><h4>Two</h4>"}, Check.HEADINGS),
        ({"body": '<p><a href="/nowhere/">x</a></p>'}, Check.LINKS),
        ({"body": '<p><a href="/author/nobody/">x</a></p>'}, Check.LINKS),
        ({"body": '<p><a href="/2026/01/01/nothing/">x</a></p>'}, Check.LINKS),
        ({"body": '<p><a href="/2026/99/99/nothing/">x</a></p>'}, Check.LINKS),
    ],
)
def test_what_is_missing_is_told(given, check):
    assert found(fit(**given)) == {check}


def test_a_small_lead_without_words_or_name_is_told():
    image = make_image(alt="", is_decorative=True, credit="")
    type(image).objects.filter(pk=image.pk).update(width=400)

    assert found(fit(lead_image=image)) == {Check.ALT, Check.CREDIT, Check.SMALL}


def test_pictures_in_the_text_are_looked_at():
    fine, bare = make_image(alt="A ferry", credit="Ana"), make_image(alt="", is_decorative=True, credit="")

    assert found(fit(body=figure(fine))) == set()
    assert found(fit(body=figure(bare))) == {Check.ALT, Check.CREDIT}


def test_links_to_what_stands_are_fine():
    story, category, page = make_story(), make_category(), make_page()
    links = (
        story.get_absolute_url(),
        category.get_absolute_url(),
        f"/{page.slug}/",
        "/latest/",
        "https://elsewhere.example/x",
    )
    body = "".join(f'<p><a href="{link}">x</a></p>' for link in links)

    assert found(fit(body=body)) == set()


@pytest.mark.parametrize(("text", "told"), [("They utilise it.", True), ("UTILISE", True), ("The reutiliser", False)])
def test_words_of_the_house_are_found_as_whole_words(text, told):
    HouseWord.objects.create(word="utilise", instead="use")
    story = fit(body=f"<p>{text}</p>")

    assert (Check.WORDS in found(story)) is told
    if told:
        assert "say “use”" in examine(Story.objects.get(pk=story.pk))[0].told


def set_level(check, level):
    CheckLevel.objects.update_or_create(check_of=check, defaults={"level": level})


def test_a_check_that_is_off_says_nothing():
    set_level(Check.DECK, Level.OFF)

    assert found(fit(deck="")) == set()


def test_a_warning_stops_nobody_and_is_told(client):
    story = fit(deck="")
    client.force_login(make_user("editor"))
    form = f"/admin/articles/story/{story.pk}/change/"

    page = client.post(form, typed_into(story, _publish="Publish"), follow=True)

    assert Story.objects.get(pk=story.pk).state == State.PUBLISHED
    assert "The checks found: There is no deck" in page.text


def test_what_stops_stops_people_and_no_command():
    set_level(Check.DECK, Level.BLOCK)
    story = fit(deck="")

    with pytest.raises(ValidationError, match="There is no deck"):
        publish(story=story, by=make_user("editor"))
    assert Story.objects.get(pk=story.pk).state == State.DRAFT
    publish(story=story)
    assert Story.objects.get(pk=story.pk).state == State.PUBLISHED


def test_the_desk_keeps_what_was_typed_and_says_what_stops_it(client):
    set_level(Check.DECK, Level.BLOCK)
    story = fit(deck="")
    client.force_login(make_user("editor"))

    page = client.post(f"/admin/articles/story/{story.pk}/moves/publish/", follow=True)

    assert "There is no deck" in page.text
    assert Story.objects.get(pk=story.pk).state == State.DRAFT


def test_its_page_tells_everything_and_shows_the_cards(client):
    story = fit(deck="", headline="Ferry sails")
    client.force_login(make_user("editor"))

    page = client.get(f"/admin/articles/story/{story.pk}/check/")
    cards = client.get(f"/admin/articles/story/{story.pk}/cards/")

    assert "There is no deck" in page.text
    assert f'src="/admin/articles/story/{story.pk}/cards/"' in page.text
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "As a search result" in cards.text
    assert "Ferry sails" in cards.text
    assert "no-store" in cards["Cache-Control"]
    assert cards["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("end", ["check", "cards"])
def test_of_a_story_that_somebody_may_not_know_nothing_is_told(client, end):
    client.force_login(make_user("contributor"))

    assert client.get(f"/admin/articles/story/{fit().pk}/{end}/").status_code == 403


def test_editors_say_how_strict_each_check_is(client):
    client.force_login(make_user("editor"))
    page = client.get("/admin/articles/checklevel/").text

    assert all(label in page for label in ("No deck", "A picture without a credit"))
    assert client.get("/admin/articles/checklevel/add/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_a_check_that_is_new_gets_its_line_with_the_next_migrate():
    set_level("deck", Level.BLOCK)
    CheckLevel.objects.filter(check_of="words").delete()

    call_command("migrate", verbosity=0)

    assert set(CheckLevel.objects.values_list("check_of", flat=True)) == set(Check.values)
    assert CheckLevel.objects.get(check_of="deck").level == Level.BLOCK


def test_it_asks_the_same_of_a_long_text(django_assert_max_num_queries):
    body = "".join(figure(make_image(credit="A", alt="B")) for _ in range(8))
    story = Story.objects.select_related("lead_image").get(pk=fit(body=body).pk)

    with django_assert_max_num_queries(5):  # levels, pictures, byline, sources, words
        examine(story)
