"""The addresses of reader pages. The last route takes whatever path a category or page may have."""

from django.urls import path

from articles.views import archive, article, corrections, history, lists, preview, section, series

app_name = "articles"
urlpatterns = [
    path("<path:before>/page/1/", lists.first_page),
    path("latest/", lists.latest, name="latest"),
    path("latest/page/<ordinal:number>/", lists.latest, name="latest_page"),
    path("preview/<str:signed>/", preview.preview, name="preview"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/page/<ordinal:number>/", corrections.corrections, name="corrections_page"),
    path("tag/<slug:slug>/", lists.tag, name="tag"),
    path("tag/<slug:slug>/page/<ordinal:number>/", lists.tag, name="tag_page"),
    path("author/<slug:slug>/", lists.author, name="author"),
    path("author/<slug:slug>/page/<ordinal:number>/", lists.author, name="author_page"),
    path("source/<slug:slug>/", lists.source, name="source"),
    path("source/<slug:slug>/page/<ordinal:number>/", lists.source, name="source_page"),
    path("series/<slug:slug>/", series.series, name="series"),
    path("series/<slug:slug>/page/<ordinal:number>/", series.series, name="series_page"),
    path("<yyyy:year>/", archive.year, name="year"),
    path("<yyyy:year>/<nn:month>/", archive.month, name="month"),
    path("<yyyy:year>/<nn:month>/page/<ordinal:number>/", archive.month, name="month_page"),
    path("<yyyy:year>/<nn:month>/<nn:day>/", archive.day, name="day"),
    path("<yyyy:year>/<nn:month>/<nn:day>/page/<ordinal:number>/", archive.day, name="day_page"),
    path("<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/", article.article, name="article"),
    path("<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/history/", history.history, name="history"),
    path("<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/history/<ordinal:number>/", history.version, name="version"),
    path("<section:path>/page/<ordinal:number>/", section.section, name="section_page"),
    path("<section:path>/", section.section, name="section"),
]
