"""Comments that a moderator has judged: what the bench posts, and what it may teach first."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

FOLDER: Final = Path(__file__).parent / "labelled"
type Split = Literal["learn", "judge"]


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str  # "keep", or what is wrong with it: "spam", "abuse", "flood", "doxx", "phishing", "gibberish"
    kind: str
    language: str
    split: Split
    name: str
    text: str

    @property
    def honest(self) -> bool:
        return self.label == "keep"


def labelled(split: Split | None = None) -> list[Labelled]:
    """All of them, or one half: what is learnt is never judged."""
    lines = (line for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    comments = [Labelled(**json.loads(line)) for line in lines]
    return [comment for comment in comments if split in (None, comment.split)]
