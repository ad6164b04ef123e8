"""What this app tells the rest of the site, once it is committed. A listener never changes the thing announced."""

from django.dispatch import Signal

story_published = Signal()  # story
story_revised = Signal()  # story
story_withdrawn = Signal()  # story
