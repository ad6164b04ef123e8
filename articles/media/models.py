"""The library of pictures: one row for each original, and what has been made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypedDict

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from newsroom import clock
from newsroom.caching.shown import Shown, ShownQuerySet

if TYPE_CHECKING:
    from articles.media.shapes import Shape

# The first that a browser understands is taken, so the smallest files come first and what all understand comes last.
FORMATS: Final = ("avif", "webp", "jpg", "png")
RENDITIONS_FOLDER: Final = "r"
ORIGINALS_FOLDER: Final = "o"


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size and format of an image: where it is and how large."""

    url: str
    width: int
    height: int


class MadeShape(TypedDict):
    """What has been made of one shape: the common beginning of its file names, and the sizes for each format."""

    stem: str
    sizes: dict[str, list[list[int]]]


class ImageQuerySet(ShownQuerySet["Image"]):
    def search(self, words: str) -> ImageQuerySet:
        """Pictures in whose texts every one of the words occurs."""
        found = self
        for word in words.replace("\x00", "").split():
            texts = Q(title__icontains=word) | Q(alt__icontains=word)
            found = found.filter(texts | Q(caption__icontains=word) | Q(credit__icontains=word))
        return found

    def without_renditions(self) -> ImageQuerySet:
        return self.filter(renditions={})


class Image(Shown):
    """A picture of the library. `actions.add_image` makes one; its file is a clean copy, never the one that came in.

    `renditions` says what has been made, so that showing a picture needs this row and nothing else.
    """

    file = models.FileField("file", upload_to=ORIGINALS_FOLDER, max_length=120, editable=False)
    title = models.CharField("title", max_length=200, help_text="What editors search for. Readers never see it.")
    alt = models.TextField(
        "description for those who cannot see it",
        blank=True,
        max_length=1000,
        help_text="Say in a sentence what the picture shows. It is read aloud, or shown when no picture loads.",
    )
    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Tick this instead when the picture tells a reader nothing. Screen readers then pass over it.",
    )
    caption = models.TextField("caption", blank=True, max_length=2000)
    credit = models.CharField("credit", max_length=200, blank=True, help_text="Who made it: “Ana Lima / Agency”.")
    licence = models.CharField(
        "licence", max_length=200, blank=True, help_text="Under which terms the paper may use it."
    )
    focal_x = models.FloatField(
        "focal point, from the left",
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="0 is the left edge, 1 the right edge.",
    )
    focal_y = models.FloatField(
        "focal point, from the top",
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="0 is the top edge, 1 the bottom edge.",
    )
    width = models.PositiveIntegerField("width in pixels", editable=False)
    height = models.PositiveIntegerField("height in pixels", editable=False)
    content_hash = models.CharField("fingerprint of the file that came in", max_length=64, unique=True, editable=False)
    renditions: models.JSONField[Any, Any] = models.JSONField(
        "what has been made", default=dict, blank=True, editable=False
    )
    added_at = models.DateTimeField("added", default=clock.now, editable=False)

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = "picture"
        verbose_name_plural = "pictures"
        ordering = ("-added_at", "-pk")
        indexes = (
            models.Index(fields=("-added_at", "-id"), name="media_image_newest"),
            # For the two filters of the library.
            models.Index(fields=("credit", "-added_at", "-id"), name="media_image_of_a_credit"),
            models.Index(fields=("is_decorative", "-added_at", "-id"), name="media_image_decorative"),
        )
        constraints = (
            models.CheckConstraint(
                name="media_image_alt_or_decorative",
                condition=~Q(alt="") | Q(is_decorative=True),
                violation_error_message="Describe the picture in words, or mark it as decorative.",
            ),
            models.CheckConstraint(
                name="media_image_focal_point_inside",
                condition=Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                violation_error_message="The focal point lies outside the picture.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def focal_point(self) -> tuple[float, float]:
        return self.focal_x, self.focal_y

    @property
    def text_alternative(self) -> str:
        """What stands in `alt`: nothing for a decorative picture."""
        return "" if self.is_decorative else self.alt

    def folders(self) -> set[str]:
        """The folders that hold its renditions, earlier cuts included."""
        stems = [made["stem"] for made in self.renditions.get("shapes", {}).values()]
        return {stem.partition("/")[0] for stem in (*stems, *self.renditions.get("former", ()))}

    def remember_renditions(self, description: dict[str, Any]) -> None:
        """Note what has been made, and where the former renditions are, so that they can be found when it goes."""
        self.renditions = description | {"former": sorted(self.folders())}

    def made(self, shape: Shape) -> dict[str, list[Rendition]]:
        """What has been made of a shape: format → renditions, narrowest first. Formats stand in order of preference.

        The original alone, under no format, when nothing has been made yet.
        """
        made: MadeShape | None = self.renditions.get("shapes", {}).get(shape)
        if made is None:
            return {"": [Rendition(self.file.url, self.width, self.height)]}
        beginning = self.file.storage.url(f"{RENDITIONS_FOLDER}/{made['stem']}")
        return {
            kind: [Rendition(f"{beginning}-{width}.{kind}", width, height) for width, height in made["sizes"][kind]]
            for kind in FORMATS
            if kind in made["sizes"]
        }

    def rendition(self, shape: Shape, width: int) -> Rendition:
        """The narrowest JPEG (PNG where the picture has transparency) at least that wide, else the widest there is."""
        *_, fallback = self.made(shape).values()
        return nearest(fallback, width)


def nearest(renditions: list[Rendition], width: int) -> Rendition:
    """The narrowest that is at least that wide, else the widest there is. They stand narrowest first."""
    return next((made for made in renditions if made.width >= width), renditions[-1])
