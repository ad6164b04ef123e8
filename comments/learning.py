"""What moderators' decisions teach about words: how likely a comment with such words is to be taken down.

A plain count of words (naive Bayes), for this paper alone and asked of nobody outside. What it finds is a number from 0
to 100 that holds a comment at most: it takes nothing down.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from math import exp, log
from typing import Final

from comments.layers import words_of

# What a comment is counted by. Its first words are enough: nobody hides an advertisement below two hundred others.
MOST_TOKENS: Final = 200
READ: Final = 10_000
# Of a few words little can be told; of many, those that say most.
TELLING: Final = 20
# What stood in fewer comments says nothing yet.
LEAST_SEEN: Final = 3
# No word holds a comment alone: by itself it comes to 89 of 100.
LOUDEST: Final = log(8)
SMOOTHING: Final = 0.5
ADDRESS: Final = re.compile(r"(?:https?://|\bwww\.)([^\s/?#<>\"']{1,253})", re.IGNORECASE)

# How often something stood in comments that were kept, and in those that were removed.
type Seen = tuple[int, int]


def token_keys(*, name: str, text: str) -> list[str]:
    """What the comment is counted by. Digests, so that no table keeps the words or the name of somebody who asks to be
    forgotten.
    """
    return [hashlib.sha256(token.encode()).hexdigest()[:32] for token in tokens(name=name, text=text)]


def tokens(*, name: str, text: str) -> list[str]:
    """The domains it links to, the words of its writer's name, its words and its pairs of words; each once."""
    return list(islice(dict.fromkeys(_tokens(name, text[:READ])), MOST_TOKENS))


def domains(text: str) -> list[str]:
    """Of the links in it, without `www.`; in the order in which they stand."""
    hosts = (host.rpartition("@")[2].partition(":")[0] for host in ADDRESS.findall(text))
    return [host.lower().removeprefix("www.").rstrip(".,;:!)") for host in hosts]


def score_of(taught: Iterable[Seen], *, kept: int, removed: int) -> int:
    """0 to 100 for a comment whose tokens were `taught` so often, among so many comments of both kinds.

    As if as many were removed as kept: how much is taken down in all says nothing about this one.
    """
    odds = [_odds(seen, kept, removed) for seen in taught if sum(seen) >= LEAST_SEEN]
    most_telling = sorted(odds, key=abs)[-TELLING:]
    return round(100 / (1 + exp(-max(-50.0, min(50.0, sum(most_telling))))))


def _tokens(name: str, text: str) -> Iterator[str]:
    yield from (f"link {domain}" for domain in domains(text))
    yield from (f"name {word}" for word in words_of(name))
    words = words_of(text)
    yield from words
    yield from map(" ".join, pairwise(words))


def _odds(seen: Seen, kept: int, removed: int) -> float:
    among_kept = (seen[0] + SMOOTHING) / (kept + 2 * SMOOTHING)
    among_removed = (seen[1] + SMOOTHING) / (removed + 2 * SMOOTHING)
    return max(-LOUDEST, min(LOUDEST, log(among_removed / among_kept)))
