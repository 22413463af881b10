from django.apps import AppConfig


class SealedConfig(AppConfig):
    name = "forum.sealed"
    label = "sealed"
    default_auto_field = "django.db.models.BigAutoField"
