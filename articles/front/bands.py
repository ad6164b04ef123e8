"""The filled slots of a front as its page lays them out: what stands side by side stands in one band."""

from dataclasses import dataclass, field

from articles.front.composing import Filled, Place
from articles.front.layouts import Layout
from articles.models import Category, Story


@dataclass(slots=True)
class Block:
    """A slot on the page. Its name leads on to `url`, if there is one."""

    name: str
    url: str
    accent: str
    category: Category | None
    layout: str
    places: list[Place]

    @property
    def template(self) -> str:
        return f"fronts/{self.layout}.html"

    @property
    def stories(self) -> list[Story]:
        return [place.story for place in self.places]


@dataclass(slots=True)
class Band:
    """`name` is that of its class in the stylesheet; a band of one slot that needs no columns has none."""

    name: str = ""
    blocks: list[Block] = field(default_factory=list)


# Layouts that name the section whose stories they show, unless they have a title of their own.
NAMED = {Layout.SECTION, Layout.OPINION}
BANDS = {Layout.SECTION: "blocks", Layout.OPINION: "voices"}


def bands(filled: list[Filled], categories: dict[int, Category]) -> list[Band]:
    """Sections stand together; a list stands beside the opinions before it; everything else has the page's width."""
    found: list[Band] = []
    for one in filled:
        block = _block(one, categories)
        if found and _stands_beside(found[-1], one.slot.layout):
            found[-1].blocks.append(block)
        else:
            found.append(Band(BANDS.get(one.slot.layout, ""), [block]))
    return found


def _stands_beside(band: Band, layout: Layout) -> bool:
    if layout == Layout.LIST:
        return band.name == BANDS[Layout.OPINION] and len(band.blocks) == 1
    return layout == Layout.SECTION and band.name == BANDS[Layout.SECTION]


def _block(one: Filled, categories: dict[int, Category]) -> Block:
    slot = one.slot
    category = categories.get(slot.rule.category or 0)
    named = category if category and slot.layout in NAMED else None
    name = slot.title or (named.name if named else "")
    leads_on = category and (named or slot.title)
    return Block(
        name=name,
        url=category.get_absolute_url() if category and leads_on else "",
        accent=category.accent if category else "",
        category=named,
        layout=slot.layout,
        places=one.places,
    )
