"""The words of the demo paper: text files that a person edits, and their strict reader."""

from newsroom.demo.prose.bodies import Figure, Gallery, Prose, body_html
from newsroom.demo.prose.comments import Comment, Thread
from newsroom.demo.prose.paper import Paper, read_paper
from newsroom.demo.prose.pictures import Picture
from newsroom.demo.prose.records import ProseError
from newsroom.demo.prose.registers import Author, Category, Page, Profile, Source
from newsroom.demo.prose.stories import Signed, Story

__all__ = [
    "Author",
    "Category",
    "Comment",
    "Figure",
    "Gallery",
    "Page",
    "Paper",
    "Picture",
    "Profile",
    "Prose",
    "ProseError",
    "Signed",
    "Source",
    "Story",
    "Thread",
    "body_html",
    "read_paper",
]
