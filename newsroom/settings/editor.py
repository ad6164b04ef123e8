"""The rich-text editor: the script that starts it, and those that define its extensions, with what each may store."""

from collections.abc import Iterable
from typing import Any

from django_prose_editor.config import html_tags
from js_asset import Script, static_lazy

from newsroom.text.allowed import ATTRIBUTES, MARKS

# Elements that the editor's own extensions store already.
BY_THE_EDITOR = {"em", "s", "strong", "sub", "sup"}


def stores(*tags: str) -> Any:
    """An extension's part in the allow-list, read from the gate's own."""
    everywhere = ATTRIBUTES["*"]
    return html_tags(list(tags), {tag: [*everywhere, *ATTRIBUTES.get(tag, ())] for tag in tags})


def script(name: str, extensions: dict[str, Iterable[str]]) -> dict[str, Any]:
    """A module of `static/editor/` with the extensions that it exports and the elements that each stores."""
    return {
        "js": [static_lazy(f"editor/{name}.js")],
        "extensions": {extension: stores(*tags) for extension, tags in extensions.items()},
    }


EXTENSIONS = [
    script("figure", {"NewsFigure": ["news-figure"]}),
    script("gallery", {"NewsGallery": ["news-gallery"]}),
    script("embed", {"NewsEmbed": ["news-embed"]}),
    script("blocks", {"PullQuote": ["aside"], "NewsBlocks": ["address", "dd", "dl", "dt", "pre"]}),
    script("marks", {"Link": ["a"], "NewsMarks": sorted(MARKS - BY_THE_EDITOR)}),
    script("lists", {"OrderedList": ["ol"]}),
    script("table", {"Table": ["caption", "table", "tbody", "tfoot", "thead", "tr"], "TableHeader": ["td", "th"]}),
    script("characters", {"NewsCharacters": []}),
    script("paste", {"NewsPaste": []}),
    script("toolbar", {"NewsToolbar": []}),
]

PRESETS = {"newsroom": [Script("editor/start.js", type="module")]}
