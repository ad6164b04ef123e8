"""Which addresses can be shown in place, and under which address a reader would open them."""

import re
from urllib.parse import urlsplit

from articles.bodies.providers import embed_for

HOSTS = frozenset(
    {
        "youtube.com",
        "youtu.be",
        "youtube-nocookie.com",
        "vimeo.com",
        "dailymotion.com",
        "twitter.com",
        "x.com",
        "instagram.com",
        "facebook.com",
        "tiktok.com",
        "soundcloud.com",
        "spotify.com",
        "ted.com",
        "wordpress.tv",
        "bsky.app",
    }
)
ALONE = re.compile(r"\s*(https?://[^\s<>\"\[\]]+)\s*")
DAILYMOTION = re.compile(r"dailymotion\.com/embed/(video/\w+)")


def address_alone(text: str) -> str:
    """The address that is all of the text, or an empty string."""
    match = ALONE.fullmatch(text)
    return match.group(1) if match else ""


def readable(url: str) -> str:
    """The page for the address of a player, else the address itself; always with a scheme."""
    whole = f"https:{url}" if url.startswith("//") else url
    if match := DAILYMOTION.search(whole):
        return f"https://www.dailymotion.com/{match.group(1)}"
    try:
        return embed_for(whole).url
    except ValueError:
        return whole


def can_be_shown(url: str) -> bool:
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in HOSTS)
