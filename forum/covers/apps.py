from django.apps import AppConfig


class CoversConfig(AppConfig):
    name = "forum.covers"
    label = "covers"
    default_auto_field = "django.db.models.BigAutoField"
