"""What the web server calls."""

import sys

import django
from django.core.exceptions import ImproperlyConfigured

from newsroom.request import Handler
from newsroom.settings import choose

try:
    choose("production")
    django.setup(set_prefix=False)
    # The models are known only now.
    from newsroom.caching.begin import with_finished_pages

    application = with_finished_pages(Handler())
except ImproperlyConfigured as refusal:
    sys.stderr.write(f"{refusal}\n")
    # What gunicorn's worker says that cannot begin: at any other number gunicorn would try again for ever.
    raise SystemExit(3) from None
