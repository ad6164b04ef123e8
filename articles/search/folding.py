"""How PostgreSQL folds letters and parts words, so that it finds what SQLite's FTS5 finds with `remove_diacritics`."""

import unicodedata
from itertools import chain

# FTS5 knows the marks of Latin letters alone.
_LATIN = chain(range(0xC0, 0x250), range(0x1E00, 0x1F00))


def _pairs() -> dict[str, str]:
    """Each lower-case letter with a mark, and the plain letter under it."""
    letters = (chr(code).lower() for code in _LATIN)
    bare = {letter: unicodedata.normalize("NFD", letter)[0] for letter in letters if len(letter) == 1}
    return {letter: plain for letter, plain in bare.items() if plain != letter and plain.isalpha()}


# By these PostgreSQL would keep 3.5, a host, a file's path or a hyphenated word in one piece, and read <b> as a tag.
_PARTING = dict.fromkeys("#&+,-./:;<=>?@_~", " ")
MARKED, PLAIN = ("".join(part) for part in zip(*sorted((_pairs() | _PARTING).items()), strict=True))
_PLAIN_FOR = str.maketrans(MARKED, PLAIN)


def folded(words: str) -> str:
    """Words of a question as the index has them."""
    return words.lower().translate(_PLAIN_FOR)
