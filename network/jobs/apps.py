from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class JobsConfig(AppConfig):
    name = "network.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network.jobs.registry import JOBS, adopt

        for app in apps.get_app_configs():
            if module_has_submodule(app.module, "jobs"):
                module = import_module(f"{app.name}.jobs")
                adopt(getattr(module, "SCHEDULED", []))
        self.jobs = JOBS
