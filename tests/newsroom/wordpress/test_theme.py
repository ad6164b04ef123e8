"""What themes and plug-ins kept beside a post."""

import pytest

from articles.models import Story
from tests.factories import wordpress as old

pytestmark = pytest.mark.django_db


def php(**settings) -> str:
    """A map as PHP serialises it."""
    pairs = (f's:{len(word.encode())}:"{word}";' for pair in settings.items() for word in pair)
    return old.meta("td_post_theme_settings", f"a:{len(settings)}:{{{''.join(pairs)}}}")


def brought(bring, *parts, **given) -> tuple[Story, str]:
    _, told = bring(old.item("T", "b", *parts, **given))
    return Story.objects.get(), told


def test_the_themes_subtitle_and_source_are_deck_and_credit(bring):
    story, _ = brought(bring, php(td_subtitle='It "sailed"; at last', td_source="By Agencies", td_video="x"))
    assert (story.deck, story.credit_line) == ('It "sailed"; at last', "By Agencies")


def test_a_map_whose_counts_are_wrong_is_read_all_the_same(bring):
    story, _ = brought(bring, php(td_subtitle="Café", td_source="TASS").replace("s:5:", "s:4:"))
    assert story.deck == "Café"


def test_an_excerpt_beside_a_subtitle_is_told(bring):
    story, told = brought(bring, php(td_subtitle="Deck."), excerpt="Excerpt.")
    assert story.deck == "Deck."
    assert "its excerpt was left: “Excerpt.”" in told


def test_the_address_of_a_source_is_told(bring):
    _, told = brought(bring, php(td_source="TASS", td_source_url="https://agency.example"))
    assert "https://agency.example" in told


def test_what_search_engines_were_told_they_are_told_again(bring):
    seo = old.meta("_yoast_wpseo_title", "Ferry &amp; pier"), old.meta("_yoast_wpseo_metadesc", "All about it.")
    story, _ = brought(bring, *seo)
    assert (story.search_title, story.search_description) == ("Ferry & pier", "All about it.")


def test_a_template_of_the_plug_in_says_nothing(bring):
    story, _ = brought(bring, old.meta("_yoast_wpseo_title", "%%title%% %%sep%% %%sitename%%"))
    assert story.search_title == ""
