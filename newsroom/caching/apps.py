from importlib import import_module

from django.apps import AppConfig


class CachingConfig(AppConfig):
    name = "newsroom.caching"
    label = "caching"
    verbose_name = "Finished pages"

    def ready(self) -> None:
        import_module("newsroom.caching.sweeping")
        import_module("newsroom.caching.front.telling")
