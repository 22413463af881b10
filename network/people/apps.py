from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "network.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network.people import receivers  # noqa: F401
