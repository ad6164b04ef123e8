"""The addresses of stored pictures, below `/media/`. They match the names that are given and nothing else."""

from django.urls import re_path

from articles.media import views

app_name = "media"

RENDITION = r"r/[0-9a-f]{16}/[a-z]+-[0-9]{1,5}\.(?:avif|webp|jpg|png)"
ORIGINAL = r"o/[0-9a-f]{32}\.(?:jpg|png)"

urlpatterns = [re_path(rf"^(?P<name>{RENDITION}|{ORIGINAL})\Z", views.picture_file, name="picture-file")]
