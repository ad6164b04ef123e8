from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "articles.live"
    label = "live"
    verbose_name = "Live coverage"
