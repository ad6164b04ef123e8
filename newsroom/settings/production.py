"""A public paper. Refuses to start half-configured, in one sentence."""

import re

from django.core.exceptions import ImproperlyConfigured

from newsroom.settings import env
from newsroom.settings.base import *  # noqa: F403
from newsroom.settings.mail import mailers

for _name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_ADDRESS"):
    if not getattr(env, _name):
        raise ImproperlyConfigured(
            f"Set the environment variable {_name} before starting the newsroom; docs/operators.md says to what."
        )
if not re.fullmatch(r"https://[A-Za-z0-9.\-]+(:[0-9]+)?/?", env.SITE_ADDRESS):
    raise ImproperlyConfigured(
        "SITE_ADDRESS must be https:// and the host, and no more, for instance https://example.com."
    )

DEBUG = False
SECRET_KEY = env.SECRET_KEY
SECRET_KEY_FALLBACKS = env.SECRET_KEY_FALLBACKS
ALLOWED_HOSTS = env.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = [env.SITE_ADDRESS.rstrip("/")]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
if env.TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

MAILERS = mailers(env.EMAIL_URL)
