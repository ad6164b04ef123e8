"""An import in one word."""

import pytest

from newsroom.wordpress.importer import import_wordpress
from tests.factories import wordpress as old


@pytest.fixture
def bring(tmp_path):
    """Import an export of these parts; the lines that were told are in the ledger's `told`."""

    def run(*parts, name="export.xml", **options):
        told = []
        ledger = import_wordpress(path=old.write(tmp_path, *parts, name=name), tell=told.append, **options)
        assert ledger.adds_up
        return ledger, "\n".join(told)

    return run
