from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class SearchConfig(AppConfig):
    name = "network.search"
    label = "search"

    def ready(self) -> None:
        from network.search.findable import Findable

        self.findables: list[Findable] = []
        for app in apps.get_app_configs():
            if app is not self and module_has_submodule(app.module, "search") and _is_ours(app.name):
                self.findables += import_module(f"{app.name}.search").FINDABLE


def _is_ours(name: str) -> bool:
    return name.split(".")[0] in {"network", "editorial", "forum", "events"}
