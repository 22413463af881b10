"""The ground every installation stands on: the home page and its branches, the groups of the CMS, the workflow."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Site, Workflow, WorkflowPage, WorkflowTask

from editorial.actions.groups import prepare_groups
from editorial.models import BlogIndexPage, HomePage, MembersBranch, ProgrammeIndexPage, SitePage, StandardPage

WORKFLOW = "Editor to publisher"
PLAIN = {
    "about": ("About the network", "Who we are, and how the network came about."),
    "accessibility": ("Accessibility", "How to use this site, and what to do where it fails you."),
    "privacy": ("Privacy", "What we hold about people, why, and for how long."),
    "community-guidelines": ("Community guidelines", "What we ask of one another here."),
    "contact": ("Contact the team", "A person reads what you write."),
}


@transaction.atomic
def plant_tree() -> HomePage:
    """Home, blog, programmes, members' branch and plain pages. What stands already is left as it is."""
    home = HomePage.objects.first() or _plant_home()
    _plant(home, BlogIndexPage, "blog", title="Blog", introduction=BLOG)
    _plant(home, ProgrammeIndexPage, "programmes", title="Programmes", introduction=PROGRAMMES)
    _plant(home, MembersBranch, "m", title="Members")
    for slug, (title, standfirst) in PLAIN.items():
        _plant(home, StandardPage, slug, title=title, standfirst=standfirst)
    prepare_groups()
    prepare_workflow()
    return HomePage.objects.get(pk=home.pk)


def prepare_workflow() -> Workflow:
    """Posts written by one person are published by another, where the blog's editors submit them."""
    task, _ = GroupApprovalTask.objects.get_or_create(name="A publisher reads it")
    task.groups.set(Group.objects.filter(name="Publishers"))
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    blog = BlogIndexPage.objects.first()
    if blog is not None:
        WorkflowPage.objects.update_or_create(page_id=blog.pk, defaults={"workflow": workflow})
    return workflow


BLOG = "Writing by alumni and allies about leading children’s services, and changing who gets to."
PROGRAMMES = "Programmes for leaders in children’s services, and for those who mean to become one."


def _plant_home() -> HomePage:
    root = Page.objects.get(depth=1)
    # Wagtail's welcome page holds the address that home needs; the default site points at it until ours stands.
    Page.objects.filter(depth=2, slug="home").update(slug="welcome", url_path="/welcome/")
    home: HomePage = root.add_child(instance=HomePage(title="BALI Network", slug="home", **HOME))
    where = urlsplit(settings.BASE_URL)
    port = where.port or (443 if where.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": where.hostname, "port": port, "site_name": "BALI Network", "root_page": home},
    )
    for welcome in Page.objects.filter(depth=2, slug="welcome"):
        welcome.delete()
    root.refresh_from_db()
    return home


HOME = {
    "introduction": "We are the alumni of the Black and Asian Leadership Initiative, and the allies who stand with us, "
    "working to change who leads children’s services in England.",
    "programme_title": "Three days that stay with you for a career",
    "programme_text": "BALI is for experienced middle leaders in children’s services from Black, Asian and minority "
    "ethnic backgrounds who are ready for what comes next.",
    "ally_title": "Allies do more than agree",
    "ally_text": "Allies make a pledge, join the conversation and use their position to open doors. It takes about "
    "five minutes to ask.",
}


def grow(parent: Page, page: SitePage) -> SitePage:
    """Add a page and publish it."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _plant(home: HomePage, kind: type[SitePage], slug: str, **fields: str) -> None:
    if not SitePage.objects.child_of(home).filter(slug=slug).exists():
        home.add_child(instance=kind(slug=slug, **fields))
