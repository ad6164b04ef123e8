"""A paper on one's own machine: `make run`."""

from newsroom.settings import addresses, env
from newsroom.settings.base import *  # noqa: F403
from newsroom.settings.secret import kept_secret

DEBUG = env.DEBUG
# While templates are being worked on, each page is made anew.
PAGES = env.PAGES and not DEBUG
SECRET_KEY = env.SECRET_KEY or kept_secret(env.DATA)
ALLOWED_HOSTS = addresses.hosts(env.ALLOWED_HOSTS) or ["localhost", "127.0.0.1", "[::1]"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
