"""How PostgreSQL folds case and accents, so that it finds what SQLite's FTS5 finds with `remove_diacritics`."""

import unicodedata
from itertools import chain

_LATIN_GREEK_CYRILLIC = chain(range(0xC0, 0x250), range(0x370, 0x460), range(0x1E00, 0x2000))


def _pairs() -> dict[str, str]:
    """Each lower-case letter with a mark, and the plain letter under it."""
    letters = (chr(code).lower() for code in _LATIN_GREEK_CYRILLIC)
    bare = {letter: unicodedata.normalize("NFD", letter)[0] for letter in letters if len(letter) == 1}
    return {letter: plain for letter, plain in bare.items() if plain != letter and plain.isalpha()}


MARKED, PLAIN = ("".join(part) for part in zip(*sorted(_pairs().items()), strict=True))
