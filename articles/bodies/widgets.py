"""The rich-text editor in a form; without scripts it is a plain text area."""

from typing import Final

from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import ImportMap, Media

# What the extensions share, by the names under which they import it.
SHARED: Final = ImportMap(
    {
        f"newsroom/editor/{name}": f"editor/{name}.js"
        for name in ("dialog", "order", "pictures", "reference", "word-lists")
    }
)
STYLES: Final = tuple(f"editor/{name}.css" for name in ("prosemirror", "toolbar", "surface", "references", "dialog"))


class BodyWidget(AdminProseEditorWidget):  # type: ignore[misc]  # the library has no types
    """The editor with the newsroom's own blocks."""

    @property
    def media(self) -> Media:
        return super().media + Media(importmap=SHARED, css={"all": STYLES})
