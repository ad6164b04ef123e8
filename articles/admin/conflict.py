"""Two people at one story: a save that rests on an older text overwrites nothing, and shows both."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, cast

from django.core.exceptions import ValidationError
from django.forms.utils import to_current_timezone
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from articles.admin.typed import whole_number
from articles.comparing import Difference, difference
from articles.content import LISTS, MOMENTS, TEXTS, THINGS, content_of, label_of, moment_in_words, named, same
from articles.models import Revision, Story
from newsroom.audit.models import Line
from newsroom.text.html import clean

if TYPE_CHECKING:
    from articles.admin.story_form import StoryForm

# What stands in rows of their own below the form.
ROWS: Final = frozenset({"authors", "sources", "related"})
CONFLICT: Final = (
    "Somebody saved this story while you were writing, and nothing was overwritten. What you typed stands in the form; "
    "where both of you changed something, both texts stand above it. Put into the form what shall stay, and save again."
)


class Meeting:
    """What was saved since this form was opened, set against what was typed into it."""

    def __init__(self, form: "StoryForm", cleaned: dict[str, Any]) -> None:
        stored = Story.objects.get(pk=form.instance.pk)
        self.form, self.theirs = form, content_of(stored)
        self.base = _content_seen(form)
        self.who, self.when = _who_was_here(stored)
        self.both: list[Difference] = []
        self.taken: list[str] = []
        self.rows: list[Difference] = []
        for name in (*TEXTS, *THINGS, *LISTS, *MOMENTS):
            self._meet(name, cleaned)

    def __bool__(self) -> bool:
        return bool(self.both or self.taken or self.rows)

    def _meet(self, name: str, cleaned: dict[str, Any]) -> None:
        theirs = self.theirs[name]
        before = self.base[name] if self.base else None
        if self.base and same(theirs, before):
            return
        if name in ROWS:
            if self.base:
                self.rows.append(difference(name, before, theirs))
            return
        if name not in cleaned:
            return
        mine = _typed(name, cleaned[name], self.theirs)
        if same(mine, theirs):
            return
        if self.base and same(mine, before):
            self.taken.append(label_of(name))
            self.put(name)
        else:
            self.both.append(difference(name, theirs, mine))

    def put(self, name: str) -> None:
        """Let the form, when it comes back, have their value of a field."""
        _put(self.form, name, self.theirs[name])


def meet(form: "StoryForm", cleaned: dict[str, Any]) -> None:
    """Refuse once when another text was saved since the form was opened; saving again is then a decision.

    Raises ValidationError. What both changed is in `form.meeting`; what only the other changed is in the form already.
    """
    seen_at, now = form.data.get(form.add_prefix("seen_at")), form.initial.get("seen_at")
    if not form.instance.pk or not seen_at or seen_at == now:
        return
    typed = QueryDict(mutable=True)
    typed.update(form.data)
    form.data = typed
    meeting = Meeting(form, cleaned)
    typed[form.add_prefix("seen_at")], typed[form.add_prefix("seen")] = str(now), str(form.initial.get("seen", 0))
    if meeting:
        form.meeting = meeting
        raise ValidationError(CONFLICT, code="conflict")


def _content_seen(form: "StoryForm") -> dict[str, Any] | None:
    """What the form showed when it was opened: of a story without revisions then, its first."""
    seen = form.data.get(form.add_prefix("seen"), "")
    number = whole_number(seen, 0)
    revision = Revision.objects.filter(story=form.instance.pk, number=number or 1).first()
    return revision.content if revision else None


def _who_was_here(story: Story) -> tuple[str, datetime]:
    last = Line.objects.about(story).order_by("-pk").first()
    return (last.by_name, last.made_at) if last else ("", story.changed_at)


def _typed(name: str, value: Any, like: dict[str, Any]) -> Any:
    """What the form read, in the shape that contents have."""
    if name in MOMENTS:
        return moment_in_words(value)
    if name in THINGS:
        return named(value)
    if name == "body":
        return clean(value)
    if name == "further_categories":
        return [named(one) for one in sorted(value, key=lambda one: one.pk)]
    if name == "tags":
        known = {entry[1].casefold(): entry for entry in like["tags"]}
        return sorted((known.get(tag.casefold(), [0, tag]) for tag in value), key=lambda entry: entry[0])
    return value


def _put(form: "StoryForm", name: str, value: Any) -> None:
    # Made mutable by `meet`.
    data, field = cast("QueryDict", form.data), form.add_prefix(name)
    if name in MOMENTS:
        moment = parse_datetime(value) if value else None
        local = to_current_timezone(moment) if moment else None
        data[f"{field}_0"] = f"{local:%Y-%m-%d}" if local else ""
        data[f"{field}_1"] = f"{local:%H:%M:%S}" if local else ""
    elif name in THINGS:
        data[field] = str(value[0]) if value else ""
    elif name == "further_categories":
        data.setlist(field, [str(entry[0]) for entry in value])
    elif name == "tags":
        data[field] = ", ".join(f'"{entry[1]}"' if "," in entry[1] else entry[1] for entry in value)
    else:
        data[field] = value
