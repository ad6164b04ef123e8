"""The addresses of live coverage, below its article's."""

from django.urls import path

from articles.live import views

app_name = "live"
ARTICLE = "<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/"
urlpatterns = [
    path(f"{ARTICLE}live/<int:number>/", views.entry, name="entry"),
    path(f"{ARTICLE}live/after/<int:number>/", views.after, name="after"),
]
