"""Which address of another site is which film, where a reader sees it whole and what plays it here."""

import pytest

from articles.bodies.providers import embed_for, origins_of

WATCH, EMBED = "https://www.youtube.com/watch?v=", "https://www.youtube-nocookie.com/embed/"
LIST = "PL0123-abc"


@pytest.mark.parametrize(
    ("address", "page", "player"),
    [
        ("https://youtu.be/abcDEF-_123?si=x", f"{WATCH}abcDEF-_123", f"{EMBED}abcDEF-_123"),
        ("http://www.youtube.com/watch?app=m&v=abcDEF-_123#x", f"{WATCH}abcDEF-_123", f"{EMBED}abcDEF-_123"),
        ("https://m.youtube.com/shorts/abcDEF-_123", f"{WATCH}abcDEF-_123", f"{EMBED}abcDEF-_123"),
        (f"{EMBED}abcDEF-_123?rel=0", f"{WATCH}abcDEF-_123", f"{EMBED}abcDEF-_123"),
        ("https://youtu.be/abcDEF-_123?t=90", f"{WATCH}abcDEF-_123&t=90s", f"{EMBED}abcDEF-_123?start=90"),
        (f"{WATCH}abcDEF-_123&t=90s", f"{WATCH}abcDEF-_123&t=90s", f"{EMBED}abcDEF-_123?start=90"),
        (f"{WATCH}abcDEF-_123&t=1m30s", f"{WATCH}abcDEF-_123", f"{EMBED}abcDEF-_123"),
        (
            f"https://www.youtube.com/embed/videoseries?list={LIST}",
            f"https://www.youtube.com/playlist?list={LIST}",
            f"{EMBED}videoseries?list={LIST}",
        ),
        ("https://vimeo.com/1234?share=copy", "https://vimeo.com/1234", "https://player.vimeo.com/video/1234?dnt=1"),
        (
            "https://player.vimeo.com/video/1234?badge=0&h=0a1b2c",
            "https://vimeo.com/1234/0a1b2c",
            "https://player.vimeo.com/video/1234?h=0a1b2c&dnt=1",
        ),
        (
            "https://vimeo.com/1234/0a1b2c",
            "https://vimeo.com/1234/0a1b2c",
            "https://player.vimeo.com/video/1234?h=0a1b2c&dnt=1",
        ),
    ],
)
def test_a_film_has_a_page_and_a_player(address, page, player):
    embed = embed_for(address)
    assert (embed.url, embed.player) == (page, player)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/@paper",
        "https://www.youtube.com/embed/live_stream?channel=UC0",
        "https://youtu.be/abcdefghijkl",
        "https://youtu.be/übcDEF-_123",
        "https://vimeo.com/channels/rivers",
        "https://vimeo.com/1234abc",
        "https://youtube.com@evil.example/embed/abcDEF-_123",
        "https://youtube.com.evil.example/embed/abcDEF-_123",
        "https://evil.example/?https://youtu.be/abcDEF-_123",
        "https://soundcloud.com/ada/rivers",
    ],
)
def test_what_is_no_film_that_we_know_stays_a_link_to_its_own_address(address):
    embed = embed_for(address)
    assert (embed.url, embed.player) == (address, "")


def test_the_host_that_is_named_is_the_one_to_which_the_link_leads():
    assert embed_for("https://youtu.be/abcDEF-_123").host == "youtube.com"
    assert embed_for("https://www.news.example/x").host == "news.example"


def test_a_policy_names_each_player_once_and_no_more_than_its_site():
    films = ("https://youtu.be/abcDEF-_123", "https://youtu.be/abcDEF-_124", "https://t.me/x", "https://vimeo.com/1")
    assert origins_of(map(embed_for, films)) == ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
