"""What moderators do, for operators: `manage.py comments` and a verb."""

from argparse import ArgumentParser
from collections.abc import Callable
from itertools import batched
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils.timezone import localtime

from articles.models import Story
from comments.actions import moderate
from comments.actions.freeze import freeze, thaw
from comments.actions.learning import learn_anew
from comments.actions.moderate import Act
from comments.actions.own import erase
from comments.actions.recount import recount
from comments.exported import line
from comments.models import Comment, Reason, State
from comments.selecting import Choice, comment_named, moment_named, story_named

DECIDE: Final[dict[str, Callable[..., int]]] = {"approve": moderate.approve, "reject": moderate.reject}
PAUSE: Final[dict[str, Callable[..., bool]]] = {"freeze": freeze, "thaw": thaw}
# So many in one transaction: readers who comment meanwhile wait no longer than for these.
AT_ONCE: Final = 200
EXCERPT: Final = 70


class Command(BaseCommand):
    help = (
        "List, approve, reject, export or erase readers' comments, pause a story's, count them or learn from them anew."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        for verb in ("list", "export", *DECIDE):
            one = verbs.add_parser(verb)
            one.add_argument("--story", help="only of this story: its number, or its address")
            one.add_argument("--since", help="only those posted since then: 2026-11-27, or 2026-11-27T18:00")
            if verb in DECIDE:
                one.add_argument("numbers", nargs="*", type=int, help="the numbers of comments")
                one.add_argument("--all-held", action="store_true", help="all that wait for a moderator")
                one.add_argument("--note", default="", help="a note for the log")
                if verb == "reject":
                    told = "what stands in its place for readers"
                    one.add_argument("--reason", choices=Reason.values, default=Reason.OTHER.value, help=told)
            else:
                states = [state.value for state in State]
                one.add_argument("--state", choices=[*states, "any"], default="held" if verb == "list" else "any")
        erasing = verbs.add_parser("erase", help="take comments away for good, for writers who ask for it")
        erasing.add_argument("named", nargs="+", help="the numbers of comments, or the addresses of their receipts")
        erasing.add_argument("--note", default="", help="a note for the log")
        for verb in PAUSE:
            one = verbs.add_parser(
                verb, help="take no further comment on a story" if verb == "freeze" else "take them again"
            )
            one.add_argument("--story", required=True, help="its number, or its address")
            one.add_argument("--note", default="", help="a note for the log")
        verbs.add_parser("recount", help="make every story's, thread's and answer's count what it must be")
        verbs.add_parser("learn", help="learn the words of what was kept and removed anew, from all decisions")

    def handle(self, *, verb: str, **said: Any) -> None:
        if verb == "recount":
            self._recount()
            return
        if verb == "learn":
            self.stdout.write(f"Learnt from {learn_anew():,} decided comments.")
            return
        try:
            if verb == "erase":
                self._erase([comment_named(one) for one in said["named"]], said["note"])
                return
            if verb in PAUSE:
                self._pause(verb, story_named(said["story"]), said["note"])
                return
            choice = _choice(said)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        if verb in DECIDE:
            self._decide(verb, choice, said)
        else:
            tell = self._line if verb == "list" else line
            for comment in choice.comments().iterator(chunk_size=AT_ONCE):
                self.stdout.write(tell(comment))

    def _erase(self, comments: list[Comment], note: str) -> None:
        erased = sum(erase(comment=comment, act=Act(note=note)) for comment in comments)
        self.stdout.write(f"{erased:,} of {len(comments):,} erased.")

    def _pause(self, verb: str, story: Story, note: str) -> None:
        turned = PAUSE[verb](story=story, note=note)
        told = "takes no comments" if verb == "freeze" else "takes comments"
        self.stdout.write(f"“{story.headline}” {told}{' now' if turned else ', as before'}.")

    def _decide(self, verb: str, choice: Choice, said: dict[str, Any]) -> None:
        numbers = said["numbers"]
        if bool(numbers) is said["all_held"]:
            raise CommandError("Give the numbers of comments, or --all-held.")
        chosen = choice.comments().filter(pk__in=numbers) if numbers else choice._replace(state=State.HELD).comments()
        ids = list(chosen.values_list("pk", flat=True))
        if missing := sorted(set(numbers) - set(ids)):
            raise CommandError(f"There is no comment {', '.join(map(str, missing))} among these. Nothing was done.")
        moved, more = 0, {"reason": Reason(said["reason"])} if verb == "reject" else {}
        for some in batched(ids, AT_ONCE):
            moved += DECIDE[verb](comments=Comment.objects.filter(pk__in=some), act=Act(note=said["note"]), **more)
        done = moderate.VERBS[State.VISIBLE if verb == "approve" else State.REJECTED]
        self.stdout.write(f"{moved:,} of {len(ids):,} {done}.")

    def _recount(self) -> None:
        wrong = 0
        stories = Story.objects.filter(Q(comments__isnull=False) | Q(comment_count__gt=0)).order_by("pk").distinct()
        for some in batched(list(stories.values_list("pk", flat=True)), AT_ONCE):
            before = _counts(some)
            recount(stories=some)
            wrong += sum(count != before[story] for story, count in _counts(some).items())
        self.stdout.write("Every count was right." if not wrong else f"{wrong:,} counts were wrong, and are right now.")

    def _line(self, comment: Comment) -> str:
        words = " ".join(comment.text.split())
        excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
        why = f" [{comment.layers}]" if comment.layers else ""
        when = localtime(comment.posted_at).strftime("%Y-%m-%d %H:%M")
        return f"{comment.pk}  {when}  {comment.state}{why}  {comment.story.headline[:40]}  {comment.name}: {excerpt}"


def _choice(said: dict[str, Any]) -> Choice:
    return Choice(
        state="" if said.get("state") in {None, "any"} else said["state"],
        story=story_named(said["story"]) if said["story"] else None,
        since=moment_named(said["since"]) if said["since"] else None,
    )


def _counts(stories: tuple[int, ...]) -> dict[Any, int]:
    """By story, and by comment of theirs."""
    found: dict[Any, int] = dict(Story.objects.filter(pk__in=stories).values_list("pk", "comment_count"))
    answered = Comment.objects.filter(story__in=stories).values_list("pk", "reply_count")
    return found | {f"comment {pk}": count for pk, count in answered}
