"""Quoting a comment in the answer to it: a line is quoted that begins with "> ", as in letters of old."""

import re
from itertools import groupby
from typing import Final

from newsroom.text.typed import LINE_ENDS, visible

MARK: Final = ">"
LONGEST: Final = 600
LAST_SPACE = re.compile(r"\s+\S*\Z")


def is_quoted(line: str) -> bool:
    return line == MARK or line.startswith(f"{MARK} ")


def quoted(text: str) -> str:
    """The text as the beginning of an answer; of a long one as many words as fit, without what it quotes itself."""
    own = [line.strip() for line in LINE_ENDS.split(text) if not is_quoted(line.strip())]
    lines = _shortened("\n".join(own).strip() or text.strip()).split("\n")
    return "\n".join(f"{MARK} {line}".rstrip() for line in lines) + "\n\n"


def own_words(text: str, answered: str) -> str:
    """The text without the lines that it quotes of the one it answers; all of it when nothing else is said."""
    if MARK not in text:
        return text
    said = " ".join(answered.split())
    lines = (line for line in LINE_ENDS.split(text) if not _is_of(line.strip(), said))
    own = "\n".join(lines)
    return own if visible(own) else text


def in_kinds(lines: list[str]) -> list[tuple[bool, list[str]]]:
    """The lines of a paragraph in runs, each quoted or not."""
    return [(kind, list(run)) for kind, run in groupby(lines, key=is_quoted)]


def _is_of(line: str, said: str) -> bool:
    return is_quoted(line) and " ".join(line.removeprefix(MARK).removesuffix("…").split()) in said


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    at_a_word = cut if text[LONGEST].isspace() else LAST_SPACE.sub("", cut)
    return f"{at_a_word.rstrip()}…"
