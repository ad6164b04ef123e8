"""Made-up prose whose words are as unequal as in real texts: a few stand in every story, most in hardly any."""

import random
from itertools import accumulate, product

COMMON = "the of and to in a is that for it as was with be by on not he at from his an are has will but more they"
NEWS = """council harbour ferry minister river bridge budget vote city rail strike court school farm wheat price union
report storm coast island engine doctor mayor border treaty market film theatre captain season coach reader"""
# One word in so many is of the news, the others are made of syllables.
APART = 60
SYLLABLES = [a + b for a, b in product("bcdfglmnprstv", "aeiou")]


def _vocabulary() -> list[str]:
    made = (a + b + c for a, b, c in product(SYLLABLES[::2], SYLLABLES, SYLLABLES[::13]))
    words = [*COMMON.split(), *dict.fromkeys(made)]
    for place, word in enumerate(NEWS.split(), 1):
        words.insert(place * APART, word)
    return words


WORDS = _vocabulary()
WEIGHTS = list(accumulate(1 / (rank + 2) for rank in range(len(WORDS))))


def sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=words)).capitalize() + "."


def body(dice: random.Random) -> str:
    """Six paragraphs of HTML."""
    return "".join(f"<p>{' '.join(sentence(dice, 14) for _ in range(3))}</p>" for _ in range(6))
