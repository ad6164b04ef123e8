"""The small page on which a reader says what is wrong with a comment."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Story
from comments.actions.report import report
from comments.address import address_of
from comments.form import FOREIGN, FORGED
from comments.models import Comment
from comments.models.report import LONGEST, Wrong
from comments.origin import is_foreign
from comments.submission import submitted
from comments.token import Standing, sign, standing
from comments.views.posting import SeeOther, about_a_story


class ReportForm(forms.Form):
    wrong = forms.ChoiceField(choices=Wrong, error_messages={"required": _("Please say what is wrong with it.")})
    words = forms.CharField(
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": _("At most %(limit_value)d characters fit. Please shorten it.")},
    )


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@about_a_story
def reporting(request: HttpRequest, story: Story, pk: int) -> HttpResponse:
    comment = get_object_or_404(Comment.objects.visible(), story=story, pk=pk)
    comment.story = story
    if request.method != "POST":
        return _asked(request, comment, ReportForm())
    sent = submitted(request)
    form = ReportForm(sent.fields)
    for objection in _objections(request, story, sent.fault, sent.fields.get("token", "")):
        form.add_error(None, objection)
    if not form.is_valid():
        return _asked(request, comment, form, status=422)
    try:
        report(comment=comment, address=address_of(request), **form.cleaned_data)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _asked(request, comment, form, status=422)
    return SeeOther(f"{story.get_absolute_url()}comments/reported/")


@require_safe
@cache_control(no_store=True)
@about_a_story
def reported(request: HttpRequest, story: Story) -> HttpResponse:
    return render(request, "comments/reported.html", {"story": story})


def _objections(request: HttpRequest, story: Story, fault: Any, token: str) -> list[Any]:
    if is_foreign(request):
        return [FOREIGN]
    return [fault] if fault else [FORGED] if standing(token, story.pk) is Standing.FORGED else []


def _asked(request: HttpRequest, comment: Comment, form: ReportForm, *, status: int = 200) -> HttpResponse:
    context = {"story": comment.story, "comment": comment, "form": form, "token": sign(comment.story_id)}
    return render(request, "comments/report.html", context, status=status)
