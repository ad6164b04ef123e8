from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from articles import converters, tally_sql


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Articles"

    def ready(self) -> None:
        converters.register()
        post_migrate.connect(tally_sql.prepare, sender=self)
        post_migrate.connect(import_module("articles.checking.levels").prepare, sender=self)
        import_module("articles.uses")
        import_module("articles.schedule")
        import_module("articles.upkeep")
        import_module("articles.standing")
        import_module("articles.warming")
