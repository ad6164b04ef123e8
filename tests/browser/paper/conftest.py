"""One paper for all tests of a module, made once and served."""

import pytest
from django.core.management import call_command
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from articles.models import Story
from tests.factories.papers import make_paper


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker):
    """In the place of pytest-django's, which empties the tables after every test: here after every module."""
    with django_db_blocker.unblock():
        assert not Story.objects.exists(), "These tests begin with an empty database of their own."
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def paper(transactional_db, tmp_path_factory):
    """The address at which the paper of tests.factories.papers is served."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        make_paper()
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
