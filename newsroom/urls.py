"""Every address of the site, in the order in which they are tried."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("media/", include("articles.media.urls")),
    path("", include("articles.search.urls")),
    # Before the feeds of sections, which stand at any path.
    path("", include("comments.urls")),
    path("", include("articles.syndication.urls")),
    path("", include("articles.live.urls")),
    path("", include("articles.front.urls")),
    path("", include("articles.urls")),
]

handler400 = "articles.views.errors.not_understood"
handler404 = "articles.views.errors.not_found"
