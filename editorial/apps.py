from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "editorial"
    label = "editorial"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial import receivers  # noqa: F401
