"""One run of a programme. Its dates may be as vague as "Autumn 2027" and become exact later."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from network.access.viewer import Viewer
from network.programme.dates import day3_warning, span_of_days
from network.programme.models.programme import Programme


class DatePrecision(models.TextChoices):
    DAY = "day", "Day"
    MONTH = "month", "Month"
    SEASON = "season", "Season"
    YEAR = "year", "Year"


class CohortState(models.TextChoices):
    ANNOUNCED = "announced", "Announced"
    OPEN = "open", "Open for applications"
    CLOSED = "closed", "Applications closed"
    RUNNING = "running", "Running"
    COMPLETED = "completed", "Completed"


class CohortQuerySet(models.QuerySet["Cohort"]):
    def visible_to(self, viewer: Viewer) -> "CohortQuerySet":
        """The dates of published programmes are public; who is in a cohort never is."""
        return self if viewer.has("programme_manager", "owner") else self.filter(programme__is_published=True)

    def by_date(self) -> "CohortQuerySet":
        """In the order they begin; a season sorts where it would begin, a year at its start."""
        return self.order_by(F("sorts_on").asc(nulls_last=True), "code")

    def upcoming(self, today: date) -> "CohortQuerySet":
        """Those not yet begun, exact or vague."""
        return self.filter(Q(sorts_on__gte=today) | Q(sorts_on=None)).exclude(state=CohortState.COMPLETED)


class Cohort(models.Model):
    code = models.SlugField(max_length=20, unique=True, help_text="C09: roles and audiences use it.")
    name = models.CharField(max_length=200)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="cohorts")
    commissioner = models.CharField(max_length=200, blank=True)
    format = models.CharField(max_length=40, blank=True)
    city = models.CharField(max_length=100, blank=True)
    precision = models.CharField(max_length=6, choices=DatePrecision, default=DatePrecision.DAY)
    day1 = models.DateField(null=True, blank=True)
    day2 = models.DateField(null=True, blank=True)
    day3 = models.DateField(null=True, blank=True)
    dates_text = models.CharField(max_length=100, blank=True, help_text="Shown as typed while dates are vague.")
    day3_text = models.CharField(max_length=100, blank=True)
    day3_reason = models.CharField(max_length=300, blank=True, help_text="Why day 3 is not 77 to 84 days after day 2.")
    sorts_on = models.DateField(null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(default=25)
    state = models.CharField(max_length=10, choices=CohortState, default=CohortState.ANNOUNCED)

    objects = CohortQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(day2=None) | Q(day1=None) | Q(day2__gte=F("day1")), name="residential_runs_forward"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_exact_dates(self) -> bool:
        return self.precision == DatePrecision.DAY and self.day1 is not None

    @property
    def residential_words(self) -> str:
        """Days 1 and 2 in words: exact, or as typed while they are vague."""
        if not self.has_exact_dates or self.day1 is None:
            return self.dates_text or "Dates to be confirmed"
        return span_of_days(self.day1, self.day2)

    @property
    def day3_words(self) -> str:
        """Day 3 in words."""
        exact = self.has_exact_dates and self.day3 is not None
        return span_of_days(self.day3, None) if exact and self.day3 else self.day3_text or "To be confirmed"

    @property
    def tone(self) -> str:
        """The colour of the badge that says the state in words."""
        return {CohortState.OPEN: "ok", CohortState.CLOSED: "warn"}.get(CohortState(self.state), "")

    @property
    def day3_warning(self) -> str:
        """Words when the gap breaks the programme's rule, for the form alone."""
        return day3_warning(self.day2, self.day3)
