"""What the web server calls."""

import os

import django

from newsroom.request import Handler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.production")

django.setup(set_prefix=False)
application = Handler()
