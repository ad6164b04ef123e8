"""Where the pages stand that must follow a change at once, for a front that knows copies by address only.

Who knows says so: a function that is told the numbers in keys of one noun, 5 for `story:5`, answers the paths of the
pages that own such a key.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

type Finder = Callable[[list[int]], Iterable[str]]

_finders: dict[str, Finder] = {}


def stands_at[F: Finder](noun: str) -> Callable[[F], F]:
    """Register what finds the pages of a noun."""

    def registered(finder: F) -> F:
        _finders[noun] = finder
        return finder

    return registered


def addresses(keys: Iterable[str]) -> list[str]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for key in keys:
        noun, _, number = key.rpartition(":")
        if noun in _finders and number.isdecimal():
            numbers[noun].append(int(number))
    return sorted({path for noun, some in numbers.items() for path in _finders[noun](some)})
