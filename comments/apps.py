from importlib import import_module

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = "Comments"

    def ready(self) -> None:
        import_module("comments.checks").refuse_bad_settings()
        import_module("comments.upkeep")
