"""What is done with pictures. Admin, importer, demo and tests use these doors."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from PIL import Image as pillow  # noqa: N813 - `Image` is the library's row

from articles.media.intake import check_length
from articles.media.models import ORIGINALS_FOLDER, RENDITIONS_FOLDER, Image
from articles.media.renditions import NewFile, Prepared, make_renditions, prepare
from articles.media.shapes import CENTRE, SHAPES, Point
from articles.media.storage import drop_folder, keep


def add_image(
    *,
    upload: File[bytes] | None = None,
    title: str,
    alt: str = "",
    is_decorative: bool = False,
    caption: str = "",
    credit: str = "",
    licence: str = "",
    focal_point: Point = CENTRE,
    renditions_now: bool = True,
    prepared: Prepared | None = None,
) -> Image:
    """Take a picture into the library: its bytes as they came in `upload`, or what `renditions.prepare` made of them.

    The same bytes a second time give back the picture that is there, unchanged. Files are stored before the row, so no
    row is without its file. Raises ValidationError with a sentence an editor understands, and then nothing is stored.
    """
    if prepared is None:
        content, name = _read(upload)
        if known := Image.objects.filter(content_hash=sha256(content).hexdigest()).first():
            return known
    elif known := Image.objects.filter(content_hash=prepared.content_hash).first():
        return known
    image = Image(title=title.strip(), alt=alt.strip(), is_decorative=is_decorative)
    image.caption, image.credit, image.licence = caption.strip(), credit.strip(), licence.strip()
    image.focal_x, image.focal_y = focal_point if prepared is None else prepared.focal_point
    image.full_clean(exclude=["file", "content_hash", "width", "height"])
    if prepared is None:
        prepared = prepare(content, name=name, focal_point=image.focal_point, renditions_now=renditions_now)
    return _store(image, prepared)


def refocus(*, image: Image, focal_point: Point) -> None:
    """Move the focal point and cut the shapes anew, at new addresses. Old files stay for pages that still show them."""
    image.focal_x, image.focal_y = focal_point
    image.clean_fields(exclude=[field.name for field in Image._meta.fields if not field.name.startswith("focal_")])
    make_missing(image=image)


def make_missing(*, image: Image) -> None:
    """Make whatever renditions the picture lacks for its focal point, and save both."""
    with image.file.open() as original, pillow.open(BytesIO(original.read())) as picture:
        picture.load()
    picture.info.clear()
    made = make_renditions(picture, content_hash=image.content_hash, focal_point=image.focal_point, shapes=SHAPES)
    _keep_renditions(made.files)
    image.remember_renditions(made.description)
    image.save(update_fields=["focal_x", "focal_y", "renditions"])


def remove_image(*, image: Image) -> None:
    """Take a picture out of the library, and its files once that is certain. Raises ProtectedError while it is used."""
    folders = [f"{RENDITIONS_FOLDER}/{folder}" for folder in image.folders()]
    name = str(image.file)
    with transaction.atomic():
        image.delete()
        transaction.on_commit(lambda: _drop_files(name, folders))


def _read(upload: File[bytes] | None) -> tuple[bytes, str]:
    if upload is None:
        raise ValidationError("Choose a picture to upload.", code="required")
    check_length(upload.size)
    upload.seek(0)
    return upload.read(), upload.name or ""


def _store(image: Image, prepared: Prepared) -> Image:
    original = f"{ORIGINALS_FOLDER}/{prepared.original.name}"
    keep(default_storage, original, prepared.original.content)
    _keep_renditions(prepared.renditions.files)
    image.file = original
    image.width, image.height = prepared.width, prepared.height
    image.content_hash = prepared.content_hash
    image.renditions = prepared.renditions.description
    try:
        with transaction.atomic():
            image.save(force_insert=True)
    except IntegrityError:
        # Somebody else brought the same picture in this very second.
        return Image.objects.get(content_hash=prepared.content_hash)
    return image


def _keep_renditions(files: Iterable[NewFile]) -> None:
    for file in files:
        keep(default_storage, f"{RENDITIONS_FOLDER}/{file.name}", file.content)


def _drop_files(original: str, folders: list[str]) -> None:
    default_storage.delete(original)
    for folder in folders:
        drop_folder(default_storage, folder)
