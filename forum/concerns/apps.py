from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class ConcernsConfig(AppConfig):
    name = "forum.concerns"
    label = "concerns"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from forum.concerns import receivers  # noqa: F401
        from forum.concerns.subject import SubjectKind

        found: list[SubjectKind] = []
        for app in apps.get_app_configs():
            if app.name.startswith(("forum.", "events.")) and module_has_submodule(app.module, "reportable"):
                found += import_module(f"{app.name}.reportable").REPORTABLE
        self.kinds = {kind.name: kind for kind in found}
