"""Where embedded things live: the provider's name, and the address at which a reader may go and see them."""

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Embed(NamedTuple):
    """What a reader is offered in place of a frame: a link that says where it leads."""

    url: str
    invitation: str | Promise
    host: str


class Provider(NamedTuple):
    """A host that a story may refer to; `paths` find the thing's id, `page` is where it is shown whole."""

    hosts: frozenset[str]
    invitation: str | Promise
    paths: re.Pattern[str] | None = None
    page: str = ""


PROVIDERS: Final = (
    Provider(
        frozenset({"youtube.com", "youtube-nocookie.com", "m.youtube.com", "youtu.be"}),
        _("Watch on YouTube"),
        re.compile(r"(?:youtu\.be/|/embed/|/shorts/|/live/|[?&]v=)([\w-]{6,20})"),
        "https://www.youtube.com/watch?v={}",
    ),
    Provider(
        frozenset({"vimeo.com", "player.vimeo.com"}),
        _("Watch on Vimeo"),
        re.compile(r"vimeo\.com/(?:video/)?(\d+)"),
        "https://vimeo.com/{}",
    ),
    Provider(frozenset({"dailymotion.com", "dai.ly"}), _("Watch on Dailymotion")),
    Provider(frozenset({"soundcloud.com", "w.soundcloud.com"}), _("Listen on SoundCloud")),
    Provider(frozenset({"open.spotify.com"}), _("Listen on Spotify")),
    Provider(frozenset({"twitter.com", "x.com"}), _("Read on X")),
    Provider(frozenset({"bsky.app"}), _("Read on Bluesky")),
    Provider(frozenset({"t.me"}), _("Read on Telegram")),
    Provider(frozenset({"facebook.com"}), _("See on Facebook")),
    Provider(frozenset({"instagram.com"}), _("See on Instagram")),
    Provider(frozenset({"tiktok.com"}), _("Watch on TikTok")),
)
BY_HOST: Final = {host: provider for provider in PROVIDERS for host in provider.hosts}


def embed_for(url: str) -> Embed:
    """What to offer for `url`; a host that is not in the table is named by its own name."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    provider = BY_HOST.get(host)
    if provider is None:
        return Embed(url, _("See it at %(host)s") % {"host": host}, host)
    found = provider.paths.search(url) if provider.paths else None
    page = provider.page.format(found[1]) if found else url
    return Embed(page, provider.invitation, host)
