"""How a front is spoken to: a short HTTP request, with an answer within seconds or an error in one sentence."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

TIMEOUT_SECONDS: Final = 5.0
LONGEST_ANSWER: Final = 64 * 1024


class FrontError(Exception):
    """Why a front was not told, in a sentence. `again_after`: in how many seconds it wants to be asked again."""

    def __init__(self, sentence: str, *, again_after: float = 0.0) -> None:
        super().__init__(sentence)
        self.again_after = again_after


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers`: by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Line:
    """A connection to `base`, http:// or https:// with a host and no path; used in a `with`.

    It leads to that host and nowhere else: no redirect is followed, and no proxy of the environment is asked.
    """

    def __init__(self, base: str, *, called: str, timeout: float = TIMEOUT_SECONDS) -> None:
        scheme, _, host = base.partition("://")
        kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
        self._called = called
        self._connection = kind(host, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def ask(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Answer:
        """Whatever is answered, also an error. Only silence and nonsense raise a FrontError."""
        try:
            self._connection.request(method, path, body or None, dict(headers or {}))
            answered = self._connection.getresponse()
            read = answered.read(LONGEST_ANSWER)
            if not answered.isclosed():
                self._connection.close()
        except TimeoutError:
            self._connection.close()
            raise FrontError(f"{self._called} does not answer in time.") from None
        except OSError as reason:
            self._connection.close()
            raise FrontError(f"{self._called} cannot be reached: {reason.strerror or type(reason).__name__}.") from None
        except http.client.HTTPException:
            self._connection.close()
            raise FrontError(f"{self._called} does not answer in HTTP.") from None
        return Answer(answered.status, {name.lower(): value for name, value in answered.headers.items()}, read)
