"""What this app tells the rest of the site, once it is committed. A listener never changes the thing announced."""

from django.dispatch import Signal

comment_posted = Signal()  # comment
comments_moderated = Signal()  # stories: the ids of those whose comments changed
