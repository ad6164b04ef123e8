"""The one screen on which moderators decide."""
