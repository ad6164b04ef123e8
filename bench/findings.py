"""What a run of the bench found, in the form in which it is stored, judged and shown."""

from dataclasses import dataclass, field


class UnmeasuredError(Exception):
    """Why something could not be measured, in one sentence."""


@dataclass
class Table:
    """Rows of words under a title, for a reader; `about` says how they were come by."""

    title: str
    about: str
    head: list[str]
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Findings:
    """`values` by the key of an aim, in its unit; `notes` by the same key, where a value needs a word more.

    `series` are the lines of the plot: for each name, milliseconds by the number of stories. `missing` are sentences
    about what could not be measured.
    """

    values: dict[str, float] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    series: dict[str, dict[int, float]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def found(self, key: str, value: float, note: str = "") -> None:
        self.values[key] = value
        if note:
            self.notes[key] = note
