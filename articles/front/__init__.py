"""The pages that editors arrange: home, and the top of every category."""
