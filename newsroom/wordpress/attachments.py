"""Attachments become pictures of the library where their files are given; what is no picture is left, with a reason."""

from dataclasses import replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from articles.media.actions import add_image
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.folder import MediaFolder
from newsroom.wordpress.images import telling_title
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.models import Imported, Kind
from newsroom.wordpress.pictures import Picture, PictureList, is_picture
from newsroom.wordpress.records import Item
from newsroom.wordpress.wording import cut, readable

ROW = "attachments"
LONGEST_TITLE, LONGEST_ALT, LONGEST_CAPTION = 200, 1000, 2000
# Stands for a picture that a dry run does not take in.
PRETENDED = 1


class Attachments(PictureList):
    """The pictures of one old site: those of this export, and those that came with an earlier one."""

    def __init__(self, archive: Archive, folder: MediaFolder | None) -> None:
        super().__init__()
        self._archive = archive
        self._folder = folder
        self._told_of_folder = False

    def bring(self, item: Item) -> None:
        """Take an attachment in, and know it from now on whether or not there is a picture to show."""
        picture = _described(item)
        if not is_picture(picture.url):
            what = f"attachment {item.old_id} {picture.url or picture.title}"
            self._archive.ledger.left(ROW, what, "it is not a picture; texts link to it")
            return
        known = self._archive.known(Kind.PICTURE, item.old_id)
        if known is not None:
            self._archive.ledger.here(ROW)
        self.add(replace(picture, image_id=known if known is not None else self._take_in(item, picture)))

    def find(self, *, old_id: str, url: str) -> Picture | None:
        return super().find(old_id=old_id, url=url) or self._from_earlier(old_id, url)

    def _from_earlier(self, old_id: str, url: str) -> Picture | None:
        known = self._archive.known(Kind.PICTURE, old_id) if old_id else None
        if known is None and url:
            earlier = Imported.objects.from_site(self._archive.origin).filter(kind=Kind.PICTURE, address=url)
            known = earlier.values_list("object_id", flat=True).first()
        return Picture(old_id=old_id, url=url, image_id=known) if known is not None else None

    def _take_in(self, item: Item, picture: Picture) -> int | None:
        what, ledger = f"attachment {item.old_id} {picture.url}", self._archive.ledger
        file = self._file(item, picture)
        if file is None:
            if self._folder:
                ledger.left(ROW, what, "its file is not in the folder")
            else:
                self._leave_without_folder()
            return None
        try:
            image_id = PRETENDED if self._archive.dry else self._store(item, picture, file)
        except ValidationError as refusal:
            ledger.left(ROW, what, " ".join(refusal.messages))
            return None
        except OSError as problem:
            ledger.left(ROW, what, f"its file can not be read ({problem.strerror or problem})")
            return None
        if not picture.alt:
            ledger.changed(what, "nobody has described it; it is marked as decorative")
        ledger.imported(ROW)
        return image_id

    def _leave_without_folder(self) -> None:
        """Without a folder every picture is left for one reason, which is said once."""
        if not self._told_of_folder:
            self._archive.ledger.tell("left every picture: no folder of files was given (--media)")
            self._told_of_folder = True
        self._archive.ledger.left_quietly(ROW)

    def _file(self, item: Item, picture: Picture) -> Path | None:
        if self._folder is None:
            return None
        return self._folder.find(url=picture.url, attached=item.meta_value("_wp_attached_file"))

    def _store(self, item: Item, picture: Picture, path: Path) -> int:
        with path.open("rb") as opened, transaction.atomic():
            image = add_image(
                upload=File(opened, name=path.name),
                title=cut(picture.title or path.name, LONGEST_TITLE),
                alt=picture.alt,
                is_decorative=not picture.alt,
                caption=picture.caption,
            )
            self._archive.remember(Kind.PICTURE, item.old_id, image.pk, address=picture.url)
        return image.pk


def _described(item: Item) -> Picture:
    """What the export says of a picture. The name of its file is never taken for a description."""
    url = item.attachment_url or item.link
    title = plain_words(item.title)
    bare = Picture(old_id=item.old_id, url=url, title=title, page=item.link, parent=item.parent, order=item.order)
    caption = cut(readable(plain_words(item.excerpt)), LONGEST_CAPTION)
    said = plain_words(item.meta_value("_wp_attachment_image_alt"))
    # A title may be a camera's word; one of several words was written by somebody.
    title = telling_title(bare, url)
    alt = telling_title(replace(bare, title=said), url) or caption or (title if " " in title else "")
    return replace(bare, alt=cut(readable(alt), LONGEST_ALT), caption=caption)
