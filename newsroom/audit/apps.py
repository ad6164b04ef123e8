from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "newsroom.audit"
    label = "audit"
    verbose_name = "The log"
