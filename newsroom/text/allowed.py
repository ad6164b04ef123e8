"""What a news body may contain: facts, read by the gate, by its last guard and by the editor's tests."""

# Inline elements, kept as they are.
MARKS = frozenset(
    {
        "a",
        "abbr",
        "cite",
        "code",
        "del",
        "em",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "var",
    }
)
# Inline elements of other times and tools, and what they mean.
MARKS_MEANT = {"acronym": "abbr", "b": "strong", "dfn": "em", "i": "em", "strike": "s", "tt": "code"}

# Blocks that hold a line of words and no other block.
LINES = frozenset({"address", "caption", "dt", "h2", "h3", "h4", "p", "pre"})
LINES_MEANT = {"figcaption": "p", "h1": "h2", "h5": "h4", "h6": "h4", "summary": "p"}
# Blocks that hold a line of words into which nothing can be put, so that a block within them is a line end.
CLOSED = frozenset({"address", "caption", "dt", "pre"})
# Elements that part what is before them from what is after them, and mean nothing else here.
PARTING = frozenset(
    {
        "article",
        "body",
        "center",
        "details",
        "dialog",
        "dir",
        "div",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "legend",
        "main",
        "menu",
        "nav",
        "optgroup",
        "option",
        "search",
        "section",
    }
)

# Blocks that hold blocks, with the parents that they need (none: any place will do).
HOLDERS: dict[str, frozenset[str]] = {
    "aside": frozenset(),
    "blockquote": frozenset(),
    "dd": frozenset({"dl"}),
    "dl": frozenset(),
    "li": frozenset({"ol", "ul"}),
    "ol": frozenset(),
    "table": frozenset(),
    "tbody": frozenset({"table"}),
    "td": frozenset({"tr"}),
    "tfoot": frozenset({"table"}),
    "th": frozenset({"tr"}),
    "thead": frozenset({"table"}),
    "tr": frozenset({"tbody", "tfoot", "thead"}),
    "ul": frozenset(),
}
# Blocks in which words stand without a paragraph of their own.
LOOSE = frozenset({"dd", "li", "td", "th"})
# Blocks that hold only certain blocks, and what loose words in them become.
STRICT: dict[str, str | None] = {
    "dl": "dd",
    "ol": "li",
    "table": None,
    "tbody": None,
    "tfoot": None,
    "thead": None,
    "tr": None,
    "ul": "li",
}
PLACES: dict[str, frozenset[str]] = {"caption": frozenset({"table"}), "dt": frozenset({"dl"})}

# References to what the site itself expands when it renders.
REFERENCES = frozenset({"news-embed", "news-figure", "news-gallery"})
LEAVES = REFERENCES | {"hr"}

ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"dir", "lang"}),
    "a": frozenset({"href", "hreflang", "title"}),
    "abbr": frozenset({"title"}),
    "aside": frozenset({"class"}),
    "news-embed": frozenset({"data-url"}),
    "news-figure": frozenset({"data-alt", "data-caption", "data-image", "data-layout"}),
    "news-gallery": frozenset({"data-images"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
# An element that means nothing without one of these attributes.
NEEDED = {
    "a": "href",
    "aside": "class",
    "news-embed": "data-url",
    "news-figure": "data-image",
    "news-gallery": "data-images",
}

TAGS = MARKS | LINES | frozenset(HOLDERS) | LEAVES | {"br"}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
LAYOUTS = ("column", "wide", "full")
# Elements that go with everything in them: their text was never meant to be read as part of the body.
SILENT = frozenset(
    {
        "applet",
        "audio",
        "canvas",
        "datalist",
        "head",
        "math",
        "listing",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "plaintext",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xml",
        "xmp",
    }
)
