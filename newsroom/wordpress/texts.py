"""The words of a post or page in the lengths that ours have, with a line about each that had to change."""

from dataclasses import dataclass
from html import escape

from newsroom.text.html import clean, excerpt
from newsroom.text.typed import visible
from newsroom.wordpress import shortcodes
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words, to_body
from newsroom.wordpress.pictures import Shelf
from newsroom.wordpress.records import Item
from newsroom.wordpress.wording import cut, readable

FIRST_WORDS = 90
LONGEST_DECK = 500


@dataclass(frozen=True, slots=True)
class Texts:
    headline: str
    deck: str
    body: str


def named(item: Item) -> str:
    """How the account names an item."""
    title = cut(plain_words(item.title), 60)
    return f"{item.kind} {item.old_id} “{title}”" if title else f"{item.kind} {item.old_id} (no title)"


def texts_of(
    archive: Archive,
    item: Item,
    shelf: Shelf,
    *,
    longest_headline: int,
    longest_deck: int = LONGEST_DECK,
    subtitle: str = "",
) -> Texts:
    """Headline, deck and body. Nothing is lost: what does not fit in the headline or the deck begins the body.

    The deck is the `subtitle` that the old site showed over the text, else the excerpt.
    """
    what, changed = named(item), archive.ledger.changed
    site, reusable = archive.channel.link, archive.reusable
    body = to_body(item.content, shelf=shelf, post=item.old_id, site=site, reusable=reusable)
    for remark in body.remarks:
        changed(what, remark)
    html, deck = body.html, _deck(archive, item, subtitle)
    if len(deck) > longest_deck:
        changed(what, "its excerpt is too long to stand over the text and begins it")
        html, deck = f"<p>{escape(deck, quote=False)}</p>{html}", ""
    headline = readable(plain_words(item.title))
    if not visible(headline):
        headline = excerpt(clean(html), FIRST_WORDS) or f"Untitled ({item.slug or item.old_id})"
        changed(what, f"it had no title; its headline is “{headline}”")
    if len(headline) > longest_headline:
        changed(what, "its title is too long for a headline; it is cut there and whole at the beginning of the text")
        html, headline = f"<p>{escape(headline, quote=False)}</p>{html}", cut(headline, longest_headline)
    return Texts(headline, deck, html)


def _deck(archive: Archive, item: Item, subtitle: str) -> str:
    shown, excerpt_of_it = (readable(plain_words(shortcodes.expand(words).html)) for words in (subtitle, item.excerpt))
    if shown and excerpt_of_it not in {"", shown}:
        archive.ledger.changed(named(item), f"its subtitle is the deck; its excerpt was left: “{excerpt_of_it}”")
    return shown or excerpt_of_it
