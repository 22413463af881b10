from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class NoticesConfig(AppConfig):
    name = "network.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network.notices.kind import Kind
        from network.notices.receivers import keep_account_letter
        from network.people.signals import letter_written

        self.kinds: dict[str, Kind] = {}
        for app in apps.get_app_configs():
            if app is not self and module_has_submodule(app.module, "notices"):
                module = import_module(f"{app.name}.notices")
                self.kinds.update({kind.name: kind for kind in vars(module).values() if isinstance(kind, Kind)})
        letter_written.connect(keep_account_letter, dispatch_uid="notices.keep_account_letter")
