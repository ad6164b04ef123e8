"""Live coverage: a story that is told entry by entry while it happens."""
