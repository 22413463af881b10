"""What somebody said of a programme. Never shown without their consent and the team's approval (seed 000-16)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from network.access.viewer import Viewer
from network.programme.models.cohort import Cohort
from network.programme.models.programme import Programme


class TestimonialQuerySet(models.QuerySet["Testimonial"]):
    def visible_to(self, viewer: Viewer) -> "TestimonialQuerySet":
        """Consented and approved, for everybody: what is not both is shown to nobody on a page."""
        return self.filter(consented_on__isnull=False, is_approved=True)


class Testimonial(models.Model):
    """`signature` is what stands under the words: as much as the person chose, a name and role or nothing."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="testimonials")
    cohort = models.ForeignKey(Cohort, on_delete=models.SET_NULL, null=True, blank=True, related_name="testimonials")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    quote = models.TextField(max_length=1000)
    signature = models.CharField(max_length=200, blank=True)
    signature_detail = models.CharField(max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    consented_on = models.DateField(null=True, blank=True)
    is_approved = models.BooleanField(default=False)
    is_featured = models.BooleanField(default=False)

    objects = TestimonialQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_featured=False) | Q(is_approved=True), name="only_approved_words_are_featured"
            )
        ]

    def __str__(self) -> str:
        return f"testimonial {self.pk}"

    @property
    def may_be_shown(self) -> bool:
        """The filter above, asked of this row alone: for words an editor has placed on a page."""
        return self.consented_on is not None and self.is_approved
