"""A picture or a paper somebody has uploaded."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.files.bounds import ALT_LENGTH, LARGEST, NAME_LENGTH, SMALL
from forum.files.naming import new_place
from forum.files.pictures import fitted
from network.access.viewer import Viewer
from network.people.opaque import new_public_id


class UploadKind(models.TextChoices):
    PICTURE = "picture", "Picture"
    PAPER = "paper", "Document"


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, viewer: Viewer) -> "UploadQuerySet":
        """One's own, while they are kept. What a message shows is seen by sight of the message."""
        return self.kept().filter(owner_id=viewer.person_id) if viewer.person_id else self.none()

    def kept(self) -> "UploadQuerySet":
        return self.filter(erased_at=None)

    def made_since(self, person_id: int | None, at: datetime) -> "UploadQuerySet":
        """Erased ones too: whoever takes files back has used their share all the same."""
        return self.filter(owner_id=person_id, uploaded_at__gt=at)


class Upload(models.Model):
    """`size` is that of what came, `width` and `height` those of what is kept. Erased ones have no files and no words
    any more and go a day after they came."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="uploads")
    kind = models.CharField(max_length=7, choices=UploadKind)
    name = models.CharField(max_length=NAME_LENGTH)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    width = models.PositiveSmallIntegerField(null=True, blank=True)
    height = models.PositiveSmallIntegerField(null=True, blank=True)
    alt = models.CharField(max_length=ALT_LENGTH, blank=True)
    is_decorative = models.BooleanField(default=False)
    key = models.UUIDField()
    full = models.FileField(upload_to=new_place, max_length=60, blank=True)
    small = models.FileField(upload_to=new_place, max_length=60, blank=True)
    uploaded_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], condition=Q(erased_at=None), name="uploaded_once"),
            models.CheckConstraint(condition=Q(size__lte=LARGEST), name="upload_within_bounds"),
            models.CheckConstraint(
                condition=Q(width__isnull=False, height__isnull=False) | ~Q(kind="picture"), name="picture_has_a_size"
            ),
        ]
        indexes = [models.Index(fields=["owner", "uploaded_at"], name="upload_owner_at")]

    def __str__(self) -> str:
        return f"upload {self.pk}"

    @property
    def is_picture(self) -> bool:
        return self.kind == UploadKind.PICTURE

    @property
    def is_described(self) -> bool:
        """Whether whoever does not see it learns what it shows, or that it shows nothing that matters."""
        return not self.is_picture or self.is_decorative or bool(self.alt)

    @property
    def small_size(self) -> tuple[int, int]:
        """The thumbnail's, for its place on the page."""
        return fitted(self.width or 1, self.height or 1, SMALL)

    @property
    def ending(self) -> str:
        """PDF, DOCX: as a reader is told."""
        return self.name.rpartition(".")[2].upper()
