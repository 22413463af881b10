"""What the CMS may show to whom: a page for members to those who may edit it or read it, and to nobody else."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from editorial.models import MembersBranch, SitePage
from editorial.rules import GROUPS
from network.access.viewer import Viewer
from network.people.models import Role, User


def tends_all(user: AbstractBaseUser) -> bool:
    """Whether every page for members is this person's to edit, so that nothing needs to be kept from them."""
    return _tends(user, MembersBranch.objects.first())


def hidden_in_cms(viewer: Viewer, user: AbstractBaseUser) -> QuerySet[SitePage]:
    """Pages below the members' branch that this person may neither edit by the CMS's groups nor read.

    Wagtail itself shows a page to whoever may add or publish one anywhere above it, and in its chooser to everybody.
    """
    branch = MembersBranch.objects.first()
    if branch is None or _tends(user, branch):
        return SitePage.objects.none()
    edited = page_permission_policy.instances_user_has_permission_for(user, "change")
    below = SitePage.objects.descendant_of(branch)
    return below.exclude(pk__in=SitePage.objects.visible_to(viewer)).exclude(pk__in=edited.values("pk"))


def shown_in_cms(viewer: Viewer, user: AbstractBaseUser, pages: PageQuerySet) -> PageQuerySet:
    """Those of the pages that are not hidden from this person."""
    return pages.exclude(pk__in=hidden_in_cms(viewer, user).values_list("pk", flat=True))


def changed_by(page: SitePage) -> list[User]:
    """Whoever may change this page by an office they hold now; what they have made themselves, whoever may add to its
    place. By roles, since groups follow those a moment later. Two queries."""
    rights = GroupPagePermission.objects.filter(page__in=page.get_ancestors(inclusive=True))
    codes = ("change_page", "add_page")
    found = rights.filter(permission__codename__in=codes).values_list("permission__codename", "group__name")
    changing, adding = ({name for code, name in found if code == wanted} for wanted in codes)
    roles = Role.objects.current()
    change = roles.filter(kind__in=[kind for kind, name in GROUPS.items() if name in changing])
    add = roles.filter(kind__in=[kind for kind, name in GROUPS.items() if name in adding], person=page.owner_id)
    holders = Q(pk__in=change.values("person_id")) | Q(pk__in=add.values("person_id"))
    return list(User.objects.filter(holders, is_active=True).order_by("pk"))


def is_any_hidden(viewer: Viewer, user: AbstractBaseUser, numbers: list[int]) -> bool:
    """Whether one of the pages with these numbers is hidden from this person."""
    return bool(numbers) and hidden_in_cms(viewer, user).filter(pk__in=numbers).exists()


def _tends(user: AbstractBaseUser, branch: MembersBranch | None) -> bool:
    return branch is None or page_permission_policy.user_has_permission_for_instance(user, "change", branch)
