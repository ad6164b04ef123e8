"""The rich-text editor in a form; without scripts it is a plain text area."""

from typing import Final

from django.conf import settings
from django_prose_editor.widgets import AdminProseEditorWidget, importmap
from js_asset import ImportMap, Media

# What the extensions share, by the names under which they import it.
SHARED: Final = ImportMap(
    {
        f"newsroom/editor/{name}": f"editor/{name}.js"
        for name in ("dialog", "order", "pictures", "reference", "word-lists")
    }
)
STYLES: Final = (
    "django_prose_editor/material-icons.css",
    "editor/prosemirror.css",
    "django_prose_editor/editor.css",
    "editor/toolbar.css",
    "django_prose_editor/overrides.css",
    *(f"editor/{name}.css" for name in ("surface", "references", "dialog")),
)


class BodyWidget(AdminProseEditorWidget):  # type: ignore[misc]  # the library has no types
    """The editor with the newsroom's own blocks."""

    @property
    def media(self) -> Media:
        """Without the library's own tag: its half megabyte would come before our script watches what is typed."""
        start = settings.DJANGO_PROSE_EDITOR_PRESETS[self.preset]
        return Media(importmap=importmap) + Media(importmap=SHARED, css={"all": STYLES}, js=start)
