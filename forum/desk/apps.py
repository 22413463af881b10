from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "forum.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
