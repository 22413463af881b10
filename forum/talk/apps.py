from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class TalkConfig(AppConfig):
    name = "forum.talk"
    label = "talk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from forum.talk.attached import files_beside

        self.beside = [files_beside, *self._kept("beside", "BESIDE")]
        self.holds = self._kept("holding", "HOLDS")
        self.posted = self._kept("posting", "POSTED")

    def _kept(self, file: str, name: str) -> list[Any]:
        """What the other rooms of the wing keep in a file of this name."""
        kept: list[Any] = []
        for app in apps.get_app_configs():
            if app is not self and app.name.startswith("forum.") and module_has_submodule(app.module, file):
                kept += getattr(import_module(f"{app.name}.{file}"), name)
        return kept
