"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.fetching import cards
from articles.models import Story
from articles.search.asking import LONGEST_QUESTION, Answer, answer, phrases_of, snippet

RESULTS_A_PAGE = 20


def search(request: HttpRequest) -> HttpResponse:
    question = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUESTION]
    phrases = phrases_of(question)
    found = answer(phrases)
    pages = max(1, -(-len(found.ids) // RESULTS_A_PAGE))
    number = min(_number(request.GET.get("page", "1")), pages)
    context = {
        "q": question,
        "results": _cards(found, number, phrases),
        "count_text": _count(found) if question else "",
        "number": number,
        "has_older": number < pages,
    }
    response = render(request, "articles/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    return response


def _number(typed: str) -> int:
    return max(1, int(typed)) if typed.isdecimal() and len(typed) < 6 else 1


def _cards(answered: Answer, number: int, phrases: list[str]) -> list[Story]:
    ids = answered.ids[(number - 1) * RESULTS_A_PAGE : number * RESULTS_A_PAGE]
    found, texts = cards(ids), dict(Story.objects.filter(pk__in=ids).values_list("pk", "body_text"))
    results = [found[pk] for pk in ids if pk in found]
    for story in results:
        story.snippet = snippet(texts[story.pk], phrases)
    return results


def _count(found: Answer) -> str:
    count = len(found.ids)
    if not found.is_whole:
        return f"More than {count} stories"
    return "1 story" if count == 1 else f"{count} stories"
