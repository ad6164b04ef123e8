"""A small paper that has one of everything that a reader page can show, and the addresses at which it shows it."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from articles.actions.ranking import rank
from articles.actions.readings import roll_up
from articles.actions.revisions import keep_revision
from articles.actions.series import order_series
from articles.actions.withdraw import withdraw
from articles.models import CommentPolicy, Profile, Series, SeriesPart, SiteSettings, Span, Story
from comments.actions.pick import pick
from newsroom import clock
from tests.factories.comments import make_comment
from tests.factories.images import make_file, make_image, make_picture
from tests.factories.stories import make_author, make_category, make_page, make_source, make_story
from tests.newsroom.text.test_html_gate import KEPT

NOON = datetime(2024, 4, 24, 12, tzinfo=UTC)
DAY = "/2024/04/24/"
HEADLINE = "Governor hands over the gifts that were promised in spring"
LONG_HEADLINE = (
    "The commission that was asked to count the bridges of the northern district has counted them twice " * 2
)
ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
WIDE_TABLE = f"<table><tbody><tr>{'<td>Kilowatt-hours</td>' * 14}</tr></tbody></table>"
FILMS = ("https://youtu.be/FILM-ONE-01", "https://vimeo.com/1234", "https://youtu.be/FILM-TWO-02")
FIRST_COMMENT = "The bridge was closed for a week before anybody said so."


class Place(NamedTuple):
    """Where a page of some kind stands, and the status with which it answers."""

    address: str
    status: int = 200


STORY = f"{DAY}gifts/"
PAGES = {
    "home": Place("/"),
    "category": Place("/world/"),
    "category page 2": Place("/world/page/2/"),
    "child category": Place("/world/asia/"),
    "empty category": Place("/weather/"),
    "story with everything": Place(STORY),
    "story with a long headline": Place(f"{DAY}long/"),
    "story without a picture": Place(f"{DAY}bare/"),
    "story from right to left": Place(f"{DAY}arabic/"),
    "gallery": Place(f"{DAY}gallery/"),
    "story with films": Place(f"{DAY}films/"),
    "closed story": Place(f"{DAY}closed/"),
    "withdrawn story": Place(f"{DAY}withdrawn/", 410),
    "expired story": Place(f"{DAY}expired/", 410),
    "latest": Place("/latest/"),
    "tag": Place("/tag/rivers/"),
    "author": Place("/author/ada/"),
    "source": Place("/source/tass/"),
    "series": Place("/series/water/"),
    "history": Place(f"{STORY}history/"),
    "version": Place(f"{STORY}history/2/"),
    "year": Place("/2024/"),
    "month": Place("/2024/04/"),
    "day": Place(DAY),
    "search": Place("/search/"),
    "search results": Place("/search/?q=ferry"),
    "search without result": Place("/search/?q=unheard"),
    "page": Place("/about/"),
    "page that is not there": Place("/nowhere/", 404),
    "comment held": Place(f"{STORY}comments/held/"),
    "decisions about comments": Place("/comments/decisions/"),
    "further comments": Place(f"{DAY}discussed/comments/page/2/"),
    "newest comments": Place(f"{DAY}discussed/comments/newest/"),
}


def make_paper() -> None:
    """Everything that PAGES needs. Call it where pictures may be stored."""
    SiteSettings(
        name="The Meridian", tagline="News of the seven rivers", description="All the news.", shows_history=True
    ).save()
    Profile.objects.create(network="Mastodon", name="@paper", url="https://social.example/@paper")
    world = make_category(name="World News", slug="world", accent="navy")
    asia = make_category(name="Asia", slug="asia", parent=world)
    make_category(name="Weather", slug="weather")
    picture = make_image(upload=make_file(make_picture(720, 480)), caption="The harbour, seen from the hill.")
    _make_lines(world, picture)
    _make_awkward(world, picture)
    _make_full(asia, world, picture)
    _make_read()
    _make_series()


def _make_lines(world, picture) -> None:
    for n in range(44):
        given = {"headline": f"Ferry {n} leaves on time", "deck": "It was full.", "category": world}
        given |= {"tags": ["Rivers"] if n == 0 else []}
        make_story(**given, lead_image=picture if n % 3 else None, published_at=NOON - timedelta(hours=n + 1))


def _make_awkward(world, picture) -> None:
    given = {"category": world, "published_at": NOON}
    make_story(**given, slug="long", headline=LONG_HEADLINE[:200], deck=ENDLESS, body=f"<p>{ENDLESS}</p>{WIDE_TABLE}")
    make_story(**given, slug="bare", headline="Nobody took a picture", kind="opinion")
    make_story(**given, slug="arabic", language="ar", headline="العبّارة تغادر", body="<p>غادرت العبّارة الميناء.</p>")
    shown = [picture.pk, make_image(caption="The second.").pk]
    body = f'<news-gallery data-images="{shown[0]},{shown[1]}"></news-gallery>'
    make_story(**given, slug="gallery", headline="The day in pictures", kind="gallery", body=body, lead_image=picture)
    body = "".join(f'<news-embed data-url="{film}"></news-embed><p>And this.</p>' for film in FILMS)
    make_story(**given, slug="films", headline="What the cameras saw", kind="video", body=body)
    make_story(**given, slug="closed", headline="Nothing more to say", comment_policy=CommentPolicy.CLOSED)
    withdraw(story=make_story(**given, slug="withdrawn", headline="Gone"), reason="It was not true.")
    make_story(**given, slug="expired", headline="Over", expires_at=NOON + timedelta(hours=1))
    discussed = make_story(**given, slug="discussed", headline="Everybody has a word to say")
    said = [make_comment(story=discussed) for _ in range(51)]
    deep = said[-1]
    for n in range(7):
        deep = make_comment(parent=deep, text=f"> {deep.text}\n\nAnd {n} more.", by_staff=n == 2)
    pick(comments=[said[0], deep])


def _make_full(asia, world, picture) -> None:
    ada = make_author(
        name="Ada Moss",
        slug="ada",
        role="Asia correspondent",
        bio="Writes from ports.\n\nLives in one.",
        portrait=make_image(upload=make_file(make_picture(200, 200)), alt="Portrait of Ada Moss."),
        links=[["Website", "https://ada.example/"]],
    )
    tass = make_source(name="TASS", slug="tass", site="https://tass.example/", logo=picture)
    body = (
        "".join(KEPT)
        .replace("<th></th>", '<th scope="col">d</th>')
        .replace('data-image="12"', f'data-image="{picture.pk}"')
        .replace("3,1,2", f"{picture.pk}")
    )
    make_page(title="About us", slug="about", body=body)
    story = make_story(
        headline=HEADLINE,
        slug="gifts",
        kicker="Diplomacy",
        deck="A vest, a drone and six more stood on the list.",
        dateline="VLADIVOSTOK",
        body=body,
        category=asia,
        further_categories=[world],
        byline=[(ada, ""), (make_author(), "research")],
        sources=[tass, make_source(name="KCNA")],
        credit_line="By Agencies",
        tags=["Rivers", "Ports"],
        kind="live",
        lead_image=picture,
        published_at=NOON,
        updated_at=NOON + timedelta(hours=2),
    )
    with clock.as_of(NOON):
        keep_revision(story=story, major=True)
        story.deck, story.body = "A vest, a drone and five more stood on the list.", f"{body}<p>The list is long.</p>"
        story.save()
        keep_revision(story=story, major=True)
    first = make_comment(story=story, name="Olga", text=FIRST_COMMENT)
    for n in range(30):
        make_comment(story=story, parent=first if n % 3 else None, text=f"{ENDLESS}\n\nAnd {n} more.")


def _make_series() -> None:
    """In its middle stands the story with everything."""
    water = Series.objects.create(title="The water", slug="water", description="Who owns the seven rivers.")
    for slug in ("long", "gifts", "arabic"):
        SeriesPart.objects.create(series=water, story=Story.objects.get(slug=slug))
    order_series(series=water)


def _make_read() -> None:
    """The awkward ones are read most, at home and in their section."""
    slugs = ["arabic", "long", "gallery", "bare", "closed", "withdrawn"]
    read = Story.objects.filter(slug__in=slugs, published_at=NOON).values_list("slug", "pk")
    roll_up(counts={pk: len(slugs) - slugs.index(slug) for slug, pk in read}, at=NOON)
    rank(span=Span.DAY, now=NOON)
