"""A picture that a text asks for: what is drawn, and the words that go with it."""

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.demo.pictures import SUBJECTS
from newsroom.demo.prose.records import Line, ProseError

# A drawing is asked for once however often it is shown, so whoever places pictures may keep them by subject and seed.
Placed = Callable[["Picture"], int]


@dataclass(frozen=True, slots=True)
class Picture:
    subject: str
    seed: int
    alt: str
    caption: str = ""
    credit: str = ""


def picture(drawn: Line, *, alt: str, caption: str = "", credit: str = "", mark: str = " ") -> Picture:
    """The picture that `drawn` names as subject, `mark` and seed. Raises ProseError for what nobody can draw."""
    subject, _mark, seed = drawn.text.strip().partition(mark)
    if subject not in SUBJECTS:
        raise ProseError(drawn.place, f"Nobody draws “{subject}”.")
    if seed not in {"1", "2", "3", "4"}:
        raise ProseError(drawn.place, f"“{drawn.text}” needs a seed from 1 to 4.")
    if not alt.strip():
        raise ProseError(drawn.place, f"The picture {drawn.text} has no alt text.")
    return Picture(subject, int(seed), alt.strip(), caption.strip(), credit.strip())
