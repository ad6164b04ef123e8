"""Feeds and what robots ask for. They stand before the reader's pages, whose last route takes any path."""

from django.urls import path

from articles.syndication import feeds, robots

app_name = "syndication"
urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", robots.index, name="sitemap"),
    path("sitemaps/sections.xml", robots.sections, name="sitemap_sections"),
    path("sitemaps/<str:part>.xml", robots.month, name="sitemap_month"),
    path("feed/", feeds.site_feed, name="site_feed"),
    path("corrections/feed/", feeds.corrections_feed, name="corrections_feed"),
    path("<section:path>/feed/", feeds.section_feed, name="section_feed"),
]
