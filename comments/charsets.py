"""Bytes in whichever character set a sender declares. Only UTF-8 is taken; of the others the words are kept."""

import encodings
import pkgutil
from encodings.aliases import aliases

# Families of real character sets: some of Python's codecs are no charsets, and some take forever on hostile input.
_REAL = ("utf_", "iso8859", "latin", "cp", "koi8", "mac_", "shift_jis", "euc_", "gb", "big5", "iso2022", "johab")
_CODECS = {
    codec.name
    for codec in pkgutil.iter_modules(encodings.__path__)
    if codec.name.startswith(_REAL) or codec.name in {"ascii", "tis_620"}
}


def is_utf8(charset: str) -> bool:
    """Whether bytes in `charset` may be read as UTF-8. None declared means that they may."""
    return not charset or _codec(charset) in {"utf_8", "ascii"}


def recoded(raw: bytes, charset: str) -> bytes:
    """`raw`, declared to be in `charset`, in UTF-8; as it is where that cannot be done."""
    text = _strictly(raw, _codec(charset))
    return raw if text is None else text.encode("utf-8", "replace")


def words(raw: bytes, charset: str) -> str:
    """What `raw` most likely says: UTF-8, else what was declared, else with marks for what cannot be read."""
    for codec in ("utf_8", _codec(charset)):
        text = _strictly(raw, codec)
        if text is not None and "\0" not in text:
            return text
    return raw.decode("utf-8", "replace")


def _strictly(raw: bytes, codec: str) -> str | None:
    if not codec:
        return None
    try:
        return raw.decode(codec)
    except ValueError:
        return None


def _codec(charset: str) -> str:
    """Python's name for the charset, or nothing when it knows none of that name.

    `codecs.lookup` is not asked: it keeps every name that it was ever asked for, and these come from strangers.
    """
    name = encodings.normalize_encoding(charset).lower()
    name = aliases.get(name, name)
    return name if name in _CODECS else ""
