from django.apps import AppConfig
from django.db.models.signals import post_migrate

from articles.search.preparing import prepare


class SearchConfig(AppConfig):
    name = "articles.search"
    label = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        post_migrate.connect(prepare, sender=self)
