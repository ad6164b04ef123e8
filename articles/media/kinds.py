"""What a file is, told by its first bytes and never by its name."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of file: as a person calls it, as Pillow calls it (nothing when it is not taken), its names' endings."""

    name: str
    pillow_format: str = ""
    endings: tuple[str, ...] = ()
    advice: str = ""

    def __str__(self) -> str:
        return f"{'an' if self.name.startswith(('AVIF', 'SVG')) else 'a'} {self.name}"


JPEG: Final = Kind("JPEG picture", "JPEG", ("jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"))
PNG: Final = Kind("PNG picture", "PNG", ("png", "apng"))
GIF: Final = Kind("GIF picture", "GIF", ("gif",))
WEBP: Final = Kind("WebP picture", "WEBP", ("webp",))
AVIF: Final = Kind("AVIF picture", "AVIF", ("avif", "avifs"))

SAVE_AS_JPEG: Final = "Save it as JPEG or PNG and upload that."
HEIC: Final = Kind("HEIC picture, as iPhones make", advice=SAVE_AS_JPEG)
TIFF: Final = Kind("TIFF or raw camera picture", advice=SAVE_AS_JPEG)
SVG: Final = Kind("SVG drawing", advice="Export it as PNG and upload that.")
WEB_PAGE: Final = Kind("web page or other text with markup", advice="Download the picture itself and upload that.")

_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"BM", Kind("BMP picture", advice=SAVE_AS_JPEG)),
    (b"8BPS", Kind("Photoshop document", advice=SAVE_AS_JPEG)),
    (b"\x00\x00\x00\x0cjP  ", Kind("JPEG 2000 picture", advice=SAVE_AS_JPEG)),
    (b"\xff\x0a", Kind("JPEG XL picture", advice=SAVE_AS_JPEG)),
    (b"\x00\x00\x00\x0cJXL ", Kind("JPEG XL picture", advice=SAVE_AS_JPEG)),
    (b"%PDF-", Kind("PDF document", advice="Export the page as PNG and upload that.")),
    (b"%!PS", Kind("PostScript document", advice="Export it as PNG and upload that.")),
    (b"PK\x03\x04", Kind("ZIP archive or office document", advice="Take the picture out of it and upload that.")),
)
_TEXT_MARKS: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_HEIF_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

# Nothing of these survives the decoding, but a picture that carries them was not made to be looked at.
_HIDDEN_MARKUP: Final = re.compile(rb"(?i)<script[\s>]|<!doctype\s+html|<html[\s>]|<\?php\s|<svg[\s>]")
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_END_LENGTH: Final = 22


def kind_of(content: bytes) -> Kind | None:
    """What `content` is, or None when it is nothing we know by sight."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp":
        return _kind_of_box(content)
    text = content[:2048].lstrip(_TEXT_MARKS)
    if text.startswith(b"<"):
        return SVG if re.search(rb"(?i)<svg[\s>]", content[:65536]) else WEB_PAGE
    return None


def stowaway(content: bytes) -> str:
    """What else is hidden in a picture's bytes, in words, or nothing."""
    end = content.rfind(_ZIP_END, -65536 - _ZIP_END_LENGTH)
    if end >= 0 and int.from_bytes(content[end + 20 : end + 22], "little") == len(content) - end - _ZIP_END_LENGTH:
        return "a ZIP archive"
    if b"%PDF-" in content[:1024]:
        return "a PDF document"
    return "parts of a web page or program" if _HIDDEN_MARKUP.search(content) else ""


def _kind_of_box(content: bytes) -> Kind | None:
    length = min(int.from_bytes(content[:4], "big"), 512)
    brands = {content[start : start + 4] for start in (8, *range(16, length, 4))}
    if brands & {b"avif", b"avis"}:
        return AVIF
    if brands & _HEIF_BRANDS:
        return HEIC
    return Kind("video or sound recording", advice="Only still pictures are taken here.")
