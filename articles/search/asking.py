"""Reading what somebody typed into the search field, and answering it."""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.search.matching import newest_matching
from newsroom.text.slugs import fold

LONGEST_QUESTION, MOST_PHRASES = 200, 12
CANDIDATES = 500
AROUND = 90
_PARTING = re.compile("[^0-9A-Za-z]+")
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def phrases_of(question: str) -> list[str]:
    """The phrases of a question, as typed: what stands in quotes is one, every other word is one. Any input is valid.

    A phrase is words parted by single spaces. Each index folds them as it folded the stories.
    """
    composed = unicodedata.normalize("NFC", question[:LONGEST_QUESTION])
    found = (words_of(quoted or word) for quoted, word in _PHRASE.findall(composed))
    return list({fold(phrase): phrase for phrase in found if phrase}.values())[:MOST_PHRASES]


def words_of(phrase: str) -> str:
    """Letters, numbers and the marks on them; many scripts write vowels as marks, so `\\w` would cut their words."""
    if phrase.isascii():  # as most are, and quicker said
        return " ".join(_PARTING.sub(" ", phrase).split())
    kept = (letter if unicodedata.category(letter)[0] in "LNM" else " " for letter in phrase)
    return " ".join("".join(kept).split())


@dataclass(frozen=True, slots=True)
class Answer:
    """Story ids, best first. `is_whole` is False when there were more than are ranked."""

    ids: list[int]
    is_whole: bool


def answer(phrases: list[str]) -> Answer:
    """The newest public stories that hold every phrase: those that say it in the headline first, then in the deck."""
    if not phrases:
        return Answer([], is_whole=True)
    rows = newest_matching(phrases, CANDIDATES + 1)
    ranked = sorted(rows[:CANDIDATES], key=lambda row: _distance(phrases, row[1], row[2]))
    return Answer([row[0] for row in ranked], is_whole=len(rows) <= CANDIDATES)


def _distance(phrases: list[str], headline: str, deck: str) -> int:
    """How many phrases the headline lacks, and then the deck. The sort is stable, so equals stay newest first."""
    headline, deck = fold(words_of(headline)), fold(words_of(deck))
    missing = [phrase for phrase in map(fold, phrases) if phrase not in headline]
    return 2 * len(missing) + sum(phrase not in deck for phrase in missing)


def snippet(text: str, phrases: list[str]) -> SafeString | str:
    """The passage of `text` round the first phrase found in it, that phrase marked."""
    flat = " ".join(text.split())
    for phrase in phrases:
        # Folding may change the length of a text, so the words are sought unfolded, in any case.
        words = r"[\W_]+".join(map(re.escape, phrase.split()))
        found = re.search(rf"(?<![^\W_]){words}(?![^\W_])", flat, re.IGNORECASE)
        if found:
            before = _ending(flat[: found.start()])
            return format_html("{}<mark>{}</mark>{}", before, found[0], _beginning(flat[found.end() :]))
    return _beginning(flat, 2 * AROUND)


def _beginning(words: str, length: int = AROUND) -> str:
    """At most `length` characters, cut between words where there are any."""
    return words if len(words) <= length else (words[:length].rpartition(" ")[0] or words[:length]) + "…"


def _ending(words: str) -> str:
    return words if len(words) <= AROUND else "…" + (words[-AROUND:].partition(" ")[2] or words[-AROUND:])
