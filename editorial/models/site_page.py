"""The concrete base of every page: one audience column, so one query lists and searches all page types."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from network.access.audience import PUBLIC, audience_field, label
from network.access.viewer import Viewer
from network.access.visible import by_audience, can_see
from network.people.opaque import new_public_id

MEMBERS_SLUG = "m"


class SitePageQuerySet(PageQuerySet):
    def visible_to(self, viewer: Viewer) -> "SitePageQuerySet":
        """Live pages for an audience the viewer belongs to."""
        return self.filter(by_audience(viewer), live=True)

    def newest_first(self) -> "SitePageQuerySet":
        return self.order_by("-first_published_at", "-pk")


SitePageManager = PageManager.from_queryset(SitePageQuerySet)


class SitePage(Page):
    """A page with an audience. Wagtail's own privacy button is off: there is one mechanism."""

    audience = audience_field(help_text="public, members, alumni, or cohort: and its code.")
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)

    objects = SitePageManager()

    private_page_options: list[str] = []
    is_creatable = False
    settings_panels = Page.settings_panels
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], "For addresses and search engines")
    ]
    search_fields = [*Page.search_fields, index.FilterField("audience")]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """A page in the members' branch has an opaque address before anything looks at its slug."""
        if self.public_id is None:
            self.public_id = new_public_id()
        if self.is_behind_the_door():
            self.slug = self.public_id
        elif not self.audience:
            self.audience = PUBLIC
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.is_behind_the_door() and self.audience in ("", PUBLIC):
            raise ValidationError({"audience": "A page in the members' area cannot be public. Choose who may read it."})
        if not self.is_behind_the_door() and self.audience != PUBLIC:
            raise ValidationError({"audience": "A page for members belongs in the members' area. Move it there first."})

    def is_behind_the_door(self) -> bool:
        """Whether this page lies in the members' branch. The branch itself counts."""
        parent = self.get_parent() if self.path else getattr(self, "_wagtail_parent", None)
        ancestors = [self, *([parent] if parent else []), *(self.get_ancestors() if self.path else [])]
        return any(page.slug == MEMBERS_SLUG and page.depth == 3 for page in ancestors)

    def copy(self, *args: Any, **kwargs: Any) -> Page:
        """A copy is a thing of its own, with an opaque id of its own."""
        kwargs["update_attrs"] = {**(kwargs.get("update_attrs") or {}), "public_id": new_public_id()}
        return super().copy(*args, **kwargs)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Not seen is not there."""
        if not can_see(request.viewer, self):  # type: ignore[attr-defined]
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["audience_label"] = label(self.audience)
        return context

    def pages_below(self, viewer: Viewer) -> SitePageQuerySet:
        """Children this viewer may see. The only place that asks the tree for children."""
        return SitePage.objects.child_of(self).visible_to(viewer)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Public pages alone."""
        return super().get_sitemap_urls(request) if self.audience == PUBLIC else []
