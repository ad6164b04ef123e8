"""Finding the words of a list in a text, also where somebody disguised them; never inside other words."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Final

from comments.scripts import LOOKS, disguised, scripts_of
from newsroom.text.slugs import fold

BEGINNING: Final = "*"
WORD: Final = re.compile(r"[^\W_]+")
INSIDE: Final = re.compile(r"[\W_]+")
ADDRESS: Final = re.compile(r"://|^www\.", re.IGNORECASE)
# Signs written for letters; a 1 is an i to some and an l to others.
SIGNS: Final = [str.maketrans(f"034578@$!|1{one}", f"oeastbasii{one}{one}") for one in "il"]
SIGN: Final = re.compile(r"[0134578@$!|]")
# Fewer single letters in a row than these are words of their own: “I a”.
SPELT: Final = 3


class WordList:
    """A list as it is typed: an entry on each line."""

    def __init__(self, text: str) -> None:
        self.entries = [line.strip() for line in text.splitlines() if line.strip()]

    def finds(self, text: str, language: str = "en") -> bool:
        if not self.entries:
            return False
        plain, *bare = readings(text, language)
        return self._plain.stand_in(plain) or any(self._bare.stand_in(words) for words in bare)

    @cached_property
    def _plain(self) -> "Entries":
        return Entries([(words_of(entry), entry.endswith(BEGINNING)) for entry in self.entries])

    @cached_property
    def _bare(self) -> "Entries":
        """As they are spelt where a text is read without its disguises."""
        spelt = ((words_of(entry), entry.endswith(BEGINNING)) for entry in self.entries)
        return Entries([([word.translate(LOOKS) for word in words], begins) for words, begins in spelt])


class Entries:
    """The same words, ordered so that a long list is looked for quickly."""

    def __init__(self, entries: list[tuple[list[str], bool]]) -> None:
        self.beginnings = {words[0] for words, begins in entries if begins and len(words) == 1}
        self.lengths = sorted(set(map(len, self.beginnings)))
        self.by_first: dict[str, list[str]] = {}
        for words, begins in entries:
            if words and not (begins and len(words) == 1):
                self.by_first.setdefault(words[0], []).append(f" {' '.join(words)}{'' if begins else ' '}")

    def stand_in(self, words: list[str]) -> bool:
        if any(word[:length] in self.beginnings for length in self.lengths for word in words):
            return True
        spaced = f" {' '.join(words)} "
        return any(entry in spaced for first in self.by_first.keys() & set(words) for entry in self.by_first[first])


NO_WORDS: Final = WordList("")


@lru_cache(maxsize=8)
def listed(text: str) -> WordList:
    return WordList(text)


def words_of(text: str) -> list[str]:
    return WORD.findall(fold(_seen(text)))


def faults(text: str) -> Iterator[str]:
    """What is wrong with a list, by its lines."""
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        letters = sum(map(len, words_of(entry)))
        if entry and not letters:
            yield f"Line {number} has no letter: “{entry[:40]}”."
        elif BEGINNING in entry[:-1]:
            yield f"Line {number}: a * stands at the end alone, and not in “{entry[:40]}”."
        elif entry.endswith(BEGINNING) and letters < SPELT:
            yield f"Line {number}: “{entry[:40]}” would catch half of all words. Write {SPELT} letters or more."


def readings(text: str, language: str) -> list[list[str]]:
    """The words of the text as they stand; and those that it has without disguises, where they are others: with signs
    between letters as spaces and as nothing, and a 1 as each letter that it may be.
    """
    own = scripts_of(language)
    chunks = fold(_seen(text)).split()
    found = [WORD.findall(" ".join(chunks))]
    for signs in SIGNS if any("1" in chunk for chunk in chunks) else SIGNS[:1]:
        bare = [_bare(chunk, signs, own) for chunk in chunks]
        spaced = WORD.findall(" ".join(bare)) if bare != chunks else found[0]
        found += [words for words in (spaced, list(_joined(bare))) if words not in found]
    return found


def _seen(text: str) -> str:
    """Without what has no width."""
    return text if text.isascii() else "".join(one for one in text if unicodedata.category(one) != "Cf")


def _bare(chunk: str, signs: dict[int, int], own: set[str]) -> str:
    if chunk.isascii() and not SIGN.search(chunk):
        return chunk
    inner = chunk.rstrip("!|")
    # Of what has no letter nothing is read: a year is no word.
    read = inner.translate(signs) if any(map(str.isalpha, inner)) or len(inner) == 1 else inner
    return WORD.sub(lambda word: disguised(word[0], own), read)


def _joined(chunks: list[str]) -> Iterator[str]:
    """Each without the signs in it, and letters that stand alone in a row as one word."""
    whole = [chunk if chunk.isalnum() else "" if ADDRESS.search(chunk) else INSIDE.sub("", chunk) for chunk in chunks]
    for is_letter, some in groupby(filter(None, whole), key=lambda word: len(word) == 1):
        row = list(some)
        if is_letter and len(row) >= SPELT:
            yield "".join(row)
        else:
            yield from row
