"""What somebody shows of themselves, field by field."""

from django.conf import settings
from django.db import models
from django.db.models import Case, CharField, F, Q, Value, When

from network.access.viewer import Viewer
from network.access.visible import in_lists
from network.people.models import MEMBER_KINDS, Role
from network.people.opaque import new_public_id


class FieldAudience(models.TextChoices):
    NOBODY = "nobody", "Only me"
    ALUMNI = "alumni", "Alumni only"
    MEMBERS = "members", "All members"


class Mentoring(models.TextChoices):
    NONE = "none", "Not now"
    OFFERING = "offering", "I offer to mentor"
    LOOKING = "looking", "I look for a mentor"
    BOTH = "both", "Both"


# The fields that have an audience of their own; a name is all that a listed member always shows.
FIELDS_WITH_AUDIENCE = (
    "role_title",
    "organisation_name",
    "region",
    "membership",
    "expertise",
    "about",
    "contact",
    "mentoring",
)

LABELS = {
    "role_title": "Role",
    "organisation_name": "Organisation",
    "region": "Region",
    "membership": "Membership",
    "expertise": "Expertise",
    "about": "About",
    "contact": "Contact",
    "mentoring": "Mentoring",
}


def shows_to(viewer: Viewer) -> list[str]:
    """The audiences of a field that this viewer belongs to."""
    return [audience for audience in (FieldAudience.MEMBERS, FieldAudience.ALUMNI) if audience in viewer.audiences]


class ProfileQuerySet(models.QuerySet["Profile"]):
    def visible_to(self, viewer: Viewer) -> "ProfileQuerySet":
        """Listed members who do not hide from this viewer; and always one's own. Former members are not listed."""
        if not viewer.is_member:
            return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()
        members = Role.objects.filter(kind__in=MEMBER_KINDS).current().values("person_id")
        listed = Q(is_listed=True, listed_to__in=shows_to(viewer), person__is_active=True, person_id__in=members)
        listed &= in_lists(viewer)
        return self.filter(listed | Q(person_id=viewer.person_id))

    def as_seen_by(self, viewer: Viewer) -> "ProfileQuerySet":
        """With `seen_<field>` for each field: its value, or nothing where it is not shared with this viewer.

        Searching and filtering use these alone, so nobody finds by what they may not read.
        """
        shown = {
            f"seen_{name}": Case(
                When(Q(**{f"{name}_to__in": shows_to(viewer)}) | Q(person_id=viewer.person_id), then=F(name)),
                default=Value(""),
                output_field=CharField(),
            )
            for name in FIELDS_WITH_AUDIENCE
        }
        return self.annotate(**shown)

    def by_name(self) -> "ProfileQuerySet":
        return self.order_by("person__name", "pk")


def audience_of(default: str = FieldAudience.ALUMNI) -> models.CharField:
    return models.CharField(max_length=8, choices=FieldAudience, default=default)


class Profile(models.Model):
    """Unlisted at first. Each field says whom it is shared with; a new one starts at alumni only."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    is_listed = models.BooleanField(default=False)
    listed_to = models.CharField(
        max_length=8, choices=[c for c in FieldAudience.choices if c[0] != "nobody"], default=FieldAudience.ALUMNI
    )
    role_title = models.CharField(max_length=200, blank=True)
    role_title_to = audience_of()
    organisation_name = models.CharField(max_length=200, blank=True)
    organisation_name_to = audience_of()
    region = models.CharField(max_length=60, blank=True)
    region_to = audience_of()
    # "Alumna, cohort 9" or "Ally since 2024": shown only where its owner chose to.
    membership = models.CharField(max_length=60, blank=True)
    membership_to = audience_of(FieldAudience.NOBODY)
    expertise = models.CharField(max_length=300, blank=True)
    expertise_to = audience_of()
    about = models.TextField(max_length=1_500, blank=True)
    about_to = audience_of()
    contact = models.CharField(max_length=254, blank=True)
    contact_to = audience_of(FieldAudience.NOBODY)
    mentoring = models.CharField(max_length=8, choices=Mentoring, default=Mentoring.NONE)
    mentoring_to = audience_of()

    objects = ProfileQuerySet.as_manager()

    def __str__(self) -> str:
        return f"profile {self.pk}"

    @property
    def expertise_words(self) -> list[str]:
        """The phrases as far as they are shared with the one who came through `as_seen_by`."""
        shared = getattr(self, "seen_expertise", "")
        return [word.strip() for word in shared.split(",") if word.strip()]
