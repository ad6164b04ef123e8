"""What readers do with comments: post, look after their own, and report."""
