"""Which script a letter belongs to, and which letters look like those of another."""

import unicodedata
from functools import lru_cache
from typing import Final

LATIN: Final = "LATIN"
# By language; a language that is not named is written in Latin letters.
SCRIPTS: Final = {
    "ar": {"ARABIC"}, "fa": {"ARABIC"}, "ur": {"ARABIC"}, "he": {"HEBREW"}, "yi": {"HEBREW"}, "el": {"GREEK"},
    "ru": {"CYRILLIC"}, "uk": {"CYRILLIC"}, "be": {"CYRILLIC"}, "bg": {"CYRILLIC"}, "mk": {"CYRILLIC"},
    "sr": {"CYRILLIC", LATIN}, "kk": {"CYRILLIC", LATIN}, "uz": {"CYRILLIC", LATIN}, "mn": {"CYRILLIC"},
    "zh": {"CJK"}, "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}, "ko": {"HANGUL", "CJK"},
    "hi": {"DEVANAGARI"}, "mr": {"DEVANAGARI"}, "ne": {"DEVANAGARI"}, "bn": {"BENGALI"}, "ta": {"TAMIL"},
    "te": {"TELUGU"}, "th": {"THAI"}, "ka": {"GEORGIAN"}, "hy": {"ARMENIAN"},
}  # fmt: skip
# Small letters of Cyrillic and Greek, as fold() leaves them, by the Latin ones for which they are taken.
LOOKS: Final = str.maketrans("авсенкмортухіјѕԁԛԝһαβεικνορτυχγ", "abcehkmoptyxijsdqwhabeikvoptuxy")


def scripts_of(language: str) -> set[str]:
    """Those in which a language is written."""
    return SCRIPTS.get(language.partition("-")[0], {LATIN})


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The first word of its name in Unicode, which is its script's for all letters in use."""
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def disguised(word: str, own: set[str]) -> str:
    """The word in the Latin letters that it looks like, if it mixes scripts or is in none of its `own`."""
    if word.isascii():
        return word
    scripts = {script_of(letter) for letter in word if letter.isalpha()}
    return word.translate(LOOKS) if len(scripts) > 1 or not scripts <= own else word
