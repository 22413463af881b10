"""House rules by version, and who agreed to which."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class HouseRules(models.Model):
    version = models.PositiveSmallIntegerField(unique=True)
    text = models.TextField()
    in_force_from = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"house rules {self.version}"

    @classmethod
    def current(cls) -> "HouseRules":
        """The version in force now. The first comes with the migrations, so there always is one. Costs a query."""
        return cls.objects.filter(in_force_from__lte=timezone.now()).latest("version")


class AgreementKind(models.TextChoices):
    RULES = "rules", "House rules"
    PRIVACY = "privacy", "Privacy notice"


class Agreement(models.Model):
    """Each consent stands by itself, with its version and time."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agreements")
    kind = models.CharField(max_length=8, choices=AgreementKind)
    version = models.PositiveSmallIntegerField()
    agreed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "version"], name="agreed_once")]

    def __str__(self) -> str:
        return f"agreement {self.pk}"
