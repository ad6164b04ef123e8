"""A public paper. Refuses to start half-configured, in one sentence."""

from django.core.exceptions import ImproperlyConfigured

from newsroom.settings import addresses, env
from newsroom.settings.base import *  # noqa: F403
from newsroom.settings.base import SITE_ADDRESS
from newsroom.settings.mail import mailers

for _name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_ADDRESS"):
    if not getattr(env, _name):
        raise ImproperlyConfigured(
            f"Set the environment variable {_name} before starting the newsroom; docs/operators.md says to what."
        )
if len(env.SECRET_KEY) < 50 or len(set(env.SECRET_KEY)) < 5:
    raise ImproperlyConfigured("SECRET_KEY must be fifty random characters; docs/operators.md says how to make them.")

DEBUG = False
SECRET_KEY = env.SECRET_KEY
SECRET_KEY_FALLBACKS = env.SECRET_KEY_FALLBACKS
ALLOWED_HOSTS = addresses.hosts(env.ALLOWED_HOSTS)
if not addresses.is_public(SITE_ADDRESS, ALLOWED_HOSTS):
    raise ImproperlyConfigured("SITE_ADDRESS must begin with https://, and its host must be one of ALLOWED_HOSTS.")
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
if env.TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

MAILERS = mailers(env.EMAIL_URL)
