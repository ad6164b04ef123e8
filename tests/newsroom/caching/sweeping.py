"""A paper whose pages are all kept, changed and put back again and again."""

from contextlib import contextmanager

from django.db import connection, transaction
from django.test import TestCase

from articles.media.models import Image
from articles.models import Category
from newsroom import clock
from newsroom.caching import memo
from newsroom.caching.board import NANOSECONDS
from newsroom.caching.layer import FinishedPages
from newsroom.caching.policy import OLDEST
from newsroom.request import Handler
from tests.newsroom.caching.readers import Worker
from tests.newsroom.caching.whole_paper import NOW, WholePaper

HOST = "http://testserver"
# What an article is about, and what editors arrange, follows at once; lists may take a minute.
AT_ONCE, LATER = 0, OLDEST + NANOSECONDS


class SweptPaper:
    def __init__(self, pages):
        self.pages = pages
        self.paper = WholePaper()
        # Purges that the paper's own making asked for are not those of what follows.
        connection.run_on_commit.clear()
        self.reader, self.anew = Worker(FinishedPages(Handler(), pages)), Worker(Django(Handler()))
        self.addresses = self.paper.addresses()
        self.fronts = {"/", "/world/", "/world/asia/", "/sport/", "/about/"}
        self.usual = {address: self.made_anew(address) for address in self.addresses}
        for address, usual in self.usual.items():
            assert self.reader.ask(address).body == usual
            assert self.served(address, AT_ONCE), f"{address} is not kept"

    def examples(self, model):
        """Rows of the model: those that different pages show."""
        rows = model._default_manager.order_by("pk")
        return list(rows) if model in {Category, Image} else [rows.last()]

    def made_anew(self, address):
        memo.forget()
        try:
            return self.anew.ask(address).body
        finally:
            memo.forget()

    def served(self, address, after):
        """Whether the kept page would still be served so many nanoseconds later."""
        now = int(NOW.timestamp() * NANOSECONDS) + after
        return self.pages.best(HOST + address, now) is not None

    @contextmanager
    def after(self, change, *, fronts_at_once=True):
        """The addresses whose kept page is served after `change`, while all is as that left it. Then it is put back."""
        board = bytes(self.pages.board._memory)
        try:
            with transaction.atomic():
                with TestCase.captureOnCommitCallbacks(execute=True):
                    change()
                fronts = self.fronts if fronts_at_once else ()
                yield [a for a in self.addresses if self.served(a, AT_ONCE if a in fronts else LATER)]
                transaction.set_rollback(True)
        finally:
            self.pages.board._memory[:] = board
            self.pages.memory.clear()

    def stay_wrongly(self, change, **when):
        """Those of them that would read otherwise if they were made now."""
        with self.after(change, **when) as served:
            return [address for address in served if self.made_anew(address) != self.usual[address]]


class Django:
    """The application alone, in the place of the layer."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        return self.application(environ, start_response)


def at_that_time():
    return clock.as_of(NOW)
