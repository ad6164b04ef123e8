"""A public paper's settings without collected static files: packing them takes a minute, and no test asks for one."""

from newsroom.settings.production import *  # noqa: F403
from newsroom.settings.production import STORAGES

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
