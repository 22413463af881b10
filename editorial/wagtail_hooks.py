"""How the CMS looks and what it leaves out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.cms_sight import shown_in_cms, tends_all
from editorial.models import ArticleTag
from editorial.views.cms_pages import PagesShown

# People are not kept in the CMS; what is left out here is closed in cms_urls.py as well.
LEFT_OUT = {"users", "groups", "sites", "workflow-tasks", "site-history"}


class TopicViewSet(SnippetViewSet):
    model = ArticleTag
    icon = "tag"
    menu_label = "Topics"
    add_to_admin_menu = True
    menu_order = 210
    list_display = ["name", "slug"]
    search_fields = ["name"]


register_snippet(TopicViewSet)


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms.css"))


@hooks.register("insert_editor_js")
def our_manners() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/cms.js"))


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def leave_out(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in LEFT_OUT]


@hooks.register("construct_reports_menu")
def leave_reports_out(request: HttpRequest, items: list[MenuItem]) -> None:
    """Reports count and name every page; the entrance is closed in the same way."""
    if not tends_all(request.user):
        items[:] = []


@hooks.register("construct_page_chooser_queryset")
def choose_among_shown(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return shown_in_cms(request.viewer, request.user, pages)


@hooks.register("construct_explorer_page_queryset")
def explore_shown(parent_page: Page, pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return shown_in_cms(request.viewer, request.user, pages)


@hooks.register("construct_admin_api")
def answer_with_shown(router: WagtailAPIRouter) -> None:
    router.register_endpoint("pages", PagesShown)


@hooks.register("before_copy_page")
@hooks.register("before_move_page")
def say_why_not(request: HttpRequest, page: Page, new_parent: Page | None = None) -> HttpResponse | None:
    """Calm words where the page would cross the members' door; the model refuses it in any case."""
    chosen = new_parent or Page.objects.filter(pk=_number(request.POST.get("new_parent_page"))).first()
    if request.method != "POST" or chosen is None:
        return None
    here, there = page.specific.is_behind_the_door(), _is_behind(chosen)
    if here == there:
        return None
    messages.error(request, "A page cannot cross between the public site and the members’ area. Make it anew there.")
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _is_behind(page: Page) -> bool:
    specific: Any = page.specific
    return hasattr(specific, "is_behind_the_door") and specific.is_behind_the_door()


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
