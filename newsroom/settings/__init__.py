import os
from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured


def choose(usual: str) -> None:
    """Take the settings that DJANGO_SETTINGS_MODULE names, and the `usual` ones where it names none."""
    named = os.environ.get("DJANGO_SETTINGS_MODULE") or f"newsroom.settings.{usual}"
    try:
        found = find_spec(named)
    except (ModuleNotFoundError, ValueError):
        found = None
    if found is None:
        raise ImproperlyConfigured(
            f"DJANGO_SETTINGS_MODULE must be newsroom.settings.{usual}, and there is no {named}."
        )
    os.environ["DJANGO_SETTINGS_MODULE"] = named
