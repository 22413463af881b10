"""A scheme of development: BALI, Leadership in Colour, and those of others in the directory of programmes."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from network.access.viewer import Viewer
from network.programme.fee import Fee, fee_of


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, viewer: Viewer) -> "ProgrammeQuerySet":
        """Published ones are public; drafts are for the programme team."""
        return self.all() if viewer.has("programme_manager", "owner") else self.filter(is_published=True)

    def by_title(self) -> "ProgrammeQuerySet":
        return self.order_by("title", "pk")


class Programme(models.Model):
    """Nothing of a programme's page is fixed in code: title, aims, fee and contact are fields (seed 000-1)."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    provider = models.CharField(max_length=200, blank=True)
    partners = models.JSONField(default=list, blank=True)
    for_whom = models.TextField(blank=True, help_text="Who it is for, in the programme's own words.")
    summary = models.TextField(blank=True)
    format_text = models.CharField(max_length=300, blank=True)
    aims = models.JSONField(default=list, blank=True, help_text="An ordered list. BALI has seven.")
    criteria = models.JSONField(default=list, blank=True)
    capacity_text = models.CharField(max_length=200, blank=True)
    fee_net = models.DecimalField(
        max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    vat_rate = models.DecimalField(max_digits=4, decimal_places=1, default=Decimal("20.0"))
    subscriber_discount = models.DecimalField(
        max_digits=4, decimal_places=1, default=Decimal("0"), validators=[MaxValueValidator(100)]
    )
    is_core = models.BooleanField(default=False, help_text="Subscribers' discount holds for core programmes (000-19).")
    fee_text = models.CharField(max_length=300, blank=True)
    state_text = models.CharField(max_length=60, blank=True)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    apply_url = models.URLField(blank=True)
    complements = models.ManyToManyField("self", symmetrical=True, blank=True)
    is_published = models.BooleanField(default=True)

    objects = ProgrammeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title

    @property
    def fee(self) -> Fee | None:
        """Net, VAT and total for everybody, or None where no fee is set."""
        return None if self.fee_net is None else fee_of(self.fee_net, self.vat_rate)

    @property
    def subscriber_fee(self) -> Fee | None:
        """The same for subscribers of the provider: the discount comes off before VAT."""
        if self.fee_net is None or not self.is_core or not self.subscriber_discount:
            return None
        return fee_of(self.fee_net, self.vat_rate, self.subscriber_discount)
