"""The addresses of comments, below their article's."""

from django.urls import include, path

from comments import views

app_name = "comments"
urlpatterns = [
    path(
        "<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/comments/",
        include(
            [
                path("", views.post, name="post"),
                path("reply/<int:parent>/", views.reply, name="reply"),
                path("held/", views.held, name="held"),
                path("page/<ordinal:number>/", views.page, name="page"),
            ]
        ),
    ),
]
