"""A bare Django view that answers each path with bytes kept in memory: what our pages are compared with.

It has Django's default middleware and no database. The bytes are read from the folder named by BENCH_BYTES.
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bench",
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
)

PAGES = {file.name: file.read_bytes() for file in Path(os.environ["BENCH_BYTES"]).iterdir()}


def page(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001  # a view takes a request
    return HttpResponse(PAGES[name])


urlpatterns = [path("<str:name>", page)]
application = get_wsgi_application()
