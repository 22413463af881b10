from django.apps import AppConfig


class CasebookConfig(AppConfig):
    name = "forum.casebook"
    label = "casebook"
    default_auto_field = "django.db.models.BigAutoField"
