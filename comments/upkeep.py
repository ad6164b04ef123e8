"""What one process of the machine does beside answering, about comments."""

from datetime import datetime, timedelta

from comments.actions.forgetting import forget_origins
from comments.actions.telling import send_due
from newsroom import clock
from newsroom.caching.upkeep import each_minute

EVERY = timedelta(hours=1)
_last: list[datetime] = []


def forget_again() -> None:
    now = clock.now()
    if _last and now - _last[-1] < EVERY:
        return
    forget_origins(now=now)
    _last[:] = [now]


each_minute(forget_again, leader=True)
each_minute(send_due, leader=True)
