from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Newsroom"


class DeskConfig(AdminConfig):
    """Django's admin with our own site in the place of its."""

    default_site = "newsroom.desk.Desk"
