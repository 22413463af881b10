from django.apps import AppConfig


class DirectConfig(AppConfig):
    name = "forum.direct"
    label = "direct"
    default_auto_field = "django.db.models.BigAutoField"
