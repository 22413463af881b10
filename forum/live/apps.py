from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "forum.live"
    label = "live"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from forum.live import facts  # noqa: F401 - connects the facts that ring the bell
