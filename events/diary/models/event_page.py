"""An event is a page: editors and events managers write it in the CMS. Booking it is another room's business."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from editorial.blocks import BODY
from editorial.cover import PLANS, seed_of
from editorial.models.site_page import SitePage, SitePageQuerySet
from network.access.audience import MEMBERS, PUBLIC, icon
from network.access.door import keep_private
from network.access.viewer import Viewer

LINK_OPENS = timedelta(minutes=30)
MOST_LISTED = 60
MOST_SEATS = 10_000


class EventFormat(models.TextChoices):
    IN_PERSON = "in_person", "In person"
    ONLINE = "online", "Online"
    HYBRID = "hybrid", "In person and online"


class EventPageQuerySet(SitePageQuerySet):
    def upcoming(self, at: datetime | None = None) -> "EventPageQuerySet":
        """Not begun yet, and not cancelled: right one second before and after a start (rule 15 of the domain)."""
        return self.filter(starts_at__gt=at or timezone.now(), cancelled_at=None)

    def not_over(self, at: datetime | None = None) -> "EventPageQuerySet":
        return self.filter(ends_at__gt=at or timezone.now())

    def over(self, at: datetime | None = None) -> "EventPageQuerySet":
        return self.filter(ends_at__lte=at or timezone.now())

    def soonest_first(self) -> "EventPageQuerySet":
        return self.order_by("starts_at", "pk")


class EventIndexPage(SitePage):
    introduction = models.TextField(max_length=400, blank=True)

    is_creatable = True
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["diary.EventPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("introduction")]
    template = "events/diary/event_index_page.html"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A member's list names members' events: no copy of it is kept on the way."""
        response = super().serve(request, *args, **kwargs)
        viewer: Viewer = request.viewer  # type: ignore[attr-defined]
        return keep_private(response) if viewer.person_id else response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Public events, and for a member also those they may see, by month."""
        context = super().get_context(request, *args, **kwargs)
        viewer: Viewer = request.viewer  # type: ignore[attr-defined]
        seen = EventPage.objects.visible_to(viewer).defer_streamfields()
        context["is_past"] = request.GET.get("when") == "past"
        shown = seen.over().order_by("-starts_at", "-pk") if context["is_past"] else seen.not_over().soonest_first()
        context["events"] = list(shown[:MOST_LISTED])
        return context


class EventPage(SitePage):
    standfirst = models.CharField(max_length=300, blank=True)
    body = StreamField(BODY, blank=True)
    starts_at = models.DateTimeField(help_text="London time.")
    ends_at = models.DateTimeField(help_text="London time.")
    format = models.CharField(max_length=10, choices=EventFormat, default=EventFormat.IN_PERSON)
    place = models.CharField(max_length=200, blank=True)
    access_notes = models.TextField(max_length=1_000, blank=True)
    join_link = models.URLField(blank=True, help_text="Shown to confirmed people from half an hour before the start.")
    capacity = models.PositiveIntegerField(default=40, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)])
    has_waiting_list = models.BooleanField(default=True)
    booking_opens_at = models.DateTimeField(null=True, blank=True)
    booking_closes_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cover_seed = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    cover_palette = models.PositiveSmallIntegerField(null=True, blank=True, choices=[(n, str(n + 1)) for n in range(7)])
    cover_plan = models.CharField(max_length=10, blank=True, choices=[(plan, plan) for plan in PLANS])

    objects = PageManager.from_queryset(EventPageQuerySet)()

    is_creatable = True
    parent_page_types = ["diary.EventIndexPage", "editorial.MembersBranch"]
    subpage_types: list[str] = []
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("standfirst"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("format"), FieldPanel("place")]),
        FieldPanel("join_link"),
        FieldPanel("body"),
        FieldPanel("access_notes"),
        MultiFieldPanel(
            [
                FieldPanel("capacity"),
                FieldPanel("has_waiting_list"),
                FieldPanel("booking_opens_at"),
                FieldPanel("booking_closes_at"),
                FieldPanel("cancelled_at"),
            ],
            "Booking",
        ),
        FieldPanel("audience"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.SearchField("place"),
        index.FilterField("starts_at"),
    ]
    template = "events/diary/event_page.html"

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "The end must come after the start."})
        opens, closes = self.booking_opens_at, self.booking_closes_at
        if opens and closes and closes <= opens:
            raise ValidationError({"booking_closes_at": "Booking must close after it opens."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The cover's seed is kept from the first title, so that a new title does not change the drawing."""
        if self.cover_seed is None:
            self.cover_seed = seed_of(self.title)
        super().save(*args, **kwargs)

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Members' events stand in the members' frame, under a neutral title."""
        return self.template if self.is_public else "events/diary/event_member_page.html"

    @property
    def audience_drawing(self) -> str:
        return icon(self.audience)

    @property
    def audience_tone(self) -> str:
        """Alumni-only and narrower audiences stand out."""
        return "" if self.audience in (PUBLIC, MEMBERS) else "alumni"

    @property
    def is_public(self) -> bool:
        return self.audience == PUBLIC

    @property
    def lasts_days(self) -> bool:
        """Whether it ends on another day than it begins, on the London clock."""
        return timezone.localdate(self.starts_at) != timezone.localdate(self.ends_at)

    @property
    def has_open_link(self) -> bool:
        """Whether confirmed people see the link now: from half an hour before until the end."""
        is_on = self.starts_at - LINK_OPENS <= timezone.now() <= self.ends_at
        return bool(self.join_link) and is_on and not self.is_cancelled
