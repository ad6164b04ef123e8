"""The layers that a comment passes before readers see it. Each says what it finds; any finding holds the comment.

They look at words alone and ask nobody. Every threshold is a setting, and 0 turns its layer off.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from django.conf import settings

from comments.models.layer import Layer
from comments.scripts import script_of, scripts_of
from comments.wordlist import NO_WORDS, WordList
from newsroom.text.slugs import fold

LINK: Final = re.compile(r"https?://|\bwww\.|<a\s", re.IGNORECASE)
WORD: Final = re.compile(r"\w+")
# Fewer words than this many people write without knowing of each other.
FEW_WORDS: Final = 6
FEW_LETTERS: Final = 20


@dataclass(frozen=True)
class Candidate:
    """A comment as it was sent. `language` is its story's; `took` are the seconds that a script saw it being written,
    None where none ran; `others` are the newest comments' texts; `score` is what was learnt of its words;
    `is_banned` that its origin, name or a site in it is; `banned` and
    `suspect` are the moderators' lists of words.
    """

    text: str
    language: str = "en"
    trap: str = ""
    took: float | None = None
    is_repeated: bool = False
    others: tuple[str, ...] = ()
    score: int | None = None
    is_banned: bool = False
    banned: WordList = NO_WORDS
    suspect: WordList = NO_WORDS

    @cached_property
    def words(self) -> list[str]:
        return words_of(self.text)


type Rule = Callable[[Candidate], bool]


def findings(candidate: Candidate) -> list[Layer]:
    """The layers that hold it, in the order in which they are told."""
    return [layer for layer, rule in RULES.items() if rule(candidate)]


def text_key(text: str) -> str:
    """What two texts have in common that differ in spaces, capitals, accents or signs alone; empty for few words."""
    words = words_of(text)
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:32] if len(words) >= FEW_WORDS else ""


def words_of(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _banned(candidate: Candidate) -> bool:
    return candidate.is_banned


def _banned_word(candidate: Candidate) -> bool:
    return candidate.banned.finds(candidate.text, candidate.language)


def _suspect(candidate: Candidate) -> bool:
    return candidate.suspect.finds(candidate.text, candidate.language)


def _trapped(candidate: Candidate) -> bool:
    return bool(candidate.trap.strip())


def _quick(candidate: Candidate) -> bool:
    return candidate.took is not None and candidate.took < settings.COMMENT_LEAST_SECONDS


def _same(candidate: Candidate) -> bool:
    return candidate.is_repeated


def _nearly(candidate: Candidate) -> bool:
    least = settings.COMMENT_NEAR_PERCENT
    mine = _shingles(candidate.words)
    if not least or candidate.is_repeated or len(candidate.words) < FEW_WORDS:
        return False
    others = (_shingles(words_of(other)) for other in candidate.others)
    return any(len(mine & other) * 100 >= least * len(mine | other) for other in others if other)


def _linked(candidate: Candidate) -> bool:
    most = settings.COMMENT_LINKS
    return bool(most) and len(LINK.findall(candidate.text)) >= most


def _capitals(candidate: Candidate) -> bool:
    cased = [letter for letter in candidate.text if letter.isupper() or letter.islower()]
    least = settings.COMMENT_CAPITALS_PERCENT
    return bool(least) and len(cased) >= FEW_LETTERS and sum(map(str.isupper, cased)) * 100 >= least * len(cased)


def _repeated(candidate: Candidate) -> bool:
    most, run = settings.COMMENT_REPEATED, 1
    for one, following in pairwise(candidate.text):
        run = run + 1 if one == following and not one.isspace() else 1
        if most and run > most:
            return True
    return False


def _script(candidate: Candidate) -> bool:
    if not settings.COMMENT_SCRIPT:
        return False
    letters = Counter(script_of(letter) for letter in candidate.text if letter.isalpha())
    if letters.total() < FEW_LETTERS:
        return False
    own = scripts_of(candidate.language)
    return sum(number for script, number in letters.items() if script in own) * 2 < letters.total()


def _scored(candidate: Candidate) -> bool:
    most = settings.COMMENT_SCORE
    return bool(most) and candidate.score is not None and candidate.score >= most


def _shingles(words: Iterable[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


RULES: Final[dict[Layer, Rule]] = {
    Layer.BANNED: _banned,
    Layer.BANNED_WORD: _banned_word,
    Layer.SUSPECT: _suspect,
    Layer.TRAP: _trapped,
    Layer.QUICK: _quick,
    Layer.SAME: _same,
    Layer.NEARLY: _nearly,
    Layer.LINKS: _linked,
    Layer.CAPITALS: _capitals,
    Layer.REPEATED: _repeated,
    Layer.SCRIPT: _script,
    Layer.SCORE: _scored,
}
