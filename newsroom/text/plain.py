"""The words of a body without its markup."""


def plain(html: str) -> str:
    """The text of `html`, blocks parted by newlines."""
    return html


def excerpt(html: str, length: int) -> str:
    """The first `length` characters of the text of `html` on one line, cut between words with an ellipsis."""
    return plain(html)[:length]
