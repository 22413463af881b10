from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "network.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network.directory import receivers  # noqa: F401
