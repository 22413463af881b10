from django.apps import AppConfig


class ExtractsConfig(AppConfig):
    name = "forum.extracts"
    label = "extracts"
    default_auto_field = "django.db.models.BigAutoField"
