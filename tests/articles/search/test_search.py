import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.actions.withdraw import withdraw
from articles.models import Story
from articles.search.asking import answer, phrases_of, snippet
from newsroom import clock
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db


def found(question: str) -> list[str]:
    ids = answer(phrases_of(question)).ids
    return [Story.objects.get(pk=pk).headline for pk in ids]


def test_a_story_is_found_by_a_word_of_its_headline_deck_or_body():
    make_story(headline="Ferry runs aground")
    make_story(headline="A", deck="The ferry was late.")
    make_story(headline="B", body="<p>No <strong>ferry</strong> sailed.</p>")

    assert found("ferry") == ["Ferry runs aground", "A", "B"]


def test_every_word_must_be_there():
    make_story(headline="Ferry strike")
    make_story(headline="Ferry")

    assert found("ferry strike") == ["Ferry strike"]


def test_words_in_quotes_must_stand_together():
    make_story(headline="Strike on the ferry")
    make_story(headline="Ferry strike")

    assert found('"ferry strike"') == ["Ferry strike"]


@pytest.mark.parametrize("typed", ["zurich", "Zürich", "ZÜRICH", "zürich"])
def test_case_and_accents_do_not_matter(typed):
    make_story(headline="Nacht über Zürich")

    assert found(typed) == ["Nacht über Zürich"]


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        ("Prices rise 3.5 per cent", "3.5"),
        ("Prices rise 3.5 per cent", "5"),
        ("1,000 boats", "1,000"),
        ("A co-operation treaty", "co-operation"),
        ("A co-operation treaty", '"a co-operation treaty"'),
        ("A co-operation treaty", "operation"),
        ("Read news.example/rivers/today", "rivers"),
        ("Write to ada@news.example", "ada@news.example"),
        ("The file_of_names", "names"),
        ("He said <b>no</b>", "no"),
        ("From 2024-04-24 on", "2024-04-24"),
        ("It fell by -5 degrees", "5"),
        ("It fell by -5 degrees", "-5"),
        ("Don’t go", "don't"),
        ("C++ and C#", "C++"),
        ("Первый ёж", "первый ёж"),
        ("Η Αθήνα σήμερα", "Αθήνα"),
        ("ΑΘΉΝΑ", "αθήνα"),
        ("العبّارة تغادر", "العبّارة"),
        ("हिन्दी समाचार", "हिन्दी"),
        ("Đường phố Hà Nội", "ha noi"),
        ("北京 东京", "北京"),
        ("Cafe\u0301 society", "café"),
        ("Café society", "cafe\u0301"),
        ("Straße in Łódź", "straße łodz"),
    ],
)
def test_a_word_is_found_as_it_is_printed(told, typed):
    make_story(headline=told)
    make_story(headline="Something else")

    assert found(typed) == [told]


@pytest.mark.parametrize("typed", ["हि", "op", "headline:rivers", "NEAR(rivers boats)", "riv*", "rivers -boats x"])
def test_no_part_of_a_word_and_no_sign_means_more_than_itself(typed):
    make_story(headline="हिन्दी co-operation by rivers and boats")

    assert found(typed) == []


def test_only_public_stories_are_found():
    make_draft(headline="Harbour draft")
    make_story(headline="Harbour tomorrow", published_at=clock.now() + timedelta(days=1))
    withdraw(story=make_story(headline="Harbour withdrawn"), reason="Wrong.")

    assert found("harbour") == []


def test_a_changed_headline_is_found_by_its_new_words_only():
    story = make_story(headline="Old words")
    Story.objects.filter(pk=story.pk).update(headline="New words")

    assert (found("old"), found("new")) == ([], ["New words"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_input_is_a_valid_question(client, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200


def test_what_is_typed_is_shown_escaped_and_the_match_is_marked():
    marked = snippet("A <b>ferry</b> ran aground", ["ferry"])

    assert marked == "A &lt;b&gt;<mark>ferry</mark>&lt;/b&gt; ran aground"


@pytest.mark.parametrize(
    ("phrase", "told", "marked"),
    [
        ("Zürich", "In ZÜRICH it rained", "<mark>ZÜRICH</mark>"),
        ("co operation", "The co-operation ends", "<mark>co-operation</mark>"),
        ("हिन्दी", "आज हिन्दी में", "<mark>हिन्दी</mark>"),
        ("ferry", "The ferryman", "The ferryman"),
    ],
)
def test_a_match_is_marked_as_it_is_printed(phrase, told, marked):
    assert marked in snippet(told, phrases_of(f'"{phrase}"'))


def test_a_passage_is_cut_between_words():
    told = "forty sailors " * 20

    marked = snippet(f"{told}ferry {told}", ["ferry"]).removeprefix("…").removesuffix("…")

    assert set(marked.split()) == {"forty", "sailors", "<mark>ferry</mark>"}


def test_who_finds_nothing_is_told_what_to_try(client):
    shown = client.get("/search/", {"q": "walrus"}).content.decode()

    assert "No story contains these words. Try fewer words, or others." in shown
    assert 'href="/latest/"' in shown


def test_who_finds_more_than_is_ranked_is_told_so(client, monkeypatch):
    monkeypatch.setattr("articles.search.asking.CANDIDATES", 2)
    for hour in range(3):
        make_story(headline=f"Ferry {hour}", published_at=clock.now() - timedelta(hours=hour))

    page = client.get("/search/?q=ferry").text

    assert "More than 2 stories" in page
    assert "Ferry 2" not in page


@pytest.mark.parametrize("count", [0, 1, 2])
def test_who_finds_all_there_is_is_told_how_many(client, monkeypatch, count):
    monkeypatch.setattr("articles.search.asking.CANDIDATES", 2)
    for _ in range(count):
        make_story(headline="Ferry")

    assert ["0 stories", "1 story", "2 stories"][count] in client.get("/search/?q=ferry").text


@pytest.mark.parametrize("typed", ["", "  ", "\x00", "\t\n"])
def test_who_asks_nothing_is_told_of_no_result(client, typed):
    make_story(headline="Ferry")
    shown = client.get("/search/", {"q": typed}).text

    assert "0 stories" not in shown
    assert "No story contains" not in shown


def test_a_question_without_end_is_cut_where_the_field_ends(client):
    make_story(headline="Ship")
    shown = client.get("/search/", {"q": "ship " * 2_000}).text

    assert "1 story" in shown
    assert len(re.search(r"<title>(.*?)</title>", shown)[1]) < 250
    assert shown.count("ship") < 100


@pytest.mark.parametrize("typed", ["0", "-1", "2", "99999", "abc", "1.5", "", "²", "٣", "1e3", "\x00", "9" * 5_000])
def test_a_page_of_results_that_nobody_can_mean_is_the_nearest_one(client, typed):
    make_story(headline="Ferry runs aground")
    answered = client.get("/search/", {"q": "ferry", "page": typed})

    assert (answered.status_code, "Ferry runs aground" in answered.text) == (200, True)


def test_results_are_no_page_for_a_search_engine(client):
    answered = client.get("/search/", {"q": "ferry"})

    assert answered["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answered.text


def test_the_page_asks_few_questions_of_the_database(client, django_assert_max_num_queries):
    for _ in range(25):
        make_story(headline="Ferry")

    with django_assert_max_num_queries(8):
        client.get("/search/", {"q": "ferry"})
