from importlib import import_module

from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "articles.front"
    label = "front"
    verbose_name = "Fronts"

    def ready(self) -> None:
        # Each registers what it knows: the tops of sections, and what comes by itself.
        import_module("articles.front.sections")
        import_module("articles.front.schedule")
