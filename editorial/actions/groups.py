"""Groups of the CMS: derived from dated roles, never kept by hand."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from editorial.models import HomePage, MembersBranch, ProgrammeIndexPage
from editorial.rules import GROUPS, groups_of
from network.access.viewer import viewer_of
from network.people.models import User

WRITING = ("add_page", "change_page", "publish_page")
FILES = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
)
RECORDS = ("programme", "cohort", "testimonial")


def follow_roles(*, person: User) -> frozenset[str]:
    """Put a person into exactly the groups that follow from their roles at this moment. Returns the groups' names."""
    wanted = groups_of(viewer_of(person))
    held = frozenset(person.groups.values_list("name", flat=True))
    if wanted != held:
        person.groups.set(Group.objects.filter(name__in=wanted))
    return wanted


@transaction.atomic
def prepare_groups() -> None:
    """The groups with what they may do, from nothing or again. Wagtail's own two groups are not used."""
    for name in GROUPS.values():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(name))
        GroupPagePermission.objects.filter(group=group).delete()
        for permission in FILES:
            allow_files(group=group, permission=permission)
    Group.objects.filter(name="Moderators").delete()
    for page in (HomePage.objects.first(),):
        for name in ("Editors", "Publishers"):
            allow_pages(group=name, page=page, codes=(*WRITING, "lock_page", "unlock_page"))
    allow_pages(group="Programme managers", page=ProgrammeIndexPage.objects.first(), codes=WRITING)
    allow_pages(group="Events managers", page=MembersBranch.objects.first(), codes=("add_page", "publish_page"))
    allow_pages(group="Events managers", page=Page.objects.filter(depth=3, slug="events").first(), codes=WRITING)


def allow_pages(*, group: str, page: Page | None, codes: tuple[str, ...]) -> None:
    """Let a group do something with a page and all below it. A page not planted yet is passed over."""
    if page is None:
        return
    for code in codes:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=code)
        GroupPagePermission.objects.get_or_create(
            group=Group.objects.get(name=group), page_id=page.pk, permission=permission
        )


def allow_files(*, group: Group, permission: str) -> None:
    """Let a group do something with images or documents of every collection."""
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=_permission(permission))


def _permission(name: str) -> Permission:
    app, code = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=code)


def _permissions(group: str) -> list[Permission]:
    names = ["wagtailadmin.access_admin"]
    if group in ("Programme managers", "Publishers"):
        names += [f"programme.{verb}_{record}" for verb in ("add", "change", "view") for record in RECORDS]
    if group in ("Editors", "Publishers"):
        names += [f"editorial.{verb}_articletag" for verb in ("add", "change", "delete", "view")]
    return [_permission(name) for name in names]
