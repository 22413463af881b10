from django.apps import AppConfig


class BookingConfig(AppConfig):
    name = "events.booking"
    label = "booking"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from events.booking.receivers import follow_access, follow_publication
        from events.diary.models import EventPage
        from network.people.signals import access_changed

        page_published.connect(follow_publication, sender=EventPage, dispatch_uid="booking.follow_publication")
        access_changed.connect(follow_access, dispatch_uid="booking.follow_access")
