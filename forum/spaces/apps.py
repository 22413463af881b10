from django.apps import AppConfig


class SpacesConfig(AppConfig):
    name = "forum.spaces"
    label = "spaces"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from forum.spaces import receivers  # noqa: F401
