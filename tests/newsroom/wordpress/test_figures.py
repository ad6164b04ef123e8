"""Pictures, galleries and embeds in a body that was written in WordPress, and what is said of those that changed."""

import pytest

from newsroom.text.html import clean
from newsroom.wordpress.markup import to_body
from newsroom.wordpress.pictures import Picture, PictureList

UPLOADS = "https://old.example/wp-content/uploads/2020/03"
SHELF = PictureList(
    [
        Picture(
            "12", f"{UPLOADS}/pier.jpg", 7, "A pier", "The pier at noon", page="https://old.example/pier/", parent="5"
        ),
        Picture("13", f"{UPLOADS}/quay.jpg", 8, "A quay", parent="5", order=1),
        Picture("14", f"{UPLOADS}/lost.jpg", None, "", "Never found", "Lost dock", parent="6"),
    ]
)


def stored(text: str) -> str:
    return clean(to_body(text, shelf=SHELF, post="5", site="https://old.example").html)


def remarks(text: str) -> str:
    return "\n".join(to_body(text, shelf=SHELF, post="5").remarks)


CASES = {
    "a caption goes with its picture, whatever the size of the copy": (
        (
            f'[caption id="attachment_12" width="300"]<a href="{UPLOADS}/pier.jpg"><img class="wp-image-12" '
            f'src="{UPLOADS}/pier-300x200.jpg" alt="A pier" /></a> At <em>dusk</em>[/caption]'
        ),
        '<news-figure data-caption="At dusk" data-image="7" data-layout="column"></news-figure>',
    ),
    "a picture is known by its address without size and query": (
        f'<p>a <img src="{UPLOADS}/quay-1024x768.jpg?w=604&amp;ssl=1"> b</p>',
        '<p>a</p><news-figure data-image="8" data-layout="column"></news-figure><p>b</p>',
    ),
    "wide pictures stay wide": (
        (
            '<!-- wp:image {"id":13} --><figure class="wp-block-image alignwide"><img class="wp-image-13" '
            f'src="{UPLOADS}/quay.jpg" alt=""/><figcaption>Q</figcaption></figure><!-- /wp:image -->'
        ),
        '<news-figure data-caption="Q" data-image="8" data-layout="wide"></news-figure>',
    ),
    "a picture that was not given is a link with its words": (
        '<img src="https://cdn.example/x.png" alt="A map of the bay">',
        '<p><a href="https://cdn.example/x.png">A map of the bay</a></p>',
    ),
    "a gallery names its pictures": (
        '[gallery ids="13,12" columns="9"]',
        '<news-gallery data-images="8,7"></news-gallery>',
    ),
    "a gallery without a choice shows what belongs to the post": (
        "[gallery]",
        '<news-gallery data-images="7,8"></news-gallery>',
    ),
    "a gallery of lost pictures is a list of links": (
        '[gallery ids="14"]',
        f'<ul><li><a href="{UPLOADS}/lost.jpg">Lost dock</a> – Never found</li></ul>',
    ),
    "an address alone on its line is shown in place": (
        "Watch:\nhttps://youtu.be/abcdefgh\n\nThat was it",
        '<p>Watch:</p><news-embed data-url="https://youtu.be/abcdefgh"></news-embed><p>That was it</p>',
    ),
    "a frame is shown by the page it belongs to": (
        '<iframe src="//player.vimeo.com/video/1234?color=f00"></iframe>',
        '<news-embed data-url="https://vimeo.com/1234"></news-embed>',
    ),
    "a film that is not listed keeps its key": (
        '<iframe src="//player.vimeo.com/video/1234?h=ab1"></iframe>',
        '<news-embed data-url="https://vimeo.com/1234/ab1"></news-embed>',
    ),
    "a film begins where it began": (
        '<iframe src="https://www.youtube.com/embed/FILM-ONE-01?start=90"></iframe>',
        '<news-embed data-url="https://www.youtube.com/watch?v=FILM-ONE-01&amp;t=90s"></news-embed>',
    ),
    "a list of films is that list": (
        '<iframe src="https://www.youtube.com/embed/videoseries?list=PL12"></iframe>',
        '<news-embed data-url="https://www.youtube.com/playlist?list=PL12"></news-embed>',
    ),
    "a frame from Dailymotion is shown by its page": (
        '<iframe src="https://www.dailymotion.com/embed/video/x1y2"></iframe>',
        '<news-embed data-url="https://www.dailymotion.com/video/x1y2"></news-embed>',
    ),
    "an address that is none stays a word": (
        '<iframe src="http://[youtu.be"></iframe>',
        "<p>http://[youtu.be</p>",
    ),
    "an address nobody can show is a link": (
        "[embed]https://maps.example/bay[/embed]",
        '<p><a href="https://maps.example/bay">https://maps.example/bay</a></p>',
    ),
    "a picture of which only the choices are named": (
        f'<img srcset="{UPLOADS}/pier-300x200.jpg 300w, {UPLOADS}/pier.jpg 900w">',
        '<news-figure data-image="7" data-layout="column"></news-figure>',
    ),
    "a picture of which only the number is named": (
        '<img class="wp-image-13"> [vc_single_image image="12" img_size="full"]',
        (
            '<news-figure data-image="8" data-layout="column"></news-figure>'
            '<news-figure data-image="7" data-layout="column"></news-figure>'
        ),
    ),
    "a picture in the text itself leaves its words": (
        '<img src="data:image/png;base64,iVBO" alt="A map">',
        "<p>A map</p>",
    ),
    "a picture that is a script is none": ('a<img src="JavaScript:alert(1)">', "<p>a</p>"),
    "a caption of two paragraphs keeps its words apart": (
        f'<figure><img src="{UPLOADS}/pier.jpg"><figcaption><p>One</p><p>two</p></figcaption></figure>',
        '<news-figure data-caption="One two" data-image="7" data-layout="column"></news-figure>',
    ),
    "a recording is a link": (
        "[audio mp3=https://old.example/a/song.mp3]",
        '<p><a href="https://old.example/a/song.mp3">song.mp3</a></p>',
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES.keys())
def test_a_picture_is_shown_or_said(given, expected):
    assert stored(given) == expected


REMARKED = {
    "a block that only WordPress fills": ("<!-- wp:latest-posts /-->", "latest-posts"),
    "a shortcode of a plug-in": ('[contact-form-7 id="3"]', "contact-form-7"),
    "a page break": ("a<!--nextpage-->b", "2 pages"),
    "a picture that was not given": ('<img src="https://cdn.example/x.png">', "https://cdn.example/x.png"),
    "a gallery of unknown pictures": ('[gallery ids="77"]', "77"),
    "a picture in the text itself": ('<img src="data:image/png;base64,iVBO">', "written into the text itself"),
    "a recording": ('<audio src="https://old.example/a.mp3"></audio>', "a.mp3"),
    "a form": ("<form><input></form>", "form"),
    "a link in a caption": (
        f'[caption]<img src="{UPLOADS}/pier.jpg"> <a href="https://b.example">b</a>[/caption]',
        "b.example",
    ),
}


@pytest.mark.parametrize(("given", "named"), REMARKED.values(), ids=REMARKED.keys())
def test_what_is_not_as_it_was_is_said(given, named):
    assert named in remarks(given)


def test_no_body_asks_a_reader_to_load_anything_from_the_old_site():
    html = stored(
        '<img src="https://a.example/1.png"><video src="https://a.example/2.mp4" poster="https://a.example/3.png">'
    )
    assert "src=" not in html
