"""The words of a body without its markup."""

from html.parser import HTMLParser

from newsroom.text.allowed import HOLDERS, LEAVES, LINES, PARTING

PARTS = LINES | LEAVES | PARTING | HOLDERS.keys() | {"br"}
ELLIPSIS = "…"


def plain(html: str) -> str:
    """The text of `html` as words with single spaces, one block to a line."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.found).split("\n"))
    return "\n".join(line for line in lines if line)


def excerpt(html: str, length: int) -> str:
    """At most `length` characters of the text of `html` on one line, cut between words and then ended by "…"."""
    text = plain(html).replace("\n", " ")
    if len(text) <= length:
        return text
    cut = text[: max(length - 1, 0)]
    whole = cut if text[len(cut) : len(cut) + 1].isspace() else cut.rpartition(" ")[0] or cut
    return whole.rstrip(" ,;:–—-") + ELLIPSIS


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PARTS:
            self.found.append("\n")
        if tag == "news-figure":
            self.found.append(f"{dict(attrs).get('data-caption') or ''}\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in PARTS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        self.found.append(" ".join(data.split("\n")))
