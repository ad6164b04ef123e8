"""The account of an import: everything in the file is imported, here already or left, and the sums agree."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

COLUMNS = ("in the file", "imported", "already here", "left")


@dataclass(slots=True)
class Row:
    """The account of one kind of thing."""

    found: int = 0
    imported: int = 0
    here: int = 0
    left: int = 0

    @property
    def adds_up(self) -> bool:
        return self.found == self.imported + self.here + self.left


@dataclass(slots=True)
class Ledger:
    """Counts by kind, and a line for everything that was left or changed, told to `tell` as it happens."""

    tell: Callable[[str], None]
    rows: dict[str, Row] = field(default_factory=dict)
    notes: Counter[str] = field(default_factory=Counter)

    def imported(self, kind: str) -> None:
        self._found(kind).imported += 1

    def here(self, kind: str) -> None:
        self._found(kind).here += 1

    def left(self, kind: str, what: str, why: str) -> None:
        self._found(kind).left += 1
        self.tell(f"left {what}: {why}")

    def left_quietly(self, kind: str) -> None:
        """Count what nobody expects to come, without a line for each."""
        self._found(kind).left += 1

    def changed(self, what: str, how: str) -> None:
        self.notes["changed"] += 1
        self.tell(f"changed {what}: {how}")

    @property
    def adds_up(self) -> bool:
        return all(row.adds_up for row in self.rows.values())

    def table(self) -> Iterator[str]:
        """The account as lines of text, kinds below one another."""
        width = max([len(kind) for kind in self.rows] + [4])
        yield " " * width + "".join(f"{column:>14}" for column in COLUMNS)
        for kind, row in self.rows.items():
            numbers = (row.found, row.imported, row.here, row.left)
            yield f"{kind:<{width}}" + "".join(f"{number:>14,}" for number in numbers)

    def _found(self, kind: str) -> Row:
        row = self.rows.setdefault(kind, Row())
        row.found += 1
        return row
