"""What every test may ask for. Fixtures of one package stand in that package's own conftest."""

import os
import shutil
from collections.abc import Callable, Generator
from importlib import import_module
from pathlib import Path

import hypothesis
import pytest
from django.apps import AppConfig, apps
from django.db import connection
from django.db.models.signals import post_migrate
from django.dispatch import receiver

# How long an example takes says how busy the machine is, and nothing of what is tried.
hypothesis.settings.register_profile("newsroom", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("newsroom")

NODE_MODULES = Path(__file__).parent / "browser" / "tools" / "node_modules"


def program(*names: str) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def installed(path: str) -> str | None:
    return str(NODE_MODULES / path) if (NODE_MODULES / path).exists() else None


def brotli_of_nginx() -> bool:
    return any(Path("/etc/nginx/modules-enabled").glob("*brotli-static.conf"))


def xkey_of_varnish() -> bool:
    return any(Path("/usr/lib").glob("*/varnish/vmods/libvmod_xkey.so"))


# Each tool of the machine that some tests need: where it is, and how to get it.
TOOLS: dict[str, tuple[Callable[[], str | None], str]] = {
    "chromium": (lambda: program("chromium", "chromium-browser", "google-chrome"), "install Chromium"),
    "wrk": (lambda: program("wrk"), "install wrk"),
    "java": (lambda: program("java"), "install a Java runtime, version 17 or newer"),
    "nginx": (
        lambda: brotli_of_nginx() and program("nginx", "/usr/sbin/nginx"),
        "install nginx and its module libnginx-mod-http-brotli-static",
    ),
    "varnish": (lambda: xkey_of_varnish() and program("varnishd", "/usr/sbin/varnishd"), "install varnish-modules"),
    "openssl": (lambda: program("openssl"), "install OpenSSL"),
    "axe-core": (lambda: installed("axe-core/axe.min.js"), "install npm and run make test"),
    "vnu": (lambda: installed("vnu-jar/build/dist/vnu.jar"), "install npm and run make test"),
}


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """Answer the path of a tool in TOOLS. Without it the test is skipped."""

    def path_of(tool: str) -> str:
        find, remedy = TOOLS[tool]
        path = find()
        if path:
            return path
        pytest.skip(f"{tool} is missing on this machine: {remedy}.")

    return path_of


@receiver(post_migrate)
def make_roles_again(sender: AppConfig, **_: object) -> None:
    """The groups that a migration makes: a test that empties the tables takes them with it.

    Emptying the tables is told as migrating is. Sessions are among the last to be told of.
    """
    if sender.label == "sessions":
        import_module("newsroom.migrations.0001_roles").make_roles(apps, None)


@pytest.fixture
def roles(transactional_db: None) -> None:
    """A test that needs the groups, and writes for good."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, a test that is skipped has failed, whatever the reason."""
    report = yield
    if report.skipped and os.environ.get("NEWSROOM_REQUIRE_ALL") == "1":
        report.outcome, report.longrepr = "failed", f"Nothing may be skipped here. {report.longrepr[2]}"
    return report


def pytest_report_header() -> str:
    if os.environ.get("DATABASE_URL"):
        return "database: the one DATABASE_URL names"
    return "database: SQLite (PostgreSQL is not tried here; DATABASE_URL=postgres://… tries it, and .ci/run does)"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):  # pytest-django's own name
    """Let the tables be emptied between tests, the log too, which takes that from nobody else. And let no thread of a
    live server keep PostgreSQL from dropping the database when the tests are over.
    """
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("DROP TRIGGER audit_line_refuses_delete")
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
