"""Where embedded things live: the provider's name, where a reader may go and see them, and what plays them here."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Embed(NamedTuple):
    """What a reader is offered: a link that says where it leads, and the address of a player where there is one."""

    url: str
    invitation: str | Promise
    host: str
    provider: str = ""
    player: str = ""


class Film(NamedTuple):
    """A way in which a film's address is written: what identifies it, where it is shown whole, and its player."""

    address: re.Pattern[str]
    page: str
    player: str


class Provider(NamedTuple):
    """A host that a story may refer to. Of its ways to write a film's address the first that fits is meant."""

    name: str
    hosts: frozenset[str]
    invitation: str | Promise
    films: tuple[Film, ...] = ()


# The two names in the place of an id stand for lists and channels.
_YOUTUBE: Final = (
    r"(?:youtu\.be/|/embed/|/shorts/|/live/|/v/|[?&]v=)((?!videoseries|live_stream)[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])"
)
PROVIDERS: Final = (
    Provider(
        "YouTube",
        frozenset({"youtube.com", "youtube-nocookie.com", "m.youtube.com", "youtu.be"}),
        _("Watch on YouTube"),
        (
            Film(
                re.compile(_YOUTUBE + r"\S*[?&](?:t|start)=([0-9]{1,6})s?(?![^&#])"),
                "https://www.youtube.com/watch?v={}&t={}s",
                "https://www.youtube-nocookie.com/embed/{}?start={}",
            ),
            Film(
                re.compile(_YOUTUBE),
                "https://www.youtube.com/watch?v={}",
                "https://www.youtube-nocookie.com/embed/{}",
            ),
            Film(
                re.compile(r"[?&]list=([A-Za-z0-9_-]+)"),
                "https://www.youtube.com/playlist?list={}",
                "https://www.youtube-nocookie.com/embed/videoseries?list={}",
            ),
        ),
    ),
    Provider(
        "Vimeo",
        frozenset({"vimeo.com", "player.vimeo.com"}),
        _("Watch on Vimeo"),
        (
            # A film that is not listed is shown only to those who know its key.
            Film(
                re.compile(r"vimeo\.com/(?:video/)?([0-9]+)(?:/|\?(?:\S*&)?h=)([0-9a-f]+)(?![^?&#/])"),
                "https://vimeo.com/{}/{}",
                "https://player.vimeo.com/video/{}?h={}&dnt=1",
            ),
            Film(
                re.compile(r"vimeo\.com/(?:video/)?([0-9]+)(?![^?&#/])"),
                "https://vimeo.com/{}",
                "https://player.vimeo.com/video/{}?dnt=1",
            ),
        ),
    ),
    Provider("Dailymotion", frozenset({"dailymotion.com", "dai.ly"}), _("Watch on Dailymotion")),
    Provider("SoundCloud", frozenset({"soundcloud.com", "w.soundcloud.com"}), _("Listen on SoundCloud")),
    Provider("Spotify", frozenset({"open.spotify.com"}), _("Listen on Spotify")),
    Provider("X", frozenset({"twitter.com", "x.com"}), _("Read on X")),
    Provider("Bluesky", frozenset({"bsky.app"}), _("Read on Bluesky")),
    Provider("Telegram", frozenset({"t.me"}), _("Read on Telegram")),
    Provider("Facebook", frozenset({"facebook.com"}), _("See on Facebook")),
    Provider("Instagram", frozenset({"instagram.com"}), _("See on Instagram")),
    Provider("TikTok", frozenset({"tiktok.com"}), _("Watch on TikTok")),
)
BY_HOST: Final = {host: provider for provider in PROVIDERS for host in provider.hosts}


def embed_for(url: str) -> Embed:
    """What to offer for `url`; a host that is not in the table is named by its own name."""
    host = _host_of(url)
    provider = BY_HOST.get(host)
    if provider is None:
        return Embed(url, _("See it at %(host)s") % {"host": host}, host)
    for film in provider.films:
        if found := film.address.search(url):
            page, player = film.page.format(*found.groups()), film.player.format(*found.groups())
            return Embed(page, provider.invitation, _host_of(page), provider.name, player)
    return Embed(url, provider.invitation, host)


def _host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def origins_of(embeds: Iterable[Embed]) -> list[str]:
    """The sites whose players these embeds may call, each once: what a policy names them by."""
    players = (urlsplit(embed.player) for embed in embeds if embed.player)
    return list(dict.fromkeys(f"{player.scheme}://{player.netloc}" for player in players))
