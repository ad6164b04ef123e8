"""The top of a section's page, where editors have arranged it."""

from django.http import HttpRequest

from articles.front.composing import compose
from articles.front.standing import content_of, laid_out
from articles.models import Category
from articles.views.section import Top, tops_sections


@tops_sections
def arranged(request: HttpRequest, category: Category) -> Top | None:
    content = content_of(request, category)
    if content is None:
        return None
    filled = compose(content, category=category.pk)
    stories = {story.pk for one in filled for place in one.places for story in (place.story, *place.sublinks)}
    return Top({"bands": laid_out(request, filled)}, stories)
