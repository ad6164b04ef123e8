"""How PostgreSQL folds letters and parts words, so that it finds what SQLite's FTS5 finds with `remove_diacritics`."""

import re
import unicodedata

# FTS5 knows the marks of Latin letters alone. A text is taken apart, freed of them, and put together again.
_MARKED = "([a-zæøſʒ])[\u0300-\u036f]+"
# By these PostgreSQL would keep 3.5, a host, a file's path or a hyphenated word in one piece, and read <b> as a tag.
_PARTING = "[#&+,./:;<=>?@_~-]"

# Not by PostgreSQL's `translate`, which seeks every letter of a text in the whole list: ten times as slow.
FOLDED = (
    f"regexp_replace(normalize(regexp_replace(normalize(lower({{text}}), NFD), '{_MARKED}', '\\1', 'g')), "
    f"'{_PARTING}', ' ', 'g')"
)


def folded(words: str) -> str:
    """Words of a question as the index has them: what FOLDED says in SQL."""
    bare = re.sub(_MARKED, r"\1", unicodedata.normalize("NFD", words.lower()))
    return re.sub(_PARTING, " ", unicodedata.normalize("NFC", bare))
