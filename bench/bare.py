"""A bare Django view: the bytes and headers of one page, which BENCH_ANSWER's folder keeps, and no database.

It has Django's default middleware.
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import re_path

from bench.kept import kept
from bench.reader import HOST

settings.configure(
    ALLOWED_HOSTS=[HOST],
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

BODY, HEADERS = kept(Path(os.environ["BENCH_ANSWER"]))


def page(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # a view takes a request
    return HttpResponse(BODY, headers=HEADERS)


urlpatterns = [re_path("", page)]
application = get_wsgi_application()
