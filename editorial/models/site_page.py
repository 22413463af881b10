"""The concrete base of every page: one audience column, so one query lists and searches all page types."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.search import index

from network.access.audience import ALUMNI, MEMBERS, PUBLIC, audience_field, cohort, group, label
from network.access.viewer import Viewer
from network.access.visible import by_audience, can_see
from network.people.opaque import new_public_id
from network.programme.models import Cohort

MEMBERS_SLUG = "m"


class SitePageQuerySet(PageQuerySet):
    def visible_to(self, viewer: Viewer) -> "SitePageQuerySet":
        """Live pages for an audience the viewer belongs to."""
        return self.filter(by_audience(viewer), live=True)

    def newest_first(self) -> "SitePageQuerySet":
        return self.order_by("-first_published_at", "-pk")


SitePageManager = PageManager.from_queryset(SitePageQuerySet)


class SitePageForm(WagtailAdminPageForm):
    """Lets a page know where it will stand before it does, and offers the audiences that stand open there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.future_parent = self.parent_page
        if "audience" in self.fields:
            choices = audience_choices() if self.instance.is_behind_the_door() else [(PUBLIC, label(PUBLIC))]
            self.fields["audience"].widget = forms.Select(choices=choices)


def audience_choices() -> list[tuple[str, str]]:
    """For pages in the members' area. A cohort is named here: editors must know which they choose."""
    cohorts = [(cohort(one.code), f"Only {one.name}") for one in Cohort.objects.by_date()]
    groups = [(group("reference"), "Only the reference group")]
    return [("", "Choose who may read it"), *((word, label(word)) for word in (MEMBERS, ALUMNI)), *groups, *cohorts]


class SitePage(Page):
    """A page with an audience. Wagtail's own privacy button is off: there is one mechanism."""

    audience = audience_field(help_text="public, members, alumni, or cohort: and its code.")
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)

    objects = SitePageManager()

    base_form_class = SitePageForm
    private_page_options: list[str] = []
    exclude_fields_in_copy = ["public_id"]
    is_creatable = False
    # Whether everything the page shows moves the content's version or stands in its furniture (editorial/freshness.py).
    may_be_kept = False
    settings_panels = Page.settings_panels
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], "For addresses and search engines")
    ]
    search_fields = [*Page.search_fields, index.FilterField("audience")]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.take_address()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self.take_address()
        super().minimal_clean()

    def take_address(self) -> None:
        """A page in the members' branch has an opaque address before anything looks at its slug."""
        if self.public_id is None:
            self.public_id = new_public_id()
        if self.is_behind_the_door():
            self.slug = self.public_id
        elif not self.audience:
            self.audience = PUBLIC

    def clean(self) -> None:
        super().clean()
        if self.is_behind_the_door() and self.audience in ("", PUBLIC):
            raise ValidationError({"audience": "A page in the members' area cannot be public. Choose who may read it."})
        if not self.is_behind_the_door() and self.audience != PUBLIC:
            raise ValidationError({"audience": "A page for members belongs in the members' area. Move it there first."})

    @property
    def audience_words(self) -> str:
        return label(self.audience)

    @property
    def relative_url(self) -> str:
        """The address without a host and without a query: home stands at the root, and every page below it."""
        return f"/{self.url_path.split('/', 2)[2]}"

    def is_behind_the_door(self) -> bool:
        """Whether this page lies in the members' branch. The branch itself counts."""
        parent = self.get_parent() if self.path else getattr(self, "future_parent", None)
        above = parent.get_ancestors(inclusive=True) if parent else ()
        return any(page.slug == MEMBERS_SLUG and page.depth == 3 for page in (self, *above))

    def with_content_json(self, content: dict[str, Any]) -> "SitePage":
        """A revision never brings back an id: a copy's first revisions still carry that of its source."""
        page: SitePage = super().with_content_json(content)
        page.public_id = self.public_id
        return page

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """None: audiences are the one mechanism, and Wagtail need not ask for another on every visit."""
        return PageViewRestriction.objects.none()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Not seen is not there. A preview is the CMS's own, which has asked its own rights before."""
        is_preview = getattr(request, "is_preview", False)
        if not is_preview and not can_see(request.viewer, self):  # type: ignore[attr-defined]
            raise Http404
        response: HttpResponse = super().serve(request, *args, **kwargs)
        response.may_be_kept = self.may_be_kept  # type: ignore[attr-defined]
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["audience_label"] = self.audience_words
        context["is_behind_the_door"] = self.audience != PUBLIC
        context["skeleton"] = "base_member.html" if self.audience != PUBLIC else "base.html"
        return context

    def pages_below(self, viewer: Viewer) -> SitePageQuerySet:
        """Children this viewer may see. The only place that asks the tree for children."""
        return SitePage.objects.child_of(self).visible_to(viewer)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Public pages alone."""
        return super().get_sitemap_urls(request) if self.audience == PUBLIC else []
