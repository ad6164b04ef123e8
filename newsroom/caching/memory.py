"""The pages that one process has at hand, within a bound."""

from threading import Lock

from newsroom.caching.page import FinishedPage


class Memory:
    """Pages by address. A page that was asked for since its last turn gets another one; else the oldest leaves."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._pages: dict[str, FinishedPage] = {}
        self._bytes = 0
        self._turn = Lock()
        # Looked up without the lock: this is what every request does.
        self.get = self._pages.get

    def put(self, page: FinishedPage) -> None:
        with self._turn:
            self._drop(page.known.address)
            self._pages[page.known.address] = page
            self._bytes += page.size
            while self._bytes > self.most_bytes and len(self._pages) > 1:
                oldest = next(iter(self._pages.values()))
                self._drop(oldest.known.address)
                if oldest.used:
                    oldest.used = False
                    self._pages[oldest.known.address] = oldest
                    self._bytes += oldest.size

    def drop(self, address: str) -> None:
        with self._turn:
            self._drop(address)

    def clear(self) -> None:
        with self._turn:
            self._pages.clear()
            self._bytes = 0

    @property
    def bytes(self) -> int:
        """About how many the pages take."""
        return self._bytes

    def __len__(self) -> int:
        return len(self._pages)

    def _drop(self, address: str) -> None:
        if page := self._pages.pop(address, None):
            self._bytes -= page.size
