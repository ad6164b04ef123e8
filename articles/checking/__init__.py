"""What an editor should know of a story before readers see it."""
