"""An old site made of everything that breaks a page: each kind of hard case once, in words of our own."""

from tests.factories import wordpress as old
from tests.factories.images import make_file, make_picture

UPLOADS = "https://old.example/wp-content/uploads"
LONG = "Verkehrswegeplanungsbeschleunigungsgesetzesänderungsantragsverfahren" * 2
ADDRESS = f"https://old.example/{'very-long-path/' * 12}?{'query=value&amp;' * 8}"

LISTS = (
    "Lists:\n<ul>\n\t<li>one\n<ol start='97'>\n\t<li>two\n<ul>\n\t<li>three\n<ol reversed>\n\t<li>four "
    f"{LONG}</li>\n</ol>\n</li>\n</ul>\n</li>\n</ol>\n</li>\n</ul>\n<dl><dt>{LONG}</dt><dd>meaning</dd></dl>"
)
TABLES = (
    "<table>\n<thead><tr>" + "<th>Quarter of the year</th>" * 12 + "</tr></thead>\n<tbody><tr>"
    f"{'<td>1,234,567.89</td>' * 12}</tr><tr><td>{LONG}</td><td></td></tr></tbody>\n</table>"
)
ELEMENTS = (
    "<h1>First</h1><h5>Second</h5><h6>Third</h6><address>1 Pier Road\nHarbour</address>"
    "<blockquote>Short.</blockquote><blockquote><p>Long.</p><cite>Ana</cite></blockquote><hr />"
    "A<sub>2</sub> b<sup>3</sup> <big>big</big> <small>small</small> <kbd>k</kbd> <q>q</q> <tt>tt</tt> <var>v</var> "
    "<abbr title='x'>abbr</abbr> <acronym title='y'>acr</acronym> <del>gone</del> <ins>new</ins> <u>under</u> "
    f"<strike>out</strike>\n<code>{LONG}</code>\n<code>a {{\n  b: c;\n}}</code>"
    f"<pre>{'a line of text that is much too long for a phone ' * 6}\n\t\tindented</pre>"
    f'<a href="{ADDRESS}">{ADDRESS}</a>'
)
SIZES = {"wide.jpg": (2400, 300), "tall.jpg": (300, 2400), "small.jpg": (40, 40), "plain.jpg": (900, 600)}


def picture(name, inside="", extra=""):
    return f'<img class="{extra}" src="{UPLOADS}/2020/03/{name}" alt="A {name[:-4]} view" />{inside}'


PICTURES = (
    "".join(f'[caption align="alignleft" width="150"]{picture(name)} Caption {LONG}[/caption]\n' for name in SIZES)
    + picture("tall.jpg", " words beside it", "alignright")
    + f'\n<img src="https://cdn.example/{"x" * 90}.png" alt="">\n[gallery]\n[gallery ids="404"]'
)
BLOCKS = (
    '<!-- wp:columns --><div class="wp-block-columns">'
    + "<!-- wp:column --><div><p>A column.</p></div><!-- /wp:column -->" * 6
    + "</div><!-- /wp:columns -->"
    + '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>We knew.</p><cite>Ana</cite></blockquote>'
    + "</figure><!-- /wp:pullquote --><!-- wp:latest-posts /-->"
    + f'<!-- wp:image --><figure class="wp-block-image alignfull">{picture("wide.jpg")}</figure><!-- /wp:image -->'
    + '<!-- wp:embed {"url":"https://youtu.be/abcdefgh"} --><figure class="wp-block-embed"><div>\n'
    + "https://youtu.be/abcdefgh\n</div></figure><!-- /wp:embed -->"
    + f'<!-- wp:button --><div><a class="wp-block-button__link" href="{ADDRESS}">{LONG}</a></div><!-- /wp:button -->'
)
STORIES = {
    "": "It has no title, and begins like this.",
    LONG: f"A title that is one word, and a text with {LONG} in it.",
    "An enormous headline " * 40: "Its text.",
    "No text at all": "",
    "Lists in lists": LISTS,
    "A table of twelve columns": TABLES,
    "Every element": ELEMENTS,
    "Pictures tall and wide": PICTURES,
    "Blocks": BLOCKS,
    "Μια ιστορία στα ελληνικά": "Κείμενο χωρίς τέλος.",
    "قصة قصيرة": "<p dir='rtl'>نص من اليمين إلى اليسار.</p>",
    "Marks ~`!@#$%^&amp;*()-_=+{}[]/\\;:'\"?,.&gt;": "Text.",
}


def write_awkward(folder, uploads):
    """Write the export into `folder` and the files of its pictures into `uploads`; the path of the export."""
    (uploads / "2020" / "03").mkdir(parents=True)
    parts = [old.author("ana", LONG[:100]), old.category("harbour", LONG[:60])]
    for name, size in SIZES.items():
        (uploads / "2020" / "03" / name).write_bytes(make_file(make_picture(*size)).read())
        parts.append(old.attachment(f"{UPLOADS}/2020/03/{name}", title=f"A {name[:-4]} view", post_parent="500"))
    tags = [old.filed(f"tag-{n}", f"Tag number {n} {'long ' * (n % 5)}", "post_tag") for n in range(40)]
    inside = [old.filed("harbour", LONG[:60]), *tags, *_thread()]
    for number, (title, body) in enumerate(STORIES.items(), 500 - list(STORIES).index("Pictures tall and wide")):
        parts.append(old.item(title, body, *inside, number=number, post_name=f"awkward-{number}"))
        inside = [old.filed("harbour", LONG[:60])]
    parts.append(old.item(LONG, ELEMENTS + TABLES + BLOCKS + PICTURES, post_type="page", post_name="elements"))
    return old.write(folder, *parts)


def _thread():
    """Ten comments, each an answer to the one before."""
    chain = [old.comment(f"Depth {n}: {LONG}", number=n, parent=str(n - 1), name=LONG[:200]) for n in range(1, 11)]
    return [*chain, old.comment("Held", approved="0"), old.comment("Ping", kind="pingback")]
