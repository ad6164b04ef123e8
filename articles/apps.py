from importlib import import_module

from django.apps import AppConfig

from articles import converters


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Articles"

    def ready(self) -> None:
        converters.register()
        import_module("articles.uses")
        import_module("articles.schedule")
        import_module("articles.upkeep")
        import_module("articles.standing")
        import_module("articles.warming")
