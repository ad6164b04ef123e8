"""The door through which pictures come in: nothing is believed until it has been decoded.

What leaves `take_in` is pixels alone, upright and in sRGB. Its refusals are sentences for an editor.
"""

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import PurePath
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image as pillow  # noqa: N813 - `Image` is the library's row
from PIL import ImageOps
from PIL.Image import Image as Picture

from articles.media.colour import to_srgb
from articles.media.kinds import Kind, kind_of, stowaway

MAX_SIDE: Final = 30_000

# What Pillow's decoders are known to raise on malformed input.
DECODER_ERRORS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    struct.error,
    zlib.error,
)
BOMBS: Final = (pillow.DecompressionBombError, pillow.DecompressionBombWarning)


def take_in(content: bytes, *, name: str = "") -> Picture:
    """The picture in `content`, decoded whole and stripped of everything but its pixels, as RGB or RGBA.

    `name` is what the file was called, if anything: an ending that contradicts the content is refused. Raises
    ValidationError with one sentence that says what is wrong and what to do.
    """
    kind = _accepted_kind(content, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        _check_header(content, kind)
        try:
            picture = _decode(content, kind)
        except MemoryError as error:
            raise ValidationError("The picture is too large to be opened here.", code="too_many_pixels") from error
        except DECODER_ERRORS as error:
            raise ValidationError(
                f"The {kind.name} is damaged or was cut off on its way. Get the file again and upload it anew.",
                code="damaged",
            ) from error
    return picture


def check_length(length: int) -> None:
    """Refuse a file for its number of bytes, which is known before it is read."""
    limit: int = settings.PICTURE_MAX_BYTES
    if not length:
        raise ValidationError("The file is empty. Choose it again, or have it sent again.", code="empty")
    if length > limit:
        raise ValidationError(
            f"The file has {length / 1_000_000:.1f} MB; up to {limit / 1_000_000:.1f} MB are taken. Save it smaller.",
            code="too_many_bytes",
        )


def _accepted_kind(content: bytes, name: str) -> Kind:
    check_length(len(content))
    kind = kind_of(content)
    if kind is None:
        raise ValidationError(
            "This is not a picture that we know. Upload a JPEG, PNG, WebP, AVIF or GIF file.", code="unknown_kind"
        )
    if not kind.pillow_format:
        raise ValidationError(f"This is {kind}, which is not taken. {kind.advice}", code="refused_kind")
    _check_name(name, kind)
    if hidden := stowaway(content):
        raise ValidationError(
            f"Inside this {kind.name} hides {hidden}. Open it in a picture program, save it anew and upload that.",
            code="stowaway",
        )
    return kind


def _check_name(name: str, kind: Kind) -> None:
    base = PurePath(name.replace("\\", "/").strip()).name
    ending = PurePath(base).suffix.lstrip(".").lower()
    if ending and ending not in kind.endings:
        raise ValidationError(
            f"“{base}” is called .{ending} but is {kind}. Rename it to .{kind.endings[0]} if you trust it.",
            code="wrong_ending",
        )


def _check_header(content: bytes, kind: Kind) -> None:
    """Refuse by what the header says, before any pixel is decoded."""
    limit: int = settings.PICTURE_MAX_PIXELS
    try:
        with pillow.open(BytesIO(content), formats=[kind.pillow_format]) as picture:
            width, height = picture.size
    except BOMBS as error:
        raise ValidationError(
            f"The picture has far more than {limit // 1_000_000} million pixels. Save it smaller.",
            code="too_many_pixels",
        ) from error
    except (MemoryError, *DECODER_ERRORS) as error:
        raise ValidationError(
            f"The {kind.name} can not be read: it is damaged. Get the file again and upload it anew.", code="damaged"
        ) from error
    if width * height > limit or max(width, height) > MAX_SIDE:
        raise ValidationError(
            f"The picture measures {width:,} × {height:,} pixels; up to {limit // 1_000_000} million in all and "
            f"{MAX_SIDE:,} along a side are taken. Save it smaller.",
            code="too_many_pixels",
        )


def _decode(content: bytes, kind: Kind) -> Picture:
    with pillow.open(BytesIO(content), formats=[kind.pillow_format]) as picture:
        picture.verify()
    with pillow.open(BytesIO(content), formats=[kind.pillow_format]) as picture:
        picture.load()
        return to_srgb(ImageOps.exif_transpose(picture))
