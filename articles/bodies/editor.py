"""What the rich-text editor offers: extensions by name, each with its options."""

from typing import Any, Final

from django.urls import reverse_lazy

# The scripts put an image's id in the place of the nought.
LIBRARY: Final = {
    "chooser": reverse_lazy("admin:media_image_changelist"),
    "thumb": reverse_lazy("admin:media_image_thumb", args=[0]),
}
MENU: Final = (
    "blockType -lists",
    "marks",
    "link",
    "lists",
    "nodes -blockType -lists",
    "news",
    "table",
    "characters",
    "history",
)

EXTENSIONS: Final[dict[str, Any]] = {
    "Menu": {"groups": [{"group": group} for group in MENU]},
    "Heading": {"levels": [2, 3, 4]},
    "Bold": True,
    "Italic": True,
    "Strike": True,
    "Subscript": True,
    "Superscript": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "HorizontalRule": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "SpecialCharacters": True,
    "NoSpellCheck": False,
    "NewsFigure": LIBRARY,
    "NewsGallery": LIBRARY,
    "NewsEmbed": True,
    "PullQuote": True,
    "NewsBlocks": True,
    "NewsMarks": True,
    "NewsCharacters": True,
    "NewsPaste": True,
    "NewsToolbar": True,
}
