"""What themes and plug-ins keep beside a post: its deck, its sources, what search engines are told."""

import re
from typing import Any

from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.records import Item
from newsroom.wordpress.texts import named
from newsroom.wordpress.wording import cut_told, one_line

# The Newspaper theme keeps a map as PHP writes it. Its counts of bytes are often wrong by now, so the quotes part it.
SETTINGS, LONGEST_SETTINGS = "td_post_theme_settings", 20_000
SETTING = re.compile(r's:\d+:"(td_[a-z_]+)";s:\d+:"(.*?)";(?=[abdisN][:;]|\})', re.DOTALL)
# A placeholder that the plug-in would have filled in.
PLACEHOLDER = "%%"
LONGEST = {"credit_line": 200, "search_title": 120, "search_description": 300}


def subtitle_of(item: Item) -> str:
    """The sub-headline that the theme showed, as HTML."""
    return _settings(item).get("td_subtitle", "")


def fields_of(archive: Archive, item: Item) -> dict[str, Any]:
    """The story's fields that are told outside its text, cut to their lengths with a line about it."""
    settings = _settings(item)
    given = {
        "credit_line": settings.get("td_source", ""),
        "search_title": item.meta_value("_yoast_wpseo_title"),
        "search_description": item.meta_value("_yoast_wpseo_metadesc"),
    }
    if address := settings.get("td_source_url"):
        archive.ledger.changed(named(item), f"the address of its source was left: {address}")
    return {
        field: cut_told(
            one_line(plain_words(text)),
            LONGEST[field],
            what=named(item),
            noun=field.replace("_", " "),
            ledger=archive.ledger,
        )
        for field, text in given.items()
        if text and PLACEHOLDER not in text
    }


def _settings(item: Item) -> dict[str, str]:
    return dict(SETTING.findall(item.meta_value(SETTINGS)[:LONGEST_SETTINGS]))
