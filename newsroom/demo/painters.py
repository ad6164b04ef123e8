"""Processes that draw side by side, one for each core.

They import this module before Django is ready, so it knows nothing of ours.
"""

import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

import django


def drawn[Order, Drawing](
    draw: Callable[[Order], Drawing], orders: Sequence[Order]
) -> Generator[tuple[Order, Drawing]]:
    """Each order with what `draw` made of it, as they are done. Closed early, it lets the rest go."""
    if not orders:
        return
    # Fresh processes: a forked one would share this one's database connection.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"), initializer=_begin) as pool:
        # They begin with Ctrl-C held back, until they can end at it without a word.
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        jobs = {pool.submit(draw, order): order for order in orders}
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        try:
            for job in as_completed(jobs):
                yield jobs[job], job.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    django.setup()
