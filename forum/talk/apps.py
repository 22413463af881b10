from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class TalkConfig(AppConfig):
    name = "forum.talk"
    label = "talk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from forum.talk.attached import files_beside
        from forum.talk.beside import Beside

        self.beside: list[Beside] = [files_beside]
        for app in apps.get_app_configs():
            if app is not self and app.name.startswith("forum.") and module_has_submodule(app.module, "beside"):
                self.beside += import_module(f"{app.name}.beside").BESIDE
