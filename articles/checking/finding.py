"""One thing that a check has found."""

from typing import NamedTuple

from articles.models.checks import Check, Level


class Finding(NamedTuple):
    """`told` is one sentence for whoever publishes."""

    check: Check
    told: str
    level: str = Level.WARN

    @property
    def stops(self) -> bool:
        return self.level == Level.BLOCK
