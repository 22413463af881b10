"""Planting the tree: the pages every installation has, and the groups that may tend them."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from editorial.groups import EDITORS, EVENTS_MANAGERS, PROGRAMME_MANAGERS, PUBLISHERS
from editorial.models import BlogIndexPage, HomePage, MembersBranch, ProgrammeIndexPage, StandardPage
from network.access.audience import MEMBERS, PUBLIC

STANDARD = {
    "about": "About the network",
    "community-guidelines": "Community guidelines",
    "accessibility": "Accessibility statement",
    "privacy": "Privacy notice",
    "contact": "Contact the team",
}
PAGE_RIGHTS = {EDITORS: ("add_page", "change_page"), PUBLISHERS: ("add_page", "change_page", "publish_page", "lock_page")}


@transaction.atomic
def plant_tree() -> HomePage:
    """Home, blog, programmes, members' branch and standard pages. Planted twice, it stands once."""
    standing = HomePage.objects.first()
    if standing is not None:
        return standing
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2, slug="home").delete()
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title="BALI Network", slug="home", audience=PUBLIC))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="BALI Network")
    home.add_child(instance=BlogIndexPage(title="Blog", slug="blog", audience=PUBLIC))
    home.add_child(instance=ProgrammeIndexPage(title="Programmes", slug="programmes", audience=PUBLIC))
    home.add_child(instance=MembersBranch(title="Members' pages", slug="m", audience=MEMBERS))
    for slug, title in STANDARD.items():
        home.add_child(instance=StandardPage(title=title, slug=slug, audience=PUBLIC))
    open_to_staff(home)
    return home


def open_to_staff(home: HomePage) -> None:
    """Editors write and submit; publishers and events managers publish. Nobody gets a list of people."""
    enter = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    groups = {
        name: Group.objects.get_or_create(name=name)[0]
        for name in (EDITORS, EVENTS_MANAGERS, PROGRAMME_MANAGERS, PUBLISHERS)
    }
    for group in groups.values():
        group.permissions.add(enter)
        _open_media(group)
    for name, rights in PAGE_RIGHTS.items():
        _open_pages(groups[name], home, rights)
    records = Permission.objects.filter(
        content_type__app_label="programme", content_type__model__in=["programme", "cohort", "testimonial"]
    )
    groups[PROGRAMME_MANAGERS].permissions.add(*records.exclude(codename__startswith="delete"))
    _workflow(groups[PUBLISHERS], home)


def _open_pages(group: Group, page: Page, rights: tuple[str, ...]) -> None:
    for right in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=rights):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=right)


def _open_media(group: Group) -> None:
    root = Collection.get_first_root_node()
    rights = Permission.objects.filter(
        codename__in=["add_baliimage", "choose_baliimage", "add_balidocument", "choose_balidocument"]
    )
    for right in rights:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=right)


def _workflow(publishers: Group, home: HomePage) -> None:
    """One step: a publisher reads what an editor submits."""
    Workflow.objects.all().delete()
    task = GroupApprovalTask.objects.create(name="A publisher reads it")
    task.groups.add(publishers)
    workflow = Workflow.objects.create(name="Editor to publisher")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home)


def grow(parent: Page, page: Any) -> Any:
    """Add a page and publish it."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
