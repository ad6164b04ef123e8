"""Reading what somebody typed into the search field, and answering it."""

import re
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Story
from articles.search.matching import matching
from newsroom.text.slugs import fold

LONGEST_QUESTION, MOST_PHRASES = 200, 12
CANDIDATES = 500
AROUND = 90
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORDS = re.compile(r"\w+")


def phrases_of(question: str) -> list[str]:
    """The phrases of a question, folded: what stands in quotes is one, every other word is one. Any input is valid."""
    found = (quoted or word for quoted, word in _PHRASE.findall(question[:LONGEST_QUESTION]))
    words = (" ".join(_WORDS.findall(fold(phrase))) for phrase in found)
    return list(dict.fromkeys(phrase for phrase in words if phrase))[:MOST_PHRASES]


@dataclass(frozen=True, slots=True)
class Answer:
    """Story ids, best first. `is_whole` is False when there were more than are ranked."""

    ids: list[int]
    is_whole: bool


def answer(phrases: list[str]) -> Answer:
    """The newest public stories that hold every phrase: those that say it in the headline first, then in the deck."""
    if not phrases:
        return Answer([], is_whole=True)
    newest = matching(Story.objects.public(), phrases).newest_first()
    rows = list(newest.values_list("pk", "headline", "deck")[: CANDIDATES + 1])
    ranked = sorted(rows[:CANDIDATES], key=lambda row: _distance(phrases, row[1], row[2]))
    return Answer([row[0] for row in ranked], is_whole=len(rows) <= CANDIDATES)


def _distance(phrases: list[str], headline: str, deck: str) -> int:
    """How many phrases the headline lacks, and then the deck. The sort is stable, so equals stay newest first."""
    headline, deck = fold(headline), fold(deck)
    missing = [phrase for phrase in phrases if phrase not in headline]
    return 2 * len(missing) + sum(phrase not in deck for phrase in missing)


def snippet(text: str, phrases: list[str]) -> SafeString | str:
    """The passage of `text` round the first phrase found in it, that phrase marked."""
    flat = " ".join(text.split())
    for phrase in phrases:
        # Folding may change the length of a text, so the words are sought unfolded, in any case.
        found = re.search(rf"\b{re.escape(phrase)}\b", flat, re.IGNORECASE)
        if found:
            before = _ending(flat[: found.start()])
            return format_html("{}<mark>{}</mark>{}", before, found[0], _beginning(flat[found.end() :]))
    return _beginning(flat, 2 * AROUND)


def _beginning(words: str, length: int = AROUND) -> str:
    """At most `length` characters, cut between words where there are any."""
    return words if len(words) <= length else (words[:length].rpartition(" ")[0] or words[:length]) + "…"


def _ending(words: str) -> str:
    return words if len(words) <= AROUND else "…" + (words[-AROUND:].partition(" ")[2] or words[-AROUND:])
