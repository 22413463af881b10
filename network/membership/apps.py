from django.apps import AppConfig


class MembershipConfig(AppConfig):
    name = "network.membership"
    label = "membership"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network.membership import receivers  # noqa: F401
