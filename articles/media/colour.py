"""Whatever a decoder yields, as plain RGB or RGBA pixels in sRGB with nothing attached."""

from io import BytesIO
from typing import Final

from PIL import Image as pillow  # noqa: N813 - `Image` is the library's row
from PIL import ImageCms
from PIL.Image import Image as Picture

SRGB: Final = ImageCms.createProfile("sRGB")
DEEP_GREY: Final = ("I", "I;16", "I;16L", "I;16B", "I;16N")
TRANSPARENT: Final = ("RGBA", "LA", "PA")


def to_srgb(picture: Picture) -> Picture:
    """A new picture with the colours of this one. Transparency stays only where something is transparent."""
    profile = picture.info.get("icc_profile")
    flat = _eight_bit(picture)
    if profile:
        flat = _by_profile(flat, profile)
    mode = "RGBA" if _is_transparent(flat) else "RGB"
    clean = pillow.new(mode, flat.size)
    clean.paste(flat if flat.mode == mode else flat.convert(mode))
    return clean


def _eight_bit(picture: Picture) -> Picture:
    """The picture in a mode that lcms understands: L, RGB, RGBA or CMYK."""
    if picture.mode in DEEP_GREY:
        return _grey(picture)
    if picture.mode in TRANSPARENT or "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode in {"L", "RGB", "CMYK"}:
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _grey(picture: Picture) -> Picture:
    """16-bit grey scaled to 8 bits, which a plain conversion would clip to white."""
    return picture.convert("F").point(lambda value: value * (1 / 257) + 0).convert("L")


def _by_profile(picture: Picture, profile: bytes) -> Picture:
    """Colours as the embedded profile means them; a broken or foreign profile says nothing."""
    target = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(
            picture,
            source,
            SRGB,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            target,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return picture if converted is None else converted


def _is_transparent(picture: Picture) -> bool:
    return picture.mode == "RGBA" and picture.getchannel("A").getextrema() != (255, 255)
