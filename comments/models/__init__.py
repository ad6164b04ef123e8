"""What readers say about stories, and what other readers say of that."""

from comments.models.ban import Ban, BanKind
from comments.models.comment import (
    NAME_COLUMN,
    PICKS,
    THREADS_A_PAGE,
    Comment,
    CommentQuerySet,
    Learnt,
    State,
    page_address,
)
from comments.models.decision import Decision
from comments.models.layer import Layer
from comments.models.learnt import LearntWord
from comments.models.reason import Reason
from comments.models.report import Report
from comments.models.watch import Told, Watch
from comments.models.words import WordLists

__all__ = [
    "NAME_COLUMN",
    "PICKS",
    "THREADS_A_PAGE",
    "Ban",
    "BanKind",
    "Comment",
    "CommentQuerySet",
    "Decision",
    "Layer",
    "Learnt",
    "LearntWord",
    "Reason",
    "Report",
    "State",
    "Told",
    "Watch",
    "WordLists",
    "page_address",
]
