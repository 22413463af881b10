from django.apps import AppConfig


class FoldsConfig(AppConfig):
    name = "forum.folds"
    label = "folds"
    default_auto_field = "django.db.models.BigAutoField"
