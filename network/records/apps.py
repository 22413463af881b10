from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "network.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network.people.signals import staff_acted
        from network.records.receivers import keep_staff_act

        staff_acted.connect(keep_staff_act, dispatch_uid="records.keep_staff_act")
