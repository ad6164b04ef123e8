"""Text as it stands in an address, and as it is compared."""

import hashlib
import unicodedata

from slugify import slugify as transliterated

FALLBACK_LENGTH = 8


def slugify(text: str, *, max_length: int = 80) -> str:
    """`text` in a-z, 0-9 and hyphens, cut between words, the same for the same text.

    Empty only for empty text: what has no letters in any script (emoji, punctuation) becomes a short digest.
    """
    if not text.strip():
        return ""
    readable = str(transliterated(_encodable(text), max_length=max_length, word_boundary=True))
    return readable or _digest(text)[:max_length]


def fold(text: str) -> str:
    """The key under which two spellings are one: without case, accents, compatibility forms or doubled spaces."""
    if text.isascii():  # as most texts are, and quicker said
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(bare.split())


def _encodable(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:FALLBACK_LENGTH]
