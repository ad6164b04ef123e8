"""The test suite's settings: quick, and strict where production is."""

from newsroom.settings.base import *  # noqa: F403
from newsroom.settings.base import STORAGES as USUAL_STORAGES
from newsroom.settings.env import DATA

DEBUG = False
# A test that is about finished pages keeps them in a folder of its own.
PAGES = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = USUAL_STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "test-media"
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
COMMENT_PACE = COMMENT_STORY_PACE = COMMENT_SITE_PACE = "off"
FORBID_LAZY_FETCHING = True
