from importlib import import_module

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    name = "articles.syndication"
    label = "syndication"
    verbose_name = "Syndication"

    def ready(self) -> None:
        import_module("articles.syndication.warming")
