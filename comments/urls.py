"""The addresses of comments, below their article's."""

from django.urls import include, path

from comments.views import decisions, feed, posting, reading, receipt, reporting, watching

app_name = "comments"
urlpatterns = [
    path("comments/replies/<slug:signed>/", watching.replies, name="replies"),
    path("comments/decisions/", decisions.decisions, name="decisions"),
    path("<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/feed/", feed.feed, name="feed"),
    path(
        "<yyyy:year>/<nn:month>/<nn:day>/<slug:slug>/comments/",
        include(
            [
                path("", posting.post, name="post"),
                path("reply/<int:parent>/", posting.reply, name="reply"),
                path("held/", posting.held, name="held"),
                path("reply/<ordinal:parent>/quote/", posting.reply, {"quotes": True}, name="quote"),
                path("page/<ordinal:number>/", reading.page, name="page"),
                path("newest/", reading.newest, {"number": 1}, name="newest"),
                path("newest/page/<ordinal:number>/", reading.newest, name="newest_page"),
                path("json/", reading.as_json, {"number": 1}, name="json"),
                path("json/page/<ordinal:number>/", reading.as_json, name="json_page"),
                path("<ordinal:pk>/", reading.permalink, name="permalink"),
                path("receipt/<slug:signed>/", receipt.receipt, name="receipt"),
                path("report/<ordinal:pk>/", reporting.reporting, name="report"),
                path("reported/", reporting.reported, name="reported"),
            ]
        ),
    ),
]
