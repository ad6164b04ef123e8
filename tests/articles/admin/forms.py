"""What a browser sends for a story's form."""


def story_form(**given):
    rows = {
        f"{row}-{part}": 0
        for row in ("byline", "story_sources", "related_picks")
        for part in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    usual = {"headline": "Ferry runs aground", "kind": "news", "language": "en", "comment_policy": "open", "body": ""}
    return rows | usual | given
