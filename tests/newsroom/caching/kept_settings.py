"""The tests' settings for a paper that keeps its pages."""

from newsroom.settings.test import *  # noqa: F403

PAGES = True
