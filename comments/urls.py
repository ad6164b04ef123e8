"""The addresses of comments, below their article's."""

from django.urls import include, path

from comments.views import decisions, feed, posting, receipt, reporting

app_name = "comments"
urlpatterns = [
    path("comments/decisions/", decisions.decisions, name="decisions"),
    path("<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/feed/", feed.feed, name="feed"),
    path(
        "<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/comments/",
        include(
            [
                path("", posting.post, name="post"),
                path("reply/<int:parent>/", posting.reply, name="reply"),
                path("held/", posting.held, name="held"),
                path("page/<ordinal:number>/", posting.page, name="page"),
                path("receipt/<slug:signed>/", receipt.receipt, name="receipt"),
                path("report/<ordinal:pk>/", reporting.reporting, name="report"),
                path("reported/", reporting.reported, name="reported"),
            ]
        ),
    ),
]
