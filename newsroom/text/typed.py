"""Plain text that a person typed: what is refused, and how it falls into paragraphs."""

import re
import unicodedata

from django.core.exceptions import ValidationError

CONTROLS = "Please remove the control characters: they cannot be shown."
DIRECTIONS = "Please remove the characters that reverse the direction of text."
BROKEN = "Please remove the broken character: it cannot be stored."
ONE_LINE = "Please keep this on one line."

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters, marks or symbols by category that nevertheless leave the paper white; and what is not assigned, where Unicode
# promises that nothing will be seen. Elsewhere it may be a letter or an emoji younger than our Python.
BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U00013441\U00013442\U0001d159"
    "\u2065\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff\U000e0000-\U0010ffff]"
)
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Mn", "Me", "Zl", "Zp", "Zs"})


def refuse_unreadable(value: str, *, multiline: bool) -> None:
    """Raise ValidationError, in a sentence for the person who typed it, for what cannot be stored or would mislead."""
    if not multiline and LINE_ENDS.search(value):
        raise ValidationError(ONE_LINE, code="one_line")
    for character in value:
        _refuse(character, multiline=multiline)


def visible(value: str) -> bool:
    """Whether anything of `value` can be seen: one character that is not blank, invisible or a mark on nothing."""
    return any(unicodedata.category(c) not in UNSEEN_CATEGORIES and not BLANK.match(c) for c in value)


def paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph; blank lines part paragraphs, single line ends part lines. For escaping templates."""
    found: list[list[str]] = [[]]
    for line in LINE_ENDS.split(text):
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def _refuse(character: str, *, multiline: bool) -> None:
    if character in DIRECTION_MARKS:
        raise ValidationError(DIRECTIONS, code="direction")
    category = unicodedata.category(character)
    if category == "Cs":
        raise ValidationError(BROKEN, code="broken")
    if category == "Cc" and not (multiline and character in "\t\n\r"):
        raise ValidationError(CONTROLS, code="control")
