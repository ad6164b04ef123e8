"""What the desk asks of a slot, a card and a launch."""

import re
from contextlib import suppress
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.admin.sites import site as desk
from django.core.exceptions import ValidationError

from articles.addresses import path_of
from articles.admin.pictures import PictureSelect
from articles.front.candidates import REPORTING
from articles.front.content import Card, Rule, Slot
from articles.front.layouts import MOST_CARDS, Layout, Size
from articles.media.models import Image
from articles.models import Category, Kind, Source, Story, Tag
from articles.moments import MomentInput
from newsroom.text.slugs import fold

SUBLINKS = 4
ADDRESS = re.compile(r"/(\d{4}/\d\d/\d\d)/([^/]+)/?$")
WIDE = forms.TextInput(attrs={"class": "vTextField"})


class SlotForm(forms.Form):
    layout = forms.ChoiceField(choices=Layout.choices)
    title = forms.CharField(
        required=False, max_length=60, widget=WIDE, help_text="The name above it. Empty: a section's own, or none."
    )
    count = forms.IntegerField(
        label="Places", required=False, min_value=1, max_value=MOST_CARDS, help_text="Empty: as many as the layout has."
    )
    fills = forms.BooleanField(label="Fill the places that are left with the newest stories", required=False)
    category = forms.ModelChoiceField(
        Category.objects.order_by("path"), required=False, empty_label="Any section", label="of the section"
    )
    tag = forms.CharField(required=False, label="with the tag")
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"), required=False, empty_label="Any source", label="from the source"
    )
    kind = forms.ChoiceField(
        required=False, choices=[("", "Any kind"), (REPORTING, "All but opinion"), *Kind.choices], label="of the kind"
    )
    hours = forms.IntegerField(
        label="not older than", required=False, min_value=1, max_value=9_999, help_text="Hours. Empty: of any age."
    )

    @classmethod
    def shows(cls, slot: Slot) -> dict[str, Any]:
        rule = slot.rule
        tag = Tag.objects.filter(pk=rule.tag).first() if rule.tag else None
        return {
            "layout": slot.layout, "title": slot.title, "count": slot.count or None, "fills": slot.fills,
            "category": rule.category, "tag": tag.name if tag else "", "source": rule.source, "kind": rule.kind,
            "hours": rule.hours,
        }  # fmt: skip

    def clean_tag(self) -> int | None:
        typed = self.cleaned_data["tag"].strip()
        if not typed:
            return None
        tag: Tag | None = Tag.objects.filter(key=fold(typed)).first()
        if tag is None:
            raise ValidationError(f"There is no tag “{typed}”. Give one that stories have.")
        return int(tag.pk)

    def changes(self) -> dict[str, Any]:
        """For `change_slot`."""
        said = self.cleaned_data
        category, source = said["category"], said["source"]
        rule = Rule(
            category.pk if category else None, said["tag"], source.pk if source else None, said["kind"], said["hours"]
        )
        return {
            "layout": Layout(said["layout"]),
            "title": said["title"],
            "count": said["count"] or 0,
            "fills": said["fills"],
            "rule": rule,
        }


class CardForm(forms.Form):
    headline = forms.CharField(required=False, max_length=300, widget=WIDE, help_text="Empty: the story's own.")
    kicker = forms.CharField(required=False, max_length=60, widget=WIDE, help_text="Empty: the story's own.")
    picture = forms.ModelChoiceField(
        Image.objects.all(),
        required=False,
        help_text="Empty: the story's own.",
        widget=PictureSelect(Story._meta.get_field("lead_image"), desk),
    )
    size = forms.ChoiceField(required=False, choices=Size.choices)
    sublinks = forms.CharField(
        label="Further stories under it",
        required=False,
        widget=forms.Textarea(attrs={"rows": SUBLINKS, "class": "vLargeTextField"}),
        help_text=f"Up to {SUBLINKS}: the address of each on a line of its own.",
    )
    until = forms.DateTimeField(
        label="Here until", required=False, widget=MomentInput, help_text="Then the rule fills the place. Empty: stays."
    )

    @classmethod
    def shows(cls, card: Card) -> dict[str, Any]:
        stories = Story.objects.in_bulk(card.sublinks)
        addresses = [stories[pk].get_absolute_url() for pk in card.sublinks if pk in stories]
        return {
            "headline": card.headline, "kicker": card.kicker, "picture": card.picture, "size": card.size,
            "sublinks": "\n".join(addresses), "until": card.until,
        }  # fmt: skip

    def clean_sublinks(self) -> tuple[int, ...]:
        lines = [line.strip() for line in self.cleaned_data["sublinks"].splitlines() if line.strip()]
        if len(lines) > SUBLINKS:
            raise ValidationError(f"Give up to {SUBLINKS}; these are {len(lines)}.")
        return tuple(dict.fromkeys(story_at(line).pk for line in lines))

    def changes(self) -> dict[str, Any]:
        """For `change_card`."""
        picture = self.cleaned_data["picture"]
        return {**self.cleaned_data, "picture": picture.pk if picture else None}


class LaunchForm(forms.Form):
    note = forms.CharField(required=False, max_length=200, widget=WIDE, help_text="For the history.")
    at = forms.DateTimeField(label="At", required=False, widget=MomentInput)


def story_at(typed: str) -> Story:
    """The story at an address. Raises ValidationError where there is none."""
    if found := ADDRESS.search(path_of(typed)):
        with suppress(ValueError):
            day = date.fromisoformat(found[1].replace("/", "-"))
            if story := Story.objects.filter(published_on=day, slug=found[2]).first():
                return cast("Story", story)
    raise ValidationError(f"There is no story at “{typed}”. Give its address as your browser shows it.")
